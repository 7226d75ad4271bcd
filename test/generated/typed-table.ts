import * as accounts from "#src/accounts/forms.ts";
import { addressTroubles } from "#src/addresses/address-troubles.ts";
import { addressFields } from "#src/addresses/check-address.ts";
import { AddressForm, readAddress } from "#src/addresses/forms.ts";
import { checkContact, type Asked } from "#src/checkout/check-draft.ts";
import { draftOf } from "#src/checkout/contact-troubles.ts";
import { draftFields } from "#src/checkout/draft.ts";
import { DraftForm } from "#src/checkout/forms.ts";
import { typedOf } from "#src/checkout/typed.ts";
import { SubscribeForm } from "#src/content/forms.ts";
import { SearchForm } from "#src/pickup/forms.ts";
import { ReviewForm } from "#src/reviews/forms.ts";
import type { CheckedForm } from "#src/web/judge.ts";
import type { Posted } from "#src/web/forms.ts";
import { texts } from "./typed-texts.ts";

// What is typed, and what the shop says of it: the table by which both sides are compared.

export type Row = {
  readonly form: CheckedForm;
  readonly typed: Readonly<Record<string, string>>;
  readonly asked?: Asked;
};
export type Troubles = Readonly<Record<string, string>>;

type Reader = { readonly read: (input: unknown) => Posted<unknown>; readonly rules: object };
const readers: Readonly<Record<Exclude<CheckedForm, "checkout" | "address">, Reader>> = {
  register: accounts.RegisterForm,
  "sign-in": accounts.SignInForm,
  forgot: accounts.ForgotForm,
  reset: accounts.ResetForm,
  password: accounts.PasswordForm,
  email: accounts.EmailForm,
  review: ReviewForm,
  newsletter: SubscribeForm,
  pickup: SearchForm,
};

const countries = ["US", "CA", "DE", "GB", "IE", "AE", "AU", "us", "", "X"];
const sayings: readonly Asked[] = [
  { address: true, countries: ["US", "CA", "DE"], vatNumber: true },
  { address: true, countries: undefined, vatNumber: false },
  { address: false, countries: ["US"], vatNumber: false },
];

/** A row for each text and each form, with it in every field, in one of them, and with one left out. */
export function typedTable(): Row[] {
  return texts.flatMap((text, at) => {
    const rows: Row[] = Object.entries(readers).flatMap(([form, { rules }]) => {
      const names = Object.keys(rules);
      const all = Object.fromEntries(
        names.map((name, nth) => [name, nth === at % names.length ? text : other(at + nth)]),
      );
      const { [names[at % names.length] ?? ""]: _, ...without } = all;
      return [Object.fromEntries(names.map((name) => [name, text])), all, ...(at % 9 === 0 ? [without] : [])].map(
        (typed) => ({
          form: form as CheckedForm,
          typed,
        }),
      );
    });
    const fields = draftFields.map((name, nth) => [name, (at + nth) % 3 === 0 ? other(at + nth) : text] as const);
    const where = { country: countries[at % 10] ?? "", billCountry: countries[(at + 3) % 10] ?? "" };
    const bill = at % 2 === 0 ? { bill: "asked", ...(at % 4 === 0 ? { same: "yes" } : {}) } : {};
    const asked = sayings[at % 3];
    const address = addressFields.map((name, nth) => [name, (at + nth) % 4 === 0 ? other(at + nth) : text] as const);
    return [
      ...rows,
      { form: "address", typed: { ...Object.fromEntries(address), ...where }, ...(asked ? { asked } : {}) },
      { form: "checkout", typed: { ...Object.fromEntries(fields), ...where, ...bill }, ...(asked ? { asked } : {}) },
    ];
  });
}

const other = (at: number) => texts[(at * 7919) % texts.length] ?? "";

/** What the shop itself says of a row. */
export function saidByShop({ form, typed, asked }: Row): Troubles {
  if (form === "checkout" || form === "address") {
    if (!asked) throw new Error(`a form "${form}" without what is asked`);
    if (form === "address") return addressTroubles(readAddress(AddressForm.read(typed)).address, asked);
    return checkContact(draftOf(typedOf(DraftForm.read(typed))), asked);
  }
  const read = readers[form].read(typed);
  return read.ok ? {} : read.errors;
}
