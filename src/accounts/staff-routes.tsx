import { Elysia } from "elysia";
import type { Deps } from "../deps.ts";
import { paths } from "../paths.ts";
import { typedIn } from "../web/forms.ts";
import { ownPath } from "../web/own-path.ts";
import { screens } from "../web/screens.tsx";
import { ShopError } from "../web/shop-error.ts";
import { DeskSignInPage, SetupPage } from "#views/accounts/desk-door.tsx";
import { DeskCodePage } from "#views/accounts/factor-code.tsx";
import { sentences } from "./account.ts";
import { deskFactorRoutes } from "./factor-routes.tsx";
import { AccountForm, CodeForm, Next, SignInForm } from "./forms.ts";
import { deskResetRoutes } from "./desk-reset-routes.tsx";
import { deskTokenIn } from "./guard.tsx";
import { readSessionToken } from "./session-token.ts";
import { isSetupOpen, makeOwner } from "./setup-link.ts";
import { secondStepOf } from "./second-step.ts";
import { secondStepRoutes } from "./second-step-routes.tsx";
import { checkStaff, enterDesk } from "./staff-log-in.ts";
import { endSession } from "./store.ts";

const fresh = { fields: AccountForm.fields, typed: {}, errors: {} };
const usedUp = () =>
  new ShopError("not_found", "This link was used already, or its time is over. Start the shop again for a new one.");

/** The way to the desk: the owner's one-time link, sign in, sign out. */
export function staffRoutes(deps: Deps) {
  const { config } = deps;
  const onwards = (wanted: string | undefined) => {
    const own = ownPath(wanted, config.url);
    return own?.startsWith(paths.admin) ? own : paths.admin;
  };
  const agentOf = (request: Request) => request.headers.get("user-agent") ?? "";
  async function sessionIn(cookie: unknown) {
    const token = deskTokenIn(deps, cookie);
    return token ? readSessionToken(deps, token, "admin") : undefined;
  }

  return new Elysia({ name: "staff" })
    .use(screens(deps))
    .use(secondStepRoutes(deps))
    .use(deskFactorRoutes(deps))
    .use(deskResetRoutes(deps))

    .get(paths.adminSetup, async ({ screen, params }) => {
      if (!(await isSetupOpen(deps, params.token))) throw usedUp();
      return screen({
        page: ({ shop }) => <SetupPage {...fresh} shopName={shop.name} token={params.token} />,
      });
    })

    .post(
      paths.adminSetup,
      async ({ screen, visitor, params, body, request, seeOther }) => {
        if (!(await isSetupOpen(deps, params.token))) throw usedUp();
        const { email = "", displayName = "", password = "" } = typedIn(body);
        if (!body.ok) {
          const { errors } = body;
          const props = { ...fresh, token: params.token, typed: { email, displayName }, errors };
          return screen({ status: 422, page: ({ shop }) => <SetupPage {...props} shopName={shop.name} /> });
        }
        const token = await makeOwner(deps, params.token, { email, displayName, password }, agentOf(request));
        if (token === undefined) throw usedUp();
        visitor.signInStaff(token);
        return seeOther(paths.admin);
      },
      { body: AccountForm },
    )

    .get(
      paths.adminLogin,
      ({ screen, query }) => {
        const next = onwards(query.ok ? query.value.next : undefined);
        return screen({
          page: ({ shop }) => <DeskSignInPage shopName={shop.name} fields={SignInForm.fields} email="" next={next} />,
        });
      },
      { query: Next.inQuery },
    )

    .post(
      paths.adminLogin,
      async ({ screen, visitor, body, facts, request, cookie, seeOther }) => {
        const { email = "", password = "", next } = typedIn(body);
        const oldSessionId = (await sessionIn(cookie))?.id;
        const from = { address: facts.address, agent: agentOf(request), oldSessionId };
        const found = await checkStaff(deps, { email, password }, facts.address);
        const ticket = found && (await secondStepOf(deps, `staff:${found.id}`));
        if (ticket !== undefined) {
          const asked = { fields: CodeForm.fields, ticket, next: onwards(next) };
          return screen({ page: ({ shop }) => <DeskCodePage shopName={shop.name} {...asked} /> });
        }
        if (found) {
          visitor.signInStaff(await enterDesk(deps, found, from));
          return seeOther(onwards(next));
        }
        const props = { fields: SignInForm.fields, email, next: onwards(next), refused: sentences.refused };
        return screen({ status: 422, page: ({ shop }) => <DeskSignInPage {...props} shopName={shop.name} /> });
      },
      { body: SignInForm },
    )

    .post(paths.adminLogout, async ({ visitor, cookie }) => {
      const session = await sessionIn(cookie);
      visitor.signOutStaff(); // before the write, so that this browser forgets even where the row cannot be deleted
      if (session) await deps.store.write((tx) => endSession(tx, session.id));
      const headers = { Location: paths.adminLogin, "Clear-Site-Data": '"cache"', "Cache-Control": "no-store" };
      return new Response(null, { status: 303, headers });
    });
}
