import { Elysia } from "elysia";
import type { Deps } from "../deps.ts";
import { paths } from "../paths.ts";
import { sayDate } from "../settings/calendar.ts";
import { screens } from "../web/screens.tsx";
import { GoElsewhere, ShopError } from "../web/shop-error.ts";
import { SecurityPage } from "#views/accounts/security.tsx";
import { subjectOf } from "./customer-store.ts";
import { deviceWords } from "./device.ts";
import { hasFactor } from "./second-factor.ts";
import { endOwnSession, listSessions } from "./sessions-store.ts";
import { audit, endSessionsOf } from "./store.ts";

/** How a customer signs in, and where they are signed in. */
export function securityRoutes(deps: Deps) {
  const { store } = deps;

  return new Elysia({ name: "security" })
    .use(screens(deps))
    .derive(({ visitor, facts }) => ({
      mine: async () => {
        const { customer, sessionId } = await visitor.load();
        if (customer && sessionId !== undefined) {
          const whose = { audience: "shop", accountId: customer.id } as const;
          const note = (act: string) => ({
            ...{ id: deps.newId(), at: deps.now(), who: subjectOf(customer.id), act, address: facts.address },
          });
          return { customer, sessionId, whose, note };
        }
        throw new GoElsewhere(`${paths.login}?next=${encodeURIComponent(paths.accountSecurity)}`);
      },
    }))

    .get(paths.accountSecurity, async ({ screen, visitor, mine }) => {
      const { customer, sessionId, whose } = await mine();
      const [rows, shop, secondStep] = await Promise.all([
        listSessions(store.read, whose, deps.now()),
        deps.shop.read(),
        hasFactor(deps, subjectOf(customer.id)),
      ]);
      const parts = { day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" } as const;
      const sessions = rows.map(({ id, agent, seenAt }) => ({
        id,
        device: deviceWords(agent),
        seen: sayDate(seenAt, shop, parts),
        isThis: id === sessionId,
      }));
      const { displayName: name, email, verified } = customer;
      const notice = visitor.told();
      return screen({
        page: (shell) => <SecurityPage {...{ shell, name, email, verified, secondStep, sessions, notice }} />,
      });
    })

    .post(paths.accountSession, async ({ params: { id }, mine, visitor, seeOther }) => {
      const { whose, note } = await mine();
      const ended = await store.write(async (tx) => {
        if (!(await endOwnSession(tx, whose, id))) return false;
        await audit(tx, note("sign out a device"));
        return true;
      });
      if (!ended) throw new ShopError("not_found", "That device was signed out before.");
      visitor.tell("That device is signed out.");
      return seeOther(paths.accountSecurity);
    })

    .post(paths.accountSessionsEnd, async ({ mine, visitor }) => {
      const { whose, note } = await mine();
      visitor.signOut();
      await store.write(async (tx) => {
        await endSessionsOf(tx, "shop", whose.accountId);
        await audit(tx, note("sign out everywhere"));
      });
      const headers = { Location: paths.login, "Clear-Site-Data": '"cache"', "Cache-Control": "no-store" };
      return new Response(null, { status: 303, headers });
    });
}
