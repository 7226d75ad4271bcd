import type { Deps } from "../deps.ts";
import { emailKeyOf } from "./account.ts";
import { subjectOf } from "./customer-store.ts";
import { noteDenial } from "./note-denial.ts";
import { findCustomer } from "./store.ts";
import { countTry, forgetTries, isPassword } from "./tries.ts";

/** A customer who is signed in, the password typed to show that it is they, and where from. */
export type Asking = {
  readonly customer: { readonly id: string; readonly email: string };
  readonly password: string;
  readonly sessionId: string;
  readonly address: string;
  readonly agent: string;
};

/** The account, for who knows its password. Wrong ones count as tries to sign in do. @throws ShopError when too many. */
export async function knowsPassword(deps: Deps, { customer, password, address }: Asking, act: string) {
  await countTry(deps, "shop", customer.email, address);
  const account = await findCustomer(deps.store.read, emailKeyOf(customer.email));
  if (account && (await isPassword(deps, password, account.passwordHash))) {
    await forgetTries(deps, "shop", customer.email);
    return account;
  }
  await noteDenial(deps, { who: subjectOf(customer.id), act, subject: "", address });
  return undefined;
}
