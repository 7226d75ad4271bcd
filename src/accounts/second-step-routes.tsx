import { Elysia } from "elysia";
import type { Deps } from "../deps.ts";
import { paths } from "../paths.ts";
import { typedIn } from "../web/forms.ts";
import { ownPath } from "../web/own-path.ts";
import { screens } from "../web/screens.tsx";
import { CodePage, CodePart, DeskCodePage } from "#views/accounts/factor-code.tsx";
import { sentences } from "./account.ts";
import { customerOf, findCustomerById } from "./customer-store.ts";
import { CodeForm } from "./forms.ts";
import { deskTokenIn } from "./guard.tsx";
import { signIn } from "./log-in.ts";
import { passSecondStep } from "./second-step.ts";
import { readSessionToken } from "./session-token.ts";
import { enterDesk } from "./staff-log-in.ts";
import { findStaffById } from "./staff-store.ts";

const { fields } = CodeForm;

/** The code after the password, in the shop and at the desk. What the ticket says is who it is; it opens nothing alone. */
export function secondStepRoutes(deps: Deps) {
  const { config } = deps;
  const onwards = (wanted: string | undefined, otherwise: string) => ownPath(wanted, config.url) ?? otherwise;

  return new Elysia({ name: "second-step" })
    .use(screens(deps))
    .get(paths.loginCode, ({ seeOther }) => seeOther(paths.login))
    .get(paths.adminLoginCode, ({ seeOther }) => seeOther(paths.adminLogin))

    .post(
      paths.loginCode,
      async ({ screen, visitor, facts, body, goTo }) => {
        const { ticket = "", next: wanted } = typedIn(body);
        const next = onwards(wanted, paths.account);
        const passed = body.ok ? await passSecondStep(deps, { ...body.value, address: facts.address }) : undefined;
        const account = passed?.ok
          ? await findCustomerById(deps.store.read, customerOf(passed.owner) ?? "")
          : undefined;
        if (account) {
          const { token, news } = await signIn(deps, account, await visitor.browser());
          visitor.signIn(token);
          if (news !== undefined) visitor.tell(news);
          return goTo(next);
        }
        if (passed && (passed.ok || passed.over)) return goTo(`${paths.login}?next=${encodeURIComponent(next)}`);
        const props = { fields, ticket, next, error: passed ? sentences.wrongCode : sentences.noCode };
        return screen({
          status: 422,
          page: (shell) => <CodePage shell={shell} {...props} />,
          part: () => <CodePart {...props} />,
        });
      },
      { body: CodeForm },
    )

    .post(
      paths.adminLoginCode,
      async ({ screen, visitor, facts, body, request, cookie, seeOther }) => {
        const { ticket = "", next: wanted } = typedIn(body);
        const own = onwards(wanted, paths.admin);
        const next = own.startsWith(paths.admin) ? own : paths.admin;
        const passed = body.ok ? await passSecondStep(deps, { ...body.value, address: facts.address }) : undefined;
        const id = passed?.ok ? /^staff:(.+)$/.exec(passed.owner)?.[1] : undefined;
        const account = id === undefined ? undefined : await findStaffById(deps.store.read, id);
        if (account?.state === "active") {
          const old = deskTokenIn(deps, cookie);
          const oldSessionId = old ? (await readSessionToken(deps, old, "admin"))?.id : undefined;
          const agent = request.headers.get("user-agent") ?? "";
          visitor.signInStaff(await enterDesk(deps, account, { address: facts.address, agent, oldSessionId }));
          return seeOther(next);
        }
        if (passed && (passed.ok || passed.over))
          return seeOther(`${paths.adminLogin}?next=${encodeURIComponent(next)}`);
        const props = { fields, ticket, next, error: passed ? sentences.wrongCode : sentences.noCode };
        return screen({ status: 422, page: ({ shop }) => <DeskCodePage shopName={shop.name} {...props} /> });
      },
      { body: CodeForm },
    );
}
