import { whyThisPrice, type Why } from "#src/cart/why.ts";
import { paymentNames } from "#src/payments/payment.ts";
import { formatMoney, minus, plus, zero } from "#src/pricing/money.ts";
import type { Order } from "./order.ts";

/** The stored explanation of an order, or of one amount in it: "due" is what is still to be paid. */
export function whyOrder(order: Order, of: string | undefined): Why {
  if (of === "due") return whyDue(order);
  return whyThisPrice(order.totals, new Map(order.lines.map((line) => [line.id, line])), of);
}

/** What was paid and what went back are payments: they are counted, and change no price. */
function whyDue({ currency, total, payments, number }: Order): Why {
  let soFar = total;
  const row = { note: "", rounded: false };
  const rows = [{ ...row, title: `Order ${number}`, amount: total, soFar }];
  for (const { provider, state, amount } of payments) {
    if (state !== "paid" && state !== "refunded") continue;
    const adds = state === "paid" ? minus(zero, amount) : amount;
    soFar = plus(soFar, adds);
    const title = state === "paid" ? `Paid, ${paymentNames[provider].toLowerCase()}` : "Given back";
    rows.push({ ...row, title, amount: adds, soFar });
  }
  const title = `Still to pay: why ${formatMoney(soFar, currency)}?`;
  return { currency, title, label: "Still to pay", total: soFar, isPart: true, rows, unused: [] };
}
