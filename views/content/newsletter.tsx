import { paths } from "#src/paths.ts";
import { FieldError } from "#views/ui/field.tsx";

type Props = {
  readonly typed?: string | undefined;
  readonly error?: string | undefined;
  /** What is said instead of the form once it went well. */
  readonly thanks?: string | undefined;
};

/** One field in the footer of every page; htmx puts the answer in its place. */
export function NewsletterForm({ typed = "", error, thanks }: Props) {
  if (thanks !== undefined)
    return (
      <p class="gap-above" id="newsletter" role="status" safe>
        {thanks}
      </p>
    );
  return (
    <form
      class="gap-above"
      id="newsletter"
      method="post"
      action={paths.newsletter}
      hx-post={paths.newsletter}
      hx-target="#newsletter"
      hx-swap="outerHTML"
      data-checks="newsletter"
    >
      <label for="letter">Your email</label>
      <FieldError id="letter" error={error} />
      <div class="with-button">
        <input
          class="input slim"
          id="letter"
          name="email"
          type="email"
          autocomplete="email"
          maxlength="254"
          value={typed}
          aria-invalid={error ? "true" : undefined}
          aria-describedby={error ? "letter-error" : undefined}
        />
        <button class="button quiet slim" id="letter-send">
          Send it
        </button>
      </div>
    </form>
  );
}
