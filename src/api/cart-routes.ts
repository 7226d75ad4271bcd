import { Elysia } from "elysia";
import type { Deps } from "#src/deps.ts";
import { paths } from "#src/paths.ts";
import { privateJson } from "#src/web/json-answer.ts";
import { screens } from "#src/web/screens.tsx";
import { AddLine, ChangeLine, UseCoupon } from "./cart-shapes.ts";
import { bodyReader } from "./read-body.ts";
import type { Carts } from "./source.ts";
import { whoAsks } from "./who.ts";

const readAdd = bodyReader(AddLine);
const readChange = bodyReader(ChangeLine);
const readCoupon = bodyReader(UseCoupon);

/** The cart of whoever asks. Each change answers it as it then stands. */
export function cartApi(deps: Deps, carts: Carts) {
  return new Elysia({ name: "api-cart" })
    .use(screens(deps))
    .derive(({ request, visitor, facts }) => ({
      who: () => whoAsks(deps, request, visitor, facts.address),
    }))

    .get(paths.apiCart, async ({ who }) => privateJson(await carts.cart(await who())))

    .post(
      paths.apiCartLines,
      async ({ request, who }) => {
        const asks = await who();
        return privateJson(await carts.add(asks, await readAdd(request)), { status: 201 });
      },
      { parse: "none" },
    )

    .patch(
      paths.apiCartLine,
      async ({ request, who, params: { lineId } }) => {
        const asks = await who();
        const { quantity } = await readChange(request);
        return privateJson(await carts.change(asks, lineId, quantity));
      },
      { parse: "none" },
    )

    .delete(
      paths.apiCartLine,
      async ({ who, params: { lineId } }) => privateJson(await carts.remove(await who(), lineId)),
      { parse: "none" },
    )

    .put(
      paths.apiCartCoupon,
      async ({ request, who }) => {
        const asks = await who();
        const { code } = await readCoupon(request);
        return privateJson(await carts.useCode(asks, code));
      },
      { parse: "none" },
    )

    .delete(paths.apiCartCoupon, async ({ who }) => privateJson(await carts.dropCode(await who())), { parse: "none" });
}
