import { Elysia } from "elysia";
import { needs } from "../../accounts/guard.tsx";
import { audit } from "../../accounts/store.ts";
import { handleOf } from "../../catalog/import/handle.ts";
import type { Deps } from "../../deps.ts";
import { link, paths } from "../../paths.ts";
import { choice, form, line, optional, text, typedIn } from "../../web/forms.ts";
import { ShopError } from "../../web/shop-error.ts";
import { PageForm, type PageFormProps } from "#views/admin/pages/form.tsx";
import { PageList } from "#views/admin/pages/list.tsx";
import { staffScreens } from "../staff-screens.tsx";
import { deskMoment } from "../when.ts";
import * as store from "./store.ts";
import { usualPage, usualPages } from "./usual.ts";

const few = (most: number) =>
  optional(text({ maxLength: most }, `Shorten it to ${most.toLocaleString("en-US")} letters.`));
const words = {
  title: line({ maxLength: 120 }, "Write a title of at most 120 letters."),
  body: line({ maxLength: 60_000 }, "Shorten it to 60,000 letters.", { empty: "Write what the page says." }),
  column: optional(choice(["help", "shop"], "Choose where it is named.")),
};
const New = form({ ...words, handle: few(80) });
const Edit = form({ ...words, seen: few(40) });
const Remove = form({ seen: few(40) });
const Asked = form({ as: few(80), done: optional(choice(["saved", "removed"], "")) });

const sayTaken = "Another page is at this address. Choose another.";
const seenOf = (page: store.Page): string => Bun.hash(JSON.stringify(page)).toString(36);

/** Pages to read: about the shop, its terms, what the law asks for. Written at the desk in Markdown. */
export function pageDeskRoutes(deps: Deps) {
  const { now, newId } = deps;

  return new Elysia({ name: "admin-pages" })
    .use(staffScreens(deps, "content.see"))
    .derive(({ desk, screen, staff, facts }) => ({
      async show(status: number, props: Omit<PageFormProps, "desk">): Promise<Response> {
        const title = props.handle === undefined ? "New page" : (props.typed["title"] ?? "Page");
        const frame = await desk(status === 200 ? title : `Error: ${title}`);
        return screen({ status, page: () => <PageForm desk={frame} {...props} /> });
      },
      note: (act: string, { handle, title }: store.Page) => ({
        ...{ id: newId(), at: now(), who: `staff:${staff.id}`, address: facts.address, act },
        ...{ subject: `page:${handle}`, detail: { title } },
      }),
      async load(handle: string): Promise<store.Page> {
        const page = await store.loadPage(deps.store.read, handle);
        if (!page) throw new ShopError("not_found", "That page is gone.");
        return page;
      },
    }))

    .get(
      paths.adminPages,
      async ({ desk, screen, query, may }) => {
        const [rows, shop] = await Promise.all([store.listPages(deps.store.read), deps.shop.read()]);
        const pages = rows.map((row) => ({ ...row, changed: deskMoment(row.updatedAt, now(), shop) }));
        const there = new Set(rows.map(({ handle }) => handle));
        const props = {
          desk: await desk("Pages"),
          pages,
          missing: usualPages.filter(({ handle }) => !there.has(handle)),
          mayEdit: may("content.edit"),
          done: query.ok ? query.value.done : undefined,
        };
        return screen({ page: () => <PageList {...props} /> });
      },
      { query: Asked.inQuery },
    )

    .get(
      paths.adminPageNew,
      ({ show, query }) => {
        const usual = usualPage((query.ok ? query.value.as : undefined) ?? "");
        const typed = usual ? { handle: usual.handle, title: usual.title, column: usual.column } : { column: "shop" };
        return show(200, { typed, errors: {}, mayEdit: true });
      },
      { query: Asked.inQuery, transform: needs(deps, "content.edit") },
    )

    .post(
      paths.adminPageNew,
      async ({ show, body, note, seeOther }) => {
        const typed = typedIn(body);
        if (!body.ok) return show(422, { typed, errors: body.errors, mayEdit: true });
        const { title, body: said, column = "", handle: wished = "" } = body.value;
        const handle = handleOf(wished === "" ? title : wished).slice(0, 80);
        if (handle === "" || handle === "new") {
          const errors = { handle: "Write an address of letters or digits, such as about-us." };
          return show(422, { typed, errors, mayEdit: true });
        }
        const page = { handle, title, body: said, column };
        const isMade = await deps.store.write(async (tx) => {
          const made = await store.insertPage(tx, page, now());
          if (made) await audit(tx, note("make page", page));
          return made;
        });
        if (!isMade) return show(422, { typed, errors: { handle: sayTaken }, mayEdit: true });
        return seeOther(`${paths.adminPages}?done=saved`);
      },
      { body: New, transform: needs(deps, "content.edit") },
    )

    .get(paths.adminPage, async ({ show, params, load, may }) => {
      const page = await load(params.handle);
      const { handle } = page;
      return show(200, { handle, typed: page, seen: seenOf(page), errors: {}, mayEdit: may("content.edit") });
    })

    .post(
      paths.adminPage,
      async ({ show, params, body, load, note, seeOther }) => {
        const before = await load(params.handle);
        const { handle } = before;
        const shown = { handle, typed: typedIn(body), seen: seenOf(before), mayEdit: true };
        if (!body.ok) return show(422, { ...shown, errors: body.errors });
        if (body.value.seen !== seenOf(before)) return show(409, { ...shown, errors: {}, isStale: true });
        const { title, body: said, column = "" } = body.value;
        const page = { handle, title, body: said, column };
        const isSaved = await deps.store.write(async (tx) => {
          const saved = await store.updatePage(tx, before, page, now());
          if (saved) await audit(tx, note("change page", page));
          return saved;
        });
        if (!isSaved) return show(409, { ...shown, errors: {}, isStale: true });
        return seeOther(`${paths.adminPages}?done=saved`);
      },
      { body: Edit, transform: needs(deps, "content.edit") },
    )

    .post(
      paths.adminPageRemove,
      async ({ params, body, load, note, seeOther }) => {
        const page = await load(params.handle);
        const isSeen = body.ok && body.value.seen === seenOf(page);
        const isGone = await deps.store.write(async (tx) => {
          const gone = isSeen && (await store.deletePage(tx, page));
          if (gone) await audit(tx, note("remove page", page));
          return gone;
        });
        if (!isGone) return seeOther(link(paths.adminPage, { handle: page.handle }));
        return seeOther(`${paths.adminPages}?done=removed`);
      },
      { body: Remove, transform: needs(deps, "content.edit") },
    );
}
