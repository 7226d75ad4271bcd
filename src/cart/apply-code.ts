import type { Tx } from "#db/open.ts";
import { loadBuyer, type Who } from "#src/promotions/buyer-store.ts";
import { codeKey } from "#src/promotions/code.ts";
import type { Promotion } from "#src/promotions/promotion.ts";
import { loadByCode } from "#src/promotions/store.ts";
import { keepCode } from "./place-store.ts";
import { quoteCart, type Till } from "./quote.ts";
import { loadCart } from "./store.ts";

export type Applying = {
  readonly cartId: string;
  readonly typed: string;
  /** Who is signed in. */
  readonly who: Who | undefined;
  readonly till: Omit<Till, "coded" | "buyer">;
};

export type CodeApplied = { readonly ok: true } | { readonly ok: false; readonly message: string };

const unknown = "That code does not work here. Look how it is written and try again.";

/**
 * Keeps a code for this cart where it holds, or says why not; a code that was kept before then stays. What is said of a
 * code that does not exist and of one that is switched off is the same, takes the same statements and the same reckoning,
 * and never names another.
 */
export async function applyCode(tx: Tx, { cartId, typed, who, till }: Applying): Promise<CodeApplied> {
  const key = codeKey(typed);
  const found = await loadByCode(tx, key);
  const buyer = who && (await loadBuyer(tx, who, [...till.terms.promotions, found ?? nobodys]));
  const cart = await loadCart(tx, cartId);
  const { coupon } = quoteCart(cart, { ...till, coded: found ?? nobodys, buyer });
  if (!found?.active) return { ok: false, message: unknown };
  if (cart.lines.length === 0) return { ok: false, message: "Put something into your cart first, then use the code." };
  if (coupon?.state === "refused") return { ok: false, message: `That code ${coupon.why}.` };
  await keepCode(tx, cartId, key);
  return { ok: true };
}

/** Stands in for a code that there is not, so that looking for it takes as long. */
const nobodys: Promotion = {
  id: "",
  name: "",
  effect: { kind: "percent", off: "order", rate: 1 },
  conditions: {},
  coded: true,
  active: true,
  priority: 0,
  startsAt: null,
  endsAt: null,
  useLimit: null,
  customerLimit: null,
  used: 0,
};
