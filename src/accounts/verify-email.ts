import type { Tx } from "#db/open.ts";
import type { Deps } from "../deps.ts";
import { digestOf } from "../keys.ts";
import { verifyLetter } from "../mail/account-letters.tsx";
import { letterShopOf } from "../mail/letter-shop.ts";
import { queueLetter } from "../mail/store.ts";
import { link, paths } from "../paths.ts";
import { emailKeyOf } from "./account.ts";
import { claimOrders, customerOf, findCustomerById, noteVerified, subjectOf } from "./customer-store.ts";
import { audit } from "./store.ts";
import { findOpenToken, makeToken, takeToken } from "./token-store.ts";

const purpose = "verify-email";
const day = 86_400_000;

type Unverified = { readonly id: string; readonly email: string };

/** The letter that asks whether an address is right, to be put down in a write: the link in it works for a day. */
export async function verification(deps: Deps, { id, email }: Unverified): Promise<(tx: Tx) => Promise<void>> {
  const token = deps.newToken();
  const shop = letterShopOf(await deps.shop.read(), deps.config.url);
  const letter = verifyLetter({ to: email, shop }, deps.config.url + link(paths.accountVerify, { token }));
  const at = deps.now();
  const expiresAt = new Date(at.getTime() + day);
  return async (tx) => {
    if (!(await findCustomerById(tx, id))) return; // erased meanwhile
    await makeToken(tx, { id: digestOf(token), purpose, subject: subjectOf(id), detail: emailKeyOf(email), expiresAt });
    await queueLetter(tx, letter, { id: deps.newId(), orderId: null, at });
  };
}

/** Sends that letter once more. @throws ShopError after three in an hour. */
export async function verifyAgain(deps: Deps, customer: Unverified): Promise<void> {
  await deps.limits.count("verifyAgain", customer.id);
  const save = await verification(deps, customer);
  await deps.store.write(save);
}

/** The account whose address a link confirms; undefined where it works no more. */
export async function accountOfVerify({ store, now }: Deps, token: string): Promise<string | undefined> {
  const found = await findOpenToken(store.read, { id: digestOf(token), purpose, now: now() });
  return found && customerOf(found.subject);
}

/**
 * Takes the word of who knows the account's password and reads the letters of the address that it is theirs: orders placed with it before come into the
 * account, and not a moment sooner. Answers how many, or undefined for a link that works no more.
 */
export async function verifyEmail(deps: Deps, token: string, address: string): Promise<number | undefined> {
  const at = deps.now();
  return deps.store.write(async (tx) => {
    const taken = await takeToken(tx, { id: digestOf(token), purpose, now: at });
    const found = await findCustomerById(tx, customerOf(taken?.subject ?? "") ?? "");
    if (!found || found.emailKey !== taken?.detail) return undefined; // the account has another address by now
    await noteVerified(tx, found.id, at);
    await audit(tx, { id: deps.newId(), at, who: subjectOf(found.id), act: "confirm the address", address });
    return claimOrders(tx, found.id, found.emailKey);
  });
}
