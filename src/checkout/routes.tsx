import { Elysia } from "elysia";
import { canBeBought } from "#src/cart/cart.ts";
import type { Deps } from "#src/deps.ts";
import { testGateway, type Gateway } from "#src/payments/test-card.ts";
import { paths } from "#src/paths.ts";
import { screens } from "#src/web/screens.tsx";
import { ContactPage, ContactPart } from "#views/checkout/contact.tsx";
import { DeliveryPage, DeliveryPart } from "#views/checkout/delivery.tsx";
import { cardRoutes } from "./card-routes.tsx";
import { draftOf } from "./contact-troubles.ts";
import { cleaned } from "./draft.ts";
import { DraftForm } from "./forms.ts";
import type { BookChoice } from "./from-book.ts";
import { keepDraft, opener, type Opened } from "./open-checkout.ts";
import { placeRoutes } from "./place-routes.tsx";
import { checkoutScreen } from "./screen.ts";
import { contactErrors, isDeliveryChosen, missingStep } from "./standing.ts";
import { pathOfStep, typedOf, type Typed } from "./typed.ts";
import { whyRoutes } from "./why-routes.tsx";

/** From a full cart to an order: contact and address, delivery, payment. */
export function checkoutRoutes(deps: Deps, gateway: Gateway = testGateway) {
  return new Elysia({ name: "checkout" })
    .use(screens(deps))
    .use(cardRoutes(deps, gateway))
    .use(placeRoutes(deps))
    .use(whyRoutes(deps))
    .derive(({ visitor, screen }) => {
      async function shown({ stands, counter, book }: Opened) {
        const signedIn = (await visitor.load()).customer !== undefined;
        return checkoutScreen(stands, { ...counter, signedIn, book });
      }
      return {
        open: opener(deps, visitor),

        async contact(opened: Opened, errors: Readonly<Record<string, string>>, status: number) {
          const props = { screen: await shown(opened), errors };
          return screen({
            status,
            page: (shell) => <ContactPage shell={shell} {...props} />,
            part: () => <ContactPart {...props} />,
          });
        },

        async delivery(opened: Opened, errors: Readonly<Record<string, string>>, status: number) {
          const props = { screen: await shown(opened), errors };
          return screen({
            status,
            page: (shell) => <DeliveryPage shell={shell} {...props} />,
            part: () => <DeliveryPart {...props} />,
          });
        },
      };
    })

    .get(paths.checkout, async ({ open, contact, seeOther }) => {
      const opened = await open(undefined, true);
      if (!opened || !canBeBought(opened.stands.cart)) return seeOther(paths.cart);
      return contact(opened, {}, 200);
    })

    .post(
      paths.checkout,
      async ({ body, open, contact, goTo }) => {
        const typed = typedOf(body);
        const pick = pickOf(typed);
        const opened = await open(draftOf(typed), true, false, pick);
        if (!opened) return goTo(paths.cart);
        const { stands, isPickGone } = opened;
        await keepDraft(deps, stands);
        if (isPickGone === true)
          return contact(opened, { [pick?.book === undefined ? "billBook" : "book"]: notKept }, 422);
        if (pick || typed["op"] === "update") return contact(opened, {}, 200);
        const errors = contactErrors(stands);
        if (Object.keys(errors).length > 0) return contact(opened, errors, 422);
        return goTo(isDeliveryChosen(stands) ? paths.checkoutPayment : paths.checkoutDelivery);
      },
      { body: DraftForm },
    )

    .get(paths.checkoutDelivery, async ({ open, delivery, seeOther }) => {
      const opened = await open();
      const step = opened ? missingStep(opened.stands) : "cart";
      if (!opened || step === "cart" || step === "contact") return seeOther(pathOfStep[step ?? "cart"]);
      return opened.stands.delivery === "digital" ? seeOther(paths.checkoutPayment) : delivery(opened, {}, 200);
    })

    .post(
      paths.checkoutDelivery,
      async ({ body, open, delivery, goTo }) => {
        const { ship, op } = typedOf(body);
        const opened = await open(cleaned({ ship }));
        if (!opened) return goTo(paths.cart);
        const { stands } = opened;
        await keepDraft(deps, stands);
        if (op === "update") return delivery(opened, {}, 200);
        if (!isDeliveryChosen(stands)) return delivery(opened, { ship: "Choose how it shall come" }, 422);
        return goTo(pathOfStep[missingStep(stands) ?? "payment"]);
      },
      { body: DraftForm },
    );
}

const notKept = "Choose an address that is in your account";

/** An address of the book, asked for by the button beside it. */
function pickOf({ op, book = "", billBook = "" }: Typed): BookChoice | undefined {
  if (op === "book") return { book };
  return op === "bill-book" ? { billBook } : undefined;
}
