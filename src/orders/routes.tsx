import { Elysia } from "elysia";
import { emailKeyOf, sentences } from "#src/accounts/account.ts";
import { signIn } from "#src/accounts/log-in.ts";
import { forCustomers } from "#src/accounts/policy.ts";
import { register } from "#src/accounts/register.ts";
import { askedAmount } from "#src/cart/why.ts";
import type { Deps } from "#src/deps.ts";
import { digestOf } from "#src/keys.ts";
import { newsKey } from "#src/news/store.ts";
import { isPaymentMethod } from "#src/payments/payment.ts";
import { link, paths } from "#src/paths.ts";
import { form, line, optional, secret, text, wholeNumber } from "#src/web/forms.ts";
import { screens } from "#src/web/screens.tsx";
import { ShopError } from "#src/web/shop-error.ts";
import { WhyPage, WhyPart } from "#views/cart/why.tsx";
import { FindOrderPage, FindOrderPart, type FindProps } from "#views/orders/find-order.tsx";
import { OrderPage, OrderPart } from "#views/orders/order.tsx";
import { whyAddress } from "#views/ui/why-link.tsx";
import { acting } from "./acting.ts";
import { againRoutes } from "./again-routes.tsx";
import { cancelOrder } from "./cancel-order.ts";
import { choosePayment } from "./choose-payment.ts";
import type { Order } from "./order.ts";
import { orderPath } from "./order-link.ts";
import { orderProps } from "./order-props.ts";
import type { Step } from "./step.ts";
import { findOrderId, keepForCustomer, loadOrderByLink } from "./store.ts";
import { whyOrder } from "./why-order.ts";

const version = wholeNumber({ minimum: 1, maximum: 1e9 }, "Look at the order again.");
const CancelForm = form({ version });
const PayForm = form({ version, method: optional(text({ maxLength: 40 }, "Choose another way to pay.")) });
const AccountForm = form({ password: secret({ maxLength: 2000 }, sentences.noPassword) });
const FindForm = form({
  number: line({ maxLength: 40 }, "Enter the order’s number"),
  email: line({ maxLength: 254 }, "Enter the email address you ordered with"),
});

const gone = () =>
  new ShopError("not_found", "There is no such order. Look at the address again, or find it by its number.");
const changed = "This order has changed since you looked. See how it stands, then decide again.";

type Shown = {
  readonly status?: number;
  readonly errors?: Readonly<Record<string, string>>;
  /** Up to where the news is known that the page shows. */
  readonly since?: number;
};

