import type { Tx } from "#db/open.ts";
import { digestOf } from "../keys.ts";
import { newsletterLetter } from "../mail/newsletter-letter.tsx";
import { queueLetter } from "../mail/store.ts";
import { link, paths } from "../paths.ts";
import type { ShopSettings } from "../settings/shop.ts";
import { noteSubscriber } from "./store.ts";

/** How long the link of the letter works. */
const days = 7;

export type SigningUp = {
  readonly email: string;
  readonly token: string;
  readonly at: Date;
  readonly newId: () => string;
  readonly shop: ShopSettings;
  readonly url: string;
};

/** Notes an address and asks it, by a letter, whether it is right. One that was confirmed before is not asked again. */
export async function subscribe(tx: Tx, { email, token, at, newId, shop, url }: SigningUp): Promise<void> {
  const emailKey = email.toLowerCase();
  const until = new Date(at.getTime() + days * 86_400_000);
  const asked = await noteSubscriber(tx, { email, emailKey, tokenId: digestOf(token), at, until });
  if (!asked) return;
  const { street, city, region, postcode } = shop.address;
  const place = [street, city, `${region} ${postcode}`.trim()].filter((part) => part !== "").join(", ");
  const letter = newsletterLetter({
    to: email,
    shop: { name: shop.name, url, email: shop.email, phone: shop.phone, place },
    link: url + link(paths.newsletterConfirm, { token }),
    days,
  });
  await queueLetter(tx, letter, { id: newId(), orderId: null, at });
}
