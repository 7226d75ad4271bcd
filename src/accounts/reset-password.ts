import type { Deps } from "../deps.ts";
import { digestOf } from "../keys.ts";
import { changedLetter, resetLetter } from "../mail/account-letters.tsx";
import { letterShopOf } from "../mail/letter-shop.ts";
import { queueLetter } from "../mail/store.ts";
import { link } from "../paths.ts";
import { ShopError } from "../web/shop-error.ts";
import { emailKeyOf } from "./account.ts";
import { resetDoors, type DoorName } from "./reset-door.ts";
import { audit, endSessionsOf } from "./store.ts";
import { dropTokens, findOpenToken, makeToken, takeToken } from "./token-store.ts";
import { forgetTries } from "./tries.ts";

const purpose = "reset-password";
const halfHour = 30 * 60_000;

/**
 * Sends the way back in to an address that has an account. What is answered, and how long it takes, is the same for one
 * that has none: the same look-up, the same letter written and the same link made, only that nothing is sent.
 * @throws ShopError when too many were asked for from one place; too many for one address are just not sent.
 */
export async function requestReset(deps: Deps, name: DoorName, typed: string, address: string): Promise<void> {
  const door = resetDoors[name];
  const emailKey = emailKeyOf(typed);
  await deps.limits.count("forgotAddress", address);
  if (await isEnough(deps, `${name} ${emailKey}`)) return;

  const account = await door.find(deps.store.read, emailKey);
  const token = deps.newToken();
  const shop = letterShopOf(await deps.shop.read(), deps.config.url);
  const letter = resetLetter({ to: account?.email ?? typed, shop }, deps.config.url + link(door.choose, { token }));
  const at = deps.now();
  const subject = account ? door.prefix + account.id : "nobody";
  await deps.store.write(async (tx) => {
    const isThere = (await door.findById(tx, account?.id ?? "nobody")) !== undefined; // it may be erased meanwhile
    await makeToken(tx, { id: digestOf(token), purpose, subject, expiresAt: new Date(at.getTime() + halfHour) });
    await audit(tx, { id: deps.newId(), at, who: "guest", act: "ask for a new password", subject, address });
    if (isThere) await queueLetter(tx, letter, { id: deps.newId(), orderId: null, at });
  });
}

async function isEnough({ limits }: Deps, emailKey: string): Promise<boolean> {
  try {
    await limits.count("forgotAccount", emailKey);
    return false;
  } catch (error) {
    if (error instanceof ShopError) return true;
    throw error;
  }
}

/** Whether a new password may be chosen by this link, without using it up. */
export async function isResetOpen({ store, now }: Deps, name: DoorName, token: string): Promise<boolean> {
  const found = await findOpenToken(store.read, { id: digestOf(token), purpose, now: now() });
  return found?.subject.startsWith(resetDoors[name].prefix) ?? false;
}

/**
 * Sets a new password by the link of a letter, once. Everybody who was signed in to the account is signed out, and who
 * was shut out for guessing may try again. Answers whose account it is, or undefined for a link that works no more.
 */
export async function resetPassword(
  deps: Deps,
  name: DoorName,
  { token, password, address }: { readonly token: string; readonly password: string; readonly address: string },
) {
  const door = resetDoors[name];
  if (!(await isResetOpen(deps, name, token))) return undefined;
  const passwordHash = await deps.passwords.hash(password);
  const shop = letterShopOf(await deps.shop.read(), deps.config.url);
  const at = deps.now();
  const account = await deps.store.write(async (tx) => {
    const taken = await takeToken(tx, { id: digestOf(token), purpose, now: at });
    const found = taken && (await door.findById(tx, taken.subject.slice(door.prefix.length)));
    if (!found) return undefined;
    const { id, email, displayName } = found;
    const who = door.prefix + id;
    await door.save(tx, found, emailKeyOf(email), passwordHash, at);
    await endSessionsOf(tx, door.audience, id);
    await dropTokens(tx, who, [purpose, "change-email", "second-step"]);
    const letter = changedLetter({ to: email, shop }, "Your password was changed", deps.config.url + door.forgot);
    await queueLetter(tx, letter, { id: deps.newId(), orderId: null, at });
    await audit(tx, { id: deps.newId(), at, who, act: "choose a new password by letter", address });
    return { id, email, displayName };
  });
  if (account) await forgetTries(deps, name, account.email);
  return account;
}
