import { orderToken } from "../keys.ts";
import { link, paths } from "../paths.ts";
import { kindName, kindPath } from "./kind-name.ts";
import type { NewsRow } from "./store.ts";

/** One piece of news: a sentence, and where it leads. */
export type Told = { readonly text: string; readonly href: string };

type OrderRow = Pick<NewsRow, "what" | "number" | "deliveryType">;

function orderWords({ what, number, deliveryType }: OrderRow): string {
  const order = `Order ${number ?? ""}`;
  if (what === "shipped") return deliveryType === "pickup" ? `${order} is ready to fetch` : `${order} was shipped`;
  if (what === "canceled") return `${order} was canceled`;
  if (what === "expired") return `${order} was given up: it was not paid in time`;
  if (what === "paid") return `${order} is paid`;
  if (what === "refunded") return `Money for order ${number ?? ""} went back to you`;
  return what === "payment_failed" ? `The payment for order ${number ?? ""} was declined` : `${order} has moved`;
}

/** What a row of news says to whom it is for. */
export function toldOf(row: NewsRow, orderKey: Uint8Array): Told {
  if (row.orderId !== null)
    return { text: orderWords(row), href: link(paths.order, { token: orderToken(orderKey, row.orderId) }) };
  const { handle, title, option1, option2, option3 } = row;
  const kind = {
    handle: handle ?? "",
    title: title ?? "",
    option1: option1 ?? "",
    option2: option2 ?? "",
    option3: option3 ?? "",
  };
  return { text: `${kindName(kind)} is back`, href: kindPath(kind) };
}

const worthALine = new Set(["shipped", "canceled", "expired", "paid", "payment_failed", "refunded"]);

/** Whether what happened to an order is news for the shopper: not what they did themselves. */
export const isListed = (what: string, who: string): boolean =>
  worthALine.has(what) && !who.startsWith("customer:") && who !== "guest";
