import { Elysia } from "elysia";
import { allow, needs } from "../../accounts/guard.tsx";
import { staffScreens } from "../staff-screens.tsx";
import type { Deps } from "../../deps.ts";
import { link, paths } from "../../paths.ts";
import { choice, form, line, optional, text, wholeNumber } from "../../web/forms.ts";
import { ShopError } from "../../web/shop-error.ts";
import { ProductRows } from "#views/admin/product-rows.tsx";
import { ProductListPage } from "#views/admin/products.tsx";
import { changeStatus, changeVariant, type Change } from "./change-variant.ts";
import { editorPage } from "./editor-page.tsx";
import { shownProduct } from "./shown-product.ts";
import { listDeskProducts } from "./store.ts";

const states = ["active", "draft", "archived"] as const;
const List = form({
  q: optional(text({ maxLength: 200 }, "Shorten what you look for.")),
  status: optional(choice(states, "Choose a state.")),
  after: optional(text({ maxLength: 600 }, "")),
});
const version = wholeNumber({ minimum: 1, maximum: 1e9 }, "Reload the page.");
/** Whether it was sent from the product's own page, and leads back there. */
const at = optional(choice(["editor"], "Reload the page."));
const VariantForm = form({
  price: line({ maxLength: 20 }, "Write a price."),
  stock: optional(text({ maxLength: 12 }, "Write a whole number.")),
  sku: optional(text({ maxLength: 80 }, "Shorten the number to 80 letters.")),
  version,
  at,
});
const StateForm = form({ status: choice(states, "Choose a state."), version, at });

/** The product list: price, stock and state, changed where they stand. */
export function productDeskRoutes(deps: Deps) {
  const { store, now, newId } = deps;
  return new Elysia({ name: "admin-products" })
    .use(staffScreens(deps, "products.see"))

    .derive(({ screen, desk, may, partial, seeOther, staff, facts }) => ({
      by: { who: `staff:${staff.id}`, address: facts.address },
      /** The product's rows as they then stand, with what was refused; without scripts back to the list. */
      async answerChange(change: Change, subject: string, typed: Readonly<Record<string, string>>): Promise<Response> {
        const { product } = change;
        if (!product) throw new ShopError("not_found", "That article is gone.");
        const inEditor = typed["at"] === "editor";
        const { id, title } = product;
        const list = `${paths.adminProducts}?${new URLSearchParams({ q: title })}`;
        if (change.ok && !partial) return seeOther(inEditor ? link(paths.adminProduct, { id }) : list);
        const { currency } = await deps.shop.read();
        const refused = change.ok ? undefined : { id: subject, message: change.message, typed };
        const status = change.ok ? 200 : change.changed ? 409 : 422;
        if (inEditor && !partial) {
          const page = await editorPage(deps, { id, desk, may, variant: refused });
          return screen({ status, page: () => page });
        }
        const saved = change.ok ? subject : undefined;
        const rows = { product: shownProduct(product), currency, refused, saved, may, inEditor };
        const frame = partial ? undefined : await desk("Products");
        return screen({
          status,
          page: () =>
            frame ? (
              <ProductListPage
                {...onlyOne}
                desk={frame}
                products={[rows.product]}
                currency={currency}
                refused={refused}
              />
            ) : (
              <></>
            ),
          part: () => <ProductRows {...rows} />,
        });
      },
    }))

    .get(
      paths.adminProducts,
      async ({ screen, desk, query }) => {
        const { q = "", status = "", after = "" } = query.ok ? query.value : {};
        const found = await listDeskProducts(store.read, { q, status, after });
        const { currency } = await deps.shop.read();
        const next = found.after && `${paths.adminProducts}?${new URLSearchParams({ q, status, after: found.after })}`;
        const props = {
          desk: await desk("Products"),
          products: found.products.map(shownProduct),
          currency,
          q,
          status,
          total: found.total,
          newer: undefined,
          older: next,
        };
        return screen({ page: () => <ProductListPage {...props} /> });
      },
      { query: List.inQuery },
    )

    .post(
      paths.adminVariant,
      async ({ answerChange, params, body, staff, by, may, request }) => {
        const { currency } = await deps.shop.read();
        const typed = body.ok ? body.value : undefined;
        const raw = body.ok
          ? {
              price: body.value.price,
              stock: body.value.stock ?? "",
              sku: body.value.sku ?? "",
              at: body.value.at ?? "",
            }
          : body.typed;
        const given = {
          id: params.id,
          version: typed?.version ?? 0,
          price: typed?.price ?? raw["price"] ?? "",
          stock: typed ? typed.stock : raw["stock"],
          // Only the product's own page asks for it: there, nothing typed takes the number away.
          sku: raw["at"] === "editor" && may("products.edit") ? raw["sku"] : undefined,
          mayPrice: may("products.price"),
        };
        const change = await store.write((tx) => changeVariant(tx, given, { ...by, now: now(), newId, currency }));
        if (!change.ok && change.forbidden) await allow(deps, staff, "products.price", request);
        return answerChange(change, params.id, raw);
      },
      { body: VariantForm, transform: needs(deps, "stock.edit") },
    )

    .post(
      paths.adminProduct,
      async ({ answerChange, params, body, by }) => {
        if (!body.ok) throw new ShopError("unreadable", "Choose a state from the list.");
        const change = await store.write((tx) =>
          changeStatus(
            tx,
            { id: params.id, status: body.value.status, version: body.value.version },
            { ...by, now: now(), newId },
          ),
        );
        return answerChange(change, params.id, { at: body.value.at ?? "" });
      },
      { body: StateForm, transform: needs(deps, "products.edit") },
    );
}

/** The list after a refusal without scripts: the one product that it is about. */
const onlyOne = { q: "", status: "", total: 1, newer: undefined, older: undefined } as const;
