import { meanRating, Stars } from "#views/ui/rating.tsx";

export type ReviewsProps = {
  readonly sum: number;
  readonly count: number;
  /** How many gave 5, 4, 3, 2 and 1 stars. */
  readonly stars: readonly [number, number, number, number, number];
  readonly list: readonly Review[];
};

export type Review = {
  readonly author: string;
  readonly place: string;
  readonly rating: number;
  readonly title: string;
  readonly body: string;
  /** In words: "October 2026". */
  readonly when: string;
};

/** What people said; nothing where nobody has said anything. */
export function Reviews({ reviews }: { readonly reviews: ReviewsProps }) {
  if (reviews.count === 0) return null;
  const { sum, count, list } = reviews;
  return (
    <section class="section" id="reviews" aria-labelledby="said">
      <div class="section-head">
        <h2 id="said">What people said</h2>
        {list.length < count ? <p class="small soft">{`The latest ${list.length} of ${count}` as "safe"}</p> : null}
      </div>
      <div class="reviews">
        <div class="stack">
          <p class="row">
            <span class="score">{meanRating({ sum, count }) as "safe"}</span>
            <Stars sum={sum} count={count} />
          </p>
          <Tally reviews={reviews} />
        </div>
        <ol role="list">
          {list.map((review) => (
            <Said review={review} />
          ))}
        </ol>
      </div>
    </section>
  );
}

function Tally({ reviews }: { readonly reviews: ReviewsProps }) {
  const { stars, count } = reviews;
  return (
    <table class="tally">
      <caption class="visually-hidden">Reviews by stars</caption>
      <tbody>
        {stars.map((given, at) => (
          <tr>
            <th scope="row">{(at === 4 ? "1 star" : `${5 - at} stars`) as "safe"}</th>
            <td>
              <meter min="0" max={String(count)} value={String(given)} aria-label={`${given} of ${count}`}></meter>
            </td>
            <td>{given}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Said({ review }: { readonly review: Review }) {
  const { author, place, rating, title, body, when } = review;
  const who = [author, place].filter((part) => part !== "").join(", ");
  return (
    <li>
      <Stars sum={rating} count={1} said />
      {title === "" ? null : <h3 safe>{title}</h3>}
      <p safe>{body}</p>
      <p class="small soft" safe>
        {when === "" ? who : `${who}, ${when}`}
      </p>
    </li>
  );
}
