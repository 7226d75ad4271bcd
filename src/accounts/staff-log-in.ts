import type { Deps } from "../deps.ts";
import { emailKeyOf } from "./account.ts";
import { noteDenial } from "./note-denial.ts";
import { isWeak } from "./passwords.ts";
import { findStaff, setStaffHash } from "./staff-store.ts";
import { startSession } from "./start-session.ts";
import { audit, endSession } from "./store.ts";
import { countTry, forgetTries, isPassword } from "./tries.ts";

type Typed = { readonly email: string; readonly password: string };
type From = { readonly address: string; readonly agent: string; readonly oldSessionId: string | undefined };

const act = "sign in at the desk";

/**
 * The token of a new session at the desk, or undefined for a wrong pair; both are written down. An older session of the
 * same browser ends.
 */
export async function signInStaff(
  deps: Deps,
  { email, password }: Typed,
  { address, agent, oldSessionId }: From,
): Promise<string | undefined> {
  await countTry(deps, "desk", email, address);
  const { store, passwords } = deps;
  const found = await findStaff(store.read, emailKeyOf(email));
  const mayEnter = found?.state === "active";
  if (!(await isPassword(deps, password, mayEnter ? found.passwordHash : undefined)) || !found) {
    await noteDenial(deps, { who: "guest", act, subject: found ? `staff:${found.id}` : "", address });
    return undefined;
  }
  await forgetTries(deps, "desk", email);
  const session = await startSession(deps, "admin", found.id, agent);
  const better = isWeak(found.passwordHash) ? await passwords.hash(password) : undefined;
  await store.write(async (tx) => {
    if (better !== undefined) await setStaffHash(tx, found.id, better);
    if (oldSessionId !== undefined) await endSession(tx, oldSessionId);
    await session.save(tx);
    await audit(tx, { id: deps.newId(), at: deps.now(), who: `staff:${found.id}`, act, address });
  });
  return session.token;
}
