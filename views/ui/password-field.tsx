import { checking, describedBy, FieldError } from "./field.tsx";

type Props = {
  readonly autocomplete: string | undefined;
  readonly name?: string | undefined;
  readonly label?: string | undefined;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly required?: boolean | undefined;
  readonly minlength?: number | undefined;
  readonly maxlength?: number | undefined;
  /** Where to ask, after the field was left, what is wrong with it. */
  readonly check?: string | undefined;
  /** The answer to such a question: only a script asks, so the button is at hand, and may have the focus. */
  readonly isAnswer?: boolean | undefined;
};

/** What is typed stays hidden until "Show" is pressed: a button that shop.js puts there, since without it nothing happens. */
export function PasswordField(props: Props) {
  const { name: id = "password", label = "Password", hint, error, check } = props;
  return (
    <div class="field" id={check ? `${id}-field` : undefined}>
      <label for={id} safe>
        {label}
      </label>
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
          name={id}
          type="password"
          autocomplete={props.autocomplete}
          required={props.required}
          minlength={props.minlength}
          maxlength={props.maxlength}
          aria-invalid={error ? "true" : undefined}
          aria-describedby={describedBy(id, hint, error)}
          {...checking(id, check, error)}
        />
        <button
          class="button quiet"
          type="button"
          aria-label="Show password"
          aria-pressed="false"
          data-reveal=""
          hidden={!props.isAnswer}
        >
          Show
        </button>
      </div>
    </div>
  );
}
