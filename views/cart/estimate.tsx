import { paths } from "#src/paths.ts";
import type { CartScreen } from "#src/cart/cart-screen.ts";
import { Button } from "#views/ui/button.tsx";
import { Field } from "#views/ui/field.tsx";

export type EstimateNews = {
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, string>>;
};

type Props = { readonly screen: CartScreen; readonly news?: EstimateNews | undefined };

/** Country and postcode, before an address is asked for: for tax and delivery as they will be. */
export function Estimate({ screen, news }: Props) {
  const { place, placeWords, placeIsGuess, countries } = screen;
  const known = place.postcode === "" ? placeWords : `${place.postcode}, ${placeWords}`;
  return (
    <section id="estimate" class="stack section" aria-labelledby="estimate-h">
      <h2 id="estimate-h">Where does it go?</h2>
      <p safe>
        {placeIsGuess
          ? `Tax and delivery are worked out for ${known}, where the shop is.`
          : `Tax and delivery are worked out for ${known}.`}
      </p>
      <form
        class="stack"
        method="post"
        action={paths.cartEstimate}
        hx-post={paths.cartEstimate}
        hx-target="#estimate"
        hx-swap="outerMorph"
        hx-sync="#cart-body:queue all"
      >
        <div class="pair">
          <Field
            name="country"
            label="Country"
            value={news?.typed["country"] ?? place.country}
            error={news?.errors["country"]}
            options={countries.map(({ code, name }) => ({ value: code, label: name }))}
          />
          <Field
            name="postcode"
            label="Postcode"
            value={news?.typed["postcode"] ?? place.postcode}
            error={news?.errors["postcode"]}
            autocomplete="postal-code"
            maxlength={16}
            short
          />
        </div>
        <Button quiet slim>
          Work it out for there
        </Button>
      </form>
    </section>
  );
}
