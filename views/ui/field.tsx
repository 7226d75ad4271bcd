type Option = { readonly value: string; readonly label: string };

export type FieldProps = {
  readonly name: string;
  readonly label: string;
  /** The element's id, where it is not the name. */
  readonly id?: string | undefined;
  readonly type?: "text" | "email" | "tel" | "password" | "search" | "number" | "url" | undefined;
  readonly value?: string | undefined;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly autocomplete?: string | undefined;
  readonly inputmode?: "numeric" | "decimal" | "email" | "tel" | "text" | undefined;
  readonly maxlength?: number | undefined;
  readonly minlength?: number | undefined;
  /** Where to ask, after the field was left, what is wrong with it. */
  readonly check?: string | undefined;
  readonly short?: boolean | undefined;
  readonly required?: boolean | undefined;
  /** More than one makes a text box of so many lines. */
  readonly rows?: number | undefined;
  /** Makes it a list to choose from. */
  readonly options?: readonly Option[] | undefined;
};

/** What ties hint and error to their control. */
export function describedBy(id: string, hint: string | undefined, error: string | undefined): string | undefined {
  return [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ") || undefined;
}

/** A control with its label above, then hint and error, then the box: with what was typed still in it. */
export function Field(props: FieldProps) {
  const { name, label, id = name, hint, error, check } = props;
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
      <Control {...props} />
    </div>
  );
}

/** The sentence below the label; nothing where nothing is wrong. */
export function FieldError({ id, error }: { readonly id: string; readonly error: string | undefined }) {
  if (!error) return null;
  return (
    <p class="error" id={`${id}-error`}>
      <span class="visually-hidden">Error: </span>
      <span safe>{error}</span>
    </p>
  );
}

/**
 * Asks the server about a field once it was left, and while it is wrong at each pause in typing: so a message comes late
 * and goes early. A check that gets no answer is not told of: the form itself is checked again.
 */
export function checking(id: string, check: string | undefined, error: string | undefined) {
  if (!check) return {};
  return {
    "hx-post": check,
    "hx-trigger": error ? "change, input changed delay:300ms" : "change",
    "hx-target": `#${id}-field`,
    "hx-swap": "outerMorph",
    "data-quiet": "",
  } as const;
}

function Control({
  name,
  id = name,
  type = "text",
  value = "",
  hint,
  error,
  short,
  check,
  rows = 1,
  ...rest
}: FieldProps) {
  const shared = {
    id,
    name,
    autocomplete: rest.autocomplete,
    required: rest.required,
    maxlength: rest.maxlength,
    minlength: rest.minlength,
    "aria-invalid": error ? ("true" as const) : undefined,
    "aria-describedby": describedBy(id, hint, error),
    ...checking(id, check, error),
  };
  if (rest.options)
    return (
      <select class="select" {...shared}>
        {rest.options.map((option) => (
          <option value={option.value} selected={option.value === value} safe>
            {option.label}
          </option>
        ))}
      </select>
    );
  if (rows > 1)
    return (
      <textarea class="input" {...shared} rows={String(rows)} safe>
        {value}
      </textarea>
    );
  return (
    <input class={short ? "input short" : "input"} {...shared} type={type} inputmode={rest.inputmode} value={value} />
  );
}
