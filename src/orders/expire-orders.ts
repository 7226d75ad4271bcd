import type { Deps } from "#src/deps.ts";
import { acting } from "./acting.ts";
import { expireOrder } from "./cancel-order.ts";
import { overdueOrders } from "./store.ts";

/** Gives up the orders whose time to pay is over, each in a write of its own. Answers how many. */
export async function expireOrders(deps: Deps): Promise<number> {
  const overdue = await overdueOrders(deps.store.read, deps.now());
  if (overdue.length === 0) return 0;
  const act = await acting(deps, "shop");
  let expired = 0;
  for (const id of overdue) if (await deps.store.write((tx) => expireOrder(tx, act, id))) expired += 1;
  return expired;
}
