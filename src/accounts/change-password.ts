import type { Deps } from "../deps.ts";
import { changedLetter } from "../mail/account-letters.tsx";
import { letterShopOf } from "../mail/letter-shop.ts";
import { queueLetter } from "../mail/store.ts";
import { paths } from "../paths.ts";
import { knowsPassword, type Asking } from "./knows-password.ts";
import { subjectOf } from "./customer-store.ts";
import { startSession } from "./start-session.ts";
import { audit, endSessionsOf, setCustomerHash } from "./store.ts";
import { dropTokens } from "./token-store.ts";

/**
 * Sets a new password for who knows the old one. Every session of the account ends, and this browser gets a new one,
 * whose token is answered; undefined for a wrong password. @throws ShopError when tried too often.
 */
export async function changePassword(deps: Deps, asking: Asking, password: string): Promise<string | undefined> {
  const account = await knowsPassword(deps, asking, "change the password");
  if (!account) return undefined;
  const { id, email } = account;
  const passwordHash = await deps.passwords.hash(password);
  const session = await startSession(deps, "shop", id, asking.agent);
  const shop = letterShopOf(await deps.shop.read(), deps.config.url);
  const letter = changedLetter({ to: email, shop }, "Your password was changed", deps.config.url + paths.forgot);
  const at = deps.now();
  await deps.store.write(async (tx) => {
    await setCustomerHash(tx, id, passwordHash);
    await endSessionsOf(tx, "shop", id);
    await session.save(tx);
    await dropTokens(tx, subjectOf(id), ["reset-password", "change-email", "second-step"]);
    await queueLetter(tx, letter, { id: deps.newId(), orderId: null, at });
    await audit(tx, { id: deps.newId(), at, who: subjectOf(id), act: "change the password", address: asking.address });
  });
  return session.token;
}
