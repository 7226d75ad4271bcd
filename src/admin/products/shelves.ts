import type { Tx } from "#db/open.ts";
import type { By } from "../../accounts/by.ts";
import { audit } from "../../accounts/store.ts";
import { handleOf } from "../../catalog/import/handle.ts";
import { keepCollections, keepProducts } from "../../catalog/keep.ts";
import * as store from "./new-store.ts";

export type WantedShelf = { readonly id: string } | { readonly title: string };

/** The shelf's id, made where it is new; a name that is there already is that shelf. Only those filled by hand. */
export async function shelfFor(tx: Tx, wanted: WantedShelf, newId: () => string): Promise<string | "gone" | "ruled"> {
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

export const shelfTroubles = {
  gone: "That shelf is gone. Choose another.",
  ruled: "There is a shelf of that name, filled by a rule. Choose another name.",
} as const;

type Move = { readonly productId: string; readonly shelf: WantedShelf; readonly on: boolean };

/** Puts a product on a shelf or takes it off. Answers what kept it from that. */
export async function moveOnShelf(tx: Tx, { productId, shelf, on }: Move, by: By): Promise<string | undefined> {
  const found = await shelfFor(tx, shelf, by.newId);
  if (found === "gone" || found === "ruled") return shelfTroubles[found];
  const isMoved = on
    ? await store.putOnShelf(tx, { collectionId: found, productId, at: by.now })
    : await store.takeOffShelf(tx, { collectionId: found, productId });
  if (!isMoved) return undefined;
  await keepProducts(tx, [productId]);
  await keepCollections(tx, [found]);
  const act = on ? "put on shelf" : "take off shelf";
  const line = { id: by.newId(), at: by.now, who: by.who, address: by.address, act };
  await audit(tx, { ...line, subject: `product:${productId}`, detail: { shelf: found } });
  return undefined;
}
