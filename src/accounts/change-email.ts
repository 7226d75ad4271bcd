import { isDuplicate } from "#db/faults.ts";
import type { Tx } from "#db/open.ts";
import type { Deps } from "../deps.ts";
import { digestOf } from "../keys.ts";
import { changedLetter, newAddressLetter, takenLetter } from "../mail/account-letters.tsx";
import { letterShopOf } from "../mail/letter-shop.ts";
import { queueLetter } from "../mail/store.ts";
import { link, paths } from "../paths.ts";
import { emailKeyOf } from "./account.ts";
import { claimOrders, customerOf, findCustomerById, setCustomerEmail, subjectOf } from "./customer-store.ts";
import { knowsPassword, type Asking } from "./knows-password.ts";
import { endOtherSessions } from "./sessions-store.ts";
import { audit, findCustomer } from "./store.ts";
import { dropTokens, findOpenToken, makeToken, takeToken } from "./token-store.ts";

const purpose = "change-email";
const day = 86_400_000;

/**
 * Writes to a new address, for who knows the password: the account moves there when somebody there says so. That an
 * address has an account already is told to nobody but who reads its letters. False for a wrong password.
 * @throws ShopError when tried too often, or after three letters in an hour.
 */
export async function requestEmail(deps: Deps, asking: Asking, typed: string): Promise<boolean> {
  const account = await knowsPassword(deps, asking, "change the address");
  if (!account) return false;
  await deps.limits.count("changeEmail", account.id);
  const to = typed.trim();
  const taken = await findCustomer(deps.store.read, emailKeyOf(to));
  const token = deps.newToken();
  const whom = { to, shop: letterShopOf(await deps.shop.read(), deps.config.url) };
  const at = deps.now();
  const letter = taken
    ? takenLetter(whom, deps.config.url + paths.login)
    : newAddressLetter(whom, deps.config.url + link(paths.accountEmailConfirm, { token }));
  const expiresAt = new Date(at.getTime() + day);
  const subject = subjectOf(account.id);
  await deps.store.write(async (tx) => {
    if (!(await findCustomerById(tx, account.id))) return; // erased meanwhile
    await makeToken(tx, { id: digestOf(token), purpose, subject, detail: to, expiresAt });
    await queueLetter(tx, letter, { id: deps.newId(), orderId: null, at });
    await audit(tx, { id: deps.newId(), at, who: subject, act: "ask for another address", address: asking.address });
  });
  return true;
}

/** The account that a link moves to another address; undefined where it works no more. */
export async function accountOfMove({ store, now }: Deps, token: string): Promise<string | undefined> {
  const found = await findOpenToken(store.read, { id: digestOf(token), purpose, now: now() });
  return found && customerOf(found.subject);
}

/**
 * Moves an account to the address whose letter was answered. The old address gets a note; links to it are dead; whoever
 * else is signed in is signed out. False where the link works no more, or somebody else has the address by now.
 */
export async function confirmEmail(
  deps: Deps,
  token: string,
  from: { readonly sessionId: string | undefined; readonly address: string },
): Promise<boolean> {
  const at = deps.now();
  const shop = letterShopOf(await deps.shop.read(), deps.config.url);
  const work = async (tx: Tx) => {
    const taken = await takeToken(tx, { id: digestOf(token), purpose, now: at });
    const found = await findCustomerById(tx, customerOf(taken?.subject ?? "") ?? "");
    if (!taken || !found) return false;
    const { id } = found;
    const emailKey = emailKeyOf(taken.detail);
    await setCustomerEmail(tx, id, { email: taken.detail, emailKey, verifiedAt: at });
    await dropTokens(tx, subjectOf(id), ["reset-password", "verify-email", purpose, "second-step"]);
    await endOtherSessions(tx, { audience: "shop", accountId: id }, from.sessionId ?? "");
    await claimOrders(tx, id, emailKey);
    const note = changedLetter({ to: found.email, shop }, "Your account has another address now", deps.config.url);
    await queueLetter(tx, note, { id: deps.newId(), orderId: null, at });
    await audit(tx, { id: deps.newId(), at, who: subjectOf(id), act: "change the address", address: from.address });
    return true;
  };
  try {
    return await deps.store.write(work);
  } catch (error) {
    if (isDuplicate(error)) return false;
    throw error;
  }
}
