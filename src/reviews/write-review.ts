import type { Tx } from "#db/open.ts";
import { keepProducts } from "../catalog/keep.ts";
import { digestOf } from "../keys.ts";
import { maskCards } from "../payments/card-number.ts";
import { saveReview, type Bought, type Pictured, type Saying } from "./store.ts";

/** Who said it, told apart without keeping the address. */
export const buyerKeyOf = ({ emailKey }: Pick<Bought, "emailKey">): string => digestOf(`review ${emailKey}`);

type Words = Pick<Saying, "rating" | "author" | "title" | "body" | "pictureAlt">;

/** What to write in place of a picture that is taken away. */
export const noPicture: Pictured = { picture: "", pictureWidth: 0, pictureHeight: 0 };

type Given = { readonly now: Date; readonly newId: () => string };

/**
 * A buyer says what they think; it is shown once the shop has looked at it. What was shown before waits again. Without
 * `pictured` the picture that was sent before stays with it.
 */
export async function writeReview(
  tx: Tx,
  bought: Bought,
  { rating, ...own }: Words,
  { now, newId, pictured }: Given & { readonly pictured?: Pictured | undefined },
): Promise<void> {
  const { productId } = bought;
  const words = Object.fromEntries(Object.entries(own).map(([name, said]) => [name, maskCards(said)])) as typeof own;
  const whose = { id: newId(), productId, buyerKey: buyerKeyOf(bought), at: now };
  await saveReview(tx, { ...whose, ...words, rating, pictured });
  await keepProducts(tx, [productId]);
}
