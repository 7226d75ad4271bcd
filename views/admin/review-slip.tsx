import type { May } from "#src/accounts/permissions.ts";
import { link, paths } from "#src/paths.ts";
import { heightAt, Picture, pictureAddress } from "#views/ui/picture.tsx";
import { Stars } from "#views/ui/rating.tsx";

export type ReviewRow = {
  readonly id: string;
  readonly state: "waiting" | "shown" | "hidden";
  readonly product: string;
  readonly handle: string;
  readonly author: string;
  readonly place: string;
  readonly rating: number;
  readonly title: string;
  readonly body: string;
  readonly reply: string;
  /** What the buyer sent along: its file, or "". */
  readonly picture: string;
  readonly pictureAlt: string;
  readonly pictureWidth: number;
  readonly pictureHeight: number;
  /** Bought here by an order that we know. */
  readonly isBuyer: boolean;
  readonly when: string;
};

export const reviewStates = { waiting: "Waiting", shown: "Shown", hidden: "Hidden" } as const;
const tones = { waiting: "wait", shown: "ok", hidden: "off" } as const;

const doneWords = {
  show: "Shown to everybody.",
  hide: "Hidden.",
  unpicture: "The picture is off.",
  reply: "Answer saved.",
} as const;
type SlipProps = {
  readonly review: ReviewRow;
  readonly may: May;
  /** What was done to it just now. */
  readonly done?: keyof typeof doneWords;
};

/** One review, and what can be done with it: swapped where it stands. */
export function ReviewSlip({ review, may, done }: SlipProps) {
  const { id, state, product, handle, author, place, rating, title, body, isBuyer, when } = review;
  const who = [author, place].filter((part) => part !== "").join(", ");
  return (
    <article class="pad review-slip" id={`review-${id}`}>
      <header class="row">
        <h2>
          <a href={`${link(paths.product, { handle })}#reviews`} safe>
            {product}
          </a>
        </h2>
        <span class={`status ${tones[state]}`}>{reviewStates[state]}</span>
        {done ? (
          <span class="soft" role="status">
            {doneWords[done]}
          </span>
        ) : null}
      </header>
      <p class="row">
        <Stars sum={rating} count={1} said />
        <strong safe>{title}</strong>
      </p>
      {body === "" ? (
        <p class="soft">Stars alone, no words.</p>
      ) : (
        <p class="said" safe>
          {body}
        </p>
      )}
      {review.picture === "" ? null : <Sent review={review} />}
      <p class="soft" safe>{`${who}, ${when}${isBuyer ? ", bought it here" : ""}`}</p>
      {may("reviews.edit") ? <Acts review={review} focus={done !== undefined && done !== "reply"} /> : null}
    </article>
  );
}

/** Large enough to be judged. */
function Sent({ review: { picture, pictureAlt, pictureWidth, pictureHeight } }: Pick<SlipProps, "review">) {
  const words = pictureAlt === "" ? "They did not say what it shows." : pictureAlt;
  return (
    <figure class="sent-picture">
      <a href={pictureAddress(picture)}>
        <Picture
          file={picture}
          alt={pictureAlt || "The picture that was sent"}
          width={Math.min(640, pictureWidth)}
          height={heightAt(640, pictureWidth, pictureHeight)}
        />
      </a>
      <figcaption class="soft" safe>
        {words}
      </figcaption>
    </figure>
  );
}

type ActsProps = {
  readonly review: ReviewRow;
  /** The button that was pressed is gone: the other one takes the focus. */
  readonly focus: boolean;
};

function Acts({ review: { id, state, reply, product, picture }, focus }: ActsProps) {
  const action = link(paths.adminReview, { id });
  const swap = { "hx-post": action, "hx-target": `#review-${id}`, "hx-swap": "outerHTML" } as const;
  const acts = [
    ["show", "Show it"],
    ["hide", "Hide it"],
    ...(picture === "" ? [] : ([["unpicture", "Take the picture off"]] as const)),
  ] as const;
  return (
    <>
      <form class="row" method="post" action={action} {...swap}>
        {acts
          .filter(([act]) => !(act === "show" && state === "shown") && !(act === "hide" && state === "hidden"))
          .map(([act, words], at) => (
            <button
              autofocus={focus && at === 0}
              class={act === "show" ? "button" : "button quiet"}
              id={`${act}-${id}`}
              name="act"
              value={act}
              aria-label={`${words}: review of ${product}`}
            >
              {words}
            </button>
          ))}
      </form>
      <details open={reply !== ""}>
        <summary id={`answer-${id}`}>{reply === "" ? "Answer it" : "The answer below it"}</summary>
        <form class="stack" method="post" action={action} {...swap}>
          <label for={`reply-${id}`}>What the shop says</label>
          <textarea class="input" id={`reply-${id}`} name="reply" rows="3" maxlength={1000} safe>
            {reply}
          </textarea>
          <p class="row">
            <button class="button quiet" id={`save-${id}`} name="act" value="reply">
              Save the answer
            </button>
          </p>
        </form>
      </details>
    </>
  );
}
