import { Elysia } from "elysia";
import { needs } from "../../accounts/guard.tsx";
import { audit } from "../../accounts/store.ts";
import type { Deps } from "../../deps.ts";
import { link, paths } from "../../paths.ts";
import { listUsedCodes, type UsedCode } from "../../promotions/codes-store.ts";
import { nameGoods, titlesOf } from "../../promotions/goods-store.ts";
import { makeCodes, mostCodes, prefixTrouble } from "../../promotions/make-codes.ts";
import { loadPromotion } from "../../promotions/setup-store.ts";
import { form, optional, text, wholeNumber } from "../../web/forms.ts";
import { ShopError } from "../../web/shop-error.ts";
import { PromotionPage } from "#views/admin/promotions/detail.tsx";
import type { CodesProps } from "#views/admin/promotions/codes.tsx";
import { staffScreens } from "../staff-screens.tsx";
import { deskMoment } from "../when.ts";
import { codesFile } from "./codes-file.ts";
import { codesInWords, promotionFacts, promotionRow, usedInWords } from "./shown.ts";
import { isNobodys } from "../../privacy/erase-store.ts";
import { afterUse, listUses } from "./store.ts";

const pageSize = 50;

const Detail = form({
  uses: optional(text({ maxLength: 100 }, "")),
  codes: optional(text({ maxLength: 100 }, "")),
  made: optional(text({ maxLength: 10 }, "")),
});
const howMany = `Choose a whole number from 1 to ${mostCodes.toLocaleString("en-US")}.`;
const MakeForm = form({
  count: wholeNumber({ minimum: 1, maximum: mostCodes }, howMany),
  prefix: optional(
    text({ maxLength: 20 }, "Use up to 20 letters, digits, hyphens or underscores.", { trouble: prefixTrouble }),
  ),
  perCode: optional(wholeNumber({ minimum: 1, maximum: 999_999_999 }, "Choose a whole number above 0.")),
});

/** One promotion at the desk: its terms, its uses, its codes. */
export function promotionCodeRoutes(deps: Deps) {
  const { store, now, newId, newToken } = deps;

  return new Elysia({ name: "admin-promotion" })
    .use(staffScreens(deps, "promotions.see"))
    .derive(({ screen, desk, may }) => ({
      async promotionPage(id: string, more: Showing = {}): Promise<Response> {
        const [promotion, shop] = await Promise.all([loadPromotion(store.read, id), deps.shop.read()]);
        if (!promotion) throw gone();
        const { uses: usesAfter = "", codes: codesAfter = "" } = more;
        const [found, list, words, frame] = await Promise.all([
          listUses(store.read, id, usesAfter, pageSize + 1),
          promotion.coded ? listUsedCodes(store.read, id, codesAfter, pageSize + 1) : [],
          nameGoods(store.read, [promotion.effect]),
          desk(promotion.name),
        ]);
        const uses = found.slice(0, pageSize);
        const last = found.length > pageSize ? uses.at(-1) : undefined;
        const detail = {
          ...promotionRow(promotion, { shop, names: titlesOf(words), now: now() }),
          facts: promotionFacts(promotion, shop),
          coded: promotion.coded,
          uses: uses.map(({ orderId, number, customer, codeKey, at }) => ({
            order: number === null ? undefined : { id: orderId, number },
            when: deskMoment(at, now(), shop),
            customer: isNobodys(customer) ? "Somebody who was erased" : customer,
            code: codeKey ?? "",
          })),
          usesOlder: last && `${link(paths.adminPromotion, { id })}?${new URLSearchParams({ uses: afterUse(last) })}`,
        };
        const shown = list.slice(0, pageSize);
        const codes: CodesProps | undefined = promotion.coded
          ? {
              promotionId: id,
              words: codesInWords(promotion),
              rows: shown.map(codeRow),
              next: list.length > pageSize ? moreCodes(id, shown.at(-1)?.key ?? "") : undefined,
              mayEdit: may("promotions.edit"),
              ...(more.form && { form: more.form }),
            }
          : undefined;
        const page = { desk: frame, promotion: detail, codes, notice: more.notice };
        return screen({ status: more.form ? 422 : 200, page: () => <PromotionPage {...page} /> });
      },
    }))

    .get(
      paths.adminPromotion,
      ({ promotionPage, params, query }) => {
        const { uses, codes, made } = query.ok ? query.value : {};
        return promotionPage(params.id, { uses, codes, notice: noticeOf(made) });
      },
      { query: Detail.inQuery },
    )

    .get(paths.adminPromotionCodesFile, async ({ params }) => {
      const promotion = await loadPromotion(store.read, params.id);
      if (!promotion) throw gone();
      return codesFile(store.read, promotion.id);
    })

    .post(
      paths.adminPromotionCodes,
      async ({ promotionPage, params, body, staff, facts, seeOther }) => {
        if (!body.ok) return promotionPage(params.id, { form: body });
        const promotion = await loadPromotion(store.read, params.id);
        if (!promotion) throw gone();
        if (!promotion.coded) throw new ShopError("conflict", "This promotion holds without a code.");
        const { count, prefix = "", perCode = 1 } = body.value;
        await store.write(async (tx) => {
          await makeCodes(tx, { promotionId: promotion.id, count, prefix, codeLimit: perCode, newToken });
          const line = { id: newId(), at: now(), who: `staff:${staff.id}`, act: "make codes", subject: promotion.id };
          await audit(tx, { ...line, address: facts.address, detail: { count } });
        });
        return seeOther(`${link(paths.adminPromotion, { id: promotion.id })}?made=${count}#codes`);
      },
      { body: MakeForm, transform: needs(deps, "promotions.edit") },
    );
}

type Showing = {
  readonly uses?: string | undefined;
  readonly codes?: string | undefined;
  readonly notice?: string | undefined;
  readonly form?: NonNullable<CodesProps["form"]>;
};

const gone = () => new ShopError("not_found", "There is no such promotion.");

const codeRow = ({ key, used, useLimit, orders }: UsedCode) => ({
  key,
  used: usedInWords(used, useLimit),
  orders: orders.join(", "),
});

const moreCodes = (id: string, after: string) =>
  `${link(paths.adminPromotion, { id })}?${new URLSearchParams({ codes: after })}#codes`;

function noticeOf(made: string | undefined): string | undefined {
  if (made === "yes") return "The promotion is made.";
  if (made === undefined || !/^[1-9]\d*$/.test(made)) return undefined;
  return made === "1" ? "One code is made." : `${Number(made).toLocaleString("en-US")} codes are made.`;
}
