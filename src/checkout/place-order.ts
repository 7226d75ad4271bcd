import type { Tx } from "#db/open.ts";
import { addAddress } from "#src/addresses/change-book.ts";
import { newsOf, type CartLine } from "#src/cart/cart.ts";
import { takeStock } from "#src/inventory/take-stock.ts";
import { digestOf, orderToken } from "#src/keys.ts";
import type { Acting } from "#src/orders/acting.ts";
import { expiryFor } from "#src/orders/expiry.ts";
import type { Order } from "#src/orders/order.ts";
import { tell } from "#src/orders/step.ts";
import { insertOrder, loadOrderOfCart, nextNumber } from "#src/orders/store.ts";
import { tellPlaced } from "#src/orders/tell-shopper.ts";
import { claimPromotions, expectFirstOrder } from "#src/promotions/claim-promotions.ts";
import type { Promotion } from "#src/promotions/promotion.ts";
import { deliveryAddress } from "./draft.ts";
import { look, whoBuys, type Account, type Counter } from "./look.ts";
import { lineRows, orderLines, orderRow, orderSheet } from "./order-sheet.ts";
import { shownOf } from "./shown.ts";
import { missingStep, paymentOf, type MissingStep, type Standing } from "./standing.ts";
import { closeCart } from "./store.ts";

export type Placing = {
  readonly cartId: string;
  readonly customerId: string | undefined;
  /** Of that customer's account. */
  readonly accountEmail?: string | undefined;
  /** How it is paid, as chosen on the last page. */
  readonly pay: string;
  /** How many orders of an hour one mailbox may get letters of: it may be anybody's. No limit where nothing is said. */
  readonly mostAnHour?: number;
  /** The total that the page showed, in minor units, and what it was made of. */
  readonly total: number;
  readonly shown: string;
};

export type Placed = { readonly orderId: string; readonly payAhead: boolean };

/** Why an order was not placed. Nothing of it was saved, and `standing` is how it stands now. */
export type Refusal =
  | { readonly why: "empty" }
  /** Many orders were placed with this address just now. */
  | { readonly why: "mailbox" }
  | { readonly why: "step"; readonly step: MissingStep | "payment" }
  | { readonly why: "changed"; readonly standing: Standing }
  | { readonly why: "stock"; readonly standing: Standing; readonly short: readonly Shortage[] }
  | { readonly why: "promotion"; readonly standing: Standing; readonly names: readonly string[] };

export type Shortage = {
  readonly title: string;
  readonly options: string;
  readonly wanted: number;
  readonly left: number;
};

/** Thrown, so that what was done before in the same write is undone. */
export class PlacingRefused extends Error {
  override readonly name = "PlacingRefused";

  constructor(readonly refusal: Refusal) {
    super(`an order was not placed: ${refusal.why}`);
  }
}

/**
 * Makes an order of a cart, in one write: all of it or nothing. However often it is asked, one cart is one order; asked
 * again, it answers the order that there is.
 *
 * @throws PlacingRefused when what was shown is not what would be charged, or goods or promotions have run out.
 */
