import { paths } from "#src/paths.ts";
import { ProductGrid, type ProductCardProps } from "#views/catalog/product-card.tsx";
import { Layout } from "#views/layout.tsx";
import type { PageShell } from "#views/shell.ts";
import { Crumbs } from "#views/ui/crumbs.tsx";

type Props = { readonly shell: PageShell; readonly cards: readonly ProductCardProps[]; readonly currency: string };

/** What somebody likes: the same cards as elsewhere, so that a heart can be taken back here. */
export function LikesPage({ shell, cards, currency }: Props) {
  return (
    <Layout shell={shell} title="Liked" robots="noindex">
      <div class="wrap page">
        <Crumbs trail={[{ title: "Stall", href: paths.home }]} here="Liked" />
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
        {cards.length > 0 ? <ProductGrid cards={cards} currency={currency} level="h2" four /> : null}
      </div>
    </Layout>
  );
}
