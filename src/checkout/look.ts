import type { Reader } from "#db/open.ts";
import type { Cart } from "#src/cart/cart.ts";
import { customerKey } from "#src/cart/till.ts";
import type { Terms } from "#src/cart/terms.ts";
import type { Promotion } from "#src/promotions/promotion.ts";
import { asksWho, loadBuyer, type Who } from "#src/promotions/buyer-store.ts";
import { loadByCode } from "#src/promotions/store.ts";
import type { ShopSettings } from "#src/settings/shop.ts";
import type { Draft } from "./draft.ts";
import { standing, type Standing } from "./standing.ts";

/** What every checkout is reckoned by, whoever checks out. */
export type Counter = { readonly shop: ShopSettings; readonly terms: Terms; readonly now: Date };

/** The customer who is signed in. */
export type Account = { readonly id: string; readonly email: string };

type Looking = {
  readonly cart: Cart;
  readonly draft: Draft;
  readonly account?: Account | undefined;
  readonly explain?: boolean;
  /** The promotion of the cart's code, where it was read already. */
  readonly known?: { readonly coded: Promotion | undefined };
};

/** How a cart's checkout stands. No query for most; up to two where a code or a promotion for some customers is about. */
export async function look(
  db: Reader,
  counter: Counter,
  { cart, draft, account, explain = false, known }: Looking,
): Promise<Standing> {
  const coded = cart.codeKey === "" || known ? known?.coded : await loadByCode(db, cart.codeKey);
  const who = whoBuys(draft, account);
  const promotions = coded ? [...counter.terms.promotions, coded] : counter.terms.promotions;
  const asks = who.customer !== "" && promotions.some(asksWho);
  const buyer = asks ? await loadBuyer(db, who, promotions) : undefined;
  return standing({ ...counter, cart, draft, coded, buyer, explain });
}

/** Who orders, as the limits of promotions count them. */
export function whoBuys({ email = "" }: Draft, account: Account | undefined): Who {
  const alias = customerKey(email);
  return { customer: account ? customerKey(account.email) : alias, alias, customerId: account?.id };
}
