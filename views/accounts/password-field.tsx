import { describedBy, FieldError } from "#views/ui/field.tsx";

type Props = {
  readonly autocomplete: "current-password" | "new-password";
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
};

/** What is typed stays hidden until "Show" is pressed: a button that shop.js puts there, since without it nothing happens. */
export function PasswordField({ autocomplete, hint, error }: Props) {
  const id = "password";
  return (
    <div class="field">
      <label for={id}>Password</label>
      {hint ? (
        <p class="hint" id={`${id}-hint`} safe>
          {hint}
        </p>
      ) : null}
      <FieldError id={id} error={error} />
      <div class="with-button">
        <input
          class="input"
          id={id}
          name="password"
          type="password"
          autocomplete={autocomplete}
          aria-invalid={error ? "true" : undefined}
          aria-describedby={describedBy(id, hint, error)}
        />
        <button
          class="button quiet"
          type="button"
          aria-label="Show password"
          aria-pressed="false"
          data-reveal=""
          hidden
        >
          Show
        </button>
      </div>
    </div>
  );
}
