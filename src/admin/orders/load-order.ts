import type { May } from "../../accounts/permissions.ts";
import type { Deps } from "../../deps.ts";
import { loadOrder } from "../../orders/store.ts";
import { ShopError } from "../../web/shop-error.ts";
import { customerLink } from "../customers/person.ts";
import { orderDetail } from "./detail.ts";

export const gone = () => new ShopError("not_found", "There is no such order.");

/** An order with what this member of staff may see of it, and may do with it. */
export async function loadDeskOrder(deps: Deps, id: string, may: May) {
  const [order, shop] = await Promise.all([loadOrder(deps.store.read, id), deps.shop.read()]);
  if (!order) throw gone();
  const detail = await orderDetail(deps, order, shop);
  const { pay, ship, cancel, refund } = detail.can;
  const can = {
    pay: pay && may("orders.pay"),
    ship: ship && may("orders.ship"),
    cancel: cancel && may("orders.cancel"),
    refund: refund && may("orders.refund"),
  };
  const events = may("mail.read") ? detail.events : detail.events.map(({ words, when, at }) => ({ words, when, at }));
  return { ...detail, can, events, customer: may("customers.see") ? customerLink(order) : undefined };
}
