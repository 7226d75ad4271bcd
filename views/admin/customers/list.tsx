import { paths } from "#src/paths.ts";
import { Icon } from "#views/ui/icon.tsx";
import { Desk, type DeskProps } from "../desk.tsx";
import { CustomerTable, GuestTable, type CustomerLine, type GuestLine } from "./rows.tsx";

export type CustomerListProps = {
  readonly desk: DeskProps;
  readonly who: "accounts" | "guests";
  readonly customers: readonly CustomerLine[];
  readonly guests: readonly GuestLine[];
  readonly counts: { readonly accounts: number; readonly guests: number };
  readonly groups: readonly string[];
  readonly q: string;
  readonly group: string;
  readonly sort: string;
  readonly newer: string | undefined;
  readonly older: string | undefined;
  readonly file: string;
  readonly notice: string | undefined;
};

const sorts = [
  ["newest", "Newest first"],
  ["name", "By name"],
  ["orders", "Most orders"],
  ["spent", "Most spent"],
  ["seen", "Last seen"],
] as const;

/** Who buys here: accounts, and those who ordered without one. */
export function CustomerListPage(props: CustomerListProps) {
  const { desk, who, customers, guests, q, group, file, newer, older, notice } = props;
  const isEmpty = customers.length + guests.length === 0;
  return (
    <Desk {...desk}>
      <div class="head">
        <h1>Customers</h1>
        <div class="push row">
          {desk.may("customers.export") && who === "accounts" ? (
            <a class="button quiet" href={file} download="">
              <Icon name="download" />
              Save as CSV
            </a>
          ) : null}
        </div>
      </div>
      {notice === undefined ? null : (
        <p class="notice ok" role="status">
          <span safe>{notice}</span>
        </p>
      )}
      <section class="panel" aria-label="Customer list">
        <Tabs {...props} />
        <Filters {...props} />
        {isEmpty ? (
          <div class="pad">
            <p>{q === "" && group === "" ? "Nobody yet. The first will stand here." : "Nobody like that."}</p>
          </div>
        ) : null}
        {customers.length > 0 ? <CustomerTable customers={customers} /> : null}
        {guests.length > 0 ? <GuestTable guests={guests} /> : null}
      </section>
      <p class="row">
        {newer ? <a href={newer}>Page before</a> : null}
        {older ? <a href={older}>Next page</a> : null}
      </p>
    </Desk>
  );
}

function Tabs({ who, q, counts }: CustomerListProps) {
  const tabs = [
    ["accounts", "With an account", counts.accounts],
    ["guests", "Guests", counts.guests],
  ] as const;
  return (
    <nav class="tabs" aria-label="Who">
      {tabs.map(([value, words, count]) => (
        <a
          href={`${paths.adminCustomers}?${new URLSearchParams({ who: value, ...(q !== "" && { q }) })}`}
          aria-current={value === who ? "page" : undefined}
        >
          {words}{" "}
          <span class="soft" safe>
            {count.toLocaleString("en-US")}
          </span>
        </a>
      ))}
    </nav>
  );
}

function Filters({ who, q, group, sort, groups }: CustomerListProps) {
  return (
    <form class="filters" action={paths.adminCustomers}>
      <input type="hidden" name="who" value={who} />
      <label class="visually-hidden" for="cq">
        Name or email
      </label>
      <input class="input" id="cq" name="q" type="search" value={q} placeholder="Name or email" />
      {who === "guests" ? null : (
        <>
          <label class="visually-hidden" for="cg">
            Group
          </label>
          <select class="select" id="cg" name="group">
            <option value="">Any group</option>
            {groups.map((name) => (
              <option value={name} selected={name === group} safe>
                {name}
              </option>
            ))}
          </select>
          <label class="visually-hidden" for="cs">
            Order
          </label>
          <select class="select" id="cs" name="sort">
            {sorts.map(([value, words]) => (
              <option value={value} selected={value === sort}>
                {words}
              </option>
            ))}
          </select>
        </>
      )}
      <button class="button quiet">Find</button>
    </form>
  );
}
