import { Elysia } from "elysia";
import { apiRoutes } from "./api/routes.tsx";
import { forEverybody } from "./accounts/policy.ts";
import { accountRoutes } from "./accounts/routes.tsx";
import { joinRoutes } from "./accounts/join-routes.tsx";
import { staffRoutes } from "./accounts/staff-routes.tsx";
import { adminRoutes } from "./admin/routes.tsx";
import { productTill } from "./cart/product-till.ts";
import { cartRoutes } from "./cart/routes.tsx";
import { guesser } from "./catalog/guesses.ts";
import { catalogRoutes } from "./catalog/routes.tsx";
import { checkoutRoutes } from "./checkout/routes.tsx";
import { contentRoutes } from "./content/routes.tsx";
import type { Deps } from "./deps.ts";
import { likeRoutes } from "./likes/routes.tsx";
import { newsRoutes } from "./news/routes.tsx";
import { orderRoutes } from "./orders/routes.tsx";
import { finderRoutes } from "./finder/routes.tsx";
import { guideRoutes } from "./guide/routes.tsx";
import { pickupRoutes } from "./pickup/routes.tsx";
import { privacyRoutes } from "./privacy/routes.tsx";
import { reviewRoutes } from "./reviews/routes.tsx";
import { assetRoutes } from "./web/asset-files.ts";
import { edge, type Edge } from "./web/edge.ts";
import { errors } from "./web/errors.tsx";
import { healthRoutes } from "./web/health.ts";
import { keptAnswers } from "./web/kept-answer.ts";
import { pictureRoutes } from "./web/picture-files.ts";
import { themeRoutes } from "./web/theme.tsx";
import { watched } from "./web/watch.ts";
import { watchingOf, xrayRoutes } from "./xray/routes.tsx";

/**
 * Every route of the shop on one instance. The order: errors, then files, then a line for each feature.
 * Each says who may use it: everybody, customers, or (in its own guard) members of staff with a permission.
 */
export function routes(deps: Deps) {
  return new Elysia({ name: "pushcart", normalize: true })
    .use(errors(deps, guesser(deps)))
    .use(forEverybody(healthRoutes(deps)))
    .use(forEverybody(assetRoutes()))
    .use(forEverybody(pictureRoutes(deps)))
    .use(forEverybody(themeRoutes(deps)))
    .use(forEverybody(catalogRoutes(deps, productTill(deps))))
    .use(forEverybody(cartRoutes(deps)))
    .use(forEverybody(accountRoutes(deps)))
    .use(forEverybody(staffRoutes(deps)))
    .use(forEverybody(joinRoutes(deps)))
    .use(forEverybody(likeRoutes(deps)))
    .use(forEverybody(reviewRoutes(deps)))
    .use(forEverybody(newsRoutes(deps)))
    .use(forEverybody(pickupRoutes(deps)))
    .use(forEverybody(guideRoutes(deps)))
    .use(forEverybody(xrayRoutes(deps)))
    .use(forEverybody(finderRoutes(deps)))
    .use(forEverybody(contentRoutes(deps)))
    .use(forEverybody(orderRoutes(deps)))
    .use(forEverybody(privacyRoutes(deps)))
    .use(forEverybody(checkoutRoutes(deps)))
    .use(forEverybody(apiRoutes(deps)))
    .use(adminRoutes(deps));
}

/** The shop as one function from request to answer, edge included: what the server serves and the tests call. */
export function createApp(deps: Deps): Edge {
  const app = routes(deps);
  return edge(
    watched(keptAnswers(deps), (request) => app.fetch(request), deps, watchingOf(deps)),
    deps,
  );
}
