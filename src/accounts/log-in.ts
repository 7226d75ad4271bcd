import type { Deps } from "../deps.ts";
import { mergeCarts, mergedInWords, type Merged } from "../cart/merge-carts.ts";
import { emailKeyOf, mostPasswordBytes } from "./account.ts";
import { isWeak } from "./passwords.ts";
import { startSession } from "./start-session.ts";
import { audit, endSession, findCustomer, setCustomerHash, takeLikes } from "./store.ts";

/** The browser that signs in: what it brought along as a guest. */
export type Browser = {
  readonly cartId: string | undefined;
  readonly newCartId: string;
  readonly guest: string | undefined;
  readonly oldSessionId: string | undefined;
  readonly address: string;
  readonly agent: string;
};

type Account = { readonly id: string; readonly email: string; readonly displayName: string };
export type SignedIn = {
  readonly token: string;
  readonly account: Account;
  readonly cart: Merged;
  readonly news: string | undefined;
};

/** The customer whose address and password these are. Unknown and wrong take the same time and look the same. */
export async function checkPassword(deps: Deps, email: string, password: string): Promise<Account | undefined> {
  const { limits, passwords, store } = deps;
  const key = emailKeyOf(email);
  const customer = await findCustomer(store.read, key);
  const tooLong = Buffer.byteLength(password) > mostPasswordBytes;
  const right = await passwords.verify(tooLong ? "too long to be anybody's" : password, customer?.passwordHash);
  if (!customer || !right || tooLong) return undefined;
  await limits.forget("signInAccount", key);
  if (isWeak(customer.passwordHash)) {
    const better = await passwords.hash(password);
    await store.write((tx) => setCustomerHash(tx, customer.id, better));
  }
  return customer;
}

/** Counts a try against the account and against where it comes from, before anything is hashed. @throws ShopError */
export async function countTry(deps: Deps, email: string, address: string): Promise<void> {
  const key = emailKeyOf(email).slice(0, 254);
  await deps.limits.count("signInAddress", address);
  await deps.limits.count("signInAccount", key);
  await deps.limits.count("signInAccountHour", key);
}

/**
 * Signs a customer in: a new session under a new identifier, the guest's cart and likes are theirs from now on, and an
 * older session of this browser ends. The cart gets a new name, which shuts out whoever planted its cookie.
 */
export async function signIn(deps: Deps, account: Account, browser: Browser): Promise<SignedIn> {
  const session = await startSession(deps, "shop", account.id, browser.agent);
  const at = deps.now();
  const merging = {
    guestCartId: browser.cartId,
    into: browser.newCartId,
    customerId: account.id,
    at,
    newId: deps.newId,
  };
  const cart = await deps.store.write(async (tx) => {
    await session.save(tx);
    if (browser.oldSessionId !== undefined) await endSession(tx, browser.oldSessionId);
    if (browser.guest !== undefined) await takeLikes(tx, browser.guest, account.id);
    const who = `customer:${account.id}`;
    await audit(tx, { id: deps.newId(), at, who, act: "sign in", address: browser.address });
    return mergeCarts(tx, merging);
  });
  return { token: session.token, account, cart, news: mergedInWords(cart) };
}
