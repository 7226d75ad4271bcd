import { Elysia } from "elysia";
import { emailKeyOf, sentences } from "../accounts/account.ts";
import { subjectOf } from "../accounts/customer-store.ts";
import { knowsPassword } from "../accounts/knows-password.ts";
import { forCustomers } from "../accounts/policy.ts";
import { stepUpCustomer } from "../accounts/step-up-guard.ts";
import { audit } from "../accounts/store.ts";
import type { Customer } from "../accounts/visitor-store.ts";
import type { Deps } from "../deps.ts";
import { letterShopOf } from "../mail/letter-shop.ts";
import { paths } from "../paths.ts";
import { form, line, secret, typedIn } from "../web/forms.ts";
import { screens } from "../web/screens.tsx";
import { GoElsewhere } from "../web/shop-error.ts";
import { SaidPage } from "#views/accounts/said.tsx";
import { DataPage } from "#views/privacy/data.tsx";
import { DeletePage } from "#views/privacy/delete.tsx";
import { answerBundle } from "./bundle-file.ts";
import { erase } from "./erase.ts";
import type { Person } from "./person.ts";

const notTheirs = "Enter the email address of this account, to show that you mean it.";
const DeleteForm = form({
  email: line({ maxLength: 254 }, notTheirs, {
    title: "Your email address",
    description: "Typed once more, so that nobody deletes an account by a slip.",
    box: "email",
    inputmode: "email",
    autocomplete: "off",
  }),
  password: secret({ maxLength: 2000 }, sentences.noPassword, {
    title: "Password",
    empty: sentences.noPassword,
    autocomplete: "current-password",
  }),
});

const personOf = ({ id, email, verified }: Customer): Person => ({
  customerId: id,
  email,
  emailKey: emailKeyOf(email),
  ownsAddress: verified,
});

/** What the shop knows of a customer: all of it in one file, and an end to it. */
export function privacyRoutes(deps: Deps) {
  const { store, now, newId } = deps;

  const own = new Elysia({ name: "privacy" })
    .use(screens(deps))
    .derive(({ visitor, facts, request }) => ({
      asking: async (password = "") => {
        const { customer, sessionId } = await visitor.load();
        if (!customer || sessionId === undefined)
          throw new GoElsewhere(`${paths.login}?next=${encodeURIComponent(paths.accountDelete)}`);
        const agent = request.headers.get("user-agent") ?? "";
        return { customer, password, sessionId, address: facts.address, agent };
      },
    }))

    .get(paths.accountData, ({ screen }) => screen({ page: (shell) => <DataPage shell={shell} /> }), {
      beforeHandle: stepUpCustomer(deps),
    })

    .post(
      paths.accountData,
      async ({ asking, facts }) => {
        const { customer } = await asking();
        await deps.limits.count("bundle", customer.id);
        const line = { id: newId(), at: now(), who: subjectOf(customer.id), act: "download own data" };
        await store.write((tx) => audit(tx, { ...line, address: facts.address }));
        return answerBundle(deps, personOf(customer));
      },
      { beforeHandle: stepUpCustomer(deps) },
    )

    .get(paths.accountDelete, async ({ screen, asking }) => {
      const { customer } = await asking();
      const props = { fields: DeleteForm.fields, verified: customer.verified };
      return screen({ page: (shell) => <DeletePage shell={shell} {...props} /> });
    })

    .post(
      paths.accountDelete,
      async ({ screen, asking, visitor, body }) => {
        const typed = typedIn(body);
        const who = await asking(typed["password"]);
        const { customer, address } = who;
        const errors = body.ok ? {} : body.errors;
        const isMeant = emailKeyOf(typed["email"] ?? "") === emailKeyOf(customer.email);
        const wrong = {
          ...(isMeant ? {} : { email: notTheirs }),
          ...errors,
        };
        const known = Object.keys(wrong).length === 0 && (await knowsPassword(deps, who, "erase a customer"));
        if (!known) {
          const shown = Object.keys(wrong).length > 0 ? wrong : { password: sentences.noMatch };
          const props = { fields: DeleteForm.fields, verified: customer.verified, typed, errors: shown };
          return screen({ status: 422, page: (shell) => <DeletePage shell={shell} {...props} /> });
        }
        const shop = letterShopOf(await deps.shop.read(), deps.config.url);
        const by = { who: subjectOf(customer.id), address, at: now(), newId, shop };
        await store.write((tx) => erase(tx, personOf(customer), by));
        visitor.signOut();
        const clear = { "Clear-Site-Data": '"cache", "storage"', "Cache-Control": "no-store" };
        return new Response(null, { status: 303, headers: { Location: paths.goodbye, ...clear } });
      },
      { body: DeleteForm },
    );

  return new Elysia({ name: "privacy-all" })
    .use(forCustomers(own))
    .use(screens(deps))
    .get(paths.goodbye, ({ screen }) => screen({ page: (shell) => <SaidPage shell={shell} {...goodbye} /> }));
}

const goodbye = {
  title: "Your account is deleted",
  sentences: [
    "You are signed out on every device, and a last letter says so.",
    "Bills of what you bought stay in our books for as long as tax law wants. An order on its way still comes.",
  ],
  goOn: { href: paths.home, label: "To the shop" },
};
