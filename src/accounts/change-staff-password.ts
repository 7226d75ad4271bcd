import type { Deps } from "../deps.ts";
import { changedLetter } from "../mail/account-letters.tsx";
import { letterShopOf } from "../mail/letter-shop.ts";
import { queueLetter } from "../mail/store.ts";
import { paths } from "../paths.ts";
import { emailKeyOf } from "./account.ts";
import { noteDenial } from "./note-denial.ts";
import { findStaff, setStaffHash } from "./staff-store.ts";
import { startSession } from "./start-session.ts";
import { audit, endSessionsOf } from "./store.ts";
import { dropTokens } from "./token-store.ts";
import { countTry, forgetTries, isPassword } from "./tries.ts";

/** A member of staff who is signed in, the password typed to show that it is they, and where from. */
export type StaffAsking = {
  readonly staff: { readonly id: string; readonly email: string };
  readonly password: string;
  readonly address: string;
  readonly agent: string;
};

const act = "change the password";

/**
 * Sets a new password at the desk for who knows the old one. Every session of theirs ends, and this browser gets a new
 * one, whose token is answered; undefined for a wrong password. @throws ShopError when tried too often.
 */
export async function changeStaffPassword(
  deps: Deps,
  { staff, password, address, agent }: StaffAsking,
  newPassword: string,
): Promise<string | undefined> {
  const { id, email } = staff;
  const who = `staff:${id}`;
  await countTry(deps, "desk", email, address);
  const found = await findStaff(deps.store.read, emailKeyOf(email));
  if (!found || !(await isPassword(deps, password, found.passwordHash))) {
    await noteDenial(deps, { who, act, subject: "", address });
    return undefined;
  }
  await forgetTries(deps, "desk", email);
  const passwordHash = await deps.passwords.hash(newPassword);
  const session = await startSession(deps, "admin", id, agent);
  const shop = letterShopOf(await deps.shop.read(), deps.config.url);
  const letter = changedLetter({ to: email, shop }, "Your password was changed", deps.config.url + paths.adminForgot);
  const at = deps.now();
  await deps.store.write(async (tx) => {
    await setStaffHash(tx, id, passwordHash);
    await endSessionsOf(tx, "admin", id);
    await session.save(tx);
    await dropTokens(tx, who, ["reset-password", "second-step"]);
    await queueLetter(tx, letter, { id: deps.newId(), orderId: null, at });
    await audit(tx, { id: deps.newId(), at, who, act, address });
  });
  return session.token;
}
