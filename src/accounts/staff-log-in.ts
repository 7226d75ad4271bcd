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

type Known = { readonly id: string };

/** The member of staff whose address and password these are. Wrong ones are written down. */
export async function checkStaff(deps: Deps, { email, password }: Typed, address: string): Promise<Known | undefined> {
  await countTry(deps, "desk", email, address);
  const { store, passwords } = deps;
  const found = await findStaff(store.read, emailKeyOf(email));
  const mayEnter = found?.state === "active";
  if (!(await isPassword(deps, password, mayEnter ? found.passwordHash : undefined)) || !found) {
    await noteDenial(deps, { who: "guest", act, subject: found ? `staff:${found.id}` : "", address });
    return undefined;
  }
  await forgetTries(deps, "desk", email);
  if (isWeak(found.passwordHash)) {
    const better = await passwords.hash(password);
    await store.write((tx) => setStaffHash(tx, found.id, better));
  }
  return found;
}

/** The token of a new session at the desk, which is written down. An older session of the same browser ends. */
export async function enterDesk(deps: Deps, { id }: Known, { address, agent, oldSessionId }: From): Promise<string> {
  const session = await startSession(deps, "admin", id, agent);
  await deps.store.write(async (tx) => {
    if (oldSessionId !== undefined) await endSession(tx, oldSessionId);
    await session.save(tx);
    await audit(tx, { id: deps.newId(), at: deps.now(), who: `staff:${id}`, act, address });
  });
  return session.token;
}
