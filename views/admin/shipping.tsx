import { Desk, type DeskProps } from "./desk.tsx";
import { Ways, type DeskShipping } from "./shipping-tables.tsx";
import { Trial, type TryProps } from "./shipping-try.tsx";
import { Taxes } from "./tax-table.tsx";

type Props = {
  readonly desk: DeskProps;
  readonly shipping: DeskShipping;
  readonly trial: TryProps;
  readonly mayEdit: boolean;
};

/** How goods leave the shop, what is taken on them, and what any parcel would cost. */
export function ShippingPage({ desk, shipping, trial, mayEdit }: Props) {
  return (
    <Desk {...desk}>
      <div class="head">
        <h1>Shipping and tax</h1>
      </div>
      <Trial {...trial} />
      <Ways shipping={shipping} mayEdit={mayEdit} />
      <Taxes shipping={shipping} />
    </Desk>
  );
}
