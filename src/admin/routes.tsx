import { Elysia } from "elysia";
import type { Deps } from "../deps.ts";
import { paths } from "../paths.ts";
import { DashboardPage } from "#views/admin/dashboard.tsx";
import { choice, form, optional } from "../web/forms.ts";
import { auditDeskRoutes } from "./audit/routes.tsx";
import { customerDeskRoutes } from "./customers/routes.tsx";
import { dashboard } from "./figures/dashboard.ts";
import { finderDeskRoutes } from "./finder/routes.tsx";
import { figureDeskRoutes } from "./figures/routes.tsx";
import { spans } from "./figures/span.ts";
import { importDeskRoutes } from "./imports/routes.tsx";
import { previewRoutes } from "./letters/preview-routes.tsx";
import { letterDeskRoutes } from "./letters/routes.tsx";
import { meDeskRoutes } from "./me/routes.tsx";
import { orderActRoutes } from "./orders/act-routes.tsx";
import { orderDeskRoutes } from "./orders/routes.tsx";
import { pageDeskRoutes } from "./pages/routes.tsx";
import { editorRoutes } from "./products/editor-routes.tsx";
import { newProductRoutes } from "./products/new-routes.tsx";
import { pictureDeskRoutes } from "./products/picture-routes.tsx";
import { productDeskRoutes } from "./products/routes.tsx";
import { promotionDeskRoutes } from "./promotions/routes.tsx";
import { reviewDeskRoutes } from "./reviews/routes.tsx";
import { settingsDeskRoutes } from "./settings/routes.tsx";
import { shippingDeskRoutes } from "./shipping/routes.tsx";
import { staffDeskRoutes } from "./staff/routes.tsx";
import { staffScreens } from "./staff-screens.tsx";

/** The shopkeeper's side: one folder for each resource, one guard before all of them. */
export function adminRoutes(deps: Deps) {
  return new Elysia({ name: "admin" })
    .use(frontRoutes(deps))
    .use(figureDeskRoutes(deps))
    .use(orderDeskRoutes(deps))
    .use(orderActRoutes(deps))
    .use(customerDeskRoutes(deps))
    .use(meDeskRoutes(deps))
    .use(productDeskRoutes(deps))
    .use(newProductRoutes(deps))
    .use(editorRoutes(deps))
    .use(pictureDeskRoutes(deps))
    .use(importDeskRoutes(deps))
    .use(promotionDeskRoutes(deps))
    .use(reviewDeskRoutes(deps))
    .use(finderDeskRoutes(deps))
    .use(pageDeskRoutes(deps))
    .use(previewRoutes(deps))
    .use(letterDeskRoutes(deps))
    .use(shippingDeskRoutes(deps))
    .use(settingsDeskRoutes(deps))
    .use(staffDeskRoutes(deps))
    .use(auditDeskRoutes(deps));
}

const Front = form({ span: optional(choice(spans, "Choose a span of time.")) });

/** How the shop does, for those who may know; the others are led to the first thing that they may do. */
function frontRoutes(deps: Deps) {
  return new Elysia({ name: "admin-front" }).use(staffScreens(deps, "desk.enter")).get(
    paths.admin,
    async ({ may, seeOther, screen, desk, query }) => {
      if (!may("figures.see")) return seeOther(may("orders.see") ? paths.adminOrders : paths.adminProducts);
      const span = (query.ok ? query.value.span : undefined) ?? "7";
      const shop = await deps.shop.read();
      const props = await dashboard(deps.store.read, { span, now: deps.now(), shop, may });
      const frame = await desk("Desk");
      return screen({ page: () => <DashboardPage {...props} desk={frame} /> });
    },
    { query: Front.inQuery },
  );
}
