import { choice, form, line, optional, secret, text, type More } from "../web/forms.ts";
import { emailTrouble, leastPassword, lengthTrouble, mostPasswordBytes, sentences } from "./account.ts";
import { commonTrouble } from "./common-passwords.ts";

// What people fill in here. Each field says once what it takes: the server's check, the sentences, and all that the page
// tells the browser of it come from this.

/** The longest address, and where one wants to be afterwards. */
const email = (more: More) =>
  line({ maxLength: 254 }, sentences.email, {
    title: "Email",
    empty: sentences.noEmail,
    box: "email",
    inputmode: "email",
    autocomplete: "username",
    ...more,
  });
const anyEmail = email({});
const newEmail = email({ trouble: emailTrouble });
const next = optional(text({ maxLength: 100_000 }, ""));

const newPassword = (title: string, empty: string = sentences.noPassword) =>
  secret({ maxLength: mostPasswordBytes }, sentences.long, {
    title,
    description: `At least ${leastPassword} characters. Long is better than odd.`,
    empty,
    autocomplete: "new-password",
    least: leastPassword,
    trouble: lengthTrouble,
    shopTrouble: commonTrouble,
  });
/** Longer than any may be, so that a wrong one is wrong, and not a fault of the form. */
const knownPassword = (title: string) =>
  secret({ maxLength: 2000 }, sentences.refused, {
    title,
    empty: sentences.noPassword,
    autocomplete: "current-password",
  });

export const Next = form({ next });

const account = {
  displayName: line({ maxLength: 100 }, sentences.name, {
    title: "Name",
    empty: sentences.noName,
    autocomplete: "name",
  }),
  email: newEmail,
  password: newPassword("Password"),
};
/** A new account, in the shop or at the desk. */
export const AccountForm = form(account);
/** What one is called, from now on. */
export const NameForm = form({ displayName: account.displayName });
/** The account of somebody who was asked to the desk. */
export const JoinForm = form({ displayName: account.displayName, password: account.password });
export const RegisterForm = form({ ...account, next });
export const SignInForm = form({ email: anyEmail, password: knownPassword("Password"), next });
export const ForgotForm = form({ email: newEmail });
export const ResetForm = form({ password: newPassword("New password") });
export const PasswordForm = form({
  password: knownPassword("Current password"),
  newPassword: newPassword("New password", "Choose a new password."),
});
export const EmailForm = form({
  email: email({ title: "New email", autocomplete: "email", trouble: emailTrouble }),
  password: knownPassword("Password"),
});
const code = line({ maxLength: 60 }, sentences.noCode, {
  title: "Code",
  description: "Six digits, new every half minute.",
  autocomplete: "one-time-code",
  inputmode: "numeric",
});
/** The code after the password. */
export const CodeForm = form({ ticket: line({ maxLength: 100 }, sentences.noCode), code, next });
/** What is done with a second step. */
export const FactorForm = form({
  act: choice(["confirm", "renew", "end"], sentences.noCode),
  code,
  sealed: optional(text({ maxLength: 1000 }, sentences.noCode)),
});
export const AgainForm = form({ password: knownPassword("Password"), next });
