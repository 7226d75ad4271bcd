import { Elysia } from "elysia";
import type { Deps } from "../deps.ts";
import { paths } from "../paths.ts";
import { auditDeskRoutes } from "./audit/routes.tsx";
import { previewRoutes } from "./letters/preview-routes.tsx";
import { letterDeskRoutes } from "./letters/routes.tsx";
import { orderDeskRoutes } from "./orders/routes.tsx";
import { productDeskRoutes } from "./products/routes.tsx";
import { promotionDeskRoutes } from "./promotions/routes.tsx";
import { reviewDeskRoutes } from "./reviews/routes.tsx";
import { staffDeskRoutes } from "./staff/routes.tsx";
import { staffScreens } from "./staff-screens.tsx";

/** The shopkeeper's side: one folder for each resource, one guard before all of them. */
export function adminRoutes(deps: Deps) {
  return new Elysia({ name: "admin" })
    .use(frontRoutes(deps))
    .use(orderDeskRoutes(deps))
    .use(productDeskRoutes(deps))
    .use(promotionDeskRoutes(deps))
    .use(reviewDeskRoutes(deps))
    .use(previewRoutes(deps))
    .use(letterDeskRoutes(deps))
    .use(staffDeskRoutes(deps))
    .use(auditDeskRoutes(deps));
}

/** The way in leads to the first thing that one may do. */
function frontRoutes(deps: Deps) {
  return new Elysia({ name: "admin-front" })
    .use(staffScreens(deps, "desk.enter"))
    .get(paths.admin, ({ may, seeOther }) => seeOther(may("orders.see") ? paths.adminOrders : paths.adminProducts));
}
