import { Elysia } from "elysia";
import { needs } from "../../accounts/guard.tsx";
import { audit } from "../../accounts/store.ts";
import type { Deps } from "../../deps.ts";
import { link, paths } from "../../paths.ts";
import { describePromotion } from "../../promotions/described.ts";
import { FactError } from "../../promotions/facts.ts";
import { goodsAsked } from "../../promotions/found-goods.ts";
import { findGoods, nameGoods, titlesOf } from "../../promotions/goods-store.ts";
import { addPromotion } from "../../promotions/setup-store.ts";
import { promotionInWords } from "../../promotions/words.ts";
import { NewPromotionPage, Sentence, type Preview } from "#views/admin/promotions/new.tsx";
import { staffScreens } from "../staff-screens.tsx";
import { errorsOf, factsIn, NewForm, typedIn } from "./new-form.ts";
import { listCollections } from "./store.ts";

type Typed = Readonly<Record<string, string>>;

/** The form for a new promotion, its preview, and the making of it. */
export function newPromotionRoutes(deps: Deps) {
  const { store, shop, newId, now } = deps;

  /** The promotion of what was typed. @throws FactError */
  async function described(typed: Typed) {
    const facts = factsIn(typed);
    const found = await findGoods(store.read, goodsAsked([facts]));
    return describePromotion(facts, await shop.read(), found);
  }

  /** What it would do; a name is not asked for before it is made. */
  async function previewOf(typed: Typed): Promise<{ readonly preview: Preview; readonly errors: Typed }> {
    try {
      const promotion = await described({ ...typed, name: typed["name"] || "New" });
      const settings = await shop.read();
      const names = titlesOf(await nameGoods(store.read, [promotion.effect]));
      const sentence = promotionInWords(promotion, settings.currency, names, settings);
      return { preview: { sentence, ready: true }, errors: {} };
    } catch (cause) {
      if (!(cause instanceof FactError)) throw cause;
      return { preview: { sentence: cause.reason, ready: false }, errors: errorsOf(cause) };
    }
  }

  return new Elysia({ name: "admin-new-promotion" })
    .use(staffScreens(deps, "promotions.see"))
    .derive(({ screen, desk }) => ({
      async formPage(typed: Typed, errors: Typed = {}, preview?: Preview, status = 200): Promise<Response> {
        const [settings, collections, frame] = await Promise.all([
          shop.read(),
          listCollections(store.read),
          desk("New promotion"),
        ]);
        const props = { desk: frame, currency: settings.currency, collections, typed, errors, preview };
        return screen({
          status,
          page: () => <NewPromotionPage {...props} />,
          part: () => <Sentence preview={preview} />,
        });
      },
    }))

    .get(paths.adminPromotionNew, ({ formPage }) => formPage({}), { transform: needs(deps, "promotions.edit") })

    .post(
      paths.adminPromotionPreview,
      async ({ formPage, body, partial }) => {
        const typed = typedIn(body);
        const { preview, errors } = await previewOf(typed);
        // While somebody is still typing, what is missing is no mistake.
        return formPage(typed, partial ? {} : errors, preview, partial || preview.ready ? 200 : 422);
      },
      { body: NewForm, transform: needs(deps, "promotions.edit") },
    )

    .post(
      paths.adminPromotionNew,
      async ({ formPage, body, staff, facts, goTo }) => {
        const typed = typedIn(body);
        try {
          if (!body.ok) return formPage(typed, body.errors, undefined, 422);
          const promotion = await described(typed);
          const id = newId();
          const taken = await store.write(async (tx) => {
            const codes = await addPromotion(tx, id, promotion);
            const line = { id: newId(), at: now(), who: `staff:${staff.id}`, act: "add promotion", subject: id };
            if (codes.length === 0)
              await audit(tx, { ...line, address: facts.address, detail: { name: promotion.name } });
            return codes;
          });
          if (taken.length > 0)
            throw new FactError("codes", `Another promotion has the code ${taken.join(", ")} already.`);
          return goTo(`${link(paths.adminPromotion, { id })}?made=yes`);
        } catch (cause) {
          if (!(cause instanceof FactError)) throw cause;
          return formPage(typed, errorsOf(cause), (await previewOf(typed)).preview, 422);
        }
      },
      { body: NewForm, transform: needs(deps, "promotions.edit") },
    );
}
