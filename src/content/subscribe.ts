import type { Tx } from "#db/open.ts";
import { digestOf } from "../keys.ts";
import { newsletterLetter, welcomeLetter } from "../mail/newsletter-letter.tsx";
import { letterShopOf } from "../mail/letter-shop.ts";
import { queueLetter } from "../mail/store.ts";
import { link, paths } from "../paths.ts";
import type { ShopSettings } from "../settings/shop.ts";
import { leaveLink, leaveToken } from "./leave-link.ts";
import { confirmSubscriber, noteSubscriber, setLeaveHash } from "./store.ts";

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
  const letter = newsletterLetter({
    to: email,
    shop: letterShopOf(shop, url),
    link: url + link(paths.newsletterConfirm, { token }),
    days,
  });
  await queueLetter(tx, letter, { id: newId(), orderId: null, at });
}

export type Confirming = {
  readonly tokenId: string;
  readonly at: Date;
  readonly newId: () => string;
  readonly shop: ShopSettings;
  readonly url: string;
  /** Makes the link that ends it. */
  readonly key: Uint8Array;
};

/** Puts an address on the list for good, and writes to it once with the way off it. Answers whether the link worked. */
export async function confirm(tx: Tx, { tokenId, at, newId, shop, url, key }: Confirming): Promise<boolean> {
  const subscriber = await confirmSubscriber(tx, tokenId, at);
  if (!subscriber) return false;
  const { email, emailKey } = subscriber;
  await setLeaveHash(tx, emailKey, digestOf(leaveToken(key, emailKey)));
  const leave = leaveLink(url, key, emailKey);
  await queueLetter(tx, welcomeLetter({ to: email, shop: letterShopOf(shop, url), leave }), {
    id: newId(),
    orderId: null,
    at,
  });
  return true;
}
