import { link, paths } from "#src/paths.ts";
import { Icon } from "#views/ui/icon.tsx";
import type { OrderDetail } from "./order.tsx";
import { RefundForm } from "./order-refund.tsx";
import { ShipForm } from "./order-parts.tsx";

type Part = { readonly order: OrderDetail };

type ActProps = Part & {
  readonly path: "/admin/orders/:id/paid" | "/admin/orders/:id/canceled";
  readonly words: string;
  readonly loud?: boolean;
  readonly danger?: boolean;
};

/** A button for one act on the order. */
export function Act({ order, path, words, loud, danger }: ActProps) {
  const action = link(path, { id: order.id });
  return (
    <form method="post" action={action} hx-post={action} hx-target="#order" hx-swap="outerHTML">
      <input type="hidden" name="version" value={String(order.version)} />
      <button class={danger ? "button danger" : loud ? "button" : "button quiet"} safe>
        {words}
      </button>
    </form>
  );
}

/** Who ordered, where it goes, and what is left to do. */
export function Aside({ order }: Part) {
  return (
    <aside aria-label="Customer and delivery">
      <section class="panel">
        <div class="bar">
          <h2 safe>{order.name}</h2>
        </div>
        <div class="pad">
          <p safe>{order.email}</p>
          {order.customer === undefined ? null : (
            <p>
              <a href={order.customer}>All that they ordered</a>
            </p>
          )}
          {order.note === "" ? null : (
            <p class="notice">
              <Icon name="info" />
              <span safe>{`“${order.note}”`}</span>
            </p>
          )}
        </div>
      </section>
      <section class="panel">
        <div class="bar">
          <h2>Goes to</h2>
        </div>
        <div class="pad">
          <p>
            {order.addressLines.map((line) => (
              <>
                <span safe>{line}</span>
                <br />
              </>
            ))}
          </p>
          <p class="soft" safe>
            {order.deliveryWords}
          </p>
          {order.can.ship ? <ShipForm order={order} /> : null}
          {order.tracking === "" ? null : (
            <p>
              Parcel number <strong safe>{order.tracking}</strong>
            </p>
          )}
        </div>
      </section>
      {order.can.cancel ? (
        <section class="panel">
          <div class="pad">
            <Act order={order} path={paths.adminOrderCanceled} words="Cancel and give stock back" danger />
            <p class="soft">
              {order.can.refund
                ? "Nothing has left the house yet. It was paid: give the money back afterwards."
                : "Nothing has left the house yet."}
            </p>
          </div>
        </section>
      ) : null}
      {order.can.refund ? <RefundForm order={order} /> : null}
    </aside>
  );
}
