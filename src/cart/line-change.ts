import type { LineChange } from "./change-quantity.ts";

type Typed = {
  readonly op?: string | undefined;
  readonly quantity?: string | undefined;
  /** The number that the page showed. */
  readonly was?: string | undefined;
};

/** Plain digits from 1 to 99, and nothing else: no sign, no point, no exponent, no digits of other scripts. */
export const readQuantity = (text: string | undefined): number | undefined =>
  text !== undefined && /^[1-9]\d?$/.test(text) ? Number(text) : undefined;

/**
 * What a line's form asks for. A button counts from the number that was typed just before, where it was changed; else
 * from what the cart holds, so that two quick presses are two steps. Undefined where the number is none.
 */
export function readLineChange({ op = "set", quantity, was }: Typed): LineChange | undefined {
  if (op === "remove") return op;
  const typed = readQuantity(quantity);
  if (op !== "inc" && op !== "dec") return typed;
  if (typed === undefined || quantity === was) return op;
  const next = op === "inc" ? typed + 1 : typed - 1;
  return next === 0 ? "remove" : next;
}
