import type { CheckoutScreen } from "#src/checkout/screen.ts";
import { formatMoney } from "#src/pricing/money.ts";
import { FieldError } from "#views/ui/field.tsx";

type Props = { readonly screen: CheckoutScreen; readonly error?: string | undefined };

/** How the goods may come: one choice of all ways, places to fetch them among them. */
export function Ways({ screen, error }: Props) {
  const { ways, refusals, place, currency, digital } = screen;
  if (digital)
    return (
      <section class="form-part" aria-labelledby="w-h">
        <h2 id="w-h">How it comes</h2>
        <p>By email: nothing of it has to be sent.</p>
      </section>
    );
  return (
    <fieldset class="form-part" id="ways" aria-describedby={error ? "ship-error" : undefined}>
      <legend>How shall it come?</legend>
      {error ? (
        <div class="field">
          <FieldError id="ship" error={error} />
        </div>
      ) : null}
      {ways.length === 0 ? (
        <div class="notice bad">
          <p safe>{`We have no way to send this to ${place}.`}</p>
        </div>
      ) : (
        <div class="choices">
          {ways.map(({ value, name, note, price, chosen }, index) => (
            <label>
              <input
                type="radio"
                id={index === 0 ? "ship" : `ship-${index}`}
                class="way"
                name="ship"
                value={value}
                checked={chosen}
              />
              <span safe>{name}</span>
              <strong class="figures" safe>
                {price === 0 ? "free" : formatMoney(price, currency)}
              </strong>
              {note === "" ? null : <small safe>{note}</small>}
            </label>
          ))}
        </div>
      )}
      {refusals.map((refusal) => (
        <p class="small soft" safe>
          {refusal}
        </p>
      ))}
    </fieldset>
  );
}
