import { sumRows } from "#src/cart/ledger.ts";
import { paymentChoices, paymentNames } from "#src/payments/payment.ts";
import type { Calendar } from "#src/settings/calendar.ts";
import type { ShopSettings } from "#src/settings/shop.ts";
import type { OrderProps } from "#views/orders/order.tsx";
import { goesTo, sumWords } from "./acting.ts";
import { headlineOf, moneyInWords, troubleOf } from "./headline.ts";
import { momentParts } from "./moment-words.ts";
import { canCancel, canPay, isSettled, type Order } from "./order.ts";
import { payFacts } from "./pay-words.ts";
import { timelineOf } from "./timeline.ts";

type Seen = {
  readonly token: string;
  readonly shop: ShopSettings;
  readonly mayKeep: boolean;
  readonly isOwn?: boolean;
};

/** What the page of an order shows. */
export function orderProps(order: Order, { token, shop, mayKeep, isOwn = false }: Seen): OrderProps {
  const { number, version, currency, email, note } = order;
  const pay = payFacts(order, shop);
  const settled = isSettled(order.paymentState);
  const others = paymentChoices(shop, order.deliveryType).filter((method) => method !== order.paymentMethod);
  return {
    token,
    number,
    version,
    currency,
    email,
    note,
    headline: headlineOf(order),
    pay,
    money:
      order.paymentState === "paid" && order.state === "placed"
        ? withDate(order, pay.sentence, shop)
        : moneyInWords(order),
    settled,
    canceled: order.state === "canceled",
    waiting: order.paymentState === "pending" && order.state === "placed",
    lines: order.lines.map(({ id, handle, title, options, picture, quantity, base }) => {
      return { id, handle, title, options, picture, quantity, amount: base };
    }),
    rows: sumRows(order.totals, sumWords(order)),
    steps: timelineOf(order, shop).map(({ at, ...step }) => ({ ...step, iso: at?.toISOString() })),
    goes: goesTo(order),
    comes: [order.deliveryName, order.deliveryTime].filter((part) => part !== "").join(", "),
    cancelable: canCancel(order),
    canPay: canPay(order),
    others: others.map((method) => ({ value: method, name: paymentNames[method] })),
    keepable: mayKeep && order.customerId === null,
    again: isOwn,
    trouble: troubleOf(order),
    errors: {},
  };
}

/** "Paid by test card ending 4242, 22 November 2026, 9:41 am" */
function withDate({ events }: Order, sentence: string, calendar: Calendar): string {
  const paid = events.findLast((event) => event.what === "paid");
  if (!paid) return sentence;
  const { date, time } = momentParts(paid.at, calendar);
  return `${sentence.replace(/\.$/, "")}, ${date}, ${time}`;
}
