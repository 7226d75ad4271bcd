import { Elysia } from "elysia";
import type { Tx } from "#db/open.ts";
import { needs } from "../../accounts/guard.tsx";
import { stepUp } from "../../accounts/step-up-guard.ts";
import { audit } from "../../accounts/store.ts";
import type { Deps } from "../../deps.ts";
import { acting, type Acting } from "../../orders/acting.ts";
import { cancelOrder } from "../../orders/cancel-order.ts";
import { markPaid } from "../../orders/mark-paid.ts";
import { markRefunded } from "../../orders/mark-refunded.ts";
import { markShipped } from "../../orders/mark-shipped.ts";
import type { Step } from "../../orders/step.ts";
import { link, paths } from "../../paths.ts";
import { form, optional, text, wholeNumber } from "../../web/forms.ts";
import { OrderPage, OrderPart } from "#views/admin/order.tsx";
import { staffScreens } from "../staff-screens.tsx";
import { gone, loadDeskOrder } from "./load-order.ts";

const version = wholeNumber({ minimum: 1, maximum: 1e9 }, "Reload the page.");
const ActForm = form({ version });
const ShipForm = form({ version, tracking: optional(text({ maxLength: 80 }, "Shorten the parcel number.")) });
const RefundForm = form({ version, amount: optional(text({ maxLength: 20 }, "Write an amount.")) });

/** What can be done with an order: each act answers the order as it then stands. */
export function orderActRoutes(deps: Deps) {
  const { store } = deps;
  return new Elysia({ name: "admin-order-acts" })
    .use(staffScreens(deps, "orders.see"))
    .derive(({ staff, may, screen, desk, partial, seeOther, facts }) => ({
      /** Does one act and shows the order as it then stands, with the reason where it could not be done. */
      async act(id: string, what: string, work: (tx: Tx, act: Acting) => Promise<Step>, more = {}): Promise<Response> {
        const by = await acting(deps, `staff:${staff.id}`);
        const step = await store.write(async (tx) => {
          const done = await work(tx, by);
          if (!done.ok) return done;
          const { number, state, paymentState, deliveryState } = done.order;
          const line = { id: deps.newId(), at: by.at, who: by.who, act: what, subject: `order:${id}` };
          const detail = { number, state, paymentState, deliveryState, ...more };
          await audit(tx, { ...line, address: facts.address, detail });
          return done;
        });
        if (!step.ok && step.why === "missing") throw gone();
        if (step.ok && !partial) return seeOther(link(paths.adminOrder, { id }));
        const order = await loadDeskOrder(deps, id, may);
        const trouble = step.ok ? undefined : step.message;
        const frame = partial ? undefined : await desk(order.number);
        return screen({
          status: step.ok ? 200 : 409,
          page: () => (frame ? <OrderPage desk={frame} order={order} trouble={trouble} /> : <></>),
          part: () => <OrderPart order={order} trouble={trouble} />,
        });
      },
    }))

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
    )

    .post(
      paths.adminOrderRefunded,
      ({ act, params, body }) => {
        const amount = (body.ok ? body.value.amount : undefined) ?? "";
        const work = (tx: Tx, by: Acting) => markRefunded(tx, by, { ...targetOf(params.id, body), amount });
        return act(params.id, "note money given back", work, { amount });
      },
      { body: RefundForm, transform: needs(deps, "orders.refund"), beforeHandle: stepUp(deps) },
    );
}

type Versioned = { readonly ok: true; readonly value: { readonly version: number } } | { readonly ok: false };

/** A form without its version can only be an old one: it never matches. */
const targetOf = (id: string, body: Versioned) => ({ id, version: body.ok ? body.value.version : 0 });
