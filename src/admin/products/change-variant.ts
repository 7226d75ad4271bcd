import type { Tx } from "#db/open.ts";
import { keepProducts } from "../../catalog/keep.ts";
import { decimalsOf, readMoney } from "../../pricing/money.ts";
import { loadDeskProduct, loadPrice, productOfVariant, setStatus, setVariant, type DeskProductRow } from "./store.ts";

export type Change =
  | { readonly ok: true; readonly product: DeskProductRow }
  | {
      readonly ok: false;
      readonly product: DeskProductRow | undefined;
      readonly message: string;
      readonly forbidden?: true;
    };

type Typed = {
  readonly id: string;
  readonly version: number;
  readonly price: string;
  readonly stock: string | undefined;
  /** Whether the price may be another than it is. */
  readonly mayPrice: boolean;
};
type Given = { readonly now: Date; readonly newId: () => string; readonly currency: string };

const changedMeanwhile =
  "Somebody changed this since you opened it. This is how it stands now; change it again if it is still wrong.";

/** Sets price and stock of a kind as they were typed. Refusals say what to type instead, and nothing is saved. */
export async function changeVariant(tx: Tx, typed: Typed, { now, newId, currency }: Given): Promise<Change> {
  const productId = await productOfVariant(tx, typed.id);
  if (productId === undefined) return { ok: false, product: undefined, message: "That article is gone." };
  const refuse = async (message: string, more: { forbidden?: true } = {}): Promise<Change> => ({
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
  if (!typed.mayPrice && price !== (await loadPrice(tx, typed.id)))
    return refuse("Your role does not include prices.", { forbidden: true });
  const stock = typed.stock === undefined ? undefined : readStock(typed.stock);
  if (stock === "no number") return refuse("Write the stock as a whole number, such as 12.");

  if (!(await setVariant(tx, { id: typed.id, version: typed.version, price, stock }, { now, newId })))
    return refuse(changedMeanwhile);
  return done(tx, productId);
}

const readStock = (text: string) => (/^-?\d{1,7}$/.test(text.trim()) ? Number(text.trim()) : "no number");

type State = { readonly id: string; readonly version: number; readonly status: string };

/** Puts a product on the cart, back among the drafts, or away. */
export async function changeStatus(tx: Tx, state: State, now: Date): Promise<Change> {
  if (await setStatus(tx, state, now)) return done(tx, state.id);
  return { ok: false, product: await loadDeskProduct(tx, state.id), message: changedMeanwhile };
}

async function done(tx: Tx, productId: string): Promise<Change> {
  await keepProducts(tx, [productId]);
  const product = await loadDeskProduct(tx, productId);
  return product ? { ok: true, product } : { ok: false, product, message: "That article is gone." };
}
