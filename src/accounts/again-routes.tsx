import { Elysia } from "elysia";
import type { Deps } from "../deps.ts";
import { paths } from "../paths.ts";
import { typedIn } from "../web/forms.ts";
import { ownPath } from "../web/own-path.ts";
import { screens } from "../web/screens.tsx";
import { GoElsewhere } from "../web/shop-error.ts";
import { AgainPage, DeskAgainPage } from "#views/accounts/again.tsx";
import { emailKeyOf, sentences } from "./account.ts";
import { AgainForm, Next } from "./forms.ts";
import { deskTokenIn, staffOnly } from "./guard.tsx";
import { proveAgain } from "./prove-again.ts";
import { readSessionToken } from "./session-token.ts";
import { findStaff } from "./staff-store.ts";
import { findCustomer } from "./store.ts";

const { fields } = AgainForm;
const agentOf = (request: Request) => request.headers.get("user-agent") ?? "";

/** The password once more: what `stepUp` and `stepUpCustomer` send people to, and from where they go on. */
export function againRoutes(deps: Deps) {
  const { config, store } = deps;
  const onwards = (wanted: string | undefined, otherwise: string) => {
    const own = ownPath(wanted, config.url);
    return own?.startsWith(otherwise) ? own : otherwise;
  };

  const shop = new Elysia({ name: "again" })
    .use(screens(deps))
    .derive(({ visitor }) => ({
      customer: async () => {
        const { customer, sessionId } = await visitor.load();
        if (!customer || sessionId === undefined) throw new GoElsewhere(paths.login);
        return { customer, sessionId };
      },
    }))
    .get(
      paths.accountAgain,
      async ({ screen, customer, query }) => {
        const { email } = (await customer()).customer;
        const goOn = onwards(query.ok ? query.value.next : undefined, "/");
        return screen({ page: (shell) => <AgainPage shell={shell} fields={fields} email={email} next={goOn} /> });
      },
      { query: Next.inQuery },
    )
    .post(
      paths.accountAgain,
      async ({ screen, customer, visitor, body, facts, request, goTo }) => {
        const { password = "", next } = typedIn(body);
        const goOn = onwards(next, "/");
        const { customer: who, sessionId } = await customer();
        const account = password === "" ? undefined : await findCustomer(store.read, emailKeyOf(who.email));
        const from = { sessionId, address: facts.address, agent: agentOf(request) };
        const token = account && (await proveAgain(deps, "shop", account, password, from));
        if (token !== undefined) {
          visitor.signIn(token);
          return goTo(goOn);
        }
        const error = password === "" ? sentences.noPassword : sentences.noMatch;
        return screen({
          status: 422,
          page: (shell) => <AgainPage shell={shell} fields={fields} email={who.email} next={goOn} error={error} />,
        });
      },
      { body: AgainForm },
    );

  const desk = new Elysia({ name: "desk-again" })
    .use(screens(deps))
    .use(staffOnly(deps, "desk.enter", "before the second step"))
    .get(
      paths.adminAgain,
      ({ screen, staff, query }) => {
        const goOn = onwards(query.ok ? query.value.next : undefined, paths.admin);
        return screen({
          page: ({ shop: { name } }) => (
            <DeskAgainPage shopName={name} fields={fields} email={staff.email} next={goOn} />
          ),
        });
      },
      { query: Next.inQuery },
    )
    .post(
      paths.adminAgain,
      async ({ screen, staff, visitor, body, facts, request, cookie, goTo }) => {
        const { password = "", next } = typedIn(body);
        const goOn = onwards(next, paths.admin);
        const claim = await readSessionToken(deps, deskTokenIn(deps, cookie) ?? "", "admin");
        const account = password === "" ? undefined : await findStaff(store.read, emailKeyOf(staff.email));
        const from = { sessionId: claim?.id ?? "", address: facts.address, agent: agentOf(request) };
        const token = account && (await proveAgain(deps, "admin", account, password, from));
        if (token !== undefined) {
          visitor.signInStaff(token);
          return goTo(goOn);
        }
        const error = password === "" ? sentences.noPassword : sentences.noMatch;
        return screen({
          status: 422,
          page: ({ shop: { name } }) => (
            <DeskAgainPage shopName={name} fields={fields} email={staff.email} next={goOn} error={error} />
          ),
        });
      },
      { body: AgainForm },
    );

  return new Elysia({ name: "both-again" }).use(shop).use(desk);
}
