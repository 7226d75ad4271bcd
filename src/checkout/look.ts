import type { Reader } from "#db/open.ts";
import type { Cart } from "#src/cart/cart.ts";
import { customerKey } from "#src/cart/till.ts";
import type { Terms } from "#src/cart/terms.ts";
import type { Promotion } from "#src/promotions/promotion.ts";
import type { Buyer } from "#src/promotions/refusal.ts";
import { loadByCode } from "#src/promotions/store.ts";
import type { ShopSettings } from "#src/settings/shop.ts";
import type { Draft } from "./draft.ts";
import { standing, type Standing } from "./standing.ts";
import { loadBuyer } from "./store.ts";

/** What every checkout is reckoned by, whoever checks out. */
export type Counter = { readonly shop: ShopSettings; readonly terms: Terms; readonly now: Date };

type Looking = {
  readonly cart: Cart;
  readonly draft: Draft;
  readonly explain?: boolean;
  /** The promotion of the cart's code, where it was read already. */
  readonly known?: { readonly coded: Promotion | undefined };
};

/** How a cart's checkout stands. No query for most; up to three where a code or a promotion for some customers is about. */
export async function look(
  db: Reader,
  counter: Counter,
  { cart, draft, explain = false, known }: Looking,
): Promise<Standing> {
  const emailKey = customerKey(draft.email ?? "");
  const found = cart.codeKey === "" || known ? undefined : await loadByCode(db, cart.codeKey, emailKey);
  const coded = known ? known.coded : found?.promotion;
  const asks = emailKey !== "" && [...counter.terms.promotions, ...(coded ? [coded] : [])].some(asksWho);
  const buyer: Buyer | undefined = asks ? await loadBuyer(db, emailKey) : undefined;
  return standing({ ...counter, cart, draft, coded, buyer, explain });
}

const asksWho = ({ customerLimit, conditions }: Promotion): boolean =>
  customerLimit !== null || conditions.firstOrder === true;
