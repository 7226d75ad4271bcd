import { Elysia } from "elysia";
import { needs } from "../../accounts/guard.tsx";
import { handleOf } from "../../catalog/import/handle.ts";
import { readList } from "../../catalog/import/own-text.ts";
import { richText } from "../../catalog/rich-text.ts";
import type { Deps } from "../../deps.ts";
import { link, paths } from "../../paths.ts";
import { form, line, optional, text, wholeNumber } from "../../web/forms.ts";
import { ShopError } from "../../web/shop-error.ts";
import { WordsForm, wordLabels, type WordsProps } from "#views/admin/product-words.tsx";
import { staffScreens } from "../staff-screens.tsx";
import { editWords } from "./edit-words.ts";
import { asTyped, editorPage } from "./editor-page.tsx";
import { loadWords, type NewWords, type WordsRow } from "./editor-store.ts";

const few = (most: number) =>
  optional(text({ maxLength: most }, `Shorten it to ${most.toLocaleString("en-US")} letters.`));
const Words = form({
  title: line({ maxLength: 200 }, "Write a name of at most 200 letters."),
  subtitle: few(200),
  description: few(40_000),
  vendor: few(120),
  type: few(120),
  tags: few(1000),
  handle: line({ maxLength: 200 }, "Write an address, such as round-teapot.", {
    trouble: (typed) =>
      handleOf(typed) === "" ? "Write an address of letters or digits, such as round-teapot." : undefined,
  }),
  seoTitle: few(200),
  seoDescription: few(400),
  version: wholeNumber({ minimum: 1, maximum: 1e9 }, "Reload the page."),
});
const Open = form({ removed: optional(text({ maxLength: 80 }, "")) });

type Typed = Extract<ReturnType<typeof Words.read>, { ok: true }>["value"];

const wordsOf = (typed: Typed): NewWords => ({
  title: typed.title,
  subtitle: typed.subtitle ?? "",
  description: richText(typed.description ?? ""),
  vendor: typed.vendor ?? "",
  type: typed.type ?? "",
  tags: [...new Set(readList(typed.tags ?? ""))],
  handle: handleOf(typed.handle),
  seoTitle: typed.seoTitle ?? "",
  seoDescription: typed.seoDescription ?? "",
});

/** Where what was typed is not what stands there now. */
function differences(now: WordsRow, words: NewWords) {
  const [theirs, mine] = [asTyped(now), asTyped(words)];
  return Object.entries(wordLabels).flatMap(([name, label]) =>
    theirs[name] === mine[name] ? [] : [{ label, now: theirs[name] ?? "", typed: mine[name] ?? "" }],
  );
}

/** A product's own page at the desk. */
export function editorRoutes(deps: Deps) {
  const { store, now, newId } = deps;
  return new Elysia({ name: "admin-product" })
    .use(staffScreens(deps, "products.see"))

    .get(
      paths.adminProduct,
      async ({ params: { id }, query, screen, desk, may }) => {
        const removed = query.ok ? query.value.removed : undefined;
        const page = await editorPage(deps, { id, desk, may, ...(removed !== undefined && { removed }) });
        return screen({ page: () => page });
      },
      { query: Open.inQuery },
    )

    .post(
      paths.adminProductWords,
      async ({ params: { id }, body, screen, seeOther, partial, desk, may, staff, facts }) => {
        const again = async (status: number, words: Omit<WordsProps, "id">) => {
          const page = partial ? undefined : await editorPage(deps, { id, desk, may, words });
          return screen({ status, page: () => page ?? <></>, part: () => <WordsForm id={id} {...words} /> });
        };
        if (!body.ok) {
          const { typed, errors } = body;
          return again(422, { version: Number(typed["version"]) || 1, typed, errors });
        }
        const { version } = body.value;
        const words = wordsOf(body.value);
        const by = { who: `staff:${staff.id}`, address: facts.address, now: now(), newId };
        const edit = await store.write((tx) => editWords(tx, { id, version, words }, by));
        if (edit.ok) {
          if (!partial) return seeOther(`${link(paths.adminProduct, { id })}#words`);
          const row = await loadWords(store.read, id);
          return again(200, { version: row?.version ?? version, typed: asTyped(row ?? words), saved: true });
        }
        if (edit.why === "gone") throw new ShopError("not_found", "That article is gone.");
        const typed = asTyped(words);
        if (edit.why === "taken")
          return again(422, {
            version,
            typed,
            errors: { handle: "Another product is at this address. Choose another." },
          });
        return again(409, { version: edit.now.version, typed, differs: differences(edit.now, words) });
      },
      { body: Words, transform: needs(deps, "products.edit") },
    );
}
