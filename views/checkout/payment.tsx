import type { CheckoutScreen } from "#src/checkout/screen.ts";
import type { Change } from "#src/checkout/shown.ts";
import { link, paths } from "#src/paths.ts";
import { formatMoney } from "#src/pricing/money.ts";
import type { PageShell } from "#views/shell.ts";
import { Button } from "#views/ui/button.tsx";
import { FieldError } from "#views/ui/field.tsx";
import { CheckoutFrame, CheckoutPart } from "./frame.tsx";
import { Changes } from "./changes.tsx";
import { Summary } from "./summary.tsx";

export type PaymentChoice = {
  readonly value: string;
  readonly name: string;
  readonly note: string;
  readonly chosen: boolean;
};

export type PaymentProps = {
  readonly screen: CheckoutScreen;
  readonly errors: Readonly<Record<string, string>>;
  readonly choices: readonly PaymentChoice[];
  /** The pages to agree to; without any there is nothing to tick. */
  readonly terms: readonly { readonly handle: string; readonly title: string }[];
  readonly agreed: boolean;
  /** What the form carries: the total and what it is made of, to be compared when the button is pressed. */
  readonly shown: string;
  readonly email: string;
  readonly goes: readonly string[];
  readonly comes: string;
  /** What is different from the page on which the button was pressed. */
  readonly news?: { readonly message: string; readonly changes: readonly Change[] } | undefined;
};

export function PaymentPage({ shell, ...props }: PaymentProps & { readonly shell: PageShell }) {
  return (
    <CheckoutFrame shell={shell} {...frameOf(props)}>
      <PaymentForm {...props} />
    </CheckoutFrame>
  );
}

export function PaymentPart(props: PaymentProps) {
  return (
    <CheckoutPart {...frameOf(props)}>
      <PaymentForm {...props} />
    </CheckoutPart>
  );
}

const frameOf = ({ screen, errors, news }: PaymentProps) => ({
  at: "payment" as const,
  digital: screen.digital,
  errors,
  summary: <Summary screen={screen} />,
  news: news ? <Changes message={news.message} changes={news.changes} /> : undefined,
});

function PaymentForm(props: PaymentProps) {
  const { screen, errors, shown, choices } = props;
  const total = formatMoney(screen.total, screen.currency);
  return (
    <form
      id="payment"
      method="post"
      action={paths.checkoutPlace}
      hx-post={paths.checkoutPlace}
      hx-target="#checkout"
      hx-swap="outerMorph"
      hx-sync="#payment:drop"
      novalidate
    >
      <input type="hidden" name="total" value={String(screen.total)} />
      <input type="hidden" name="shown" value={shown} />
      <Known {...props} />
      {screen.total === 0 ? (
        <section class="form-part">
          <p>There is nothing to pay.</p>
        </section>
      ) : (
        <Choices choices={choices} error={errors["pay"]} />
      )}
      <Terms {...props} />
      <p class="row gap-above">
        <Button wide>
          <span safe>{screen.total === 0 ? "Place the order" : `Place the order for ${total}`}</span>
        </Button>
      </p>
    </form>
  );
}

/** What was said before, each with the way back to it. */
function Known({ email, goes, comes, screen }: PaymentProps) {
  return (
    <section class="form-part" aria-labelledby="k-h">
      <h2 id="k-h">For whom, and where to</h2>
      <p>
        <span safe>{[email, ...goes].join(", ")}</span> <a href={paths.checkout}>Change</a>
      </p>
      <p>
        <span safe>{comes}</span> {screen.digital ? null : <a href={paths.checkoutDelivery}>Change</a>}
      </p>
    </section>
  );
}

function Choices({
  choices,
  error,
}: {
  readonly choices: readonly PaymentChoice[];
  readonly error: string | undefined;
}) {
  return (
    <fieldset class="form-part" aria-describedby={error ? "pay-error" : undefined}>
      <legend>How will you pay?</legend>
      {error ? (
        <div class="field">
          <FieldError id="pay" error={error} />
        </div>
      ) : null}
      {choices.length === 0 ? (
        <div class="notice bad">
          <p>The shop has no way to be paid for this just now. Please write to it.</p>
        </div>
      ) : (
        <div class="choices">
          {choices.map(({ value, name, note, chosen }, index) => (
            <label>
              <input type="radio" id={index === 0 ? "pay" : `pay-${index}`} name="pay" value={value} checked={chosen} />
              <span safe>{name}</span>
              <small safe>{note}</small>
            </label>
          ))}
        </div>
      )}
    </fieldset>
  );
}

function Terms({ terms, agreed, errors }: PaymentProps) {
  if (terms.length === 0) return null;
  const error = errors["terms"];
  return (
    <div class="form-part field">
      <FieldError id="terms" error={error} />
      <label class="check">
        <input
          type="checkbox"
          id="terms"
          name="terms"
          value="yes"
          checked={agreed}
          aria-invalid={error ? "true" : undefined}
          aria-describedby={error ? "terms-error" : undefined}
        />
        <span>
          I have read and agree to:{" "}
          {terms.map(({ handle, title }, index) => (
            <>
              {index === 0 ? "" : ", "}
              <a href={link(paths.page, { handle })} target="_blank" safe>
                {title}
              </a>
            </>
          ))}
        </span>
      </label>
    </div>
  );
}
