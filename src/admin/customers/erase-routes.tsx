import { Elysia } from "elysia";
import { emailKeyOf } from "../../accounts/account.ts";
import { needs } from "../../accounts/guard.tsx";
import { stepUp } from "../../accounts/step-up-guard.ts";
import type { Deps } from "../../deps.ts";
import { letterShopOf } from "../../mail/letter-shop.ts";
import { paths } from "../../paths.ts";
import { erase } from "../../privacy/erase.ts";
import { form, optional, text } from "../../web/forms.ts";
import { CustomerErasePage } from "#views/admin/customers/erase.tsx";
import { staffScreens } from "../staff-screens.tsx";
import { noCustomer } from "./detail.ts";
import { findPerson, type Found } from "./person.ts";

const notTheirs = "Type their email address, to show whom you mean.";
const EraseForm = form({ email: optional(text({ maxLength: 254 }, notTheirs)) });

/** Erasing somebody who asked for it, by the same act as they would themselves: for owners, with the password fresh. */
export function customerEraseRoutes(deps: Deps) {
  const { store, now, newId } = deps;
  const owners = { transform: needs(deps, "customers.erase"), beforeHandle: stepUp(deps) };

  async function load(id: string): Promise<Found> {
    const found = await findPerson(store.read, id);
    if (found) return found;
    throw noCustomer();
  }

  return new Elysia({ name: "admin-customer-erase" })
    .use(staffScreens(deps, "customers.see"))
    .derive(({ desk, screen }) => ({
      async ask(status: number, id: string, { name, person, account }: Found, typed = "", error?: string) {
        const frame = await desk(`Erase ${name}`);
        const props = { desk: frame, id, name, email: person.email, isGuest: account === undefined, typed, error };
        return screen({ status, page: () => <CustomerErasePage {...props} confirmed={person.ownsAddress} /> });
      },
    }))

    .get(paths.adminCustomerErase, async ({ ask, params: { id } }) => ask(200, id, await load(id)), owners)

    .post(
      paths.adminCustomerErase,
      async ({ ask, seeOther, params: { id }, body, staff, facts }) => {
        const found = await load(id);
        const typed = body.ok ? (body.value.email ?? "") : "";
        if (emailKeyOf(typed) !== found.person.emailKey) return ask(422, id, found, typed, notTheirs);
        const shop = letterShopOf(await deps.shop.read(), deps.config.url);
        const by = { who: `staff:${staff.id}`, address: facts.address, at: now(), newId, shop };
        if (!(await store.write((tx) => erase(tx, found.person, by)))) throw noCustomer();
        return seeOther(`${paths.adminCustomers}?done=erased`);
      },
      { body: EraseForm, ...owners },
    );
}
