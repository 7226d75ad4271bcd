import { Elysia } from "elysia";
import type { Deps } from "../deps.ts";
import { link, paths } from "../paths.ts";
import { typedIn } from "../web/forms.ts";
import { screens } from "../web/screens.tsx";
import { AskPage, AskPart, type AskProps } from "#views/accounts/ask.tsx";
import { CodePage, CodePart } from "#views/accounts/factor-code.tsx";
import { SaidPage, SaidPart } from "#views/accounts/said.tsx";
import { subjectOf } from "./customer-store.ts";
import { CodeForm, ForgotForm, ResetForm } from "./forms.ts";
import { signIn } from "./log-in.ts";
import { secondStepOf } from "./second-step.ts";
import { isResetOpen, requestReset, resetPassword } from "./reset-password.ts";

const forgot: AskProps = {
  title: "Forgotten password",
  intro: "Enter the address of your account. A letter with a link comes there, and you choose a new password.",
  action: paths.forgot,
  fields: [ForgotForm.fields.email],
  form: "forgot",
  button: "Send me the letter",
};
export const dead =
  "This link was used, or is more than half an hour old. Ask for a new letter: only the newest link works.";

/** Said to everybody, whether or not there is such an account. */
export const sent = (email: string, again: string) => ({
  title: "Look at your letters",
  sentences: [
    `If there is an account for ${email}, a letter is on its way there. It can take a few minutes.`,
    "The link in it works once, for 30 minutes. At most three letters go to one address in an hour.",
    "Nothing there? Look among unwanted letters, and whether the address is right.",
  ],
  goOn: { href: again, label: "Try another address" },
});

/** Back in without the password: the page that asks for the address, and the one that the letter leads to. */
export function resetRoutes(deps: Deps) {
  const choose = (token: string): AskProps => ({
    title: "Choose a new password",
    intro: "You are signed in with it at once, and everybody else is signed out of your account.",
    action: link(paths.reset, { token }),
    fields: [ResetForm.fields.password],
    form: "reset",
    button: "Take this password",
  });

  return new Elysia({ name: "reset" })
    .use(screens(deps))
    .derive(({ screen }) => ({
      ask: (status: number, props: AskProps) =>
        screen({
          status,
          page: (shell) => <AskPage shell={shell} {...props} />,
          part: () => <AskPart {...props} />,
        }),
    }))

    .get(paths.forgot, ({ ask }) => ask(200, forgot))

    .post(
      paths.forgot,
      async ({ screen, ask, body, facts }) => {
        if (!body.ok) return ask(422, { ...forgot, typed: typedIn(body), errors: body.errors });
        await requestReset(deps, "shop", body.value.email, facts.address);
        const said = sent(body.value.email, paths.forgot);
        return screen({ page: (shell) => <SaidPage shell={shell} {...said} />, part: () => <SaidPart {...said} /> });
      },
      { body: ForgotForm },
    )

    .get(paths.reset, async ({ ask, params: { token } }) =>
      (await isResetOpen(deps, "shop", token)) ? ask(200, choose(token)) : ask(410, { ...forgot, refused: dead }),
    )

    .post(
      paths.reset,
      async ({ ask, screen, visitor, params: { token }, body, facts, goTo }) => {
        if (!(await isResetOpen(deps, "shop", token))) return ask(410, { ...forgot, refused: dead });
        if (!body.ok) return ask(422, { ...choose(token), errors: body.errors });
        const account = await resetPassword(deps, "shop", {
          token,
          password: body.value.password,
          address: facts.address,
        });
        if (!account) return ask(410, { ...forgot, refused: dead });
        const ticket = await secondStepOf(deps, subjectOf(account.id));
        if (ticket !== undefined) {
          const asked = { fields: CodeForm.fields, ticket, next: paths.account };
          return screen({
            page: (shell) => <CodePage shell={shell} {...asked} />,
            part: () => <CodePart {...asked} />,
          });
        }
        const signed = await signIn(deps, account, await visitor.browser());
        visitor.signIn(signed.token);
        visitor.tell(["Your new password is set, and you are signed in.", signed.news ?? ""].join(" ").trim());
        return goTo(paths.account);
      },
      { body: ResetForm },
    );
}
