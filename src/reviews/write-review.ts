import type { Tx } from "#db/open.ts";
import { keepProducts } from "../catalog/keep.ts";
import { digestOf } from "../keys.ts";
import { maskCards } from "../payments/card-number.ts";
import { saveReview, type Bought, type Own } from "./store.ts";

/** Who said it, told apart without keeping the address. */
export const buyerKeyOf = ({ emailKey }: Pick<Bought, "emailKey">): string => digestOf(`review ${emailKey}`);

type Given = { readonly now: Date; readonly newId: () => string };

/** A buyer says what they think; it is shown once the shop has looked at it. What was shown before waits again. */
export async function writeReview(tx: Tx, bought: Bought, own: Own, { now, newId }: Given): Promise<void> {
  const { productId } = bought;
  const [author, title, body] = [own.author, own.title, own.body].map(maskCards) as [string, string, string];
  await saveReview(tx, { id: newId(), productId, buyerKey: buyerKeyOf(bought), ...own, author, title, body, at: now });
  await keepProducts(tx, [productId]);
}
