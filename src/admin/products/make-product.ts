import type { Tx } from "#db/open.ts";
import type { By } from "../../accounts/by.ts";
import { audit } from "../../accounts/store.ts";
import { keepCollections, keepProducts } from "../../catalog/keep.ts";
import type { NewProduct } from "./new-product.ts";
import * as store from "./new-store.ts";
import { shelfFor, shelfTroubles } from "./shelves.ts";

export type MadeProduct =
  | { readonly ok: true; readonly id: string }
  | { readonly ok: false; readonly errors: Readonly<Record<string, string>> };

/** Puts a new product on the cart, on its shelf, at an address that no other has. */
export async function makeProduct(tx: Tx, product: NewProduct, by: By): Promise<MadeProduct> {
  const { who, address, now: at, newId } = by;
  const shelf = product.shelf && (await shelfFor(tx, product.shelf, newId));
  if (shelf === "gone") return { ok: false, errors: { shelf: shelfTroubles.gone } };
  if (shelf === "ruled") return { ok: false, errors: { newShelf: shelfTroubles.ruled } };
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

function freeOf(handle: string, taken: ReadonlySet<string>): string {
  if (!taken.has(handle)) return handle;
  let nth = 2;
  while (taken.has(`${handle}-${nth}`)) nth += 1;
  return `${handle}-${nth}`;
}
