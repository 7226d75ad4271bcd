import { link, paths } from "#src/paths.ts";
import { Layout } from "#views/layout.tsx";
import type { PageShell } from "#views/shell.ts";
import { Crumbs } from "#views/ui/crumbs.tsx";
import { sharedPicture } from "#views/ui/picture.tsx";
import { Facets, FacetsInside } from "./facets.tsx";
import { things, type ListProps } from "./list.ts";
import { ProductCards } from "./product-card.tsx";
import { FilterButtonInside, Results, ResultsPager } from "./results.tsx";

type Named = { readonly handle: string; readonly title: string };

export type CollectionProps = {
  readonly handle: string;
  readonly title: string;
  /** Plain text; paragraphs are parted by an empty line. */
  readonly description: string;
  readonly seoTitle?: string | undefined;
  readonly seoDescription?: string | undefined;
  /** Name of a file below /pictures, for links that are shared. */
  readonly picture?: string | undefined;
  /** From the topmost down. */
  readonly parents: readonly Named[];
  readonly children: readonly Named[];
  /** Address with its page, without filters and sorting. */
  readonly canonical: string;
  readonly list: ListProps;
};

type PageProps = { readonly shell: PageShell; readonly collection: CollectionProps };

const addressOf = ({ handle }: Named) => link(paths.collection, { handle });

export function CollectionPage({ shell, collection }: PageProps) {
  const { title, list } = collection;
  const isFiltered = list.chips.length > 0;
  const hasFacets = list.groups.length > 0 || list.price !== undefined;
  return (
    <Layout
      shell={shell}
      title={(collection.seoTitle || title) + (list.page > 1 ? `, page ${list.page}` : "")}
      description={collection.seoDescription || collection.description.slice(0, 300)}
      canonical={isFiltered ? undefined : collection.canonical}
      robots={isFiltered ? "noindex" : undefined}
      og={{ type: "website", image: sharedPicture(collection.picture) }}
    >
      <div class="wrap page">
        <Crumbs trail={trailOf(collection)} here={title} />
        <Head collection={collection} />
        <div class={hasFacets ? "browse" : undefined}>
          {hasFacets ? <Facets list={list} /> : <form id="facets" action={list.path} hidden></form>}
          <Results list={list} />
        </div>
      </div>
    </Layout>
  );
}

const trailOf = ({ parents }: CollectionProps) => [
  { title: "Stall", href: paths.home },
  ...parents.map((parent) => ({ title: parent.title, href: addressOf(parent) })),
];

function Head({ collection }: { readonly collection: CollectionProps }) {
  const { title, description, children } = collection;
  const paragraphs = description.split(/\n\s*\n/).filter((each) => each.trim() !== "");
  return (
    <div class="page-head">
      <h1 safe>{title}</h1>
      {paragraphs.map((each) => (
        <p safe>{each}</p>
      ))}
      {children.length > 0 ? (
        <p>
          Also:{" "}
          {children.map((child, at) => (
            <>
              {at > 0 ? ", " : ""}
              <a href={addressOf(child)} safe>
                {child.title}
              </a>
            </>
          ))}
        </p>
      ) : null}
    </div>
  );
}

type PartProps = { readonly list: ListProps };

/** What htmx gets when a filter or the order changed: the results, the counts of the filters, and a word for the ear. */
export function CollectionPart({ list }: PartProps) {
  return (
    <>
      <Results list={list} />
      <hx-partial hx-target="#facets" hx-swap="innerMorph">
        <FacetsInside list={list} />
      </hx-partial>
      <hx-partial hx-target="#open-facets" hx-swap="innerHTML">
        <FilterButtonInside list={list} />
      </hx-partial>
      <hx-partial hx-target="#live" hx-swap="textContent">
        {things(list.total) as "safe"}
      </hx-partial>
    </>
  );
}

/** What htmx gets for `more=1`: the goods of the next page, to stand below, and the pager after them. */
export function CollectionMorePart({ list }: PartProps) {
  return (
    <>
      <ProductCards cards={list.cards} currency={list.currency} level="h3" focusFirst />
      <hx-partial hx-target=".pager" hx-swap="outerHTML">
        <ResultsPager list={list} />
      </hx-partial>
      <hx-partial hx-target="#live" hx-swap="textContent">
        {`${list.cards.length} more` as "safe"}
      </hx-partial>
    </>
  );
}
