import { paths } from "#src/paths.ts";
import { AccountNav } from "#views/accounts/account-nav.tsx";
import { ProductGrid, type ProductCardProps } from "#views/catalog/product-card.tsx";
import { Layout } from "#views/layout.tsx";
import type { PageShell } from "#views/shell.ts";
import { Crumbs } from "#views/ui/crumbs.tsx";

type Props = {
  readonly shell: PageShell;
  readonly cards: readonly ProductCardProps[];
  readonly currency: string;
  /** In an account: with the way to its other pages. */
  readonly isCustomer?: boolean | undefined;
};

/** What somebody likes: the same cards as elsewhere, so that a heart can be taken back here. */
export function LikesPage({ shell, cards, currency, isCustomer = false }: Props) {
  return (
    <Layout shell={shell} title="Liked" robots="noindex">
      <div class="wrap page">
        {isCustomer ? (
          <AccountNav shell={shell} here={paths.likes} />
        ) : (
          <Crumbs trail={[{ title: "Stall", href: paths.home }]} here="Liked" />
        )}
        <div class="page-head">
          <h1>Liked</h1>
          {cards.length === 0 ? (
            <p>
              Nothing yet. Press the heart of a thing, and it waits here. <a href={paths.home}>To the stall</a>
            </p>
          ) : (
            <p>{(cards.length === 1 ? "One thing" : `${cards.length} things`) as "safe"}</p>
          )}
        </div>
        {cards.length > 0 ? (
          <>
            <ProductGrid cards={cards} currency={currency} level="h2" four />
            <Share shell={shell} cards={cards} />
          </>
        ) : null}
      </div>
    </Layout>
  );
}

/** The list as an address: whoever gets it sees these things, and nothing of who likes them. */
function Share({ shell, cards }: Pick<Props, "shell" | "cards">) {
  const of = cards.map(({ handle }) => encodeURIComponent(handle)).join(",");
  const address = `${paths.likesList}?of=${of}`;
  return (
    <section class="section narrow stack" aria-labelledby="share">
      <h2 id="share">Show it to somebody</h2>
      <div class="field">
        <label for="share-link">Copy this address, or send it</label>
        <p class="hint" id="share-hint">
          It shows these things, and nothing of you.
        </p>
        <input class="input" id="share-link" readonly value={shell.origin + address} aria-describedby="share-hint" />
      </div>
      <p>
        <a href={address}>See what they will see</a>
      </p>
    </section>
  );
}

/** A list that somebody shared. */
export function SharedListPage({ shell, cards, currency }: Props) {
  return (
    <Layout shell={shell} title="A list for you" robots="noindex">
      <div class="wrap page">
        <Crumbs trail={[{ title: "Stall", href: paths.home }]} here="A list for you" />
        <div class="page-head">
          <h1>A list for you</h1>
          <p>
            {cards.length === 0
              ? "Nothing of it is on the stall any more."
              : "Somebody likes these. A heart of your own keeps one for you."}
          </p>
        </div>
        {cards.length > 0 ? <ProductGrid cards={cards} currency={currency} level="h2" four /> : null}
      </div>
    </Layout>
  );
}
