import { Elysia } from "elysia";
import type { Deps } from "#src/deps.ts";
import { pictureAddress } from "#views/ui/picture.tsx";
import { catalogueApi } from "./catalogue-routes.ts";
import { shopCatalogue } from "./shop-catalogue.ts";

/** The interface for programs. `source` is where its answers come from. */
export function apiRoutes(deps: Deps, source = shopSource(deps)) {
  return new Elysia({ name: "api" }).use(catalogueApi(deps, source.catalogue));
}

const shopSource = (deps: Deps) => ({ catalogue: shopCatalogue(deps, (file) => pictureAddress(file)) });
