import { isDuplicate } from "#db/faults.ts";
import type { Tx } from "#db/open.ts";
import type { Deps } from "../deps.ts";
import { digestOf } from "../keys.ts";
import { inviteLetter } from "../mail/invite-letter.tsx";
import { letterShopOf } from "../mail/letter-shop.ts";
import { queueLetter } from "../mail/store.ts";
import { link, paths } from "../paths.ts";
import type { ShopSettings } from "../settings/shop.ts";
import { emailKeyOf } from "./account.ts";
import { roleNames, type Role } from "./permissions.ts";
import { fillMember, loadMember, noPassword, subjectOfToken, type Member } from "./staff-acts-store.ts";
import { invitePurpose, whoOf, type StaffAct } from "./staff-acts.ts";
import { findStaff, insertStaff, replaceToken, useToken } from "./staff-store.ts";
import { startSession } from "./start-session.ts";
import { audit } from "./store.ts";

/** How long an invitation works. */
export const inviteHours = 48;

type Invitation = { readonly email: string; readonly role: Role };
/** `path` holds the only copy of what the link holds: it is in the letter, and in no table but as a digest. */
export type Invited = { readonly ok: true; readonly id: string; readonly path: string } | { readonly ok: false };

/** Keeps a place at the desk for an address and writes to it. Not ok where somebody has that address already. */
export async function inviteStaff(
  deps: Deps,
  { email, role }: Invitation,
  { by, address }: Pick<StaffAct, "by" | "address">,
): Promise<Invited> {
  const emailKey = emailKeyOf(email);
  const shop = await deps.shop.read();
  const id = deps.newId();
  const token = deps.newToken();
  const at = deps.now();
  try {
    return await deps.store.write(async (tx): Promise<Invited> => {
      if (await findStaff(tx, emailKey)) return { ok: false };
      const row = { id, email, emailKey, displayName: email, role, state: "invited", passwordHash: noPassword };
      await insertStaff(tx, { ...row, createdAt: at });
      const path = await sendInvitation(tx, deps, { member: { ...row }, token, shop, at });
      const detail = { email, after: { role, state: "invited" } };
      const line = { id: deps.newId(), at, who: whoOf(by), act: "invite staff", subject: `staff:${id}` };
      await audit(tx, { ...line, address, detail });
      return { ok: true, id, path };
    });
  } catch (error) {
    if (isDuplicate(error)) return { ok: false };
    throw error;
  }
}

/** A new link in place of one that was lost or ran out; undefined where nobody waits for one. */
export async function inviteAgain(
  deps: Deps,
  id: string,
  { by, address }: Pick<StaffAct, "by" | "address">,
): Promise<string | undefined> {
  const shop = await deps.shop.read();
  const token = deps.newToken();
  const at = deps.now();
  return deps.store.write(async (tx) => {
    const member = await loadMember(tx, id);
    if (member?.state !== "invited") return undefined;
    const line = { id: deps.newId(), at, who: whoOf(by), act: "invite staff again", subject: `staff:${id}` };
    await audit(tx, { ...line, address, detail: { email: member.email, role: member.role } });
    return sendInvitation(tx, deps, { member, token, shop, at });
  });
}

type Sending = {
  readonly member: Pick<Member, "id" | "email" | "role">;
  readonly token: string;
  readonly shop: ShopSettings;
  readonly at: Date;
};

async function sendInvitation(tx: Tx, { config, newId }: Deps, { member, token, shop, at }: Sending): Promise<string> {
  const path = link(paths.adminJoin, { token });
  const expiresAt = new Date(at.getTime() + inviteHours * 3_600_000);
  await replaceToken(tx, { id: digestOf(token), purpose: invitePurpose, subject: member.id, expiresAt });
  const letter = inviteLetter({
    to: member.email,
    shop: letterShopOf(shop, config.url),
    role: roleNames[member.role as Role],
    link: `${config.url}${path}`,
    hours: inviteHours,
  });
  await queueLetter(tx, letter, { id: newId(), orderId: null, at });
  return path;
}

/** Whom a link lets in, as long as it works. */
export async function invitedBy(deps: Deps, token: string): Promise<Member | undefined> {
  const asked = { id: digestOf(token), purpose: invitePurpose, now: deps.now() };
  const id = await subjectOfToken(deps.store.read, asked);
  const member = id === undefined ? undefined : await loadMember(deps.store.read, id);
  return member?.state === "invited" ? member : undefined;
}

type Joining = { readonly displayName: string; readonly password: string };

/** Uses the link up and signs in with the password that was chosen; undefined where it works no more. */
export async function joinStaff(
  deps: Deps,
  token: string,
  { displayName, password }: Joining,
  from: { readonly address: string; readonly agent: string },
): Promise<string | undefined> {
  const member = await invitedBy(deps, token);
  if (!member) return undefined;
  const passwordHash = await deps.passwords.hash(password);
  const session = await startSession(deps, "admin", member.id, from.agent);
  const at = deps.now();
  const joined = await deps.store.write(async (tx) => {
    if (!(await useToken(tx, digestOf(token), invitePurpose, at))) return false;
    if (!(await fillMember(tx, { id: member.id, passwordHash, displayName: displayName.trim() }))) return false;
    await session.save(tx);
    const line = { id: deps.newId(), at, who: `staff:${member.id}`, act: "join the staff", address: from.address };
    await audit(tx, {
      ...line,
      subject: `staff:${member.id}`,
      detail: { after: { role: member.role, state: "active" } },
    });
    return true;
  });
  return joined ? session.token : undefined;
}
