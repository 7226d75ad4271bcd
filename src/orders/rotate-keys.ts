import { resealFactors } from "#src/accounts/reseal-factors.ts";
import type { Deps } from "#src/deps.ts";
import { digestOf, orderToken } from "#src/keys.ts";
import { addOrderLinks, ordersAfter } from "./links-store.ts";

const atOnce = 500;

/**
 * After a change of the shop's secret: gives each order the address that the key of now makes, beside the one in letters
 * that were sent, and seals anew what only the key before could read. Once it has run, the secret before is needed for
 * nothing but sessions that began under it. Without a secret before it does nothing.
 */
export async function rotateKeys(deps: Pick<Deps, "store" | "keys">): Promise<void> {
  if (!deps.keys.before) return;
  await resealFactors(deps);
  let after = "";
  for (;;) {
    const batch = await ordersAfter(deps.store.read, after, atOnce);
    const links = batch
      .map(({ id, linkHash }) => ({ id: digestOf(orderToken(deps.keys.orderLink, id)), orderId: id, linkHash }))
      .filter((each) => each.id !== each.linkHash)
      .map(({ id, orderId }) => ({ id, orderId }));
    if (links.length > 0) await deps.store.write((tx) => addOrderLinks(tx, links));
    if (batch.length < atOnce) return;
    after = batch.at(-1)?.id ?? "";
  }
}
