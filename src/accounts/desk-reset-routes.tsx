import { Elysia } from "elysia";
import type { Deps } from "../deps.ts";
import { link, paths } from "../paths.ts";
import { typedIn } from "../web/forms.ts";
import { screens } from "../web/screens.tsx";
import { DeskAskPage, type AskProps } from "#views/accounts/ask.tsx";
import { DeskCodePage } from "#views/accounts/factor-code.tsx";
import { DeskSaidPage } from "#views/accounts/said.tsx";
import { CodeForm, ForgotForm, ResetForm } from "./forms.ts";
import { isResetOpen, requestReset, resetPassword } from "./reset-password.ts";
import { dead, sent } from "./reset-routes.tsx";
import { secondStepOf } from "./second-step.ts";
import { enterDesk } from "./staff-log-in.ts";

const forgot: AskProps = {
  title: "Forgotten password",
  intro: "Enter the address that you sign in with at the desk. A letter with a link comes there.",
  action: paths.adminForgot,
  fields: [ForgotForm.fields.email],
  button: "Send me the letter",
};

/** Back to the desk without the password: as in the shop, and by a link that opens nothing there. */
export function deskResetRoutes(deps: Deps) {
  const choose = (token: string): AskProps => ({
    title: "Choose a new password",
    intro: "You are signed in with it at once, and everybody else is signed out of your account.",
    action: link(paths.adminReset, { token }),
    fields: [ResetForm.fields.password],
    button: "Take this password",
  });

  return new Elysia({ name: "desk-reset" })
    .use(screens(deps))
    .derive(({ screen }) => ({
      ask: (status: number, props: AskProps) =>
        screen({ status, page: ({ shop }) => <DeskAskPage shopName={shop.name} {...props} /> }),
    }))

    .get(paths.adminForgot, ({ ask }) => ask(200, forgot))

    .post(
      paths.adminForgot,
      async ({ screen, ask, body, facts }) => {
        if (!body.ok) return ask(422, { ...forgot, typed: typedIn(body), errors: body.errors });
        await requestReset(deps, "desk", body.value.email, facts.address);
        const said = sent(body.value.email, paths.adminForgot);
        return screen({ page: ({ shop }) => <DeskSaidPage shopName={shop.name} {...said} /> });
      },
      { body: ForgotForm },
    )

    .get(paths.adminReset, async ({ ask, params: { token } }) =>
      (await isResetOpen(deps, "desk", token)) ? ask(200, choose(token)) : ask(410, { ...forgot, refused: dead }),
    )

    .post(
      paths.adminReset,
      async ({ ask, screen, visitor, params: { token }, body, facts, request, seeOther }) => {
        if (!(await isResetOpen(deps, "desk", token))) return ask(410, { ...forgot, refused: dead });
        if (!body.ok) return ask(422, { ...choose(token), errors: body.errors });
        const { address } = facts;
        const account = await resetPassword(deps, "desk", { token, password: body.value.password, address });
        if (!account) return ask(410, { ...forgot, refused: dead });
        const ticket = await secondStepOf(deps, `staff:${account.id}`);
        if (ticket !== undefined) {
          const asked = { fields: CodeForm.fields, ticket, next: paths.admin };
          return screen({ page: ({ shop }) => <DeskCodePage shopName={shop.name} {...asked} /> });
        }
        const agent = request.headers.get("user-agent") ?? "";
        visitor.signInStaff(await enterDesk(deps, account, { address, agent, oldSessionId: undefined }));
        return seeOther(paths.admin);
      },
      { body: ResetForm },
    );
}
