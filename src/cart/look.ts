import type { Cart } from "./cart.ts";
import { cartScreen, type CartScreen } from "./cart-screen.ts";
import { quoteCart } from "./quote.ts";
import { customerKey, tillFor, type TillParts } from "./till.ts";

type Somebody = { signedIn(): Promise<{ readonly customer?: { readonly email: string } | undefined }> };

/** What a cart looks like to its visitor. Who they are is asked only where the cart has a code and they a session. */
export async function lookAt(parts: TillParts, cart: Cart, visitor: Somebody): Promise<CartScreen> {
  const who = cart.codeKey === "" ? undefined : (await visitor.signedIn()).customer;
  const till = await tillFor(parts, cart, customerKey(who?.email));
  return cartScreen(cart, quoteCart(cart, till), till);
}

/** Whether htmx asked for the drawer's part: its forms name the drawer as their target. */
export const wantsDrawer = (request: Request): boolean => request.headers.get("HX-Target") === "dialog#cart-drawer";
