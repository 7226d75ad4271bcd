import { Elysia } from "elysia";
import type { Deps } from "../deps.ts";
import { letterDeskRoutes } from "./letters/routes.tsx";
import { orderDeskRoutes } from "./orders/routes.tsx";
import { productDeskRoutes } from "./products/routes.tsx";

/** The shopkeeper's side: one folder for each resource, one guard before all of them. */
export function adminRoutes(deps: Deps) {
  return new Elysia({ name: "admin" })
    .use(orderDeskRoutes(deps))
    .use(productDeskRoutes(deps))
    .use(letterDeskRoutes(deps));
}
