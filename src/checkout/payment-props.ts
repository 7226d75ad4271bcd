import { addressLines } from "#src/addresses/address-lines.ts";
import { unitsOf } from "#src/orders/acting.ts";
import { paymentNames, type PaymentMethod } from "#src/payments/payment.ts";
import type { PaymentProps } from "#views/checkout/payment.tsx";
import { deliveryAddress } from "./draft.ts";
import type { Opened } from "./open-checkout.ts";
import { checkoutScreen } from "./screen.ts";
import { shownOf } from "./shown.ts";

const notes: Readonly<Record<PaymentMethod, string>> = {
  test_card: "For trying the shop out: no money moves. The card's number is asked on the next page.",
  transfer: "You get our bank details. It leaves the house when the money is there.",
  on_delivery: "You pay whoever brings it.",
  on_pickup: "You pay where you fetch it.",
};

type More = Pick<PaymentProps, "errors" | "terms" | "agreed" | "news"> & {
  readonly pay: string;
  readonly signedIn: boolean;
};

/** What the last page shows, and what its form carries. */
export function paymentProps({ stands, counter }: Opened, { pay, signedIn, ...more }: More): PaymentProps {
  const { payments, draft, delivery, way, cart, quote } = stands;
  const screen = checkoutScreen(stands, { ...counter, signedIn });
  const only = payments.length === 1 ? payments[0] : undefined;
  const goes = delivery === "delivery" ? addressLines(deliveryAddress(draft)) : [draft.name ?? ""];
  const chosen = screen.ways.find((each) => each.value === way?.value);
  const units = unitsOf(cart.lines);
  return {
    ...more,
    screen,
    choices: payments.map((method) => ({
      value: method,
      name: paymentNames[method],
      note: notes[method],
      chosen: method === (pay === "" ? only : pay),
    })),
    shown: shownOf(cart.lines, quote.totals),
    email: draft.email ?? "",
    goes,
    comes: chosen ? chosen.name : `${units === 1 ? "It comes" : "They come"} by email`,
  };
}
