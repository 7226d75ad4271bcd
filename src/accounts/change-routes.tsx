import { Elysia } from "elysia";
import type { Deps } from "../deps.ts";
import { link, paths } from "../paths.ts";
import { typedIn } from "../web/forms.ts";
import { screens } from "../web/screens.tsx";
import { GoElsewhere } from "../web/shop-error.ts";
import { AskPage, AskPart, type AskProps } from "#views/accounts/ask.tsx";
import { SaidPage, SaidPart, type SaidProps } from "#views/accounts/said.tsx";
import { sentences } from "./account.ts";
import { accountOfMove, confirmEmail, requestEmail } from "./change-email.ts";
import { changePassword } from "./change-password.ts";
import { setCustomerName, subjectOf } from "./customer-store.ts";
import { EmailForm, NameForm, PasswordForm } from "./forms.ts";
import { isTheirs, othersLink } from "./own-link.ts";
import { audit } from "./store.ts";

const room = paths.accountSecurity;
const name: AskProps = {
  room,
  title: "Change your name",
  intro: "It stands on new orders, until you say otherwise there. Orders from before keep the name that they have.",
  action: paths.accountName,
  fields: [NameForm.fields.displayName],
  button: "Keep it",
};
const password: AskProps = {
  room,
  title: "Change your password",
  intro: "Everybody else who is signed in to your account is signed out, at once.",
  action: paths.accountPassword,
  fields: [PasswordForm.fields.password, PasswordForm.fields.newPassword],
  form: "password",
  button: "Take the new password",
};
const email: AskProps = {
  room,
  title: "Change your email",
  intro: "A letter goes to the new address. Your account moves there when you answer it, and not before.",
  action: paths.accountEmail,
  fields: [EmailForm.fields.email, EmailForm.fields.password],
  form: "email",
  button: "Write to the new address",
};
const dead: SaidProps = {
  title: "This link works no more",
  sentences: [
    "It was used, is more than a day old, or the address has an account by now. Your account stays where it is.",
  ],
  goOn: { href: paths.account, label: "Go to your account" },
};
const asked = (to: string): SaidProps => ({
  title: "Look at your letters",
  sentences: [
    `A letter is on its way to ${to}. Your account moves there when you press the button in it, within a day.`,
  ],
  goOn: { href: paths.accountSecurity, label: "Back to signing in" },
});

/** A new password, a new address: each by a form of its own that asks for the password of now. */
export function changeRoutes(deps: Deps) {
  return new Elysia({ name: "change" })
    .use(screens(deps))
    .derive(({ screen, visitor, request, facts }) => ({
      ask: (status: number, props: AskProps) =>
        screen({
          status,
          page: (shell) => <AskPage shell={shell} {...props} />,
          part: () => <AskPart {...props} />,
        }),
      say: (props: SaidProps, status = 200) =>
        screen({
          status,
          page: (shell) => <SaidPage shell={shell} {...props} />,
          part: () => <SaidPart {...props} />,
        }),
      asking: async (typed = "") => {
        const { customer, sessionId } = await visitor.load();
        if (!customer || sessionId === undefined) throw new GoElsewhere(paths.login);
        const agent = request.headers.get("user-agent") ?? "";
        return { customer, password: typed, sessionId, address: facts.address, agent };
      },
    }))

    .get(paths.accountName, async ({ ask, asking }) => {
      const { displayName } = (await asking()).customer;
      return ask(200, { ...name, typed: { displayName } });
    })

    .post(
      paths.accountName,
      async ({ ask, asking, visitor, body, goTo }) => {
        const { customer, address } = await asking();
        if (!body.ok) return ask(422, { ...name, typed: body.typed, errors: body.errors });
        const { displayName } = body.value;
        const note = { id: deps.newId(), at: deps.now(), who: subjectOf(customer.id), act: "change the name", address };
        await deps.store.write(async (tx) => {
          await setCustomerName(tx, customer.id, displayName);
          await audit(tx, note);
        });
        visitor.tell("Your name is changed.");
        return goTo(paths.accountSecurity);
      },
      { body: NameForm },
    )

    .get(paths.accountPassword, async ({ ask, asking }) => {
      await asking();
      return ask(200, password);
    })

    .post(
      paths.accountPassword,
      async ({ ask, asking, visitor, body, goTo }) => {
        const who = await asking(typedIn(body)["password"]);
        if (!body.ok) return ask(422, { ...password, errors: body.errors });
        const token = await changePassword(deps, who, body.value.newPassword);
        if (token === undefined) return ask(422, { ...password, errors: { password: sentences.noMatch } });
        visitor.signIn(token);
        visitor.tell("Your new password is set. Everybody else is signed out.");
        return goTo(paths.accountSecurity);
      },
      { body: PasswordForm },
    )

    .get(paths.accountEmail, async ({ ask, asking }) => {
      await asking();
      return ask(200, email);
    })

    .post(
      paths.accountEmail,
      async ({ ask, say, asking, body }) => {
        const typed = typedIn(body);
        const who = await asking(typed["password"]);
        if (!body.ok) return ask(422, { ...email, typed, errors: body.errors });
        if (await requestEmail(deps, who, body.value.email)) return say(asked(body.value.email));
        return ask(422, { ...email, typed, errors: { password: sentences.noMatch } });
      },
      { body: EmailForm },
    )

    .get(paths.accountEmailConfirm, async ({ say, visitor, params: { token } }) => {
      const whose = await accountOfMove(deps, token);
      if (whose === undefined) return say(dead, 410);
      const action = link(paths.accountEmailConfirm, { token });
      if (!(await isTheirs(visitor, whose, action))) return say(othersLink, 403);
      const press = { action, label: "Yes, move my account here" };
      return say({
        title: "Is this your new address?",
        sentences: ["Press once more, and your account moves."],
        press,
      });
    })

    .post(paths.accountEmailConfirm, async ({ say, visitor, params: { token }, facts }) => {
      const whose = await accountOfMove(deps, token);
      if (whose === undefined) return say(dead, 410);
      if (!(await isTheirs(visitor, whose, link(paths.accountEmailConfirm, { token })))) return say(othersLink, 403);
      const { sessionId } = await visitor.load();
      if (!(await confirmEmail(deps, token, { sessionId, address: facts.address }))) return say(dead, 410);
      const sentences = ["You sign in with the new address from now on. Everybody else was signed out."];
      return say({ title: "Your account has moved", sentences, goOn: dead.goOn });
    });
}
