import { Elysia } from "elysia";
import { staffOnly } from "../accounts/guard.tsx";
import type { Permission } from "../accounts/permissions.ts";
import type { Deps } from "../deps.ts";
import { assetDigest } from "../web/asset-files.ts";
import { screens } from "../web/screens.tsx";
import { isXrayed } from "../web/xray.ts";
import type { DeskProps } from "#views/admin/desk.tsx";
import { countToShip } from "./orders/store.ts";

/**
 * What every page of the desk needs: a signed-in member of staff whose role has the permission that the group's routes
 * ask for, and the facts of its frame. A route that needs more says so itself: `transform: needs(deps, ...)`. Lifted whole to the
 * instance that uses it (`as`), and no further: a guard that reaches only its own instance guards nothing.
 */
export function staffScreens(deps: Deps, permission: Permission) {
  return new Elysia({ name: "staff-screens", seed: permission })
    .use(screens(deps))
    .use(staffOnly(deps, permission))
    .derive(({ staff, may, request }) => ({
      async desk(title: string): Promise<DeskProps> {
        const [shop, toShip] = await Promise.all([deps.shop.read(), countToShip(deps.store.read)]);
        const xray = await isXrayed(deps, request);
        return {
          title,
          shopName: shop.name,
          staffName: staff.displayName,
          may,
          path: new URL(request.url).pathname,
          assets: assetDigest,
          toShip,
          xray,
        };
      },
    }))
    .as("scoped");
}
