import { isDuplicate } from "#db/faults.ts";
import type { Deps } from "../deps.ts";
import { digestOf } from "../keys.ts";
import { link, paths } from "../paths.ts";
import { emailKeyOf } from "./account.ts";
import { startSession } from "./start-session.ts";
import { hasOwner, insertStaff, isTokenOpen, replaceToken, useToken } from "./staff-store.ts";
import { audit } from "./store.ts";

const purpose = "owner-setup";
const day = 86_400_000;

/** The path that makes the owner's account, once, within a day; undefined where there is an owner. Each start makes a new one. */
export async function setupLink(deps: Deps): Promise<string | undefined> {
  if (await hasOwner(deps.store.read)) return undefined;
  const token = deps.newToken();
  const expiresAt = new Date(deps.now().getTime() + day);
  await deps.store.write((tx) => replaceToken(tx, { id: digestOf(token), purpose, subject: "", expiresAt }));
  return link(paths.adminSetup, { token });
}

export const isSetupOpen = async (deps: Deps, token: string): Promise<boolean> =>
  !(await hasOwner(deps.store.read)) && isTokenOpen(deps.store.read, digestOf(token), purpose, deps.now());

type Owner = { readonly email: string; readonly password: string; readonly displayName: string };

/** Makes the owner and signs them in; undefined when the link was used before. Of twenty at once, one becomes the owner. */
export async function makeOwner(
  deps: Deps,
  token: string,
  { email, password, displayName }: Owner,
  agent: string,
): Promise<string | undefined> {
  const passwordHash = await deps.passwords.hash(password);
  const id = deps.newId();
  const createdAt = deps.now();
  const session = await startSession(deps, "admin", id, agent);
  try {
    const made = await deps.store.write(async (tx) => {
      if ((await hasOwner(tx)) || !(await useToken(tx, digestOf(token), purpose, createdAt))) return false;
      await insertStaff(tx, {
        id,
        email: email.trim(),
        emailKey: emailKeyOf(email),
        passwordHash,
        displayName: displayName.trim(),
        role: "owner",
        createdAt,
      });
      await session.save(tx);
      await audit(tx, { id: deps.newId(), at: createdAt, who: `staff:${id}`, act: "become owner" });
      return true;
    });
    return made ? session.token : undefined;
  } catch (error) {
    if (isDuplicate(error)) return undefined;
    throw error;
  }
}
