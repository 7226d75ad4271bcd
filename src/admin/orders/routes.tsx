import { Elysia } from "elysia";
import { needs } from "../../accounts/guard.tsx";
import { stepUp } from "../../accounts/step-up-guard.ts";
import { audit } from "../../accounts/store.ts";
import { askedAmount } from "../../cart/why.ts";
import type { Deps } from "../../deps.ts";
import { loadOrder } from "../../orders/store.ts";
import { whyOrder } from "../../orders/why-order.ts";
import { paths } from "../../paths.ts";
import { choice, form, optional, text } from "../../web/forms.ts";
import { OrderPage } from "#views/admin/order.tsx";
import { OrderListPage, type OrderRow } from "#views/admin/orders.tsx";
import { fromOrder, OrderWhyPage } from "#views/admin/order-why.tsx";
import { PackingSlipPage } from "#views/admin/packing-slip.tsx";
import { WhyPart } from "#views/cart/why.tsx";
import { whyAddress } from "#views/ui/why-link.tsx";
import { staffScreens } from "../staff-screens.tsx";
import { deskMoment } from "../when.ts";
import { gone, loadDeskOrder } from "./load-order.ts";
import { orderFile } from "./order-file.ts";
import { afterOf, countViews, listOrders, pageSize, type OrderListRow, type OrderQuery } from "./store.ts";

const List = form({
  view: optional(choice(["open", "unpaid", "pickup", "all"], "Choose a view.")),
  q: optional(text({ maxLength: 200 }, "Shorten what you look for.")),
  payment: optional(text({ maxLength: 40 }, "")),
  delivery: optional(text({ maxLength: 40 }, "")),
  after: optional(text({ maxLength: 80 }, "")),
});
type Listed = ReturnType<typeof List.read>;
function queryOf(query: Listed): OrderQuery {
  const { q = "", payment = "", delivery = "", after = "", view } = query.ok ? query.value : {};
  return { view: view ?? (q === "" ? "open" : "all"), q, payment, delivery, after };
}

/** The order book, and each order as it stands. */
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

  return new Elysia({ name: "admin-orders" })
    .use(staffScreens(deps, "orders.see"))
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
      const order = await loadDeskOrder(deps, params.id, may);
      const frame = await desk(order.number);
      return screen({ page: () => <OrderPage desk={frame} order={order} /> });
    })

    .get(paths.adminOrderSlip, async ({ screen, desk, may, params }) => {
      const order = await loadDeskOrder(deps, params.id, may);
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
    });
}
