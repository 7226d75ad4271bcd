import { Elysia } from "elysia";
import { staffOnly } from "../accounts/guard.ts";
import type { Deps } from "../deps.ts";
import { assetDigest } from "../web/asset-files.ts";
import { screens } from "../web/screens.tsx";
import type { DeskProps } from "#views/admin/desk.tsx";
import { countToShip } from "./orders/store.ts";

/**
 * What every page of the desk needs: a signed-in member of staff, and the facts of its frame. Lifted whole to the
 * instance that uses it (`as`), and no further: a guard that reaches only its own instance guards nothing.
 */
export function staffScreens(deps: Deps) {
  return new Elysia({ name: "staff-screens" })
    .use(screens(deps))
    .use(staffOnly(deps))
    .derive(({ staff, request }) => ({
      async desk(title: string): Promise<DeskProps> {
        const [shop, toShip] = await Promise.all([deps.shop.read(), countToShip(deps.store.read)]);
        return {
          title,
          shopName: shop.name,
          staffName: staff.displayName,
          path: new URL(request.url).pathname,
          assets: assetDigest,
          toShip,
        };
      },
    }))
    .as("scoped");
}
