import { Elysia } from "elysia";
import type { Deps } from "#src/deps.ts";
import { paths } from "#src/paths.ts";
import { publicJson } from "#src/web/json-answer.ts";
import { factsOf } from "#src/web/request-facts.ts";
import { ShopError } from "#src/web/shop-error.ts";
import { PageQuery, pieceAsked, ProductsQuery, productsAsked, valuesOf } from "./asked.ts";
import { linkTo, pageOf } from "./page.ts";
import type { Catalogue } from "./source.ts";

/** What is sold, for programs. The same for everybody. */
export function catalogueApi(deps: Deps, catalogue: Catalogue) {
  return new Elysia({ name: "api-catalogue" })
    .get(
      paths.apiProducts,
      async ({ request, query }) => {
        const asked = productsAsked(valuesOf(query));
        if (asked.q !== undefined) await deps.limits.count("search", factsOf(request).address);
        const page = pageOf(request, await catalogue.products(asked));
        return publicJson(request, page, linkTo(page));
      },
      { query: ProductsQuery.inQuery },
    )

    .get(paths.apiProduct, async ({ request, params: { handle } }) => {
      const product = await catalogue.product(handle);
      if (!product) throw new ShopError("not_found", "There is no such product.");
      return publicJson(request, product);
    })

    .get(
      paths.apiCollections,
      async ({ request, query }) => {
        const page = pageOf(request, await catalogue.collections(pieceAsked(valuesOf(query))));
        return publicJson(request, page, linkTo(page));
      },
      { query: PageQuery.inQuery },
    );
}
