import { Elysia } from "elysia";
import type { Deps } from "#src/deps.ts";
import { digestOf } from "#src/keys.ts";
import { acting } from "#src/orders/acting.ts";
import { beginPayment } from "#src/orders/begin-payment.ts";
import { canPay, type Order } from "#src/orders/order.ts";
import { recordPayment } from "#src/orders/record-payment.ts";
import { loadOrderByLink } from "#src/orders/store.ts";
import { paymentChoices, paymentNames, type Outcome } from "#src/payments/payment.ts";
import { readTestCard, testCards, type Charge, type Gateway } from "#src/payments/test-card.ts";
import { link, paths } from "#src/paths.ts";
import { form, secret } from "#src/web/forms.ts";
import { screens } from "#src/web/screens.tsx";
import { ShopError } from "#src/web/shop-error.ts";
import { TestCardPage, TestCardPart } from "#views/checkout/test-card.tsx";

/** `secret`: what was typed is never given back, kept or logged. */
const CardForm = form({ card: secret({ maxLength: 30 }, "Enter one of the test numbers below") });

const wrongCard = "Enter one of the test numbers below: this till takes no other card";

/** The built-in till, on a page of its own as a payment provider's would be. */
export function cardRoutes(deps: Deps, gateway: Gateway) {
  const { store, limits, log } = deps;

  async function openOrder(token: string): Promise<Order> {
    const [order, shop] = await Promise.all([loadOrderByLink(store.read, digestOf(token)), deps.shop.read()]);
    if (!order || !shop.testMode) throw new ShopError("not_found", "There is no such order.");
    return order;
  }

  /** With no transaction open. When nothing is heard, the payment stays begun and is asked after by its key. */
  async function charge(wanted: Charge, request: string): Promise<Outcome | undefined> {
    try {
      return await gateway.charge(wanted);
    } catch (error) {
      log.error({ request, key: wanted.key, err: error }, "the payment provider did not answer");
      return undefined;
    }
  }

  return new Elysia({ name: "test-card" })
    .use(screens(deps))
    .derive(({ screen }) => ({
      async till(order: Order, token: string, errors: Readonly<Record<string, string>>) {
        const shop = await deps.shop.read();
        const others = paymentChoices(shop, order.deliveryType).filter((method) => method !== "test_card");
        const { number, total, currency, version } = order;
        const props = {
          token,
          number,
          total,
          currency,
          version,
          errors,
          cards: testCards,
          others: others.map((method) => ({ value: method, name: paymentNames[method] })),
        };
        return screen({
          status: Object.keys(errors).length > 0 ? 422 : 200,
          page: (shell) => <TestCardPage shell={shell} {...props} />,
          part: () => <TestCardPart {...props} />,
        });
      },
    }))

    .get(paths.testCard, async ({ params: { token }, till, seeOther }) => {
      const order = await openOrder(token);
      return canPay(order) ? till(order, token, {}) : seeOther(link(paths.order, { token }));
    })

    .post(
      paths.testCard,
      async ({ params: { token }, body, facts, visitor, till, goTo }) => {
        await limits.count("checkout", facts.address);
        const order = await openOrder(token);
        const orderPage = link(paths.order, { token });
        if (order.state !== "placed" || order.paymentState === "paid") return goTo(orderPage);
        const cardNumber = body.ok ? readTestCard(body.value.card) : undefined;
        if (cardNumber === undefined)
          return till(order, token, { card: body.ok ? wrongCard : (body.errors["card"] ?? wrongCard) });

        const { customer } = await visitor.load();
        const act = await acting(deps, customer ? `customer:${customer.id}` : "guest");
        const begun = await store.write((tx) => beginPayment(tx, act, order.id));
        if (!begun.ok) return goTo(orderPage);
        const { key, amount, currency } = begun;
        const outcome = await charge({ key, amount, currency, cardNumber }, facts.id);
        if (!outcome) return goTo(orderPage);
        await store.write((tx) => recordPayment(tx, act, { orderId: order.id, key, outcome }));
        if (outcome.state !== "declined") return goTo(orderPage);
        const declined = await openOrder(token);
        return till(declined, token, { card: `${outcome.why} Try another, or pay another way.` });
      },
      { body: CardForm },
    );
}
