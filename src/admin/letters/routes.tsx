import { Elysia } from "elysia";
import { allow, needs } from "../../accounts/guard.tsx";
import type { May } from "../../accounts/permissions.ts";
import { audit } from "../../accounts/store.ts";
import type { Deps } from "../../deps.ts";
import { isSecretLetter } from "../../mail/letter.ts";
import { senderOf } from "../../mail/send.ts";
import { listLetters, loadLetter, retryLetter, type LetterHead } from "../../mail/store.ts";
import { link, paths } from "../../paths.ts";
import type { ShopSettings } from "../../settings/shop.ts";
import { form, optional, text } from "../../web/forms.ts";
import { ShopError } from "../../web/shop-error.ts";
import { LetterListPage, LetterPage, type LetterRow } from "#views/admin/letters.tsx";
import { htmlAnswer, rawAnswer } from "./letter-answers.ts";
import { staffScreens } from "../staff-screens.tsx";
import { deskMoment } from "../when.ts";

const pageSize = 50;
const List = form({ after: optional(text({ maxLength: 80 }, "")) });
const gone = () => new ShopError("not_found", "That letter is gone.");

/** What the shop wrote to people, readable also where nothing is sent. */
export function letterDeskRoutes(deps: Deps) {
  const { store, now, config } = deps;
  const reads = { transform: needs(deps, "mail.read") };
  const row = (letter: LetterHead, shop: ShopSettings, may: May): LetterRow => ({
    ...letter,
    canOpen: may("mail.read") && (may("mail.secrets") || !isSecretLetter(letter.kind)),
    when: deskMoment(letter.createdAt, now(), shop),
  });

  return (
    new Elysia({ name: "admin-letters" })
      .use(staffScreens(deps, "mail.see"))
      .derive(({ staff, request }) => ({
        /** A letter to read; those that hold a key to an account are for owners. */
        async open(id: string) {
          const letter = await loadLetter(store.read, id);
          if (!letter) throw gone();
          if (isSecretLetter(letter.kind)) await allow(deps, staff, "mail.secrets", request);
          return letter;
        },
      }))

      .get(
        paths.adminMail,
        async ({ screen, desk, may, query }) => {
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
            letters: shown.map((letter) => row(letter, shop, may)),
            sends: config.smtpUrl !== "",
            older,
          };
          return screen({ page: () => <LetterListPage {...props} /> });
        },
        { query: List.inQuery },
      )

      .get(
        paths.adminLetter,
        async ({ screen, desk, may, open, params }) => {
          const [letter, shop] = await Promise.all([open(params.id), deps.shop.read()]);
          const canRetry = letter.state === "failed" || letter.state === "kept";
          const props = {
            desk: await desk(letter.subject),
            letter: { ...row(letter, shop, may), text: letter.text, canRetry },
          };
          return screen({ page: () => <LetterPage {...props} /> });
        },
        reads,
      )

      /** The letter as it looks, in a page that may do nothing: its own policy forbids all but its own styles. */
      .get(
        paths.adminLetterBody,
        async ({ open, params }) => {
          const letter = await open(params.id);
          return htmlAnswer(letter.html);
        },
        reads,
      )

      /** Word for word as it goes out. */
      .get(
        paths.adminLetterRaw,
        async ({ open, params }) => {
          const [letter, from] = await Promise.all([open(params.id), senderOf(deps)]);
          return rawAnswer(letter, from);
        },
        reads,
      )

      .post(
        paths.adminLetterRetry,
        async ({ goTo, params, staff, facts }) => {
          const line = {
            at: now(),
            who: `staff:${staff.id}`,
            act: "send letter again",
            subject: `letter:${params.id}`,
          };
          const again = await store.write(async (tx) => {
            const done = await retryLetter(tx, params.id, now());
            if (done) await audit(tx, { ...line, id: deps.newId(), address: facts.address });
            return done;
          });
          if (!again) throw new ShopError("conflict", "That letter is on its way already.");
          return goTo(link(paths.adminLetter, { id: params.id }));
        },
        { transform: needs(deps, "mail.send") },
      )
  );
}
