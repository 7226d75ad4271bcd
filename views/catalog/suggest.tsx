import { escapeHtml } from "@kitajs/html";
import { link, paths } from "#src/paths.ts";
import { formatMoney, type Cents } from "#src/pricing/money.ts";
import { Icon } from "#views/ui/icon.tsx";
import { Picture } from "#views/ui/picture.tsx";
import { things } from "./list.ts";
import { productAddress } from "./product-card.tsx";

export type SuggestProps = {
  readonly q: string;
  readonly products: readonly {
    readonly handle: string;
    readonly title: string;
    readonly picture: string;
    readonly priceFrom: Cents;
    readonly available: boolean;
  }[];
  readonly currency: string;
  readonly collections: readonly { readonly handle: string; readonly title: string; readonly productCount: number }[];
  readonly total: number;
};

/** What comes below the search field while one types: a list to choose from, empty when there is nothing to say. */
export function SuggestPart(props: SuggestProps) {
  const { q, total } = props;
  if (q.trim() === "" || (props.products.length === 0 && props.collections.length === 0))
    return (
      <>
        <div id="suggest" hidden></div>
        <Said text={q.trim() === "" ? "" : "Nothing found"} />
      </>
    );
  return (
    <>
      <div id="suggest" class="suggest">
        <div role="listbox" aria-label="Suggestions">
          <Things {...props} />
          <Shelves {...props} />
        </div>
      </div>
      <Said text={`${things(total)} found. Arrow down to choose.`} />
    </>
  );
}

const Said = ({ text }: { readonly text: string }) => (
  <hx-partial hx-target="#live" hx-swap="textContent">
    {text as "safe"}
  </hx-partial>
);

function Things({ products, currency, q }: SuggestProps) {
  if (products.length === 0) return null;
  return (
    <div role="group" aria-labelledby="suggest-things">
      <div class="label" id="suggest-things">
        Things
      </div>
      {products.map(({ handle, title, picture, priceFrom, available }, at) => (
        <a role="option" id={`suggest-${at}`} aria-selected="false" tabindex="-1" href={productAddress(handle)}>
          <Picture file={picture} alt="" width={44} height={55} seed={handle} />
          <span>{marked(title, q) as "safe"}</span>
          <span class={available ? "ticket" : "ticket gone"} safe>
            {ticketOf(priceFrom, available, currency)}
          </span>
        </a>
      ))}
    </div>
  );
}

const ticketOf = (price: Cents, available: boolean, currency: string) =>
  available ? formatMoney(price, currency) : "Sold out";

function Shelves({ collections, q, total }: SuggestProps) {
  return (
    <div role="group" aria-label="Shelves and all results">
      {collections.length > 0 ? <div class="label">Shelves</div> : null}
      {collections.map(({ handle, title, productCount }, at) => (
        <a
          role="option"
          id={`suggest-shelf-${at}`}
          aria-selected="false"
          tabindex="-1"
          href={link(paths.collection, { handle })}
        >
          <Icon name="layout-grid" />
          <span>{marked(title, q) as "safe"}</span>
          <span class="small soft">{things(productCount) as "safe"}</span>
        </a>
      ))}
      <a
        role="option"
        id="suggest-all"
        aria-selected="false"
        tabindex="-1"
        href={`${paths.search}?q=${encodeURIComponent(q)}`}
      >
        <Icon name="search" />
        <span>{(total === 1 ? "See the one result" : `See all ${total} results`) as "safe"}</span>
      </a>
    </div>
  );
}

/** The title with what was typed set off, where words begin with it. */
export function marked(title: string, q: string): string {
  const typed = q
    .trim()
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 8)
    .map((word) => RegExp.escape(word));
  if (typed.length === 0) return escapeHtml(title);
  return title
    .split(new RegExp(`(?<![\\p{L}\\p{N}])(${typed.join("|")})`, "iu"))
    .map((piece, at) => (at % 2 === 1 ? `<mark>${escapeHtml(piece)}</mark>` : escapeHtml(piece)))
    .join("");
}
