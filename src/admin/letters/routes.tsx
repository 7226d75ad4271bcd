import { Elysia } from "elysia";
import { needs } from "../../accounts/guard.ts";
import type { Deps } from "../../deps.ts";
import { listLetters, loadLetter, retryLetter, type LetterHead } from "../../mail/store.ts";
import { link, paths } from "../../paths.ts";
import type { ShopSettings } from "../../settings/shop.ts";
import { form, optional, text } from "../../web/forms.ts";
import { ShopError } from "../../web/shop-error.ts";
import { LetterListPage, LetterPage, type LetterRow } from "#views/admin/letters.tsx";
import { staffScreens } from "../staff-screens.tsx";
import { deskMoment } from "../when.ts";

const pageSize = 50;
const List = form({ after: optional(text({ maxLength: 80 }, "")) });
const gone = () => new ShopError("not_found", "That letter is gone.");

/** What the shop wrote to people, readable also where nothing is sent. */
export function letterDeskRoutes(deps: Deps) {
  const { store, now, config } = deps;
  const row = (letter: LetterHead, shop: ShopSettings): LetterRow => ({
    ...letter,
    when: deskMoment(letter.createdAt, now(), shop),
  });

  return (
    new Elysia({ name: "admin-letters" })
      .use(staffScreens(deps, "mail.see"))

      .get(
        paths.adminMail,
        async ({ screen, desk, query }) => {
          const after = query.ok ? query.value.after : undefined;
          const [found, shop] = await Promise.all([
            listLetters(store.read, { after, limit: pageSize }),
            deps.shop.read(),
          ]);
          const shown = found.slice(0, pageSize);
          const older =
            found.length > pageSize
              ? `${paths.adminMail}?after=${encodeURIComponent(shown.at(-1)?.id ?? "")}`
              : undefined;
          const props = {
            desk: await desk("Letters"),
            letters: shown.map((letter) => row(letter, shop)),
            sends: config.smtpUrl !== "",
            older,
          };
          return screen({ page: () => <LetterListPage {...props} /> });
        },
        { query: List },
      )

      .get(paths.adminLetter, async ({ screen, desk, params }) => {
        const [letter, shop] = await Promise.all([loadLetter(store.read, params.id), deps.shop.read()]);
        if (!letter) throw gone();
        const canRetry = letter.state === "failed" || letter.state === "kept";
        const props = {
          desk: await desk(letter.subject),
          letter: { ...row(letter, shop), text: letter.text, canRetry },
        };
        return screen({ page: () => <LetterPage {...props} /> });
      })

      /** The letter as it looks, in a page that may do nothing: its own policy forbids all but its own styles. */
      .get(paths.adminLetterBody, async ({ params }) => {
        const letter = await loadLetter(store.read, params.id);
        if (!letter) throw gone();
        const policy =
          "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; sandbox; frame-ancestors 'none'";
        return new Response(letter.html, {
          headers: {
            "Content-Type": "text/html; charset=utf-8",
            "Content-Security-Policy": policy,
            "Cache-Control": "private, no-store",
          },
        });
      })

      .post(
        paths.adminLetterRetry,
        async ({ goTo, params }) => {
          const again = await store.write((tx) => retryLetter(tx, params.id, now()));
          if (!again) throw new ShopError("conflict", "That letter is on its way already.");
          return goTo(link(paths.adminLetter, { id: params.id }));
        },
        { transform: needs(deps, "mail.send") },
      )
  );
}
