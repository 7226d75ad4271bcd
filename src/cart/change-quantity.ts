import type { Tx } from "#db/open.ts";
import { tooMany, type Cart } from "./cart.ts";
import { addOne, recount, removeLine, setQuantity, takeOne } from "./line-store.ts";
import { loadCart } from "./store.ts";

/** What is asked of a line: a quantity, one more, one fewer, or out with it. */
export type LineChange = number | "inc" | "dec" | "remove";

export type LineChanged =
  /** `removed` is the line that was taken out, which can be put back. */
  | { readonly ok: true; readonly cart: Cart; readonly removed?: string }
  | { readonly ok: false; readonly cart: Cart; readonly lineId: string; readonly message: string };

type Asked = { readonly cartId: string; readonly lineId: string; readonly change: LineChange; readonly at: Date };

/** Changes one line and answers the cart as it now stands: three statements, or two where it is refused. */
export async function changeQuantity(tx: Tx, asked: Asked): Promise<LineChanged> {
  const { cartId, lineId, at } = asked;
  const changed = await apply(tx, asked);
  if (changed) await recount(tx, cartId, at);
  const cart = await loadCart(tx, cartId);
  if (!changed) return { ok: false, cart, lineId, message: refusal(cart, asked) };
  const out = cart.removed.some((line) => line.id === lineId);
  return out ? { ok: true, cart, removed: lineId } : { ok: true, cart };
}

function apply(tx: Tx, { cartId, lineId, change, at }: Asked): Promise<boolean> {
  if (change === "inc") return addOne(tx, cartId, lineId);
  if (change === "dec") return takeOne(tx, cartId, lineId, at);
  if (change === "remove") return removeLine(tx, cartId, lineId, at);
  return setQuantity(tx, cartId, lineId, change);
}

function refusal(cart: Cart, { lineId, change }: Asked): string {
  const line = cart.lines.find((each) => each.id === lineId);
  if (!line) return "That has left the cart already.";
  return tooMany(line, change === "inc" ? line.quantity + 1 : Number(change)) ?? "Try that again.";
}
