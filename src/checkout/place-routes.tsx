import { Elysia } from "elysia";
import type { Deps } from "#src/deps.ts";
import { orderToken } from "#src/keys.ts";
import { acting } from "#src/orders/acting.ts";
import { orderPath } from "#src/orders/order-link.ts";
import { link, paths } from "#src/paths.ts";
import { form, optional, text } from "#src/web/forms.ts";
import { screens } from "#src/web/screens.tsx";
import { ShopError } from "#src/web/shop-error.ts";
import { GonePage, GonePart } from "#views/checkout/gone.tsx";
import { PaymentPage, PaymentPart, type PaymentProps } from "#views/checkout/payment.tsx";
import { counterOf, opener, type Opened } from "./open-checkout.ts";
import { paymentProps } from "./payment-props.ts";
import { placeOrder, PlacingRefused, type Placed, type Refusal } from "./place-order.ts";
import { changesSince } from "./shown.ts";
import { missingStep, paymentOf } from "./standing.ts";
import { pathOfStep, typedOf } from "./typed.ts";

const field = (maxLength: number) => optional(text({ maxLength }, "Shorten this."));
const PlaceForm = form({ pay: field(40), terms: field(10), total: field(20), shown: field(20_000) });

/**
 * More than a shop takes down by telephone in an hour, with one address for all: who types somebody else's does not fill
 * its mailbox without end.
 */
const mostAnHour = 250;
const sayHow = "Choose how you will pay";
const tooMany = "Many orders were placed with this email address just now. Nothing was ordered: try again in an hour.";

type More = { readonly status: number; readonly pay: string; readonly agreed?: boolean } & Partial<
  Pick<PaymentProps, "errors" | "news">
>;

/** The last page, and the button on it. */
export function placeRoutes(deps: Deps) {
  const { store, keys, limits } = deps;

  /** The pages to agree to: the terms, or where the shop has none, what it says of returns and privacy. */
  async function termsPages() {
    const { pages } = await deps.shell.read();
    const terms = pages.filter((page) => page.handle.startsWith("terms"));
    return terms.length > 0 ? terms : pages.filter(({ handle }) => handle === "returns" || handle === "privacy");
  }

  return new Elysia({ name: "checkout-place" })
    .use(screens(deps))
    .derive(({ visitor, screen, goTo }) => {
      const open = opener(deps, visitor);

      async function payment(opened: Opened, more: More): Promise<Response> {
        const { status, errors = {}, agreed = false } = more;
        const signedIn = (await visitor.load()).customer !== undefined;
        const props = paymentProps(opened, { ...more, errors, agreed, terms: await termsPages(), signedIn });
        return screen({
          status,
          page: (shell) => <PaymentPage shell={shell} {...props} />,
          part: () => <PaymentPart {...props} />,
        });
      }

      return {
        open,
        payment,

        placed({ orderId, payAhead }: Placed) {
          const token = orderToken(keys.orderLink, orderId);
          return goTo(payAhead ? link(paths.testCard, { token }) : orderPath(keys.orderLink, orderId));
        },

        /** Nothing was ordered: says why, and what can be done about it. */
        async refused(refusal: Refusal, { pay, shown }: { readonly pay: string; readonly shown: string }) {
          switch (refusal.why) {
            case "empty":
              return goTo(paths.cart);
            case "mailbox":
              throw new ShopError("too_many", tooMany, 3600);
            case "stock":
              return screen({
                status: 409,
                page: (shell) => <GonePage shell={shell} short={refusal.short} />,
                part: () => <GonePart short={refusal.short} />,
              });
            case "step": {
              const opened = refusal.step === "payment" ? await open() : undefined;
              if (!opened) return goTo(pathOfStep[refusal.step]);
              return payment(opened, {
                status: 422,
                pay: "",
                agreed: true,
                errors: { pay: sayHow },
              });
            }
            case "changed":
            case "promotion": {
              const { standing: stands } = refusal;
              const changes = changesSince(shown, stands.cart.lines, stands.quote.totals);
              const news = { message: newsOf(refusal), changes };
              return payment({ stands, counter: await counterOf(deps) }, { status: 409, pay, agreed: true, news });
            }
          }
        },
      };
    })

    .get(paths.checkoutPayment, async ({ open, payment, seeOther }) => {
      const opened = await open();
      if (!opened) return seeOther(paths.cart);
      const step = missingStep(opened.stands);
      return step === undefined ? payment(opened, { status: 200, pay: "" }) : seeOther(pathOfStep[step]);
    })

    .post(
      paths.checkoutPlace,
      async ({ body, visitor, open, payment, placed, refused, goTo }) => {
        const { pay = "", terms = "", total = "", shown = "" } = typedOf(body);
        const cartId = await visitor.cart();
        if (cartId === undefined) return goTo(paths.cart);
        await limits.check("checkout", cartId);
        if (terms === "" && (await termsPages()).length > 0) {
          const opened = await open();
          await limits.count("checkout", cartId);
          if (opened) {
            const isPaidFor = paymentOf(opened.stands, pay) !== undefined;
            const errors = { ...(!isPaidFor && { pay: sayHow }), terms: "Tick the box to agree before you order" };
            return payment(opened, { status: 422, pay, errors });
          }
        }

        const { customer } = await visitor.signedIn();
        const act = await acting(deps, customer ? `customer:${customer.id}` : "guest");
        const counter = await counterOf(deps);
        const shownTotal = /^\d{1,15}$/.test(total) ? Number(total) : -1;
        const placing = {
          cartId,
          customerId: customer?.id,
          accountEmail: customer?.email,
          pay,
          total: shownTotal,
          shown,
          ...(deps.config.liftLimits ? {} : { mostAnHour }),
        };
        try {
          return placed(await store.write((tx) => placeOrder(tx, act, counter, placing)));
        } catch (cause) {
          if (!(cause instanceof PlacingRefused)) throw cause;
          await limits.count("checkout", cartId); // who presses twice gets the one order twice, and is not counted
          return refused(cause.refusal, { pay, shown });
        }
      },
      { body: PlaceForm },
    );
}

function newsOf(refusal: Extract<Refusal, { why: "changed" | "promotion" }>): string {
  const end = "Nothing was ordered. Look at the new total, and order if it suits you.";
  if (refusal.why === "changed") return `Something changed while you were here. ${end}`;
  return `${refusal.names.join(" and ")} is used up by now, so it comes to the full price. ${end}`;
}
