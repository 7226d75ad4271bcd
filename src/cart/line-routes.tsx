import { Elysia } from "elysia";
import type { Deps } from "../deps.ts";
import { paths } from "../paths.ts";
import { screens } from "../web/screens.tsx";
import { CartPage, CartPart } from "#views/cart/cart.tsx";
import { DrawerPart } from "#views/cart/drawer.tsx";
import { countAndTotal } from "#views/cart/word.tsx";
import { changeQuantity, type LineChanged } from "./change-quantity.ts";
import { fromOneTo99, LineForm } from "./forms.ts";
import { readLineChange } from "./line-change.ts";
import { lookAt, wantsDrawer } from "./look.ts";
import { putBack } from "./restore-line.ts";
import { loadCart } from "./store.ts";
import { unmerge } from "./unmerge.ts";

/** Changing what is in the cart: quantity, out, and back again. */
export function lineRoutes(deps: Deps) {
  const { store, now } = deps;

  return new Elysia({ name: "cart-lines" })
    .use(screens(deps))

    .post(
      paths.cartLine,
      async ({ screen, seeOther, partial, visitor, params, body, request }) => {
        const { lineId } = params;
        const cartId = (await visitor.cart()) ?? "";
        const change = body.ok ? readLineChange(body.value) : undefined;
        const changed: LineChanged =
          change === undefined
            ? { ok: false, cart: await loadCart(store.read, cartId), lineId, message: fromOneTo99 }
            : await store.write((tx) => changeQuantity(tx, { cartId, lineId, change, at: now() }));
        const removed = changed.ok ? changed.removed : undefined;
        if (changed.ok && !partial) return seeOther(removed === undefined ? paths.cart : cartWithout(removed));

        const seen = await lookAt(deps, changed.cart, visitor);
        const typed = (body.ok ? body.value.quantity : body.typed["quantity"]) ?? "";
        const refusal = changed.ok ? undefined : { lineId, message: changed.message, typed };
        const news = { refusal, removed, said: refusal?.message ?? countAndTotal(seen) };
        return screen({
          status: changed.ok ? 200 : 422,
          cartCount: seen.count,
          page: (shell) => <CartPage shell={shell} screen={seen} news={news} />,
          part: () =>
            wantsDrawer(request) ? <DrawerPart screen={seen} news={news} /> : <CartPart screen={seen} news={news} />,
        });
      },
      { body: LineForm },
    )

    .post(paths.cartUnmerge, async ({ screen, seeOther, partial, visitor }) => {
      const cartId = (await visitor.cart()) ?? "";
      const cart = await store.write((tx) => unmerge(tx, cartId, now()));
      if (!partial) return seeOther(paths.cart);
      const seen = await lookAt(deps, cart, visitor);
      const news = { unmerged: true, said: countAndTotal(seen) };
      return screen({
        cartCount: seen.count,
        page: (shell) => <CartPage shell={shell} screen={seen} news={news} />,
        part: () => <CartPart screen={seen} news={news} />,
      });
    })

    .post(paths.cartUndo, async ({ screen, seeOther, partial, visitor, params, request }) => {
      const cartId = (await visitor.cart()) ?? "";
      const cart = await store.write((tx) => putBack(tx, cartId, params.lineId, now()));
      if (!partial) return seeOther(paths.cart);
      const seen = await lookAt(deps, cart, visitor);
      const news = { restored: params.lineId, said: countAndTotal(seen) };
      return screen({
        cartCount: seen.count,
        page: (shell) => <CartPage shell={shell} screen={seen} news={news} />,
        part: () =>
          wantsDrawer(request) ? <DrawerPart screen={seen} news={news} /> : <CartPart screen={seen} news={news} />,
      });
    });
}

/** The page that offers to put this line back. */
const cartWithout = (lineId: string) => `${paths.cart}?removed=${encodeURIComponent(lineId)}`;
