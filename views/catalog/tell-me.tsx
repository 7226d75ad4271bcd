import { escapeHtml } from "@kitajs/html";
import { link, paths } from "#src/paths.ts";
import { personalMarks } from "#views/personal.tsx";
import { describedBy, FieldError } from "#views/ui/field.tsx";

type Props = {
  readonly handle: string;
  /** What is sold out; undefined where what is chosen can be bought. */
  readonly variant: string | undefined;
};

export const tellMeId = "tell-me-email";

/** Below the button of a thing that is sold out: who leaves an address gets one letter when it is back. */
export function TellMe({ handle, variant }: Props) {
  if (variant === undefined) return <div id="tell-me"></div>;
  return (
    <section class="slip" id="tell-me" aria-labelledby="tell-me-h">
      <h2 id="tell-me-h">Tell me when it is back</h2>
      <TellMeForm handle={handle} variant={variant} />
    </section>
  );
}

type FormProps = {
  readonly handle: string;
  readonly variant: string;
  /** What was typed, and what is wrong with it. */
  readonly refused?: { readonly typed: string; readonly error: string } | undefined;
};

/** One field. Where nothing was typed yet, it holds the address of who is signed in. */
export function TellMeForm({ handle, variant, refused }: FormProps) {
  const action = link(paths.productNotice, { handle });
  return (
    <form
      class="stack"
      method="post"
      action={action}
      hx-post={action}
      hx-target="#tell-me"
      hx-swap="outerMorph"
      novalidate
    >
      <input type="hidden" name="variant" value={variant} />
      <div class="field">
        <label for={tellMeId}>Your email</label>
        <p class="hint" id={`${tellMeId}-hint`}>
          One letter when it is on the shelf again, and nothing else.
        </p>
        <FieldError id={tellMeId} error={refused?.error} />
        {emailField(refused) as "safe"}
      </div>
      <p>
        <button class="button quiet">Tell me</button>
      </p>
    </form>
  );
}

// One string, not an element: on a kept page the address must reach its attribute unescaped, see personal.tsx.
function emailField(refused: FormProps["refused"]): string {
  const value = refused ? escapeHtml(refused.typed) : personalMarks.email;
  const wrong = refused ? ' aria-invalid="true"' : "";
  const described = describedBy(tellMeId, "hint", refused?.error) ?? "";
  return `<input class="input" id="${tellMeId}" name="email" type="email" inputmode="email" autocomplete="email" maxlength="254" value="${value}" aria-describedby="${described}"${wrong}>`;
}
