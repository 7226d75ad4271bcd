import type { TSchema } from "typebox";
import * as account from "../../src/accounts/account.ts";
import * as accountForms from "../../src/accounts/forms.ts";
import { SubscribeForm } from "../../src/content/forms.ts";
import * as letter from "../../src/mail/letter.ts";
import { SearchForm } from "../../src/pickup/forms.ts";
import * as place from "../../src/pickup/place-typed.ts";
import { ReviewForm } from "../../src/reviews/forms.ts";
import type { CheckedForm, Rules } from "../../src/web/judge.ts";

/** Where a form's functions may come from: modules that run in a browser, too. */
export const ruleModules: Readonly<Record<string, object>> = {
  "src/accounts/account.ts": account,
  "src/mail/letter.ts": letter,
  "src/pickup/place-typed.ts": place,
};

export type BrowserForm = { readonly from: string } & (
  | { readonly rules: Rules; readonly schema: Readonly<Record<string, TSchema>> }
  /** Judged by a function of the source; `asked` names the fields of which only the shop knows more. */
  | { readonly code: string }
);

type Made = { readonly rules: Rules; readonly schema: { readonly properties: Readonly<Record<string, TSchema>> } };
const made = (from: string, { rules, schema }: Made): BrowserForm => ({ from, rules, schema: schema.properties });
const accounts = "src/accounts/forms.ts";

/** Forms that the browser judges as one types. A page loads those that it holds: `checks` of Layout. */
export const browserForms: Readonly<Record<CheckedForm, BrowserForm>> = {
  register: made(accounts, accountForms.RegisterForm),
  "sign-in": made(accounts, accountForms.SignInForm),
  forgot: made(accounts, accountForms.ForgotForm),
  reset: made(accounts, accountForms.ResetForm),
  password: made(accounts, accountForms.PasswordForm),
  email: made(accounts, accountForms.EmailForm),
  review: made("src/reviews/forms.ts", ReviewForm),
  pickup: made("src/pickup/forms.ts", SearchForm),
  newsletter: made("src/content/forms.ts", SubscribeForm),
  address: {
    from: "src/addresses/address-troubles.ts",
    code: 'export { addressTroubles as troubles } from "#src/addresses/address-troubles.ts"; export const asked = [];',
  },
  checkout: {
    from: "src/checkout/contact-troubles.ts",
    code: 'export { contactTroubles as troubles } from "#src/checkout/contact-troubles.ts"; export const asked = [];',
  },
};
