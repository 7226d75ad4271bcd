import type { CheckoutScreen } from "#src/checkout/screen.ts";
import { paths } from "#src/paths.ts";
import { FieldError } from "#views/ui/field.tsx";

type Props = {
  readonly screen: CheckoutScreen;
  readonly name: "book" | "billBook";
  readonly op: "book" | "bill-book";
  readonly label: string;
  /** The one that is filled in. */
  readonly chosen: string | undefined;
  readonly error: string | undefined;
};

/** The addresses that a customer keeps: the button fills the chosen one in, with scripts and without. */
export function FromBook({ screen: { book }, name, op, label, chosen = "", error }: Props) {
  if (!book || book.addresses.length === 0) return null;
  return (
    <div class="field">
      <label for={name} safe>
        {label}
      </label>
      <FieldError id={name} error={error} />
      <div class="with-button">
        <select
          class="input select"
          id={name}
          name={name}
          aria-invalid={error ? "true" : undefined}
          aria-describedby={error ? `${name}-error` : undefined}
        >
          {book.addresses.map(({ value, label: address }) => (
            <option value={value} selected={value === chosen} safe>
              {address}
            </option>
          ))}
        </select>
        <button
          class="button quiet"
          id={`use-${name}`}
          name="op"
          value={op}
          formaction={paths.checkout}
          hx-post={paths.checkout}
          hx-target="#checkout"
          hx-swap="outerMorph"
          hx-sync="#contact:replace"
        >
          Use it
          <span class="visually-hidden" safe>{`: ${label}`}</span>
        </button>
      </div>
    </div>
  );
}

/** Whether the address goes into the account with the order; not asked where it is there, or nobody is signed in. */
export function Keep({ screen: { book, draft } }: { readonly screen: CheckoutScreen }) {
  if (!book?.keepable) return null;
  return (
    <div>
      <input type="hidden" name="keeping" value="asked" />
      <label class="check">
        <input type="checkbox" id="keep" name="keep" value="yes" checked={draft.keep === "yes"} />
        <span>Keep this address in my account</span>
      </label>
    </div>
  );
}
