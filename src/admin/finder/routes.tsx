import { Elysia } from "elysia";
import { needs } from "../../accounts/guard.tsx";
import { audit } from "../../accounts/store.ts";
import type { Deps } from "../../deps.ts";
import { loadFinder, saveFinder, unknownHandles } from "../../finder/store.ts";
import { finderText, readFinder, type Read } from "../../finder/text.ts";
import { paths } from "../../paths.ts";
import { form, optional, text, typedIn } from "../../web/forms.ts";
import { FinderEditPage, FinderEditPart, type FinderEditProps } from "#views/admin/finder.tsx";
import { staffScreens } from "../staff-screens.tsx";

const longest = 20_000;
const Edit = form({ words: optional(text({ maxLength: longest }, "Shorten it to 20,000 characters.")) });

/** The questions of the gift finder, written as one text. */
export function finderDeskRoutes(deps: Deps) {
  const { store, now, newId } = deps;

  /** Reads it, and makes sure that every product it names is there. */
  async function read(words: string): Promise<Read> {
    const told = readFinder(words);
    if (!told.ok) return told;
    const named = told.finder.questions.flatMap(({ answers }) => answers.flatMap(({ products }) => products));
    const unknown = await unknownHandles(store.read, [...new Set(named)]);
    if (unknown.length === 0) return told;
    return {
      ok: false,
      trouble: `There is no product ${unknown.slice(0, 3).join(", ")}. Write what stands last in its address.`,
    };
  }

  return new Elysia({ name: "admin-finder" })
    .use(staffScreens(deps, "content.see"))
    .get(paths.adminFinder, async ({ screen, desk, may }) => {
      const finder = await loadFinder(store.read);
      const props: FinderEditProps = { words: finder ? finderText(finder) : "", mayEdit: may("content.edit") };
      const frame = await desk("Gift finder");
      return screen({ page: () => <FinderEditPage desk={frame} {...props} /> });
    })
    .post(
      paths.adminFinder,
      async ({ screen, desk, body, staff, facts, partial, seeOther }) => {
        const words = typedIn(body)["words"] ?? "";
        const told: Read = body.ok
          ? words.trim() === ""
            ? { ok: false, trouble: "" }
            : await read(words)
          : { ok: false, trouble: body.errors["words"] ?? "" };
        const isEmpty = body.ok && words.trim() === "";
        if (!told.ok && !isEmpty) {
          const props: FinderEditProps = { words, mayEdit: true, trouble: told.trouble };
          const frame = await desk("Error: Gift finder");
          return screen({
            status: 422,
            page: () => <FinderEditPage desk={frame} {...props} />,
            part: () => <FinderEditPart {...props} />,
          });
        }
        const finder = told.ok ? told.finder : undefined;
        await store.write(async (tx) => {
          await saveFinder(tx, finder);
          const line = { id: newId(), at: now(), who: `staff:${staff.id}`, address: facts.address };
          await audit(tx, {
            ...line,
            act: "change finder",
            subject: "finder",
            detail: { questions: finder?.questions.length ?? 0 },
          });
        });
        if (!partial) return seeOther(paths.adminFinder);
        const props: FinderEditProps = { words: finder ? finderText(finder) : "", mayEdit: true, saved: true };
        return screen({ page: () => <FinderEditPart {...props} />, part: () => <FinderEditPart {...props} /> });
      },
      { body: Edit, transform: needs(deps, "content.edit") },
    );
}
