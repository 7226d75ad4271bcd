import { FieldError, describedBy } from "#views/ui/field.tsx";

type Props = {
  /** One was sent before. It is not shown here: until the shop has looked at it, nobody sees it. */
  readonly hasPicture: boolean;
  readonly error: string | undefined;
  readonly alt: string | undefined;
  readonly altError: string | undefined;
};

const hint = "Optional: JPEG, PNG, WebP or GIF, up to 5 MiB. Where a photo was taken is not kept.";
const kept = "You sent a picture. It stays with it unless you choose another, or take it away below.";

/** A picture to go with what is said, and its words. upload.js shows it and makes a huge one smaller before it is sent. */
export function ReviewPicture({ hasPicture, error, alt, altError }: Props) {
  return (
    <>
      <div class="field">
        <label for="picture">A picture of it</label>
        <p class="hint" id="picture-hint">
          {(hasPicture ? kept : hint) as "safe"}
        </p>
        <FieldError id="picture" error={error} />
        <input
          class="input"
          id="picture"
          name="picture"
          type="file"
          accept="image/jpeg,image/png,image/webp,image/gif"
          aria-invalid={error ? "true" : undefined}
          aria-describedby={describedBy("picture", hint, error)}
          data-shrink=""
        />
        <canvas id="chosen" role="img" aria-label="The picture that you chose" hidden></canvas>
      </div>
      {hasPicture ? (
        <div class="field">
          <label class="check" for="dropPicture">
            <input type="checkbox" id="dropPicture" name="dropPicture" />
            Take the picture away
          </label>
        </div>
      ) : null}
      <div class="field">
        <label for="pictureAlt">What the picture shows</label>
        <p class="hint" id="pictureAlt-hint">
          For who cannot see it
        </p>
        <FieldError id="pictureAlt" error={altError} />
        <input
          class="input"
          id="pictureAlt"
          name="pictureAlt"
          maxlength={300}
          value={alt ?? ""}
          aria-invalid={altError ? "true" : undefined}
          aria-describedby={describedBy("pictureAlt", "hint", altError)}
        />
      </div>
    </>
  );
}
