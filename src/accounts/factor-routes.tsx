import { Elysia } from "elysia";
import type { Deps } from "../deps.ts";
import { paths } from "../paths.ts";
import { typedIn } from "../web/forms.ts";
import { ownPath } from "../web/own-path.ts";
import { screens } from "../web/screens.tsx";
import { DeskFactorPage, FactorPage } from "#views/accounts/factor.tsx";
import { sentences } from "./account.ts";
import { subjectOf } from "./customer-store.ts";
import { actOnFactor, viewFactor, type AtFactor, type FactorView } from "./factor-acts.ts";
import { FactorForm, Next } from "./forms.ts";
import { deskTokenIn, staffOnly } from "./guard.tsx";
import { isFactorRequired } from "./required-factor.ts";
import { readSessionToken } from "./session-token.ts";
import { stepUp, stepUpCustomer } from "./step-up-guard.ts";

const { fields } = FactorForm;
const statusOf = (view: FactorView) => ("error" in view && view.error !== undefined ? 422 : 200);
const required = "This shop asks everybody who works at the desk for a second step. Set yours up to go on.";

/** Setting up the second step, and what can be done with it: a customer's own, who signed in a moment ago. */
export function factorRoutes(deps: Deps) {
  return new Elysia({ name: "factor" })
    .use(screens(deps))
    .derive(({ visitor, facts, screen }) => ({
      holder: async (): Promise<AtFactor> => {
        const { customer, sessionId = "" } = await visitor.load();
        const accountId = customer?.id ?? "";
        const { email = "" } = customer ?? {};
        return { owner: subjectOf(accountId), email, address: facts.address, audience: "shop", accountId, sessionId };
      },
      show: (view: FactorView) =>
        screen({
          status: statusOf(view),
          page: (shell) => (
            <FactorPage shell={shell} {...{ view, fields }} action={paths.accountFactor} goOn={paths.accountSecurity} />
          ),
        }),
    }))
    .get(paths.accountFactor, async ({ holder, show }) => show(await viewFactor(deps, await holder())), {
      beforeHandle: stepUpCustomer(deps),
    })
    .post(
      paths.accountFactor,
      async ({ holder, show, body }) =>
        show(
          body.ok
            ? await actOnFactor(deps, await holder(), body.value)
            : await viewFactor(deps, await holder(), typedIn(body)["sealed"], sentences.noCode),
        ),
      { body: FactorForm, beforeHandle: stepUpCustomer(deps) },
    );
}

/** The same at the desk, for everybody who may come in: some may do nothing else before. */
export function deskFactorRoutes(deps: Deps) {
  return new Elysia({ name: "desk-factor" })
    .use(screens(deps))
    .use(staffOnly(deps, "desk.enter", "before the second step"))
    .derive(({ staff, facts, cookie, screen }) => ({
      holder: async (): Promise<AtFactor> => {
        const claim = await readSessionToken(deps, deskTokenIn(deps, cookie) ?? "", "admin");
        const { id: accountId, email } = staff;
        const own = { accountId, email, owner: `staff:${accountId}`, sessionId: claim?.id ?? "" };
        return { ...own, address: facts.address, audience: "admin" };
      },
      show: async (view: FactorView, goOn: string) => {
        const why = view.kind === "offer" && isFactorRequired(await deps.shop.read()) ? required : undefined;
        return screen({
          status: statusOf(view),
          page: ({ shop }) => (
            <DeskFactorPage shopName={shop.name} {...{ view, fields, goOn, why }} action={paths.adminFactor} />
          ),
        });
      },
    }))
    .get(
      paths.adminFactor,
      async ({ holder, show, query }) => {
        const own = ownPath(query.ok ? query.value.next : undefined, deps.config.url);
        return show(await viewFactor(deps, await holder()), own?.startsWith(paths.admin) ? own : paths.admin);
      },
      { query: Next.inQuery, beforeHandle: stepUp(deps) },
    )
    .post(
      paths.adminFactor,
      async ({ holder, show, body }) =>
        show(
          body.ok
            ? await actOnFactor(deps, await holder(), body.value)
            : await viewFactor(deps, await holder(), typedIn(body)["sealed"], sentences.noCode),
          paths.admin,
        ),
      { body: FactorForm, beforeHandle: stepUp(deps) },
    );
}
