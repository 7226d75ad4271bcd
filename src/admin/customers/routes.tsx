import { Elysia } from "elysia";
import { needs } from "../../accounts/guard.tsx";
import { stepUp } from "../../accounts/step-up-guard.ts";
import { audit } from "../../accounts/store.ts";
import type { Deps } from "../../deps.ts";
import { paths } from "../../paths.ts";
import { formatMoney, zero } from "../../pricing/money.ts";
import { choice, form, optional, text } from "../../web/forms.ts";
import { CustomerPage } from "#views/admin/customers/customer.tsx";
import { CustomerListPage } from "#views/admin/customers/list.tsx";
import { staffScreens } from "../staff-screens.tsx";
import { deskMoment } from "../when.ts";
import { customerActRoutes } from "./act-routes.tsx";
import { loadDetail } from "./detail.ts";
import { customerEraseRoutes } from "./erase-routes.tsx";
import { customerFile } from "./customer-file.ts";
import { guestId } from "./person.ts";
import { spentInWords } from "./spent.ts";
import { listCustomers, listGuests, pageSize, sorts } from "./list-store.ts";
import { countPeople, listGroupNames } from "./store.ts";

const List = form({
  who: optional(choice(["accounts", "guests"], "Choose from the list.")),
  q: optional(text({ maxLength: 200 }, "Shorten what you look for.")),
  group: optional(text({ maxLength: 40 }, "Choose from the list.")),
  sort: optional(choice(sorts, "Choose from the list.")),
  page: optional(text({ maxLength: 5 }, "")),
  done: optional(choice(["erased"], "")),
});
const Said = form({ done: optional(choice(["group", "note"], "")) });

type Listed = ReturnType<typeof List.read>;
function asked(typed: Listed, currency: string) {
  const { q = "", group = "", sort = "newest", page = "1", who = "accounts", done } = typed.ok ? typed.value : {};
  return { q, group, sort, who, done, currency, page: /^[1-9]\d{0,4}$/.test(page) ? Number(page) : 1 } as const;
}

const said = { group: "The groups are saved.", note: "The notes are saved." } as const;

/** Customers at the desk: who they are, what they bought, and what the law lets them ask for. */
export function customerDeskRoutes(deps: Deps) {
  const { store, now, newId } = deps;

  return new Elysia({ name: "admin-customers" })
    .use(customerActRoutes(deps))
    .use(customerEraseRoutes(deps))
    .use(staffScreens(deps, "customers.see"))

    .get(
      paths.adminCustomers,
      async ({ screen, desk, query }) => {
        const shop = await deps.shop.read();
        const { done, ...given } = asked(query, shop.currency);
        const isGuests = given.who === "guests";
        const [found, guests, counts, groups, frame] = await Promise.all([
          isGuests ? [] : listCustomers(store.read, given),
          isGuests ? listGuests(store.read, given) : [],
          countPeople(store.read),
          listGroupNames(store.read),
          desk("Customers"),
        ]);
        const at = (moment: Date | null) => (moment === null ? "" : deskMoment(moment, now(), shop));
        const { q, group, sort, who, page } = given;
        const address = (to: number) =>
          `${paths.adminCustomers}?${new URLSearchParams({ who, q, group, sort, page: `${to}` })}`;
        const props = {
          ...{ desk: frame, q, group, sort, who, counts, groups },
          notice: done === "erased" ? "It is done: what the shop knew of them is gone, but for the bills." : undefined,
          customers: found.slice(0, pageSize).map((row) => ({
            ...{ id: row.id, name: row.name, email: row.email, orders: row.orders, confirmed: row.verifiedAt !== null },
            groups: row.groups.map(({ name }) => name),
            spent: spentInWords(row.spent) || formatMoney(zero, shop.currency),
            newsletter: row.newsletterAt !== null,
            registered: at(row.createdAt),
            seen: at(row.seenAt),
          })),
          guests: guests.slice(0, pageSize).map(({ orderId, name, emailKey, orders, last }) => ({
            ...{ id: guestId(orderId), name, email: emailKey, orders, last: at(last) },
          })),
          newer: page > 1 ? address(page - 1) : undefined,
          older: Math.max(found.length, guests.length) > pageSize ? address(page + 1) : undefined,
          file: `${paths.adminCustomersFile}?${new URLSearchParams({ q, group, sort })}`,
        };
        return screen({ page: () => <CustomerListPage {...props} /> });
      },
      { query: List.inQuery },
    )

    .get(
      paths.adminCustomersFile,
      async ({ query, staff, facts }) => {
        const { currency } = await deps.shop.read();
        const line = { id: newId(), at: now(), who: `staff:${staff.id}`, act: "save the customers" };
        await store.write((tx) => audit(tx, { ...line, address: facts.address }));
        return customerFile(store.read, asked(query, currency));
      },
      { query: List.inQuery, transform: needs(deps, "customers.export"), beforeHandle: stepUp(deps) },
    )

    .get(
      paths.adminCustomer,
      async ({ screen, desk, params: { id }, query }) => {
        const customer = await loadDetail(deps, id);
        const frame = await desk(customer.name);
        const done = query.ok ? query.value.done : undefined;
        return screen({
          page: () => <CustomerPage desk={frame} customer={customer} notice={done && said[done]} />,
        });
      },
      { query: Said.inQuery },
    );
}
