import { link, paths } from "#src/paths.ts";
import type { Cents } from "#src/pricing/money.ts";
import { Icon } from "#views/ui/icon.tsx";
import { WhyDialog } from "#views/ui/why-link.tsx";
import { Desk, deskAsset, type DeskProps } from "./desk.tsx";
import { Act, Aside } from "./order-aside.tsx";
import { Events, Lines } from "./order-parts.tsx";
import { DeliveryStatus, PaymentStatus } from "./status.tsx";

export type OrderLineRow = {
  readonly id: string;
  readonly title: string;
  readonly options: string;
  readonly sku: string;
  readonly picture: string;
  /** Units left on the shelf; undefined where it is not counted or the article is gone. */
  readonly left: number | undefined;
  readonly quantity: number;
  readonly unit: Cents;
  readonly base: Cents;
};

export type OrderDetail = {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly when: string;
  readonly canceled: boolean;
  readonly paymentState: string;
  readonly deliveryState: string;
  readonly paymentWords: string;
  readonly currency: string;
  readonly lines: readonly OrderLineRow[];
  /** The ledger as it was stored: names and amounts, savings below zero. */
  readonly amounts: readonly {
    readonly name: string;
    readonly amount: Cents;
    /** By which its explanation is found. */
    readonly of?: string | undefined;
  }[];
  readonly total: Cents;
  readonly name: string;
  readonly email: string;
  /** Where all of this customer's is, for those who may see it. */
  readonly customer?: string | undefined;
  readonly note: string;
  readonly addressLines: readonly string[];
  readonly deliveryWords: string;
  readonly tracking: string;
  readonly events: readonly {
    readonly words: string;
    readonly when: string;
    readonly at: string;
    readonly letterId?: string;
  }[];
  readonly can: {
    readonly pay: boolean;
    readonly ship: boolean;
    readonly cancel: boolean;
    readonly refund: boolean;
  };
  /** What the shop has of its money, as it is typed. */
  readonly held: string;
};

export type OrderPageProps = {
  readonly desk: DeskProps;
  readonly order: OrderDetail;
  readonly trouble?: string | undefined;
};

export function OrderPage({ desk, order, trouble }: OrderPageProps) {
  return (
    <Desk {...desk}>
      <OrderPanel order={order} trouble={trouble} />
      <WhyDialog />
      <script src={deskAsset("why.js", desk.assets)} defer></script>
    </Desk>
  );
}

/** What htmx puts in place after each act: the button is gone, so the number takes the focus, and what was done is said. */
export function OrderPart({ order, trouble }: PanelProps) {
  const said = trouble === undefined ? order.events.find((event) => event.letterId === undefined)?.words : undefined;
  return (
    <>
      <OrderPanel order={order} trouble={trouble} acted={trouble === undefined} />
      <hx-partial hx-target="#live" hx-swap="textContent">
        <span safe>{said ?? ""}</span>
      </hx-partial>
    </>
  );
}

type PanelProps = Pick<OrderPageProps, "order" | "trouble"> & { readonly acted?: boolean };

function OrderPanel({ order, trouble, acted = false }: PanelProps) {
  return (
    <div id="order">
      <Head order={order} acted={acted} />
      {trouble ? (
        <p class="notice bad" role="alert" tabindex="-1" autofocus>
          <span safe>{trouble}</span>
        </p>
      ) : null}
      <div class="split">
        <div>
          <Lines order={order} />
          <Events order={order} />
        </div>
        <Aside order={order} />
      </div>
    </div>
  );
}

type Part = { readonly order: OrderDetail };

function Head({ order, acted }: Part & { readonly acted: boolean }) {
  return (
    <div class="head">
      <p class="crumb">
        <a href={paths.adminOrders}>Orders</a>
      </p>
      <h1 tabindex={acted ? "-1" : undefined} autofocus={acted} safe>
        {order.number}
      </h1>
      <PaymentStatus state={order.paymentState} />
      <DeliveryStatus state={order.deliveryState} canceled={order.canceled} />
      <span class="soft" safe>{`${order.when}, ${order.paymentWords}`}</span>
      <div class="push row">
        <a class="button quiet" href={link(paths.adminOrderSlip, { id: order.id })}>
          <Icon name="printer" />
          Packing slip
        </a>
        {order.can.pay ? (
          <Act order={order} path={paths.adminOrderPaid} words="Mark as paid" loud={!order.can.ship} />
        ) : null}
      </div>
    </div>
  );
}
