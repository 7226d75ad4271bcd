import { link, paths } from "#src/paths.ts";
import { heightAt, Picture, pictureAddress } from "#views/ui/picture.tsx";
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
  /** What the shop says to it. */
  readonly reply: string;
  /** One that the buyer sent along: its file, or "" for none. */
  readonly picture: string;
  readonly pictureAlt: string;
  readonly pictureWidth: number;
  readonly pictureHeight: number;
  /** In words: "October 2026". */
  readonly when: string;
};

type Props = {
  readonly handle: string;
  readonly reviews: ReviewsProps;
};

/** What people said, and the way to say something; where nobody has, only that. */
export function Reviews({ handle, reviews }: Props) {
  const { sum, count, list } = reviews;
  const say = (
    <a class="say" href={link(paths.productReview, { handle })}>
      Bought it? Say what you think
    </a>
  );
  if (count === 0)
    return (
      <section class="section stack feature-reviews" id="reviews" aria-labelledby="said">
        <h2 id="said">What people said</h2>
        <p>Nothing yet. {say}</p>
      </section>
    );
  return (
    <section class="section" id="reviews" aria-labelledby="said">
      <div class="section-head">
        <h2 id="said">What people said</h2>
        {count > 1 ? (
          <p class="small">
            <a href={link(paths.productReviews, { handle })}>{`All ${count}, in any order` as "safe"}</a>
          </p>
        ) : null}
      </div>
      <div class="reviews">
        <div class="stack">
          <p class="row">
            <span class="score">{meanRating({ sum, count }) as "safe"}</span>
            <Stars sum={sum} count={count} />
          </p>
          <Tally reviews={reviews} />
          <p class="feature-reviews">{say}</p>
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

/** A small one that leads to the large one. */
function Sent({ review: { picture, pictureAlt, pictureWidth, pictureHeight, author } }: { readonly review: Review }) {
  const width = Math.min(160, pictureWidth);
  return (
    <p>
      <a href={pictureAddress(picture)}>
        <Picture
          file={picture}
          alt={pictureAlt || `A picture from ${author}`}
          width={width}
          height={heightAt(160, pictureWidth, pictureHeight)}
        />
      </a>
    </p>
  );
}

/** One of them, with what the shop answered. */
export function Said({ review }: { readonly review: Review }) {
  const { author, place, rating, title, body, reply, when } = review;
  const who = [author, place].filter((part) => part !== "").join(", ");
  return (
    <li>
      <Stars sum={rating} count={1} said />
      {title === "" ? null : <h3 safe>{title}</h3>}
      <p safe>{body}</p>
      {review.picture === "" ? null : <Sent review={review} />}
      <p class="small soft" safe>
        {when === "" ? who : `${who}, ${when}`}
      </p>
      {reply === "" ? null : (
        <p class="reply">
          <span class="soft">The shop: </span>
          <span safe>{reply}</span>
        </p>
      )}
    </li>
  );
}
