import { OrderLetter } from "#views/mail/order-letter.tsx";
import { orderText } from "#views/mail/order-text.ts";
import type { Letter } from "./letter.ts";
import type { OrderFacts } from "./order-facts.ts";

type Said = {
  readonly kind: string;
  readonly subject: string;
  readonly heading: string;
  readonly intro: readonly string[];
  readonly button: string;
  readonly pay: boolean;
};

const thanks = ({ firstName }: OrderFacts) => (firstName === "" ? "Thank you." : `Thank you, ${firstName}.`);

/** What is sent as soon as an order stands. Written anew as the receipt where it is paid at once. */
export function placedLetter(facts: OrderFacts): Letter {
  return write(facts, {
    kind: "order_placed",
    subject: `Order ${facts.number} at ${facts.shop.name}`,
    heading: thanks(facts),
    intro: [`We have your order ${facts.number}.`],
    button: facts.pay.there ? "Pay for the order" : "See the order",
    pay: true,
  });
}

/** The money is there. */
export function paidLetter(facts: OrderFacts): Letter {
  return write(facts, {
    kind: "order_paid",
    subject: `Paid: order ${facts.number} at ${facts.shop.name}`,
    heading: thanks(facts),
    intro: [`Order ${facts.number} is paid, and we are getting it ready.`],
    button: "See the order",
    pay: true,
  });
}

export function shippedLetter(facts: OrderFacts): Letter {
  const fetched = facts.goes?.heading === "Fetch it at";
  const tracking = facts.tracking === "" ? [] : [`The parcel's number is ${facts.tracking}.`];
  return write(facts, {
    kind: "order_shipped",
    subject: fetched ? `Ready to fetch: order ${facts.number}` : `On its way: order ${facts.number}`,
    heading: fetched ? "It is ready for you." : "It is on its way.",
    intro: [
      fetched ? `Order ${facts.number} is packed and waits for you.` : `Order ${facts.number} has left the house.`,
      ...tracking,
    ],
    button: "See the order",
    pay: false,
  });
}

/** `why` is a sentence: canceled by the shopper, by the shop, or not paid in time. */
export function canceledLetter(facts: OrderFacts, why: string): Letter {
  return write(facts, {
    kind: "order_canceled",
    subject: `Canceled: order ${facts.number} at ${facts.shop.name}`,
    heading: `Order ${facts.number} is canceled.`,
    intro: [why],
    button: "See the order",
    pay: false,
  });
}

/** Views draw without waiting: nothing in them is read later. */
function write(facts: OrderFacts, said: Said): Letter {
  const html = `<!doctype html>${(<OrderLetter facts={facts} {...said} />) as string}`;
  return { kind: said.kind, to: facts.to, subject: said.subject, html, text: orderText(facts, said) };
}
