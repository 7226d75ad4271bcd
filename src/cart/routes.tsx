import { Elysia } from "elysia";
import type { Deps } from "../deps.ts";
import { paths } from "../paths.ts";
import { screens } from "../web/screens.tsx";
import { CartPage, CartPart } from "#views/cart/cart.tsx";
import { DrawerPart } from "#views/cart/drawer.tsx";
import { fromCart, WhyPage, WhyPart } from "#views/cart/why.tsx";
import { whyAddress } from "#views/ui/why-link.tsx";
import { CartCount } from "#views/personal.tsx";
import { couponRoutes } from "./coupon-routes.tsx";
import { itemRoutes } from "./item-routes.tsx";
import { lineRoutes } from "./line-routes.tsx";
import { lookAt } from "./look.ts";
import { quoteCart } from "./quote.ts";
import { loadCart } from "./store.ts";
import { tillFor } from "./till.ts";
import { askedAmount, whyThisPrice } from "./why.ts";

export function cartRoutes(deps: Deps) {
  return new Elysia({ name: "cart" })
    .use(screens(deps))
    .use(itemRoutes(deps))
    .use(lineRoutes(deps))
    .use(couponRoutes(deps))

    .get(paths.cart, async ({ screen, visitor, query }) => {
      const cart = await loadCart(deps.store.read, await visitor.cart());
      const seen = await lookAt(deps, cart, visitor);
      const news = { removed: typeof query["removed"] === "string" ? query["removed"] : undefined };
      return screen({
        page: (shell) => <CartPage shell={shell} screen={seen} news={news} />,
        part: () => <CartPart screen={seen} />,
      });
    })

    .get(paths.cartCount, async ({ screen, seeOther, partial, visitor }) => {
      if (!partial) return seeOther(paths.cart);
      const { cartCount } = await visitor.load();
      return screen({ page: () => "", part: () => <CartCount count={cartCount} /> });
    })

    .get(paths.cartDrawer, async ({ screen, seeOther, partial, visitor }) => {
      if (!partial) return seeOther(paths.cart);
      const seen = await lookAt(deps, await loadCart(deps.store.read, await visitor.cart()), visitor);
      return screen({
        page: () => "",
        part: () => <DrawerPart screen={seen} />,
        headers: { "HX-Trigger": "cart:open" },
      });
    })

    .get(paths.cartWhy, async ({ screen, goTo, visitor, query }) => {
      const cart = await loadCart(deps.store.read, await visitor.cart());
      if (cart.lines.length === 0) return goTo(paths.cart);
      const till = await tillFor(deps, cart, visitor);
      const { totals } = quoteCart(cart, { ...till, explain: true });
      const of = askedAmount(query);
      const why = whyThisPrice(totals, new Map(cart.lines.map((line) => [line.id, line])), of);
      return screen({
        page: (shell) => <WhyPage shell={shell} why={why} from={fromCart} />,
        part: () => <WhyPart why={why} from={fromCart} page={whyAddress(paths.cartWhy, of)} />,
      });
    });
}
