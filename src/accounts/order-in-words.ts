type Standing = {
  readonly state: string;
  readonly paymentState: string;
  readonly deliveryState: string;
  readonly deliveryType: string;
};

const money: Readonly<Record<string, string>> = {
  paid: "paid",
  unpaid: "not paid yet",
  partly_paid: "partly paid",
  pending: "payment on its way",
  failed: "payment declined",
  refunded: "the money went back",
  partly_refunded: "some of the money went back",
};

/** How an order stands, in a list of them: what one would ask first. */
export function orderInWords({ state, paymentState, deliveryState, deliveryType }: Standing): string {
  if (paymentState === "refunded") return "the money went back";
  if (state === "canceled") return "canceled";
  if (deliveryState === "shipped") return deliveryType === "pickup" ? "ready to fetch" : "on its way";
  const said = money[paymentState] ?? "";
  return paymentState === "paid" && deliveryState === "unfulfilled" ? `${said}, being packed` : said;
}

/** "Pushcart Mug", "Pushcart Mug and one more", "Pushcart Mug and 3 more": by its first line. */
export function goodsInWords(title: string, things: number): string {
  if (things <= 1) return title;
  return `${title} and ${things === 2 ? "one" : things - 1} more`;
}
