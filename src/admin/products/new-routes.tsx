import { Elysia } from "elysia";
import { needs } from "../../accounts/guard.tsx";
import { handleOf } from "../../catalog/import/handle.ts";
import type { Deps } from "../../deps.ts";
import { link, paths } from "../../paths.ts";
import { choice, form, optional, text, typedIn } from "../../web/forms.ts";
import { ShopError } from "../../web/shop-error.ts";
import { NewProductPage, type NewProductProps } from "#views/admin/product-new.tsx";
import { staffScreens } from "../staff-screens.tsx";
import { changeAllKinds } from "./all-kinds.ts";
import { editorPage } from "./editor-page.tsx";
import { makeProduct } from "./make-product.ts";
import { readNewProduct } from "./new-product.ts";
import { listShelves } from "./new-store.ts";
import { moveOnShelf } from "./shelves.ts";
import { loadDeskProduct } from "./store.ts";

const few = (most: number) => optional(text({ maxLength: most }, `Shorten it to ${most} letters.`));
const New = form({
  ...{ title: few(200), subtitle: few(200), vendor: few(120), status: few(20) },
  ...{ price: few(20), stock: few(20), sku: few(76), weight: few(20), shelf: few(80), newShelf: few(100) },
  ...{
    option1: few(50),
    values1: few(1000),
    option2: few(50),
    values2: few(1000),
    option3: few(50),
    values3: few(1000),
  },
});

const noName = "Write a name, with a letter or a digit in it.";
const Shelf = form({ shelf: few(80), newShelf: few(100), move: optional(choice(["on", "off"], "Press a button.")) });

const Kinds = form({ weight: few(20), compareAt: few(20), wasWeight: few(20), wasCompareAt: few(20) });

/** A product that is written by hand. Its pictures, and what each kind costs, are given on its page afterwards. */
export function newProductRoutes(deps: Deps) {
  const { store, now, newId } = deps;
  return new Elysia({ name: "admin-product-new" })
    .use(staffScreens(deps, "products.see"))
    .derive(({ desk, screen }) => ({
      async show(status: number, more: Pick<NewProductProps, "typed" | "errors">): Promise<Response> {
        const [shelves, { currency }] = await Promise.all([listShelves(store.read), deps.shop.read()]);
        const frame = await desk(status === 422 ? "Error: New product" : "New product");
        return screen({ status, page: () => <NewProductPage desk={frame} {...{ shelves, currency, ...more }} /> });
      },
    }))

    .get(paths.adminProductNew, ({ show }) => show(200, { typed: {}, errors: {} }), {
      transform: needs(deps, "products.price"),
    })

    .post(
      paths.adminProductNew,
      async ({ show, body, staff, facts, seeOther }) => {
        const typed = typedIn(body);
        if (!body.ok) return show(422, { typed, errors: body.errors });
        const { currency } = await deps.shop.read();
        const read = readNewProduct(typed, currency);
        if (!read.ok) return show(422, { typed, errors: read.errors });
        const by = { who: `staff:${staff.id}`, address: facts.address, now: now(), newId };
        const made = await store.write((tx) => makeProduct(tx, read.product, by));
        if (!made.ok) return show(422, { typed, errors: made.errors });
        return seeOther(link(paths.adminProduct, { id: made.id }));
      },
      { body: New, transform: needs(deps, "products.price") },
    )

    .post(
      paths.adminProductShelves,
      async ({ params: { id: productId }, body, desk, may, screen, staff, facts, seeOther }) => {
        const { shelf = "", newShelf = "", move = "on" } = body.ok ? body.value : {};
        const title = newShelf.trim();
        const by = { who: `staff:${staff.id}`, address: facts.address, now: now(), newId };
        const wanted = title !== "" && move === "on" ? { title } : { id: shelf };
        const nowhere =
          title === "" ? shelf === "" && "Choose a shelf, or write a new one." : handleOf(title) === "" && noName;
        const trouble =
          nowhere !== false
            ? nowhere
            : await store.write(async (tx) => {
                if (!(await loadDeskProduct(tx, productId))) throw new ShopError("not_found", "That article is gone.");
                return moveOnShelf(tx, { productId, shelf: wanted, on: move === "on" }, by);
              });
        if (trouble === undefined) return seeOther(`${link(paths.adminProduct, { id: productId })}#shelves`);
        const page = await editorPage(deps, { id: productId, desk, may, shelf: { trouble, typed: title } });
        return screen({ status: 422, page: () => page });
      },
      { body: Shelf, transform: needs(deps, "products.edit") },
    )

    .post(
      paths.adminProductKinds,
      async ({ params: { id: productId }, body, desk, may, screen, staff, facts, seeOther }) => {
        const sent = typedIn(body);
        const text = (name: string) => sent[name]?.trim() ?? "";
        const typed = { weight: text("weight"), compareAt: text("compareAt") };
        const was = { weight: text("wasWeight"), compareAt: text("wasCompareAt") };
        const { currency } = await deps.shop.read();
        const by = { who: `staff:${staff.id}`, address: facts.address, now: now(), newId, currency };
        const change = await store.write((tx) => changeAllKinds(tx, { productId, typed, was }, by));
        if (change.ok) return seeOther(`${link(paths.adminProduct, { id: productId })}#kinds-h`);
        if (change.why === "gone") throw new ShopError("not_found", "That article is gone.");
        const kinds = { typed, errors: change.errors };
        const page = await editorPage(deps, { id: productId, desk, may, kinds });
        return screen({ status: 422, page: () => page });
      },
      { body: Kinds, transform: needs(deps, "products.price") },
    );
}
