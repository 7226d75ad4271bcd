import { Elysia } from "elysia";
import type { Tx } from "#db/open.ts";
import { emailKeyOf, isEmail, sentences } from "../../accounts/account.ts";
import { needs } from "../../accounts/guard.tsx";
import { inviteAgain, inviteStaff } from "../../accounts/invite-staff.ts";
import { isRole, roleNames, roles, roleWords } from "../../accounts/permissions.ts";
import { listMembers } from "../../accounts/staff-acts-store.ts";
import {
  changeRole,
  disableMember,
  enableMember,
  refusalWords,
  signOutMember,
  type StaffAct,
  type StaffStep,
} from "../../accounts/staff-acts.ts";
import { stepUp } from "../../accounts/step-up-guard.ts";
import { isMailbox } from "../../mail/letter.ts";
import type { Deps } from "../../deps.ts";
import { paths } from "../../paths.ts";
import { choice, form, optional, text } from "../../web/forms.ts";
import { ShopError } from "../../web/shop-error.ts";
import { StaffPage, type StaffPageProps } from "#views/admin/staff.tsx";
import { staffScreens } from "../staff-screens.tsx";
import { deskMoment } from "../when.ts";

const noRole = "Choose a role.";
const InviteForm = form({
  email: optional(text({ maxLength: 254 }, sentences.email)),
  role: optional(choice(roles, noRole)),
});
const RoleForm = form({ role: choice(roles, noRole) });

const choices = roles.map((value) => ({ value, label: roleNames[value], words: roleWords[value] }));
const missing = () =>
  new ShopError("not_found", "Nobody of the staff is there. They may have been taken out meanwhile.");

/** Who may come to the desk: everybody who may look sees them; only owners change anything, with their password fresh. */
export function staffDeskRoutes(deps: Deps) {
  const { store, now, newId, config } = deps;
  const edits = { transform: needs(deps, "staff.edit"), beforeHandle: stepUp(deps) };

  return new Elysia({ name: "admin-staff" })
    .use(staffScreens(deps, "staff.see"))
    .derive(({ staff, desk, screen, seeOther, facts }) => {
      async function page(status: number, more: Partial<StaffPageProps> = {}): Promise<Response> {
        const [members, shop, frame] = await Promise.all([
          listMembers(store.read, now()),
          deps.shop.read(),
          desk("Staff"),
        ]);
        const rows = members.map(({ displayName, seenAt, ...member }) => ({
          ...member,
          name: displayName,
          seen: seenAt === null ? "" : deskMoment(seenAt, now(), shop),
          isSelf: member.id === staff.id,
        }));
        const props = { desk: frame, members: rows, roles: choices, typed: {}, errors: {}, ...more };
        return screen({ status, page: () => <StaffPage {...props} /> });
      }
      const act: StaffAct = { by: staff.id, address: facts.address, at: now(), newId };

      return {
        page,
        by: act,
        /** Does one act, and comes back to the list; a refusal says why. */
        async change(work: (tx: Tx, act: StaffAct) => Promise<StaffStep>): Promise<Response> {
          const step = await store.write((tx) => work(tx, act));
          if (step.ok) return seeOther(paths.adminStaff);
          if (step.why === "missing") throw missing();
          return page(step.why === "state" ? 409 : 403, { trouble: refusalWords[step.why] });
        },
        invited(email: string, path: string): Promise<Response> | Response {
          if (config.smtpUrl !== "") return seeOther(paths.adminStaff);
          return page(200, { invitation: { email, link: `${config.url}${path}` } });
        },
      };
    })

    .get(paths.adminStaff, ({ page }) => page(200))

    .post(
      paths.adminStaff,
      async ({ page, invited, by, body }) => {
        const { email = "", role } = body.ok ? body.value : body.typed;
        const wrong = {
          ...(email.trim() === "" ? { email: sentences.noEmail } : {}),
          ...(email.trim() !== "" && !(isEmail(email) && isMailbox(email)) ? { email: sentences.email } : {}),
          ...(role === undefined || !isRole(role) ? { role: noRole } : {}),
          ...(body.ok ? {} : body.errors),
        };
        const typed = { email, role: role ?? "packer" };
        if (Object.keys(wrong).length > 0 || !role || !isRole(role)) return page(422, { typed, errors: wrong });
        const asked = await inviteStaff(deps, { email: email.trim(), role }, by);
        if (asked.ok) return invited(email, asked.path);
        return page(409, { typed, errors: { email: `${emailKeyOf(email)} has a place at the desk already.` } });
      },
      { body: InviteForm, ...edits },
    )

    .post(
      paths.adminStaffInvite,
      async ({ invited, by, params }) => {
        const path = await inviteAgain(deps, params.id, by);
        if (path === undefined) throw missing();
        return invited("them", path);
      },
      edits,
    )

    .post(
      paths.adminStaffRole,
      ({ change, page, params, body }) =>
        body.ok
          ? change((tx, act) => changeRole(tx, act, { id: params.id, role: body.value.role }))
          : page(422, { trouble: noRole }),
      { body: RoleForm, ...edits },
    )

    .post(
      paths.adminStaffDisable,
      ({ change, params }) => change((tx, act) => disableMember(tx, act, params.id)),
      edits,
    )
    .post(paths.adminStaffEnable, ({ change, params }) => change((tx, act) => enableMember(tx, act, params.id)), edits)
    .post(
      paths.adminStaffSignOut,
      ({ change, params }) => change((tx, act) => signOutMember(tx, act, params.id)),
      edits,
    );
}