/** The shopper's side of an order: its page, and what can still be done about it. */
export function orderRoutes(deps: Deps) {
  const { store, keys, limits, config } = deps;

  async function load(token: string): Promise<Order> {
    const order = token.length <= 64 ? await loadOrderByLink(store.read, digestOf(token)) : undefined;
    if (!order) throw gone();
    return order;
  }

  return new Elysia({ name: "orders" })
    .use(forCustomers(againRoutes(deps)))
    .use(screens(deps))
    .derive(({ screen, goTo, visitor }) => {
      async function show(order: Order, token: string, { status = 200, errors = {}, since }: Shown = {}) {
        const [shop, { customer }] = await Promise.all([deps.shop.read(), visitor.load()]);
        const mayKeep = config.has("accounts") && customer === undefined;
        const isOwn = customer !== undefined && order.customerId === customer.id;
        const props = { ...orderProps(order, { token, shop, mayKeep, isOwn }), errors, since };
        return screen({
          status,
          page: (shell) => <OrderPage shell={shell} {...props} />,
          part: () => <OrderPart {...props} />,
        });
      }
      return {
        show,

        who: async () => {
          const { customer } = await visitor.load();
          return customer ? `customer:${customer.id}` : "guest";
        },

        /** The order as it stands after a step, or why the step was not taken. */
        after: async (step: Step, token: string) =>
          step.ok
            ? goTo(link(paths.order, { token }))
            : show(await load(token), token, { status: 409, errors: { order: step.message } }),

        find: (status: number, props: FindProps) =>
          screen({
            status,
            page: (shell) => <FindOrderPage shell={shell} {...props} />,
            part: () => <FindOrderPart {...props} />,
          }),
      };
    })

    .get(paths.orderFind, ({ find }) => find(200, { typed: {}, errors: {} }))

    .post(
      paths.orderFind,
      async ({ body, facts, find, goTo }) => {
        if (!body.ok) return find(422, body);
        await limits.count("orderFind", facts.address);
        const { number, email } = body.value;
        const { orderPrefix } = await deps.shop.read();
        const bare = number.toUpperCase().replace(/\s/g, "");
        const whole = bare.startsWith(orderPrefix.toUpperCase()) ? bare.slice(orderPrefix.length) : bare;
        const id = await findOrderId(store.read, `${orderPrefix}${whole}`, emailKeyOf(email));
        if (id !== undefined) return goTo(orderPath(keys.orderLink, id));
        const message = "There is no order with this number and this email address";
        return find(422, { typed: { number, email }, errors: { number: message } });
      },
      { body: FindForm },
    )

    .get(paths.order, async ({ params: { token }, show }) => {
      const since = Number(await store.stamp([newsKey])); // before the order: what moves it meanwhile is heard
      return show(await load(token), token, { since });
    })

    .get(paths.orderWhy, async ({ params: { token }, screen, query }) => {
      const order = await load(token);
      const of = askedAmount(query);
      const why = whyOrder(order, of);
      const at = link(paths.orderWhy, { token });
      const from = { title: `Order ${order.number}`, href: link(paths.order, { token }), why: at };
      return screen({
        page: (shell) => <WhyPage shell={shell} why={why} from={from} />,
        part: () => <WhyPart why={why} from={from} page={whyAddress(at, of)} />,
      });
    })

    .post(
      paths.orderCancel,
      async ({ params: { token }, body, who, after }) => {
        const { id } = await load(token);
        if (!body.ok) return after({ ok: false, why: "changed", message: changed }, token);
        const act = await acting(deps, await who());
        return after(await store.write((tx) => cancelOrder(tx, act, { id, version: body.value.version })), token);
      },
      { body: CancelForm },
    )

    .post(
      paths.orderPay,
      async ({ params: { token }, body, who, after, goTo }) => {
        const { id, email, paymentMethod } = await load(token);
        const { method = "" } = body.ok ? body.value : {};
        if (!body.ok || !isPaymentMethod(method)) return after({ ok: false, why: "changed", message: changed }, token);
        if (method !== paymentMethod) await limits.count("payWay", emailKeyOf(email));
        const act = await acting(deps, await who());
        const target = { id, method, version: body.value.version };
        const step = await store.write((tx) => choosePayment(tx, act, target));
        return step.ok && method === "test_card" ? goTo(link(paths.testCard, { token })) : after(step, token);
      },
      { body: PayForm },
    )

    .post(
      paths.orderAccount,
      async ({ params: { token }, body, facts, show, visitor, goTo }) => {
        const order = await load(token);
        const { customer } = await visitor.load();
        if (customer || order.customerId !== null || !config.has("accounts")) return goTo(paths.account);
        if (!body.ok) return show(order, token, { status: 422, errors: body.errors });
        const { email, name: displayName } = order;
        const made = await register(deps, { email, password: body.value.password, displayName }, facts.address);
        if (!made.ok) {
          const isTaken = made.status === 409;
          const password = isTaken ? `${made.message} Sign in for your other orders.` : made.message;
          return show(order, token, { status: isTaken ? 409 : 422, errors: { password } });
        }
        await store.write((tx) => keepForCustomer(tx, order.id, made.customer.id));
        const { token: session } = await signIn(deps, made.customer, await visitor.browser());
        visitor.signIn(session);
        return goTo(link(paths.order, { token }));
      },
      { body: AccountForm },
    );
}
