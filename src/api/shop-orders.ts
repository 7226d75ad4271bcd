import type { Deps } from "#src/deps.ts";
import type { Order as ShopOrder } from "#src/orders/order.ts";
import { loadOrder } from "#src/orders/store.ts";
import { wrongCursor } from "./asked.ts";
import { readMomentKeys } from "./cursor.ts";
import { loadOrdersAfter, ownOrderId } from "./orders-store.ts";
import { orderOf, orderSummaryOf } from "./shown-cart.ts";
import { pieceOf } from "./shop-catalogue.ts";
import type { Orders } from "./source.ts";

/** The orders of a customer as the shop's database has them. */
export function shopOrders({ store }: Deps): Orders {
  return {
    async orders(customerId, { limit, after: keys }) {
      const after = keys && (readMomentKeys(keys) ?? wrongCursor());
      const rows = await loadOrdersAfter(store.read, customerId, limit + 1, after);
      return pieceOf(rows, limit, {
        // The columns of words hold what orders alone write there.
        show: (row) => orderSummaryOf(row as typeof row & Pick<ShopOrder, "state" | "paymentState" | "deliveryState">),
        keys: (row) => [String(row.placedAt.getTime()), row.id],
      });
    },

    async order(customerId, number) {
      const id = await ownOrderId(store.read, customerId, number);
      const order = id === undefined ? undefined : await loadOrder(store.read, id);
      return order && orderOf(order);
    },
  };
}
