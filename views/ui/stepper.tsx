import { Icon } from "./icon.tsx";

type Attributes = Readonly<Record<`hx-${string}` | `data-${string}`, string>>;

type Props = {
  readonly id: string;
  /** As it was typed: it may be anything. */
  readonly value: string;
  /** What the buttons and, without a label of its own, the box say: "One mug fewer". */
  readonly fewer: string;
  readonly more: string;
  readonly label?: string | undefined;
  readonly slim?: boolean | undefined;
  readonly describedBy?: string | undefined;
  readonly invalid?: boolean | undefined;
  /** Attributes of htmx or of shop.js for the box: `data-submit` submits on change. */
  readonly box?: Attributes | undefined;
  /** The same, and where a plain press goes, for both buttons. */
  readonly buttons?: (Attributes & { readonly formaction?: string; readonly formmethod?: "get" | "post" }) | undefined;
};

/**
 * Minus, a typed number, plus: posts `quantity`, and `op` (dec or inc) where a button was pressed. A form with one
 * needs `EnterButton` first, or Enter in the box would press minus.
 */
export function Stepper(props: Props) {
  const { id, value, fewer, more, label, slim = false, describedBy, invalid = false, box, buttons } = props;
  return (
    <div class={slim ? "stepper slim" : "stepper"}>
      <button id={`${id}-fewer`} name="op" value="dec" aria-label={fewer} data-step="-1" {...buttons}>
        <Icon name="minus" />
      </button>
      <input
        id={id}
        name="quantity"
        type="text"
        inputmode="numeric"
        value={value}
        autocomplete="off"
        aria-label={label}
        aria-invalid={invalid ? "true" : undefined}
        aria-describedby={describedBy}
        {...box}
      />
      <button id={`${id}-more`} name="op" value="inc" aria-label={more} data-step="1" {...buttons}>
        <Icon name="plus" />
      </button>
    </div>
  );
}

/** What Enter in a box presses: the first button of a form. Seen and reached by nobody. */
export function EnterButton({ disabled = false }: { readonly disabled?: boolean | undefined }) {
  return <button class="visually-hidden" tabindex="-1" aria-hidden="true" disabled={disabled}></button>;
}
