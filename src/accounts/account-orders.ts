import type { Deps } from "../deps.ts";
import { orderToken } from "../keys.ts";
import { sayDate } from "../settings/calendar.ts";
import { goodsInWords, orderInWords } from "./order-in-words.ts";
import { loadOrdersOf } from "./orders-store.ts";
import type { AccountOrder } from "#views/accounts/account.tsx";

/** A customer's own orders, newest first, each with the link to its page. One query. */
export async function listAccountOrders(deps: Deps, customerId: string): Promise<AccountOrder[]> {
  const [rows, shop] = await Promise.all([loadOrdersOf(deps.store.read, customerId), deps.shop.read()]);
  const parts = { day: "numeric", month: "long", year: "numeric" } as const;
  return rows.map((row) => ({
    number: row.number,
    when: sayDate(row.placedAt, shop, parts),
    state: orderInWords(row),
    goods: goodsInWords(row.title ?? "", row.things),
    total: row.total,
    currency: row.currency,
    token: orderToken(deps.keys.orderLink, row.id),
  }));
}
