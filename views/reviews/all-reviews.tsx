import { link, paths } from "#src/paths.ts";
import { Said, type Review } from "#views/catalog/reviews.tsx";
import { Layout } from "#views/layout.tsx";
import type { PageShell } from "#views/shell.ts";
import { Button } from "#views/ui/button.tsx";
import { Crumbs } from "#views/ui/crumbs.tsx";
import { Pager } from "#views/ui/pager.tsx";
import { Rating } from "#views/ui/rating.tsx";

export type AllReviewsProps = {
  readonly handle: string;
  readonly title: string;
  readonly sum: number;
  readonly count: number;
  readonly sort: string;
  readonly page: number;
  readonly pages: number;
  readonly list: readonly Review[];
};

const sorts = [
  ["newest", "Newest first"],
  ["best", "Most stars first"],
  ["worst", "Fewest stars first"],
] as const;

/** All that was said of one thing, on a page of its own. */
export function AllReviewsPage({ shell, ...props }: AllReviewsProps & { readonly shell: PageShell }) {
  const { handle, title, sum, count, sort, page } = props;
  const product = link(paths.product, { handle });
  const own = link(paths.productReviews, { handle });
  return (
    <Layout
      shell={shell}
      title={`What people said about ${title}`}
      canonical={page === 1 ? own : `${own}?page=${page}`}
      robots={sort === "newest" ? undefined : "noindex"}
    >
      <div class="wrap page">
        <Crumbs trail={[{ title, href: product }]} here="What people said" />
        <div class="page-head">
          <h1 safe>{`What people said about ${title}`}</h1>
          <p class="row">
            {count === 0 ? "Nobody has said anything yet." : <Rating sum={sum} count={count} />}
            <a href={link(paths.productReview, { handle })}>Bought it? Say what you think</a>
          </p>
        </div>
        {count > 1 ? <SortForm action={own} sort={sort} /> : null}
        <AllReviewsPart {...props} />
      </div>
    </Layout>
  );
}

function SortForm({ action, sort }: { readonly action: string; readonly sort: string }) {
  return (
    <form
      class="row sort-said"
      action={action}
      hx-get={action}
      hx-trigger="change, submit"
      hx-target="#said-list"
      hx-swap="outerMorph"
      hx-replace-url="true"
    >
      <label for="sort">Order</label>
      <select class="select" id="sort" name="sort">
        {sorts.map(([value, words]) => (
          <option value={value} selected={value === sort}>
            {words}
          </option>
        ))}
      </select>
      <noscript>
        <Button quiet slim>
          Sort
        </Button>
      </noscript>
    </form>
  );
}

/** The list alone, for another order. */
export function AllReviewsPart({ handle, sort, page, pages, list }: AllReviewsProps) {
  const hrefOf = (to: number) =>
    `${link(paths.productReviews, { handle })}?${new URLSearchParams({ ...(sort === "newest" ? {} : { sort }), page: String(to) })}`;
  return (
    <div id="said-list">
      <h2 class="visually-hidden">Reviews</h2>
      <div class="reviews alone">
        <ol role="list">
          {list.map((review) => (
            <Said review={review} />
          ))}
        </ol>
      </div>
      <Pager page={page} pages={pages} hrefOf={hrefOf} />
    </div>
  );
}
