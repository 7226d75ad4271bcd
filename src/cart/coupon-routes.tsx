import { Elysia } from "elysia";
import type { Deps } from "../deps.ts";
import { paths } from "../paths.ts";
import { regionOf } from "#src/shipping/regions.ts";
import { screens } from "../web/screens.tsx";
import type { CartNews } from "#views/cart/cart-body.tsx";
import { CartPage, CouponPart, EstimatePart } from "#views/cart/cart.tsx";
import { countAndTotal } from "#views/cart/word.tsx";
import { applyCode } from "./apply-code.ts";
import { CodeForm, EstimateForm } from "./forms.ts";
import { lookAt } from "./look.ts";
import { keepCode, keepPlace } from "./place-store.ts";
import { emptyCart } from "./cart.ts";
import { loadCart } from "./store.ts";
import { tillFor, whoIs } from "./till.ts";

/** What changes the sum without changing what is in the cart: a code, and where it goes. */
export function couponRoutes(deps: Deps) {
  const { store } = deps;

  return new Elysia({ name: "cart-sum" })
    .use(screens(deps))

    .post(
      paths.cartCoupon,
      async ({ screen, seeOther, partial, visitor, facts, body }) => {
        const cartId = (await visitor.cart()) ?? "";
        const fields = body.ok ? body.value : body.typed;
        const removing = fields["op"] === "remove";
        const typed = fields["code"] ?? "";
        if (removing) await store.write((tx) => keepCode(tx, cartId, ""));
        const applied = removing ? ({ ok: true } as const) : await apply(typed);
        if (applied.ok && !partial) return seeOther(`${paths.cart}#coupon`);

        const seen = await lookAt(deps, await loadCart(store.read, cartId), visitor);
        const coupon = applied.ok
          ? ({ what: removing ? "removed" : "used" } as const)
          : ({ what: "refused", typed, message: applied.message } as const);
        const news: CartNews = { coupon, said: applied.ok ? countAndTotal(seen) : applied.message };
        return screen({
          status: applied.ok ? 200 : 422,
          page: (shell) => <CartPage shell={shell} screen={seen} news={news} />,
          part: () => <CouponPart screen={seen} news={news} />,
        });

        async function apply(code: string) {
          // Both count: a new cart is quickly had, a new address as well.
          await deps.limits.count("coupon", `address ${facts.address}`);
          if (cartId !== "") await deps.limits.count("coupon", `cart ${cartId}`);
          if (code === "") return { ok: false, message: "Type the code first." } as const;
          const { customer } = await visitor.signedIn();
          const till = await tillFor(deps, emptyCart());
          return store.write((tx) => applyCode(tx, { cartId, typed: code, who: customer && whoIs(customer), till }));
        }
      },
      { body: CodeForm },
    )

    .post(
      paths.cartEstimate,
      async ({ screen, seeOther, partial, visitor, body }) => {
        const cartId = (await visitor.cart()) ?? "";
        if (body.ok) {
          const { country, postcode = "" } = body.value;
          const place = { country, region: regionOf(country, postcode), postcode };
          await store.write((tx) => keepPlace(tx, cartId, place, null));
        }
        if (body.ok && !partial) return seeOther(`${paths.cart}#estimate`);
        const seen = await lookAt(deps, await loadCart(store.read, cartId), visitor);
        const estimate = body.ok ? undefined : { typed: body.typed, errors: body.errors };
        const news: CartNews = { estimate, said: body.ok ? countAndTotal(seen) : Object.values(body.errors).join(" ") };
        return screen({
          status: body.ok ? 200 : 422,
          page: (shell) => <CartPage shell={shell} screen={seen} news={news} />,
          part: () => <EstimatePart screen={seen} news={news} />,
        });
      },
      { body: EstimateForm },
    );
}
