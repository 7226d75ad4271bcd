import type { BookAddress } from "#src/addresses/address.ts";
import type { Cart } from "#src/cart/cart.ts";
import { loadCart } from "#src/cart/store.ts";
import { termsReader } from "#src/cart/terms.ts";
import type { Deps } from "#src/deps.ts";
import { readShipChoice, type Draft } from "./draft.ts";
import { pickedFrom, type BookChoice } from "./from-book.ts";
import { look, type Counter } from "./look.ts";
import { prefilled } from "./screen.ts";
import { placeOf, type Standing } from "./standing.ts";
import { loadKnown, saveDraft } from "./store.ts";

type Customer = { readonly id: string; readonly email: string; readonly displayName: string } | undefined;

export type Opened = {
  readonly counter: Counter;
  readonly stands: Standing;
  /** The addresses that the customer keeps. */
  readonly book?: readonly BookAddress[];
  /** An address was asked for that is not in the book (any more). */
  readonly isPickGone?: boolean;
};

export type Opening = {
  readonly cartId: string | undefined;
  readonly customer: Customer;
  /** What was typed just now; it goes before what was kept. */
  readonly typed?: Draft;
  /** Whether what is known of the visitor goes into fields that are still empty. */
  readonly prefill?: boolean;
  /** Writes down every step, for "Why this price?". */
  readonly explain?: boolean;
  /** Addresses of the book that go before all of it. */
  readonly pick?: BookChoice | undefined;
};

export async function counterOf({ store, shop, now }: Deps): Promise<Counter> {
  return { shop: await shop.read(), terms: await termsReader(store).read(), now: now() };
}

/** A visitor's checkout as it stands; undefined where there is nothing in the cart. Two queries for most. */
async function openCheckout(
  deps: Deps,
  { cartId, customer, typed = {}, prefill = false, explain = false, pick }: Opening,
): Promise<Opened | undefined> {
  const { store } = deps;
  const cart = await loadCart(store.read, cartId);
  if (cartId === undefined || cart.lines.length === 0) return undefined;
  const counter = await counterOf(deps);
  const known = await loadKnown(store.read, cartId, customer?.id);
  const { book } = known;
  const before = { ...known.draft, ...typed };
  const picked = pick && pickedFrom(book, pick, before);
  const kept = { ...before, ...picked };
  const draft = prefill ? prefilled(kept, { ...known, customer, cart, shop: counter.shop }) : kept;
  const stands = await look(store.read, counter, { cart, draft, account: customer, explain });
  return { counter, stands, book, isPickGone: pick !== undefined && picked === undefined };
}

type Visitor = { cart(): Promise<string | undefined>; load(): Promise<{ readonly customer: Customer }> };

/** Opens a visitor's checkout: with what was typed just now, and with what is known of them where it is asked for. */
export const opener =
  (deps: Deps, visitor: Visitor) =>
  async (typed?: Draft, prefill = false, explain = false, pick?: BookChoice): Promise<Opened | undefined> => {
    const { customer } = await visitor.load();
    const opening = { cartId: await visitor.cart(), customer, prefill, explain, pick };
    return openCheckout(deps, { ...opening, ...(typed && { typed }) });
  };

/** Keeps the checkout as far as it is filled in: it is there again after a reload, in another tab, tomorrow. */
export async function keepDraft(
  { store, now }: Deps,
  { cart, draft }: Pick<Standing, "draft"> & { readonly cart: Cart },
): Promise<void> {
  const { methodId, pointId } = readShipChoice(draft.ship ?? "");
  const place = placeOf(draft) ?? cart.place;
  const saving = { cartId: cart.id, draft, place, methodId: methodId === "" ? null : methodId, pointId, at: now() };
  await store.write((tx) => saveDraft(tx, saving));
}
