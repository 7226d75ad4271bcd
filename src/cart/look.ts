import type { Cart } from "./cart.ts";
import { cartScreen, type CartScreen } from "./cart-screen.ts";
import { quoteCart } from "./quote.ts";
import { tillFor, type Somebody, type TillParts } from "./till.ts";

/** What a cart looks like to its visitor. Who they are is asked only where a promotion wants to know it. */
export async function lookAt(parts: TillParts, cart: Cart, visitor: Somebody): Promise<CartScreen> {
  const till = await tillFor(parts, cart, visitor);
  return cartScreen(cart, quoteCart(cart, till), till);
}

/** Whether htmx asked for the drawer's part: its forms name the drawer as their target. */
export const wantsDrawer = (request: Request): boolean => request.headers.get("HX-Target") === "dialog#cart-drawer";
