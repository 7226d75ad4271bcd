import { Elysia } from "elysia";
import type { Deps } from "../../deps.ts";
import { paths } from "../../paths.ts";
import { decimalsOf } from "../../pricing/money.ts";
import { LongViewPage } from "#views/admin/long-view.tsx";
import { staffScreens } from "../staff-screens.tsx";
import { dashboard } from "./dashboard.ts";
import { pointStream } from "./points.ts";

/** The long view: every order of years on one picture. */
export function figureDeskRoutes(deps: Deps) {
  const { store, now } = deps;
  return new Elysia({ name: "admin-figures" })
    .use(staffScreens(deps, "figures.see"))
    .get(paths.adminFigures, async ({ screen, desk, may }) => {
      const shop = await deps.shop.read();
      const { chart, beforeName } = await dashboard(store.read, { span: "365", now: now(), shop, may });
      const { currency, locale, timeZone } = shop;
      const props = { chart, beforeName, decimals: decimalsOf(currency), locale, timeZone };
      const frame = await desk("The long view");
      return screen({ page: () => <LongViewPage {...props} desk={frame} /> });
    })
    .get(
      paths.adminFigurePoints,
      () =>
        new Response(pointStream(store.read), {
          headers: { "Content-Type": "application/octet-stream", "Cache-Control": "private, no-store" },
        }),
    );
}
