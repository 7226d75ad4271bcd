import type { Tx } from "#db/open.ts";
import { audit } from "../../accounts/store.ts";
import { handleOf } from "../../catalog/import/handle.ts";
import { keepCollections, keepProducts } from "../../catalog/keep.ts";
import type { NewProduct } from "./new-product.ts";
import * as store from "./new-store.ts";

type By = {
  readonly who: string;
  readonly address: string;
  readonly now: Date;
  readonly newId: () => string;
};
export type MadeProduct =
  | { readonly ok: true; readonly id: string }
  | { readonly ok: false; readonly errors: Readonly<Record<string, string>> };

/** Puts a new product on the cart, on its shelf, at an address that no other has. */
export async function makeProduct(tx: Tx, product: NewProduct, by: By): Promise<MadeProduct> {
  const { who, address, now: at, newId } = by;
  const shelf = await shelfFor(tx, product.shelf, newId);
  if (shelf === "gone") return { ok: false, errors: { shelf: "That shelf is gone. Choose another." } };
  if (shelf === "ruled")
    return {
      ok: false,
      errors: { newShelf: "There is a shelf of that name, filled by a rule. Choose another name." },
    };
  const id = newId();
  const handle = freeOf(product.handle, await store.handlesLike(tx, product.handle));
  await store.insertProduct(tx, product, { id, handle, at, newId });
  if (shelf !== undefined) await store.putOnShelf(tx, { collectionId: shelf, productId: id, at });
  await keepProducts(tx, [id]);
  if (shelf !== undefined) await keepCollections(tx, [shelf]);
  const detail = { title: product.title, kinds: product.kinds.length };
  await audit(tx, { id: newId(), at, who, address, act: "make product", subject: `product:${id}`, detail });
  return { ok: true, id };
}

/** The shelf's id; a name that is there already is that shelf. */
async function shelfFor(tx: Tx, wanted: NewProduct["shelf"], newId: () => string) {
  if (wanted === undefined) return undefined;
  if ("id" in wanted) {
    const found = await store.loadShelf(tx, wanted.id);
    return found?.isByHand ? found.id : "gone";
  }
  const handle = handleOf(wanted.title);
  const found = await store.shelfAt(tx, handle);
  if (found) return found.isByHand ? found.id : "ruled";
  const id = newId();
  await store.insertShelf(tx, { id, handle, title: wanted.title });
  return id;
}

function freeOf(handle: string, taken: ReadonlySet<string>): string {
  if (!taken.has(handle)) return handle;
  let nth = 2;
  while (taken.has(`${handle}-${nth}`)) nth += 1;
  return `${handle}-${nth}`;
}
