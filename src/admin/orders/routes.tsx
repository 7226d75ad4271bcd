import { Elysia } from "elysia";
import type { Tx } from "#db/open.ts";
import { needs } from "../../accounts/guard.tsx";
import { stepUp } from "../../accounts/step-up-guard.ts";
import { audit } from "../../accounts/store.ts";
import type { May } from "../../accounts/permissions.ts";
import { askedAmount } from "../../cart/why.ts";
import type { Deps } from "../../deps.ts";
import { acting, type Acting } from "../../orders/acting.ts";
import { cancelOrder } from "../../orders/cancel-order.ts";
import { markPaid } from "../../orders/mark-paid.ts";
import { markShipped } from "../../orders/mark-shipped.ts";
import type { Step } from "../../orders/step.ts";
import { loadOrder } from "../../orders/store.ts";
import { whyOrder } from "../../orders/why-order.ts";
import { link, paths } from "../../paths.ts";
import { choice, form, optional, text, wholeNumber } from "../../web/forms.ts";
import { ShopError } from "../../web/shop-error.ts";
import { OrderPage, OrderPart } from "#views/admin/order.tsx";
import { OrderListPage, type OrderRow } from "#views/admin/orders.tsx";
import { fromOrder, OrderWhyPage } from "#views/admin/order-why.tsx";
import { PackingSlipPage } from "#views/admin/packing-slip.tsx";
import { WhyPart } from "#views/cart/why.tsx";
import { whyAddress } from "#views/ui/why-link.tsx";
import { customerLink } from "../customers/person.ts";
import { staffScreens } from "../staff-screens.tsx";
import { deskMoment } from "../when.ts";
import { orderDetail } from "./detail.ts";
import { orderFile } from "./order-file.ts";
import { afterOf, countViews, listOrders, pageSize, type OrderListRow, type OrderQuery } from "./store.ts";

const List = form({
  view: optional(choice(["open", "unpaid", "pickup", "all"], "Choose a view.")),
  q: optional(text({ maxLength: 200 }, "Shorten what you look for.")),
  payment: optional(text({ maxLength: 40 }, "")),
  delivery: optional(text({ maxLength: 40 }, "")),
  after: optional(text({ maxLength: 80 }, "")),
});
const version = wholeNumber({ minimum: 1, maximum: 1e9 }, "Reload the page.");
const ActForm = form({ version });
const ShipForm = form({ version, tracking: optional(text({ maxLength: 80 }, "Shorten the parcel number.")) });

const gone = () => new ShopError("not_found", "There is no such order.");

type Listed = ReturnType<typeof List.read>;
function queryOf(query: Listed): OrderQuery {
  const { q = "", payment = "", delivery = "", after = "", view } = query.ok ? query.value : {};
  return { view: view ?? (q === "" ? "open" : "all"), q, payment, delivery, after };
}

