import type { Tx } from "#db/open.ts";
import { loadThings, loadThingsOf, putLines, rememberMerge, type PutLine, type Thing } from "#src/cart/again-store.ts";
import { mostKinds } from "#src/cart/add-item.ts";
import type { Cart } from "#src/cart/cart.ts";
import { countIn, recount } from "#src/cart/line-store.ts";
import { quoteCart } from "#src/cart/quote.ts";
import { loadCart } from "#src/cart/store.ts";
import type { Terms } from "#src/cart/terms.ts";
import { formatMoney } from "#src/pricing/money.ts";
import type { ShopSettings } from "#src/settings/shop.ts";
import { nameOf, stillThere, wordsOf } from "./again-words.ts";
import type { Order, OrderLine } from "./order.ts";

export type Again = {
  readonly order: Order;
  readonly cartId: string;
  readonly customerId: string;
  readonly at: Date;
  readonly newId: () => string;
  /** What the cart is reckoned by, read before the write. */
  readonly shop: ShopSettings;
  readonly terms: Terms;
};

/** A line of the order and what is sold in its place now, how many of it, and what is to be said. */
type Found = {
  readonly line: OrderLine;
  readonly thing: Thing | undefined;
  readonly quantity: number;
  readonly note: string | undefined;
};

/**
 * Puts the goods of an order into a cart: what is still sold, in the options that were bought, as many as there are. Of
 * what is in the cart already the larger number stays, so that asking twice is asking once. What was left out, and what
 * costs something else, is written into the cart with how it was before, to be shown there and undone. False where the
 * cart has become an order meanwhile.
 */
export async function orderAgain(
  tx: Tx,
  { order, cartId, customerId, at, newId, shop, terms }: Again,
): Promise<boolean> {
  if (!(await countIn(tx, { cartId, customerId, units: 0, at }))) return false;
  const before = await loadCart(tx, cartId);
  const found = withinRoom(await findAll(tx, order.lines), before);
  const lines = linesOf(found, newId);
  if (lines.length > 0) await putLines(tx, cartId, lines, at);
  await recount(tx, cartId, at);

  const prices = pricesNow(await loadCart(tx, cartId), found, { order, shop, terms, at });
  const had = new Map(before.lines.map((line) => [line.variantId, line.quantity]));
  const raised = lines.filter(({ variantId, quantity }) => (had.get(variantId) ?? 0) < quantity);
  const there = found.filter(({ quantity }) => quantity > 0).length;
  const said = wordsOf(order.number, { wanted: found.length, there });
  await rememberMerge(tx, cartId, {
    at: at.toISOString(),
    said,
    notes: [...found.flatMap(({ note }) => note ?? []), ...prices],
    before: {
      ...Object.fromEntries(raised.map(({ variantId }) => [variantId, had.get(variantId) ?? 0])),
      // Pressed twice, it is undone as if it had been pressed once.
      ...(before.merged?.said === said ? before.merged.before : {}),
    },
  });
  return true;
}

/** By the variant that was bought, where it still has the options it had; else by the product and those options. */
async function findAll(tx: Tx, lines: readonly OrderLine[]): Promise<Found[]> {
  const ids = lines.map(({ variantId }) => variantId);
  const known = new Map((await loadThings(tx, ids)).map((thing) => [thing.variantId, thing]));
  const isSame = ({ variantId, options }: OrderLine) => known.get(variantId)?.options === options;
  const others = lines.filter((line) => !isSame(line));
  const handles = [...new Set(others.map(({ handle, variantId }) => known.get(variantId)?.handle ?? handle))];
  const more = handles.length === 0 ? [] : await loadThingsOf(tx, handles);
  return lines.map((line) => {
    const same = known.get(line.variantId);
    const handle = same?.handle ?? line.handle;
    const thing = isSame(line) ? same : more.find((each) => each.handle === handle && each.options === line.options);
    const isMade = same !== undefined || more.some((each) => each.handle === handle && each.sold);
    return { line, thing, ...stillThere(line, thing, isMade) };
  });
}

/** A cart holds so many different things: what is beyond that is left out. */
function withinRoom(found: readonly Found[], { lines }: Cart): Found[] {
  const kinds = new Set(lines.map(({ variantId }) => variantId));
  return found.map((each) => {
    const { thing, quantity, line } = each;
    if (!thing || quantity === 0 || kinds.has(thing.variantId)) return each;
    if (kinds.size >= mostKinds)
      return { ...each, quantity: 0, note: `${nameOf(line)} did not fit in: a cart holds ${mostKinds} things.` };
    kinds.add(thing.variantId);
    return each;
  });
}

function linesOf(found: readonly Found[], newId: () => string): PutLine[] {
  const lines = new Map<string, PutLine>();
  for (const { thing, quantity } of found) {
    if (!thing || quantity === 0) continue;
    const { variantId, price } = thing;
    const most = Math.max(quantity, lines.get(variantId)?.quantity ?? 0);
    lines.set(variantId, { id: newId(), variantId, quantity: most, price });
  }
  return [...lines.values()];
}

type Counting = Pick<Again, "order" | "shop" | "terms" | "at">;

/**
 * A sentence for each thing that counts as something else than it did in the order. Both are counted for the place where
 * the order went: a price that counts without the tax inside it is not compared with one that has it.
 */
function pricesNow(cart: Cart, found: readonly Found[], { order, shop, terms, at }: Counting): string[] {
  if (order.currency !== shop.currency) return [];
  const { address } = order;
  const place = address ? { ...address, region: address.region ?? "" } : undefined;
  const { totals } = quoteCart(cart, { shop, terms, now: at, place, vatNumber: address?.vatNumber });
  if (totals.taxExempt !== order.totals.taxExempt || totals.pricesIncludeTax !== order.totals.pricesIncludeTax)
    return [];
  const counted = new Map(totals.lines.map((line) => [line.id, line.unit]));
  return found.flatMap(({ line, thing, quantity }) => {
    const now = cart.lines.find(({ variantId }) => quantity > 0 && variantId === thing?.variantId);
    const unit = now && counted.get(now.id);
    if (unit === undefined || unit === line.unit) return [];
    const [is, was] = [formatMoney(unit, shop.currency), formatMoney(line.unit, shop.currency)];
    return `${nameOf(line)} costs ${is} now, it was ${was}.`;
  });
}
