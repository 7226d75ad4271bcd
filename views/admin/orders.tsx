import { link, paths } from "#src/paths.ts";
import { plainMoney, type Cents } from "#src/pricing/money.ts";
import { Icon } from "#views/ui/icon.tsx";
import { WhyLink } from "#views/ui/why-link.tsx";
import { Desk, type DeskProps } from "./desk.tsx";
import { DeliveryStatus, deliveryStates, PaymentStatus, paymentStates } from "./status.tsx";

export type OrderRow = {
  readonly id: string;
  readonly number: string;
  /** In words, in the shop's time zone. */
  readonly when: string;
  readonly name: string;
  readonly where: string;
  readonly canceled: boolean;
  readonly paymentState: string;
  readonly deliveryState: string;
  readonly total: Cents;
};

export type OrderListProps = {
  readonly desk: DeskProps;
  readonly orders: readonly OrderRow[];
  readonly currency: string;
  readonly view: string;
  readonly counts: { readonly open: number; readonly unpaid: number; readonly pickup: number; readonly all: number };
  readonly q: string;
  readonly payment: string;
  readonly delivery: string;
  readonly older: string | undefined;
  readonly fileAddress: string;
};

const views = [
  ["open", "Open"],
  ["unpaid", "Unpaid"],
  ["pickup", "To pick up"],
  ["all", "Everything"],
] as const;

/** The order book: saved views, filters, and a row for each order, newest first. */
export function OrderListPage(props: OrderListProps) {
  const { desk, orders, currency, view, counts, q, older, fileAddress } = props;
  return (
    <Desk {...desk} q={q}>
      <div class="head">
        <h1>Orders</h1>
        <div class="push row">
          {desk.may("orders.export") ? (
            <a class="button quiet" href={fileAddress} download="">
              <Icon name="download" />
              Save as CSV
            </a>
          ) : null}
        </div>
      </div>
      <section class="panel" aria-label="Order book">
        <nav class="tabs" aria-label="Views">
          {views.map(([value, words]) => (
            <a href={`${paths.adminOrders}?view=${value}`} aria-current={value === view ? "page" : undefined}>
              {words}{" "}
              <span class="soft" safe>
                {counts[value].toLocaleString("en-US")}
              </span>
            </a>
          ))}
        </nav>
        <Filters {...props} />
        {orders.length === 0 ? (
          <NoOrders filtered={q !== "" || props.payment !== "" || props.delivery !== ""} all={counts.all} />
        ) : (
          <OrderTable orders={orders} currency={currency} />
        )}
      </section>
      <p class="row">{older ? <a href={older}>Older</a> : null}</p>
    </Desk>
  );
}

function Filters({ view, q, payment, delivery }: OrderListProps) {
  return (
    <form class="filters" action={paths.adminOrders}>
      <input type="hidden" name="view" value={view} />
      <label class="visually-hidden" for="oq">
        Number, name, email or article number
      </label>
      <input class="input" id="oq" name="q" value={q} placeholder="Number, name, email or article number" />
      <label class="visually-hidden" for="op">
        Payment
      </label>
      <select class="select" id="op" name="payment">
        <option value="">Any payment</option>
        {paymentStates.map(({ value, words }) => (
          <option value={value} selected={value === payment} safe>
            {words}
          </option>
        ))}
      </select>
      <label class="visually-hidden" for="od">
        Delivery
      </label>
      <select class="select" id="od" name="delivery">
        <option value="">Any delivery</option>
        {deliveryStates.map(({ value, words }) => (
          <option value={value} selected={value === delivery} safe>
            {words}
          </option>
        ))}
      </select>
      <button class="button quiet">Filter</button>
    </form>
  );
}

function NoOrders({ filtered, all }: { readonly filtered: boolean; readonly all: number }) {
  return (
    <div class="pad">
      {all === 0 ? <p>No order yet. The first one will stand here.</p> : null}
      {all > 0 && filtered ? (
        <p>
          No order like that. <a href={`${paths.adminOrders}?view=all`}>See everything</a>
        </p>
      ) : null}
      {all > 0 && !filtered ? <p>Nothing waits here.</p> : null}
    </div>
  );
}

function OrderTable({ orders, currency }: { readonly orders: readonly OrderRow[]; readonly currency: string }) {
  return (
    <div class="scroll" tabindex="0" role="group" aria-label="Orders, scrolls sideways on a narrow screen">
      <table class="table slips">
        <caption class="visually-hidden">Orders, newest first</caption>
        <thead>
          <tr>
            <th scope="col">Order</th>
            <th scope="col">When</th>
            <th scope="col">Who</th>
            <th scope="col">Where</th>
            <th scope="col">Payment</th>
            <th scope="col">Delivery</th>
            <th scope="col" class="num" safe>
              {`Total, ${currency}`}
            </th>
          </tr>
        </thead>
        <tbody>
          {orders.map((order) => (
            <tr>
              <th scope="row">
                <a href={link(paths.adminOrder, { id: order.id })} safe>
                  {order.number}
                </a>
              </th>
              <td class="aside" safe>
                {order.when}
              </td>
              <td class="grow" safe>
                {order.name}
              </td>
              <td class="aside soft" safe>
                {order.where}
              </td>
              <td>
                <PaymentStatus state={order.paymentState} />
              </td>
              <td>
                <DeliveryStatus state={order.deliveryState} canceled={order.canceled} />
              </td>
              <td class="num">
                <WhyLink value={plainMoney(order.total, currency)} at={link(paths.adminOrderWhy, { id: order.id })} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
