import type { Tx } from "#db/open.ts";
import type { By } from "../../accounts/by.ts";
import { audit } from "../../accounts/store.ts";
import { digestOf } from "../../keys.ts";
import type { MadePicture } from "../../catalog/import/make-picture.ts";
import { keepProducts } from "../../catalog/keep.ts";
import * as store from "../../catalog/uploads/store.ts";

/** More would not fit into a gallery, and one account could fill the disk. */
export const mostPictures = 50;

type Act = "add picture" | "take picture away" | "put picture back";
const note = (
  tx: Tx,
  { who, address, now, newId }: By,
  productId: string,
  act: Act,
  detail: Readonly<Record<string, unknown>>,
) => audit(tx, { id: newId(), at: now, who, address, act, subject: `product:${productId}`, detail });

/** The id of a picture that a browser sends again until it hears that it arrived: the same each time. */
export const idOfSent = (productId: string, once: string): string =>
  `sent-${digestOf(`${productId} ${once}`).slice(0, 32)}`;

type Fresh = MadePicture & { readonly id: string };

/** Puts pictures that are on the disk already onto a product. False where it would then have too many. */
export async function addPictures(tx: Tx, productId: string, fresh: readonly Fresh[], by: By): Promise<boolean> {
  if ((await store.countPictures(tx, productId)) + fresh.length > mostPictures) return false;
  await store.addPictures(tx, productId, fresh);
  await keepProducts(tx, [productId]);
  for (const { file } of fresh) await note(tx, by, productId, "add picture", { file });
  return true;
}

/** Puts a product's pictures in this order; those that are not named, since they came meanwhile, stay behind. */
export async function arrange(tx: Tx, productId: string, wanted: readonly string[]): Promise<void> {
  const ids = (await store.loadPictures(tx, productId)).map(({ id }) => id);
  const named = [...new Set(wanted)].filter((id) => ids.includes(id));
  await store.setPlaces(tx, productId, [...named, ...ids.filter((id) => !named.includes(id))]);
  await keepProducts(tx, [productId]);
}

export type Op =
  | { readonly op: "earlier" | "later" | "remove" | "restore" }
  | { readonly op: "words"; readonly alt: string; readonly decorative: boolean };

/** Does one thing to a picture. Answers the product that it belongs to; undefined where it is gone. */
export async function changePicture(tx: Tx, id: string, op: Op, by: By): Promise<string | undefined> {
  if (op.op === "restore") {
    const productId = await store.putBack(tx, id);
    if (productId === undefined) return undefined;
    await keepProducts(tx, [productId]);
    await note(tx, by, productId, "put picture back", { id });
    return productId;
  }
  const product = await store.productOfPicture(tx, id);
  if (!product) return undefined;
  if (op.op === "words") {
    const alt = op.decorative ? "" : op.alt;
    await store.setWords(tx, id, { alt, decorative: op.decorative });
  } else if (op.op === "remove") {
    const row = await store.takeAway(tx, id, by.now);
    await note(tx, by, product.id, "take picture away", { id, file: row?.file, alt: row?.alt });
  } else {
    const ids = (await store.loadPictures(tx, product.id)).map((each) => each.id);
    await store.setPlaces(tx, product.id, moved(ids, id, op.op === "earlier" ? -1 : 1));
  }
  await keepProducts(tx, [product.id]);
  return product.id;
}

/** One place on, and past an end to the other. */
function moved(ids: readonly string[], id: string, step: number): string[] {
  const at = ids.indexOf(id);
  const others = ids.filter((each) => each !== id);
  return others.toSpliced((at + step + ids.length) % ids.length, 0, id);
}