/** The order book and what can be done with an order. */
export function orderDeskRoutes(deps: Deps) {
  const { store, now } = deps;

  const rowOf = (row: OrderListRow, shop: Parameters<typeof deskMoment>[2]): OrderRow => ({
    ...row,
    when: deskMoment(row.placedAt, now(), shop),
    where: [row.deliveryType === "pickup" ? "Pick up" : "", row.address?.city ?? "", row.address?.region ?? ""]
      .filter(Boolean)
      .join(", "),
    canceled: row.state === "canceled",
  });

  async function load(id: string, may: May) {
    const [order, shop] = await Promise.all([loadOrder(store.read, id), deps.shop.read()]);
    if (!order) throw gone();
    const detail = await orderDetail(deps, order, shop);
    const { pay, ship, cancel } = detail.can;
    const can = {
      pay: pay && may("orders.pay"),
      ship: ship && may("orders.ship"),
      cancel: cancel && may("orders.cancel"),
    };
    const events = may("mail.read") ? detail.events : detail.events.map(({ words, when, at }) => ({ words, when, at }));
    return { ...detail, can, events, customer: may("customers.see") ? customerLink(order) : undefined };
  }

  return new Elysia({ name: "admin-orders" })
    .use(staffScreens(deps, "orders.see"))
    .derive(({ staff, may, screen, desk, partial, seeOther, facts }) => ({
      /** Does one act and shows the order as it then stands, with the reason where it could not be done. */
      async act(id: string, what: string, work: (tx: Tx, act: Acting) => Promise<Step>): Promise<Response> {
        const by = await acting(deps, `staff:${staff.id}`);
        const step = await store.write(async (tx) => {
          const done = await work(tx, by);
          if (!done.ok) return done;
          const { number, state, paymentState, deliveryState } = done.order;
          const line = { id: deps.newId(), at: by.at, who: by.who, act: what, subject: `order:${id}` };
          const detail = { number, state, paymentState, deliveryState };
          await audit(tx, { ...line, address: facts.address, detail });
          return done;
        });
        if (!step.ok && step.why === "missing") throw gone();
        if (step.ok && !partial) return seeOther(link(paths.adminOrder, { id }));
        const order = await load(id, may);
        const trouble = step.ok ? undefined : step.message;
        const frame = partial ? undefined : await desk(order.number);
        return screen({
          status: step.ok ? 200 : 409,
          page: () => (frame ? <OrderPage desk={frame} order={order} trouble={trouble} /> : <></>),
          part: () => <OrderPart order={order} trouble={trouble} />,
        });
      },
    }))

    .get(
      paths.adminOrders,
      async ({ screen, desk, query }) => {
        const asked = queryOf(query);
        const [found, counts, shop] = await Promise.all([
          listOrders(store.read, asked),
          countViews(store.read),
          deps.shop.read(),
        ]);
        const shown = found.slice(0, pageSize);
        const last = found.length > pageSize ? shown.at(-1) : undefined;
        const { after: _, ...filters } = asked;
        const older = last && `${paths.adminOrders}?${new URLSearchParams({ ...filters, after: afterOf(last) })}`;
        const fileAddress = `${paths.adminOrdersFile}?${new URLSearchParams(filters)}`;
        const props = {
          ...filters,
          desk: await desk("Orders"),
          orders: shown.map((row) => rowOf(row, shop)),
          currency: shop.currency,
          counts,
          older,
          fileAddress,
        };
        return screen({ page: () => <OrderListPage {...props} /> });
      },
      { query: List.inQuery },
    )

    .get(
      paths.adminOrdersFile,
      async ({ query, staff, facts }) => {
        const line = { id: deps.newId(), at: now(), who: `staff:${staff.id}`, act: "save the order book" };
        await store.write((tx) => audit(tx, { ...line, address: facts.address }));
        return orderFile(store.read, queryOf(query));
      },
      { query: List.inQuery, transform: needs(deps, "orders.export"), beforeHandle: stepUp(deps) },
    )

    .get(paths.adminOrder, async ({ screen, desk, may, params }) => {
      const order = await load(params.id, may);
      const frame = await desk(order.number);
      return screen({ page: () => <OrderPage desk={frame} order={order} /> });
    })

    .get(paths.adminOrderSlip, async ({ screen, desk, may, params }) => {
      const order = await load(params.id, may);
      const frame = await desk(`Packing slip ${order.number}`);
      return screen({ page: () => <PackingSlipPage desk={frame} order={order} /> });
    })

    .get(paths.adminOrderWhy, async ({ screen, desk, partial, params, query }) => {
      const order = await loadOrder(store.read, params.id);
      if (!order) throw gone();
      const of = askedAmount(query);
      const why = whyOrder(order, of);
      const from = fromOrder(order.id, order.number);
      const frame = partial ? undefined : await desk(`Why ${order.number}?`);
      return screen({
        page: () => (frame ? <OrderWhyPage desk={frame} from={from} why={why} /> : <></>),
        part: () => <WhyPart why={why} from={from} page={whyAddress(from.why, of)} />,
      });
    })

    .post(
      paths.adminOrderPaid,
      ({ act, params, body }) =>
        act(params.id, "mark as paid", (tx, by) => markPaid(tx, by, targetOf(params.id, body))),
      { body: ActForm, transform: needs(deps, "orders.pay") },
    )

    .post(
      paths.adminOrderShipped,
      ({ act, params, body }) => {
        const tracking = body.ok ? (body.value.tracking ?? "") : "";
        return act(params.id, "mark as shipped", (tx, by) =>
          markShipped(tx, by, { ...targetOf(params.id, body), tracking }),
        );
      },
      { body: ShipForm, transform: needs(deps, "orders.ship") },
    )

    .post(
      paths.adminOrderCanceled,
      ({ act, params, body }) =>
        act(params.id, "cancel order", (tx, by) => cancelOrder(tx, by, targetOf(params.id, body))),
      { body: ActForm, transform: needs(deps, "orders.cancel") },
    );
}

type Versioned = { readonly ok: true; readonly value: { readonly version: number } } | { readonly ok: false };

/** A form without its version can only be an old one: it never matches. */
const targetOf = (id: string, body: Versioned) => ({ id, version: body.ok ? body.value.version : 0 });
