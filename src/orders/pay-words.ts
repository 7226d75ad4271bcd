import type { PayFacts } from "#src/mail/order-facts.ts";
import { formatMoney, sum } from "#src/pricing/money.ts";
import type { ShopSettings } from "#src/settings/shop.ts";
import { momentInWords } from "./moment-words.ts";
import { cardOf, type Order } from "./order.ts";

type Shop = Pick<ShopSettings, "bank" | "timeZone" | "locale">;

const plain = (sentence: string, there = false): PayFacts => ({ sentence, details: [], there });

/** How an order is, was or will be paid. */
export function payFacts(order: Order, shop: Shop): PayFacts {
  switch (order.paymentState) {
    case "paid":
      return plain(paidInWords(order));
    case "pending":
      return plain("The bank is still confirming the payment. It may take a few minutes.");
    case "refunded":
      return plain("The money went back the way it came.");
    case "partly_refunded":
      return plain(`${formatMoney(wentBack(order.payments), order.currency)} of the money went back.`);
    case "voided":
      return plain("There is nothing to pay.");
    default:
      return order.state === "canceled" ? plain("There is nothing to pay.") : dueInWords(order, shop);
  }
}

const wentBack = (payments: Order["payments"]) =>
  sum(payments.filter(({ state }) => state === "refunded").map(({ amount }) => amount));

function paidInWords(order: Order): string {
  if (order.total === 0) return "There is nothing to pay.";
  const card = cardOf(order);
  if (card !== undefined) return `Paid by test card ending ${card}.`;
  return order.paymentMethod === "transfer" ? "Paid by bank transfer." : "Paid.";
}

function dueInWords(order: Order, shop: Shop): PayFacts {
  const amount = formatMoney(order.total, order.currency);
  switch (order.paymentMethod) {
    case "transfer":
      return transferFacts(order, shop, amount);
    case "on_delivery":
      return plain(`You pay ${amount} when the parcel comes.`);
    case "on_pickup":
      return plain(`You pay ${amount} when you fetch it.`);
    case "test_card": {
      const until = order.expiresAt ? ` We keep it for you until ${momentInWords(order.expiresAt, shop)}.` : "";
      const tried = order.paymentState === "failed" ? "The card was declined" : "It is not paid yet";
      return plain(`${tried}: ${amount} to pay by test card.${until}`, true);
    }
  }
}

function transferFacts(order: Order, shop: Shop, amount: string): PayFacts {
  const until = order.expiresAt ? ` by ${momentInWords(order.expiresAt, shop)}` : "";
  const { bank } = shop;
  const known = [
    ["Account holder", bank.holder],
    ["Account", bank.account],
    ["Bank code", bank.routing],
    ["Bank", bank.name],
  ] as const;
  const details = known.filter(([, value]) => value !== "");
  const ask = details.length === 0 ? " We write to you with our bank details." : "";
  return {
    sentence: `Please send ${amount}${until}, with the order's number as the reference.${ask}`,
    details: [...details, ["Amount", amount], ["Reference", order.number]],
    there: false,
  };
}
