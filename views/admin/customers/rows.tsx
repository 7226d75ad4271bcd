import { link, paths } from "#src/paths.ts";

export type CustomerLine = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly confirmed: boolean;
  readonly groups: readonly string[];
  readonly orders: number;
  /** In words, each currency by itself; "" for nothing. */
  readonly spent: string;
  readonly newsletter: boolean;
  /** In words, as all moments. */
  readonly registered: string;
  readonly seen: string;
};

export type GuestLine = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly orders: number;
  readonly last: string;
};

export function CustomerTable({ customers }: { readonly customers: readonly CustomerLine[] }) {
  return (
    <div class="scroll" tabindex="0" role="group" aria-label="Customers, scrolls sideways on a narrow screen">
      <table class="table slips worded">
        <caption class="visually-hidden">Customers</caption>
        <thead>
          <tr>
            <th scope="col">Customer</th>
            <th scope="col">Groups</th>
            <th scope="col">Newsletter</th>
            <th scope="col">Registered</th>
            <th scope="col">Last seen</th>
            <th scope="col" class="num">
              Orders
            </th>
            <th scope="col" class="num">
              Spent
            </th>
          </tr>
        </thead>
        <tbody>
          {customers.map((customer) => (
            <CustomerRow {...customer} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function CustomerRow({
  id,
  name,
  email,
  confirmed,
  groups,
  newsletter,
  registered,
  seen,
  orders,
  spent,
}: CustomerLine) {
  return (
    <tr>
      <th scope="row">
        <a href={link(paths.adminCustomer, { id })} safe>
          {name}
        </a>
        <small safe>{confirmed ? email : `${email}, not confirmed`}</small>
      </th>
      <td data-label="Groups" safe>
        {groups.join(", ")}
      </td>
      <td data-label="Newsletter">{newsletter ? "Yes" : "No"}</td>
      <td data-label="Registered" safe>
        {registered}
      </td>
      <td data-label="Last seen" safe>
        {seen}
      </td>
      <td data-label="Orders" class="num">
        {orders}
      </td>
      <td data-label="Spent" class="num" safe>
        {spent}
      </td>
    </tr>
  );
}

export function GuestTable({ guests }: { readonly guests: readonly GuestLine[] }) {
  return (
    <div class="scroll" tabindex="0" role="group" aria-label="Guests, scrolls sideways on a narrow screen">
      <table class="table slips worded">
        <caption class="visually-hidden">Guests, who ordered without an account</caption>
        <thead>
          <tr>
            <th scope="col">Guest</th>
            <th scope="col">Last order</th>
            <th scope="col" class="num">
              Orders
            </th>
          </tr>
        </thead>
        <tbody>
          {guests.map(({ id, name, email, orders, last }) => (
            <tr>
              <th scope="row">
                <a href={link(paths.adminCustomer, { id })} safe>
                  {name}
                </a>
                <small safe>{email}</small>
              </th>
              <td data-label="Last order" safe>
                {last}
              </td>
              <td data-label="Orders" class="num">
                {orders}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
