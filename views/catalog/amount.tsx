import { FieldError } from "#views/ui/field.tsx";
import { Money } from "#views/ui/money.tsx";
import { Stepper } from "#views/ui/stepper.tsx";
import type { BuyProps } from "./buy-box.tsx";
import { Saving } from "./volume.tsx";

type Props = { readonly buy: BuyProps; readonly page: string };

/** How many, and what so many cost. */
export function Amount({ buy, page }: Props) {
  const { preview, price, currency, refusal } = buy;
  return (
    <div class="amount">
      <div class="field">
        <label for="item-quantity">Quantity</label>
        <div id="item-quantity-news" role="alert">
          <FieldError id="item-quantity" error={refusal} />
        </div>
        <Stepper
          id="item-quantity"
          value={preview.field}
          fewer="One fewer"
          more="One more"
          invalid={refusal !== undefined}
          describedBy={refusal === undefined ? undefined : "item-quantity-error"}
          buttons={{ formaction: page, formmethod: "get" }}
        />
      </div>
      <p class="sum">
        <span class="small soft">
          {preview.isOn ? (`${Number.parseInt(preview.field, 10)} × ` as "safe") : "each "}
          <Money amount={price} currency={currency} />
        </span>
        <output id="total-price" for="item-quantity" safe>
          {preview.total}
        </output>
        <Saving buy={buy} />
      </p>
    </div>
  );
}
