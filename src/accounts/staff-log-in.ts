import type { Deps } from "../deps.ts";
import { emailKeyOf, mostPasswordBytes } from "./account.ts";
import { countTry } from "./log-in.ts";
import { isWeak } from "./passwords.ts";
import { findStaff, setStaffHash } from "./staff-store.ts";
import { startSession } from "./start-session.ts";
import { audit } from "./store.ts";

type Typed = { readonly email: string; readonly password: string };
type From = { readonly address: string; readonly agent: string };

/** The token of a new session at the desk, or undefined for a wrong pair; both are written down. */
export async function signInStaff(
  deps: Deps,
  { email, password }: Typed,
  { address, agent }: From,
): Promise<string | undefined> {
  await countTry(deps, `staff ${email}`, address);
  const { store, passwords } = deps;
  const found = await findStaff(store.read, emailKeyOf(email));
  const tooLong = Buffer.byteLength(password) > mostPasswordBytes;
  const right = await passwords.verify(tooLong ? "too long to be anybody's" : password, found?.passwordHash);
  const note = { id: deps.newId(), at: deps.now(), address, act: "sign in at the desk" };
  if (!found || !right || tooLong) {
    await store.write((tx) => audit(tx, { ...note, who: "guest", result: "denied" }));
    return undefined;
  }
  const session = await startSession(deps, "admin", found.id, agent);
  const better = isWeak(found.passwordHash) ? await passwords.hash(password) : undefined;
  await store.write(async (tx) => {
    if (better !== undefined) await setStaffHash(tx, found.id, better);
    await session.save(tx);
    await audit(tx, { ...note, who: `staff:${found.id}` });
  });
  return session.token;
}
