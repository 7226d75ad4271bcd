import type { Deps } from "../deps.ts";
import { mergeCarts, mergedInWords, type MergeResult } from "../cart/merge-carts.ts";
import { emailKeyOf } from "./account.ts";
import { takeNews } from "./guest-store.ts";
import { noteDenial } from "./note-denial.ts";
import { isWeak } from "./passwords.ts";
import { startSession } from "./start-session.ts";
import { audit, endSession, findCustomer, setCustomerHash, takeLikes } from "./store.ts";
import { countTry, forgetTries, isPassword } from "./tries.ts";

/** The browser that signs in: what it brought along as a guest. */
export type Browser = {
  readonly cartId: string | undefined;
  readonly newCartId: string;
  readonly guest: string | undefined;
  readonly oldSessionId: string | undefined;
  readonly address: string;
  readonly agent: string;
};

type Typed = { readonly email: string; readonly password: string };
type Account = { readonly id: string; readonly email: string; readonly displayName: string };
export type SignedIn = {
  readonly token: string;
  readonly account: Account;
  readonly cart: MergeResult;
  readonly news: string | undefined;
};

/**
 * The customer whose address and password these are. Unknown and wrong take the same time and look the same.
 * @throws ShopError when it was tried too often.
 */
export async function checkPassword(
  deps: Deps,
  { email, password }: Typed,
  address: string,
): Promise<Account | undefined> {
  await countTry(deps, "shop", email, address);
  const customer = await findCustomer(deps.store.read, emailKeyOf(email));
  if ((await isPassword(deps, password, customer?.passwordHash)) && customer) {
    await forgetTries(deps, "shop", email);
    if (isWeak(customer.passwordHash)) await strengthen(deps, customer.id, password);
    return customer;
  }
  await noteDenial(deps, { who: "guest", act: "sign in", subject: customer ? `customer:${customer.id}` : "", address });
  return undefined;
}

/** Hashes anew at today's cost. When that is not possible now, it is at the next sign-in. */
async function strengthen({ passwords, store, log }: Deps, id: string, password: string): Promise<void> {
  try {
    const better = await passwords.hash(password);
    await store.write((tx) => setCustomerHash(tx, id, better));
  } catch (error) {
    log.warn({ err: error }, "a weak hash stays for now");
  }
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
    if (browser.guest !== undefined) {
      await takeLikes(tx, browser.guest, account.id);
      await takeNews(tx, browser.guest, account.id);
    }
    const who = `customer:${account.id}`;
    await audit(tx, { id: deps.newId(), at, who, act: "sign in", address: browser.address });
    return mergeCarts(tx, merging);
  });
  return { token: session.token, account, cart, news: newsOf(cart) };
}

function newsOf(cart: MergeResult): string | undefined {
  const said = mergedInWords(cart);
  return said !== undefined && cart.undoable ? `${said} In the cart you can undo that.` : said;
}
