import type { Tx } from "#db/open.ts";
import type { By } from "../../accounts/by.ts";
import { keepProducts } from "../../catalog/keep.ts";
import { audit } from "../../accounts/store.ts";
import { decimalsOf, plainMoney, readMoney, type Cents } from "../../pricing/money.ts";
import { loadDeskProduct, loadShelf, productOfVariant, setStatus, setVariant, type DeskProductRow } from "./store.ts";

export type Change =
  | { readonly ok: true; readonly product: DeskProductRow }
  | {
      readonly ok: false;
      readonly product: DeskProductRow | undefined;
      readonly message: string;
      readonly forbidden?: true;
      /** Somebody else was quicker. */
      readonly changed?: true;
    };

type Typed = {
  readonly id: string;
  readonly version: number;
  readonly price: string;
  readonly stock: string | undefined;
  /** Its number; undefined where that is not asked for. */
  readonly sku?: string | undefined;
  /** Whether the price may be another than it is. */
  readonly mayPrice: boolean;
};
type Given = By & { readonly currency: string };

const changedMeanwhile = "Somebody changed this since you opened it, so nothing of yours is saved yet.";

type Wanted = { readonly price: Cents; readonly stock: number | undefined; readonly sku: string | undefined };

/** " Price: 31.50 now, 33.00 as you typed it.": what is another than it was typed. */
function differences(now: NonNullable<Shelf>, { price, stock, sku }: Wanted, currency: string): string {
  const rows = [
    ["Price", plainMoney(now.price, currency), plainMoney(price, currency)],
    ["Stock", String(now.stock), String(stock ?? now.stock)],
    ["Number", now.sku, sku ?? now.sku],
  ] as const;
  return rows
    .filter(([, theirs, mine]) => theirs !== mine)
    .map(([name, theirs, mine]) => ` ${name}: ${theirs || "none"} now, ${mine || "none"} as you typed it.`)
    .join("");
}

/** Sets price and stock of a kind as they were typed. Refusals say what to type instead, and nothing is saved. */
export async function changeVariant(tx: Tx, typed: Typed, given: Given): Promise<Change> {
  const { now, newId, currency } = given;
  const productId = await productOfVariant(tx, typed.id);
  if (productId === undefined) return { ok: false, product: undefined, message: "That article is gone." };
  const refuse = async (message: string, more: { forbidden?: true; changed?: true } = {}): Promise<Change> => ({
    ...more,
    ok: false,
    product: await loadDeskProduct(tx, productId),
    message,
  });

  const price = readMoney(typed.price, currency);
  if (price === undefined)
    return refuse(
      `Write the price in ${currency} with ${decimalsOf(currency) === 0 ? "no" : "at most"} ${decimalsOf(currency) || ""} decimals, such as ${decimalsOf(currency) === 0 ? "2999" : "29.99"}.`.replace(
        "no  ",
        "no ",
      ),
    );
  const before = await loadShelf(tx, typed.id);
  if (!typed.mayPrice && price !== before?.price)
    return refuse("Your role does not include prices.", { forbidden: true });
  const stock = typed.stock === undefined ? undefined : readStock(typed.stock);
  if (stock === "no number") return refuse("Write the stock as a whole number, such as 12.");

  const sku = typed.sku?.trim();
  if (sku !== undefined && sku.length > 80) return refuse("Shorten the number to 80 letters.");
  if (!(await setVariant(tx, { id: typed.id, version: typed.version, price, stock, sku }, { now, newId }))) {
    const isNow = await loadShelf(tx, typed.id); // on PostgreSQL it may have moved since it was looked at above
    const differs = isNow ? differences(isNow, { price, stock, sku }, currency) : "";
    return refuse(`${changedMeanwhile}${differs}`, { changed: true });
  }
  await noteShelf(tx, { id: typed.id, before, after: await loadShelf(tx, typed.id) }, given);
  return done(tx, productId);
}

type Shelf = Awaited<ReturnType<typeof loadShelf>>;
type Moved = { readonly id: string; readonly before: Shelf; readonly after: Shelf };

/** Writes down that a price or a stock is another now; a form that was sent without a change is not worth a line. */
async function noteShelf(tx: Tx, { id, before, after }: Moved, { now, newId, currency, who, address }: Given) {
  if (!before || !after) return;
  const line = { at: now, who, address, subject: `variant:${id}` };
  if (before.price !== after.price) {
    const words = (price: Cents) => ({ price: `${plainMoney(price, currency)} ${currency}` });
    const detail = { sku: after.sku, before: words(before.price), after: words(after.price) };
    await audit(tx, { ...line, id: newId(), act: "change price", detail });
  }
  if (before.sku !== after.sku) {
    const detail = { before: { sku: before.sku }, after: { sku: after.sku } };
    await audit(tx, { ...line, id: newId(), act: "change number", detail });
  }
  if (before.stock !== after.stock) {
    const detail = { sku: after.sku, before: { stock: before.stock }, after: { stock: after.stock } };
    await audit(tx, { ...line, id: newId(), act: "change stock", detail });
  }
}

const readStock = (text: string) => (/^-?\d{1,7}$/.test(text.trim()) ? Number(text.trim()) : "no number");

type State = { readonly id: string; readonly version: number; readonly status: string };

/** Puts a product on the cart, back among the drafts, or away. */
export async function changeStatus(tx: Tx, state: State, given: Omit<Given, "currency">): Promise<Change> {
  const { now, newId, who, address } = given;
  const before = await loadDeskProduct(tx, state.id);
  if (await setStatus(tx, state, now)) {
    const detail = { title: before?.title, before: { status: before?.status }, after: { status: state.status } };
    await audit(tx, {
      id: newId(),
      at: now,
      who,
      address,
      act: "change status",
      subject: `product:${state.id}`,
      detail,
    });
    return done(tx, state.id);
  }
  const product = await loadDeskProduct(tx, state.id);
  return { ok: false, product, message: changedMeanwhile, changed: true };
}

async function done(tx: Tx, productId: string): Promise<Change> {
  await keepProducts(tx, [productId]);
  const product = await loadDeskProduct(tx, productId);
  return product ? { ok: true, product } : { ok: false, product, message: "That article is gone." };
}
