import type { Tx } from "#db/open.ts";
import type { Role } from "./permissions.ts";
import { dropTokens, loadMember, setDisabled, setEnabled, setRole, type Member } from "./staff-acts-store.ts";
import { audit, endSessionsOf } from "./store.ts";

/** Who changes something about the staff: somebody at the desk, or the command line. */
export type StaffAct = {
  /** Id of who does it; undefined for the command line. */
  readonly by: string | undefined;
  readonly address: string;
  readonly at: Date;
  readonly newId: () => string;
};

export type StaffStep =
  | { readonly ok: true; readonly member: Member }
  | { readonly ok: false; readonly why: "missing" | "self" | "last_owner" | "state" };

export const invitePurpose = "staff-invite";

export const whoOf = (by: string | undefined): string => (by === undefined ? "command" : `staff:${by}`);

export const refusalWords: Readonly<Record<"self" | "last_owner" | "state", string>> = {
  self: "Nobody changes their own place at the desk. Ask another owner of the shop.",
  last_owner: "The shop would have no owner left. Make somebody else an owner first.",
  state: "Somebody changed this meanwhile. Reload the page and look again.",
};

type Work = (before: Member) => Promise<boolean>;

/** Does one act on a member of staff and writes it down with what was before; a refusal is written down as well. */
async function change(
  tx: Tx,
  act: StaffAct,
  id: string,
  what: { readonly act: string; readonly work: Work; readonly owners?: boolean },
): Promise<StaffStep> {
  const before = await loadMember(tx, id);
  if (!before) return { ok: false, why: "missing" };
  const done = await what.work(before);
  const member = await loadMember(tx, id);
  const line = { id: act.newId(), at: act.at, who: whoOf(act.by), act: what.act, subject: `staff:${id}` };
  const outcome = { before: { role: before.role, state: before.state }, email: before.email };
  if (done && member) {
    const detail = { ...outcome, after: { role: member.role, state: member.state } };
    await audit(tx, { ...line, address: act.address, detail });
    return { ok: true, member };
  }
  const why = act.by === id ? "self" : what.owners && before.role === "owner" ? "last_owner" : "state";
  await audit(tx, { ...line, address: act.address, result: "denied", detail: { ...outcome, why } });
  return { ok: false, why };
}

export const changeRole = (tx: Tx, act: StaffAct, { id, role }: { readonly id: string; readonly role: Role }) =>
  change(tx, act, id, { act: `make ${role}`, owners: true, work: () => setRole(tx, { id, role, by: act.by }) });

/** Shuts somebody out at once, in every browser; a link that was to let them in dies as well. */
export const disableMember = (tx: Tx, act: StaffAct, id: string) =>
  change(tx, act, id, {
    act: "disable staff",
    owners: true,
    async work() {
      if (!(await setDisabled(tx, { id, by: act.by }))) return false;
      await endSessionsOf(tx, "admin", id);
      await dropTokens(tx, invitePurpose, id);
      return true;
    },
  });

export const enableMember = (tx: Tx, act: StaffAct, id: string) =>
  change(tx, act, id, { act: "enable staff", work: () => setEnabled(tx, { id, by: act.by }) });

/** Signs somebody out everywhere; they may do that for themselves, too. */
export const signOutMember = (tx: Tx, act: StaffAct, id: string) =>
  change(tx, act, id, {
    act: "sign out everywhere",
    async work() {
      await endSessionsOf(tx, "admin", id);
      return true;
    },
  });
