import { link, paths } from "#src/paths.ts";
import { Layout } from "#views/layout.tsx";
import type { PageShell } from "#views/shell.ts";
import { Pager } from "#views/ui/pager.tsx";
import { pagesOf, things } from "./list.ts";
import { ProductGrid, type ProductCardProps } from "./product-card.tsx";

export type SearchProps = {
  readonly q: string;
  /** What was looked for instead, when nothing has the words as they were typed. */
  readonly meant?: string | undefined;
  readonly cards: readonly ProductCardProps[];
  readonly currency: string;
  readonly total: number;
  /** There are more than were looked at. */
  readonly isMore: boolean;
  readonly page: number;
  readonly perPage: number;
  readonly hrefOf: (page: number) => string;
  /** Shelves that go by these words; with nothing found, the ones most people go to. */
  readonly collections: readonly { readonly handle: string; readonly title: string }[];
  /** With nothing found: goods to look at all the same. */
  readonly instead?: readonly ProductCardProps[] | undefined;
};

export function SearchPage({ shell, search }: { readonly shell: PageShell; readonly search: SearchProps }) {
  const { q, cards, currency, total, page, perPage, hrefOf, instead = [] } = search;
  const heading = headingOf(search);
  const last = Math.min(total, page * perPage);
  return (
    <Layout shell={shell} title={heading} robots="noindex" q={q}>
      <div class="wrap page">
        <div class="page-head">
          <h1 safe>{heading}</h1>
          <Remarks search={search} email={shell.shop.email} />
        </div>
        {cards.length > 0 ? <ProductGrid cards={cards} currency={currency} level="h2" four /> : null}
        <Pager page={page} pages={pagesOf(search)} hrefOf={hrefOf} seen={`Up to number ${last} of ${things(total)}`} />
        {cards.length === 0 && instead.length > 0 ? (
          <section class="section" aria-labelledby="instead">
            <div class="section-head">
              <h2 id="instead">On the cart today</h2>
              <a href={paths.home}>The whole stall</a>
            </div>
            <ProductGrid cards={instead} currency={currency} four />
          </section>
        ) : null}
      </div>
    </Layout>
  );
}

function headingOf({ q, meant, total, isMore }: SearchProps): string {
  if (q.trim() === "") return "What are you looking for?";
  if (total === 0) return `Nothing for “${q}”`;
  return `${isMore ? "More than " : ""}${things(total)} for “${meant ?? q}”`;
}

function Remarks({ search, email }: { readonly search: SearchProps; readonly email: string }) {
  const { q, meant, total, collections } = search;
  const isEmpty = total === 0 && q.trim() !== "";
  return (
    <>
      {meant === undefined ? null : <p safe>{`There is nothing for “${q}”. This is for “${meant}”.`}</p>}
      {isEmpty ? <p>Try fewer letters, another word for it, or the number on the label.</p> : null}
      {collections.length > 0 ? <Shelves collections={collections} /> : null}
      <p class="small">
        <a href={`${paths.searchEverything}?${new URLSearchParams({ q })}`}>
          Search the whole catalogue on this device
        </a>
      </p>
      {isEmpty && email !== "" ? (
        <p>
          Or <a href={`mailto:${email}`}>ask us</a>: not everything we have is on the cart.
        </p>
      ) : null}
    </>
  );
}

function Shelves({ collections }: Pick<SearchProps, "collections">) {
  return (
    <p>
      Also:{" "}
      {collections.map(({ handle, title }, at) => (
        <>
          {at > 0 ? ", " : ""}
          <a href={link(paths.collection, { handle })} safe>
            {title}
          </a>
        </>
      ))}
    </p>
  );
}