export async function placeOrder(tx: Tx, act: Acting, counter: Counter, placing: Placing): Promise<Placed> {
  const { cartId, pay, total, shown } = placing;
  const closed = await closeCart(tx, cartId, act.at);
  if (!closed) return again(await loadOrderOfCart(tx, cartId), placing.customerId);
  const { cart } = closed;
  if (cart.lines.length === 0) throw new PlacingRefused({ why: "empty" });

  if (closed.toMailbox >= (placing.mostAnHour ?? Infinity)) throw new PlacingRefused({ why: "mailbox" });
  const draft = { ...closed.draft, pay };
  const account = accountOf(placing);
  const stands = await look(tx, counter, { cart, draft, account, explain: true, known: closed });
  const short = cart.lines.flatMap(shortage);
  if (short.length > 0) throw new PlacingRefused({ why: "stock", standing: stands, short });
  const step = missingStep(stands);
  if (step !== undefined) throw new PlacingRefused({ why: "step", step });
  const { totals } = stands.quote;
  if (totals.total !== total || shownOf(cart.lines, totals) !== shown) {
    throw new PlacingRefused({ why: "changed", standing: stands });
  }
  const method = paymentOf(stands, pay);
  if (method === undefined) throw new PlacingRefused({ why: "step", step: "payment" });

  const orderId = act.newId();
  const taken = await takeStock(tx, cart.lines, { orderId, at: act.at, newId: act.newId, shelves: cart.lines });
  if (!taken.ok) {
    const left = new Map(taken.short.map((each) => [each.variantId, each.left]));
    const lost = cart.lines.flatMap((line) => shortOf(line, left.get(line.variantId)));
    throw new PlacingRefused({ why: "stock", standing: stands, short: lost });
  }
  await claim(tx, counter, { stands, coded: closed.coded, account, orderId });

  const rows = lineRows(stands, taken.tracked);
  const particulars = {
    id: orderId,
    number: `${counter.shop.orderPrefix}${await nextNumber(tx, 1001)}`,
    customerId: placing.customerId ?? null,
    paymentMethod: method,
    placedAt: act.at,
    expiresAt: expiryFor(method, totals.total, counter.shop, act.at),
  };
  const order = orderSheet(stands, particulars, orderLines(rows));
  const linkHash = digestOf(orderToken(act.linkKey, orderId));
  await insertOrder(tx, orderRow(order, { cart, linkHash }), rows);
  if (draft.keep === "yes" && order.customerId !== null && order.deliveryType === "delivery") {
    const keeping = { customerId: order.customerId, id: act.newId(), address: deliveryAddress(draft), at: act.at };
    await addAddress(tx, keeping); // a book that is full stays as it is: the order is what counts
  }
  await tell(tx, act, orderId, "placed");
  await tellPlaced(tx, act, order);
  return { orderId, payAhead: method === "test_card" && totals.total > 0 };
}

/** A customer's order is shown to them alone: their cart's cookie may be left where they were signed out. */
function again(order: Order | undefined, customerId: string | undefined): Placed {
  const isTheirs = order?.customerId === null || order?.customerId === customerId;
  if (!order || !isTheirs) throw new PlacingRefused({ why: "empty" });
  return { orderId: order.id, payAhead: order.paymentMethod === "test_card" && order.paymentState === "unpaid" };
}

function shortage(line: CartLine): Shortage[] {
  const news = newsOf(line);
  if (news?.what === "gone") return shortOf(line, 0);
  return news?.what === "short" ? shortOf(line, Math.min(Math.max(0, line.stock), line.maxPerOrder)) : [];
}

const shortOf = ({ title, options, quantity }: CartLine, left: number | undefined): Shortage[] =>
  left === undefined ? [] : [{ title, options, wanted: quantity, left }];

function accountOf({ customerId, accountEmail }: Placing): Account | undefined {
  return customerId === undefined ? undefined : { id: customerId, email: accountEmail ?? "" };
}

type Claiming = {
  readonly stands: Standing;
  readonly coded: Promotion | undefined;
  readonly account: Account | undefined;
  readonly orderId: string;
};

/** Counts a use of each promotion that took something off; refused, the order stands as it would without. */
async function claim(tx: Tx, counter: Counter, { stands, coded, account, orderId }: Claiming): Promise<void> {
  const { cart, draft, quote } = stands;
  const applied = quote.totals.applied.filter((each) => each.amount > 0);
  const claims = applied.map(({ promotionId }) => ({
    promotionId,
    codeKey: promotionId === coded?.id ? cart.codeKey : "",
  }));
  const who = whoBuys(draft, account);
  const claimed = await claimPromotions(tx, claims, { ...who, orderId, at: counter.now });
  if (claimed.ok) {
    const used = new Set(claims.map((each) => each.promotionId));
    const known = [...counter.terms.promotions, ...(coded ? [coded] : [])];
    if (known.some(({ id, conditions }) => used.has(id) && conditions.firstOrder)) await expectFirstOrder(tx, who);
    return;
  }
  const lost = new Set(claimed.refused);
  const promotions = counter.terms.promotions.filter((each) => !lost.has(each.id));
  const known = { coded: coded && lost.has(coded.id) ? undefined : coded };
  const terms = { ...counter.terms, promotions };
  const without = await look(tx, { ...counter, terms }, { cart, draft, account, known });
  const names = applied.filter((each) => lost.has(each.promotionId)).map((each) => each.name);
  throw new PlacingRefused({ why: "promotion", standing: without, names });
}
