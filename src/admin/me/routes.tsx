import { Elysia } from "elysia";
import { sentences } from "../../accounts/account.ts";
import { changeStaffPassword } from "../../accounts/change-staff-password.ts";
import { deviceWords } from "../../accounts/device.ts";
import { PasswordForm } from "../../accounts/forms.ts";
import { deskTokenIn } from "../../accounts/guard.tsx";
import { roleNames, type Role } from "../../accounts/permissions.ts";
import { hasFactor } from "../../accounts/second-factor.ts";
import { readSessionToken } from "../../accounts/session-token.ts";
import { endOtherSessions, endOwnSession, listSessions } from "../../accounts/sessions-store.ts";
import { audit } from "../../accounts/store.ts";
import type { Deps } from "../../deps.ts";
import { paths } from "../../paths.ts";
import { choice, form, optional, typedIn } from "../../web/forms.ts";
import { ShopError } from "../../web/shop-error.ts";
import { MePage, type MeProps } from "#views/admin/me.tsx";
import { staffScreens } from "../staff-screens.tsx";
import { deskMoment } from "../when.ts";

const Said = form({ done: optional(choice(["password", "device", "others"], "")) });
const said = {
  password: "Your new password is set. Everybody else is signed out.",
  device: "That device is signed out.",
  others: "Every other device is signed out.",
} as const;

/** One's own at the desk, whatever one's role: the password, the second step, and where one is signed in. */
export function meDeskRoutes(deps: Deps) {
  const { store, now, newId } = deps;

  return new Elysia({ name: "admin-me" })
    .use(staffScreens(deps, "desk.enter"))
    .derive(({ staff, desk, screen, cookie, facts }) => {
      const whose = { audience: "admin", accountId: staff.id } as const;
      const sessionId = async () => (await readSessionToken(deps, deskTokenIn(deps, cookie) ?? "", "admin"))?.id ?? "";
      return {
        whose,
        sessionId,
        note: (act: string) => ({ id: newId(), at: now(), who: `staff:${staff.id}`, act, address: facts.address }),
        async show(status: number, more: Pick<MeProps, "notice" | "errors">): Promise<Response> {
          const [rows, shop, secondStep, frame, own] = await Promise.all([
            listSessions(store.read, whose, now()),
            deps.shop.read(),
            hasFactor(deps, `staff:${staff.id}`),
            desk("You"),
            sessionId(),
          ]);
          const sessions = rows.map(({ id, agent, seenAt }) => ({
            ...{ id, device: deviceWords(agent), isThis: id === own },
            seen: deskMoment(seenAt, now(), shop),
          }));
          const { displayName: name, email } = staff;
          const role = roleNames[staff.role as Role];
          const props = { desk: frame, name, email, role, secondStep, sessions, fields: PasswordForm.fields, ...more };
          return screen({ status, page: () => <MePage {...props} /> });
        },
      };
    })

    .get(
      paths.adminMe,
      ({ show, query }) => {
        const done = query.ok ? query.value.done : undefined;
        return show(200, { notice: done && said[done] });
      },
      { query: Said.inQuery },
    )

    .post(
      paths.adminMePassword,
      async ({ show, staff, visitor, facts, request, body, seeOther }) => {
        if (!body.ok) return show(422, { errors: body.errors });
        const agent = request.headers.get("user-agent") ?? "";
        const asking = { staff, password: typedIn(body)["password"] ?? "", address: facts.address, agent };
        const token = await changeStaffPassword(deps, asking, body.value.newPassword);
        if (token === undefined) return show(422, { errors: { password: sentences.noMatch } });
        visitor.signInStaff(token);
        return seeOther(`${paths.adminMe}?done=password`);
      },
      { body: PasswordForm },
    )

    .post(paths.adminMeSession, async ({ params: { id }, whose, note, seeOther }) => {
      const ended = await store.write(async (tx) => {
        if (!(await endOwnSession(tx, whose, id))) return false;
        await audit(tx, note("sign out a device"));
        return true;
      });
      if (!ended) throw new ShopError("not_found", "That device was signed out before.");
      return seeOther(`${paths.adminMe}?done=device`);
    })

    .post(paths.adminMeOthers, async ({ whose, sessionId, note, seeOther }) => {
      const own = await sessionId();
      await store.write(async (tx) => {
        await endOtherSessions(tx, whose, own);
        await audit(tx, note("sign out other devices"));
      });
      return seeOther(`${paths.adminMe}?done=others`);
    });
}
