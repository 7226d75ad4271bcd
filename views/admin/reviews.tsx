import type { May } from "#src/accounts/permissions.ts";
import { paths } from "#src/paths.ts";
import { Desk, type DeskProps } from "./desk.tsx";
import { ReviewSlip, reviewStates, type ReviewRow } from "./review-slip.tsx";

type ListProps = {
  readonly desk: DeskProps;
  readonly state: ReviewRow["state"];
  readonly waiting: number;
  readonly reviews: readonly ReviewRow[];
  readonly may: May;
  readonly page: number;
  readonly isMore: boolean;
};

const tabs = [
  ["waiting", reviewStates.waiting],
  ["shown", reviewStates.shown],
  ["hidden", reviewStates.hidden],
] as const;
const nothing = {
  waiting: "Nothing waits. What buyers write comes here before others see it.",
  shown: "No review is shown yet.",
  hidden: "No review is hidden.",
};

/** What buyers said, by how it stands. */
export function ReviewListPage({ desk, state, waiting, reviews, may, page, isMore }: ListProps) {
  const hrefOf = (to: number) => `${paths.adminReviews}?${new URLSearchParams({ state, page: String(to) })}`;
  return (
    <Desk {...desk}>
      <div class="head">
        <h1>Reviews</h1>
      </div>
      <nav class="tabs" aria-label="Reviews by state">
        {tabs.map(([value, words]) => (
          <a href={`${paths.adminReviews}?state=${value}`} aria-current={value === state ? "page" : undefined}>
            {words}
            {value === "waiting" && waiting > 0 ? <span class="n">{waiting}</span> : null}
          </a>
        ))}
      </nav>
      <section class="panel" aria-label="Reviews">
        {reviews.length === 0 ? (
          <div class="pad">
            <p safe>{nothing[state]}</p>
          </div>
        ) : (
          reviews.map((review) => <ReviewSlip review={review} may={may} />)
        )}
      </section>
      <p class="row">
        {page > 1 ? <a href={hrefOf(page - 1)}>Back</a> : null}
        {isMore ? <a href={hrefOf(page + 1)}>Next</a> : null}
      </p>
    </Desk>
  );
}
