import type { Tx } from "#db/open.ts";
import { digestOf, orderToken } from "#src/keys.ts";
import type { Acting } from "#src/orders/acting.ts";
import { expiryFor } from "#src/orders/expiry.ts";
import { insertOrder, loadOrder, nextNumber } from "#src/orders/store.ts";
import { tell } from "#src/orders/step.ts";
import { tellPlaced } from "#src/orders/tell-shopper.ts";
import { takeStock } from "#src/inventory/take-stock.ts";
import type { PaymentMethod } from "#src/payments/payment.ts";
import { times, toCents, zero, type Cents } from "#src/pricing/money.ts";
import type { Totals } from "#src/pricing/totals.ts";
import { newShop } from "#src/settings/shop.ts";
import type { TestClock } from "#test/support/clock.ts";

const linkKey = new Uint8Array(32).fill(7);

let made = 0;

/** An act by somebody at the clock's time, in a shop with a bank. */
export function actor(clock: TestClock, who = "guest"): Acting {
  const at = clock.now();
  const bank = { ...newShop.bank, holder: "Pushcart Ltd", account: "000123", daysToPay: 7 };
  return {
    who,
    at,
    newId: () => `id-${String((made += 1)).padStart(9, "0")}`,
    shop: { ...newShop, name: "Test Shop", email: "stall@shop.example", testMode: true, bank },
    url: "http://localhost:3000",
    linkKey,
  };
}

export type OrderSpec = {
  readonly id?: string;
  readonly method?: PaymentMethod;
  readonly quantity?: number;
  readonly unit?: number;
  readonly digital?: boolean;
};

/** Places an order for some mugs (variant "mug-0"), as the checkout would, and answers its id. */
export async function placeMugs(tx: Tx, act: Acting, spec: OrderSpec = {}): Promise<string> {
  const { id = "order-1", method = "transfer", quantity = 2, unit = 2999, digital = false } = spec;
  const total = times(toCents(unit), quantity);
  const taken = await takeStock(tx, [{ variantId: "mug-0", quantity }], { orderId: id, at: act.at, newId: act.newId });
  if (!taken.ok) throw new Error("the shelf is empty");
  const address = {
    name: "Odile Bernard",
    street: "231 Warren Street",
    city: "Hudson",
    postcode: "12534",
    country: "US",
  };
  await insertOrder(
    tx,
    {
      id,
      number: `P-${await nextNumber(tx, 1001)}`,
      cartId: `cart-of-${id}`,
      linkHash: digestOf(orderToken(linkKey, id)),
      email: "Odile@Example.com",
      emailKey: "odile@example.com",
      name: "Odile Bernard",
      paymentState: total === 0 ? "paid" : "unpaid",
      deliveryState: digital ? "none_needed" : "unfulfilled",
      currency: "USD",
      goods: total,
      discount: zero,
      shipping: zero,
      tax: zero,
      total,
      totals: totalsOf(total),
      deliveryType: digital ? "digital" : "delivery",
      deliveryName: digital ? "Download" : "Parcel",
      address: digital ? null : address,
      paymentMethod: method,
      placedAt: act.at,
      expiresAt: expiryFor(method, total, act.shop, act.at),
    },
    [
      {
        id: `${id}-line`,
        variantId: "mug-0",
        handle: "mug",
        title: "Mug",
        options: "blue",
        quantity,
        tracked: true,
        unit: toCents(unit),
        base: total,
        discount: zero,
        net: total,
        tax: zero,
        gross: total,
      },
    ],
  );
  await tell(tx, act, id, "placed");
  const order = await loadOrder(tx, id);
  if (order) await tellPlaced(tx, act, order);
  return id;
}

function totalsOf(total: Cents): Totals {
  const none = { discount: zero, tax: zero, taxes: [], fees: [], applied: [], notApplied: [], lines: [], steps: [] };
  return {
    ...none,
    currency: "USD",
    pricesIncludeTax: false,
    taxRounding: "document",
    taxExempt: false,
    subtotal: total,
    shipping: undefined,
    net: total,
    total,
  };
}
