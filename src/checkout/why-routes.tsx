import { Elysia } from "elysia";
import { askedAmount, whyThisPrice } from "#src/cart/why.ts";
import type { Deps } from "#src/deps.ts";
import { paths } from "#src/paths.ts";
import { screens } from "#src/web/screens.tsx";
import { fromCheckout, WhyPage, WhyPart } from "#views/cart/why.tsx";
import { whyAddress } from "#views/ui/why-link.tsx";
import { opener } from "./open-checkout.ts";

/** Where the figures of a checkout come from: for the address and the way that are chosen there. */
export function whyRoutes(deps: Deps) {
  return new Elysia({ name: "checkout-why" })
    .use(screens(deps))
    .get(paths.checkoutWhy, async ({ visitor, screen, goTo, query }) => {
      const opened = await opener(deps, visitor)(undefined, true, true);
      if (!opened) return goTo(paths.cart);
      const { cart, quote } = opened.stands;
      const of = askedAmount(query);
      const why = whyThisPrice(quote.totals, new Map(cart.lines.map((line) => [line.id, line])), of);
      return screen({
        page: (shell) => <WhyPage shell={shell} why={why} from={fromCheckout} />,
        part: () => <WhyPart why={why} from={fromCheckout} page={whyAddress(paths.checkoutWhy, of)} />,
      });
    });
}
