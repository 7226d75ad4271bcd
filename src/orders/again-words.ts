import { mostOf } from "#src/cart/cart.ts";
import type { Thing } from "#src/cart/again-store.ts";
import type { OrderLine } from "./order.ts";

type Line = Pick<OrderLine, "title" | "options" | "quantity">;

const longest = 80;
const short = (text: string) => (text.length > longest ? `${text.slice(0, longest - 1).toWellFormed()}…` : text);

/** "Linen Apron (Oat)" */
export const nameOf = ({ title, options }: Line): string =>
  options === "" ? short(title) : `${short(title)} (${short(options)})`;

/** How many of a thing can be had of those that were bought, and what is to be said where it is not all. */
export function stillThere(
  line: Line,
  thing: Thing | undefined,
  /** Its product is there, be it in other options. */
  isMade: boolean,
): { readonly quantity: number; readonly note: string | undefined } {
  const none = (why: string) => ({ quantity: 0, note: `${nameOf(line)} ${why}` });
  if (!thing) return none(isMade ? "is not made like that any more." : "is no longer sold.");
  if (!thing.sold) return none("is no longer sold.");
  const { most, by } = mostOf(thing);
  if (most === 0) return none("is sold out.");
  if (most >= line.quantity) return { quantity: line.quantity, note: undefined };
  const why = by === "shelf" ? `only ${most} left of the ${line.quantity}` : `one order can take ${most} at most`;
  return { quantity: most, note: `${nameOf(line)}: ${why}.` };
}

/** What the cart says of it all. */
export function wordsOf(
  number: string,
  { wanted, there }: { readonly wanted: number; readonly there: number },
): string {
  if (there === 0) return `Nothing of order ${number} can be had just now.`;
  if (there === wanted) return `Order ${number} is in your cart again.`;
  return `${there} of the ${wanted} things of order ${number} are in your cart again.`;
}
