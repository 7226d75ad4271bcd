import { link, paths } from "#src/paths.ts";
import { Layout } from "#views/layout.tsx";
import type { PageShell } from "#views/shell.ts";
import { Button } from "#views/ui/button.tsx";
import { Crumbs } from "#views/ui/crumbs.tsx";
import { ErrorSummary } from "#views/ui/error-summary.tsx";
import { Field, FieldError } from "#views/ui/field.tsx";
import { Stars } from "#views/ui/rating.tsx";
import { ReviewPicture } from "./review-picture.tsx";

export type ReviewFormProps = {
  /** Of the order that it was bought in. */
  readonly token: string;
  readonly handle: string;
  readonly title: string;
  /** Something was said before, and stands in the form. */
  readonly isAgain: boolean;
  /** A picture was sent with it. */
  readonly hasPicture: boolean;
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, string>>;
};

const ids = { rating: "rating-5" };

/** For who bought it: stars, a few words, a name. */
export function ReviewFormPage({ shell, ...props }: ReviewFormProps & { readonly shell: PageShell }) {
  const { token, title, errors } = props;
  const wrong = Object.keys(errors).length > 0 ? "Error: " : "";
  return (
    <Layout
      shell={shell}
      title={`${wrong}What you think of ${title}`}
      robots="noindex"
      checks={["review"]}
      scripts={["upload.js"]}
    >
      <div class="wrap narrow page">
        <Crumbs trail={[{ title: "Your order", href: link(paths.order, { token }) }]} here="What you think" />
        <ReviewFormPart {...props} />
      </div>
    </Layout>
  );
}

export function ReviewFormPart({ token, handle, title, isAgain, hasPicture, typed, errors }: ReviewFormProps) {
  const action = link(paths.orderReview, { token, handle });
  return (
    <form
      class="stack"
      id="review"
      method="post"
      action={action}
      enctype="multipart/form-data"
      hx-post={action}
      hx-encoding="multipart/form-data"
      hx-target="#review"
      hx-swap="outerMorph"
      data-checks="review"
      novalidate
    >
      <ErrorSummary errors={errors} ids={ids} />
      <div class="page-head">
        <h1 safe>{`What do you think of ${title}?`}</h1>
        <p>
          {isAgain
            ? "This is what you said. Change it, and it is shown again once we have looked at it."
            : "Others see it once we have looked at it. We take out nothing because it is unkind to us."}
        </p>
      </div>
      <Rate chosen={typed["rating"]} error={errors["rating"]} />
      <Field
        name="title"
        label="In a few words"
        hint="Optional"
        maxlength={120}
        value={typed["title"]}
        error={errors["title"]}
      />
      <Field
        name="body"
        label="What you think of it"
        hint="Optional"
        rows={6}
        maxlength={3000}
        value={typed["body"]}
        error={errors["body"]}
      />
      <Field
        name="author"
        label="Name shown beside it"
        hint="A first name or an initial is enough"
        autocomplete="given-name"
        maxlength={60}
        short
        value={typed["author"]}
        error={errors["author"]}
      />
      <ReviewPicture
        hasPicture={hasPicture}
        error={errors["picture"]}
        alt={typed["pictureAlt"]}
        altError={errors["pictureAlt"]}
      />
      <p>
        <Button>{isAgain ? "Say it anew" : "Say it"}</Button>
      </p>
    </form>
  );
}

type RateProps = { readonly chosen: string | undefined; readonly error: string | undefined };

/** Five radio buttons, each said in words and in stars. */
function Rate({ chosen, error }: RateProps) {
  return (
    <fieldset class="field rate" aria-describedby={error ? "rating-error" : undefined}>
      <legend>Stars</legend>
      <FieldError id="rating" error={error} />
      {[5, 4, 3, 2, 1].map((stars) => (
        <label class="check">
          <input
            type="radio"
            id={`rating-${stars}`}
            name="rating"
            value={String(stars)}
            checked={chosen === String(stars)}
            required
          />
          <Stars sum={stars} count={1} />
          <span>{(stars === 1 ? "1 star" : `${stars} stars`) as "safe"}</span>
        </label>
      ))}
    </fieldset>
  );
}
