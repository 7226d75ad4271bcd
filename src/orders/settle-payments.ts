import type { Deps } from "#src/deps.ts";
import { noteProviderEvent } from "#src/payments/store.ts";
import { testGateway, type Gateway } from "#src/payments/test-card.ts";
import { acting } from "./acting.ts";
import { openPayments, recordPayment } from "./record-payment.ts";
import { loadOrder, pendingOrders } from "./store.ts";

/**
 * Asks the provider how the payments ended that it left open, and writes it down. A try of which we never heard (the
 * process died while it asked) is asked after by its key. Answers how many payments ended.
 */
export async function settlePayments(deps: Deps, gateway: Gateway = testGateway): Promise<number> {
  const { store, now } = deps;
  const pending = await pendingOrders(store.read);
  if (pending.length === 0) return 0;
  const act = await acting(deps, "provider");
  let ended = 0;
  for (const orderId of pending) {
    const order = await loadOrder(store.read, orderId);
    for (const { idempotencyKey: key, provider, reference, at } of order ? openPayments(order) : []) {
      const outcome = await gateway.ask({ key, reference, begunAt: at }, now());
      if (outcome.state === "waiting") continue;
      const event = { provider, eventId: `${key}:${outcome.state}`, orderId, at: act.at };
      const news = await store.write(async (tx) => {
        if (!(await noteProviderEvent(tx, event))) return false;
        await recordPayment(tx, act, { orderId, key, outcome });
        return true;
      });
      if (news) ended += 1;
    }
  }
  return ended;
}
