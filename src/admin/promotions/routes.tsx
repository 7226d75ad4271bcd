import { Elysia } from "elysia";
import { needs } from "../../accounts/guard.tsx";
import { audit } from "../../accounts/store.ts";
import type { Deps } from "../../deps.ts";
import { link, paths } from "../../paths.ts";
import { codeKey } from "../../promotions/code.ts";
import { nameGoods, titlesOf } from "../../promotions/goods-store.ts";
import { listPromotions, loadPromotion, switchPromotion, type ListedPromotion } from "../../promotions/setup-store.ts";
import { promotionStates, type PromotionState } from "../../promotions/state.ts";
import { choice, form, optional, text } from "../../web/forms.ts";
import { ShopError } from "../../web/shop-error.ts";
import { SwitchedHead } from "#views/admin/promotions/detail.tsx";
import { PromotionListPage, SwitchedRow } from "#views/admin/promotions/list.tsx";
import type { PromotionRow } from "#views/admin/promotions/row.tsx";
import { staffScreens } from "../staff-screens.tsx";
import { promotionCodeRoutes } from "./code-routes.tsx";
import { newPromotionRoutes } from "./new-routes.tsx";
import { promotionRow } from "./shown.ts";

const pageSize = 50;

const List = form({
  state: optional(choice([...promotionStates], "Choose a state.")),
  q: optional(text({ maxLength: 200 }, "Shorten what you look for.")),
  page: optional(text({ maxLength: 6 }, "")),
});
const StateForm = form({
  active: choice(["yes", "no"], "Press one of the buttons."),
  from: optional(choice(["list", "page"], "")),
});

/** Promotions at the desk: what each does, how it stands, who used it, on and off. */
export function promotionDeskRoutes(deps: Deps) {
  const { store, now, newId } = deps;

  async function rowsOf(found: readonly ListedPromotion[]): Promise<PromotionRow[]> {
    const shop = await deps.shop.read();
    const names = titlesOf(
      await nameGoods(
        store.read,
        found.map(({ effect }) => effect),
      ),
    );
    return found.map((promotion) => promotionRow(promotion, { shop, names, now: now() }));
  }

  return new Elysia({ name: "admin-promotions" })
    .use(newPromotionRoutes(deps))
    .use(promotionCodeRoutes(deps))
    .use(staffScreens(deps, "promotions.see"))

    .get(
      paths.adminPromotions,
      async ({ screen, desk, query }) => {
        const { q = "", page = "1", ...asked } = query.ok ? query.value : {};
        const state: PromotionState | "" = asked.state ?? "";
        const [all, frame] = await Promise.all([listPromotions(store.read, codeKey(q)), desk("Promotions")]);
        const named = (await rowsOf(all)).toSorted(byState);
        const found = q === "" ? named : named.filter(({ id, name }) => isMeant({ id, name }, all, q));
        const at = Math.max(1, /^\d{1,6}$/.test(page) ? Number(page) : 1);
        const shown = found.filter((each) => state === "" || each.state === state);
        const props = {
          desk: frame,
          promotions: shown.slice((at - 1) * pageSize, at * pageSize),
          state,
          q,
          counts: countsOf(found),
          all: named.length,
          newer: at > 1 ? pageAddress({ state, q }, at - 1) : undefined,
          older: shown.length > at * pageSize ? pageAddress({ state, q }, at + 1) : undefined,
        };
        return screen({ page: () => <PromotionListPage {...props} /> });
      },
      { query: List.inQuery },
    )

    .post(
      paths.adminPromotionState,
      async ({ screen, partial, seeOther, params, body, staff, facts }) => {
        if (!body.ok) throw new ShopError("unreadable", "Press one of the buttons.");
        const { active, from = "list" } = body.value;
        const word = active === "yes" ? "on" : "off";
        const promotion = await store.write(async (tx) => {
          const line = { who: `staff:${staff.id}`, act: `switch promotion ${word}`, subject: params.id };
          if (await switchPromotion(tx, params.id, active === "yes"))
            await audit(tx, { ...line, id: newId(), at: now(), address: facts.address });
          return loadPromotion(tx, params.id);
        });
        const [row] = promotion ? await rowsOf([promotion]) : [];
        if (!row) throw new ShopError("not_found", "There is no such promotion.");
        if (!partial) {
          return seeOther(
            from === "page"
              ? link(paths.adminPromotion, { id: row.id })
              : `${paths.adminPromotions}#promotion-${row.id}`,
          );
        }
        const said = `${row.name} is ${word}.`;
        return screen({
          page: () => <></>,
          part: () =>
            from === "page" ? (
              <SwitchedHead promotion={row} said={said} />
            ) : (
              <SwitchedRow promotion={row} said={said} />
            ),
        });
      },
      { body: StateForm, transform: needs(deps, "promotions.edit") },
    );
}

const order = (state: PromotionState) => promotionStates.indexOf(state);
const byState = (a: PromotionRow, b: PromotionRow) =>
  order(a.state) - order(b.state) || a.name.localeCompare(b.name, "en");

/** By a part of its name, or by one of its codes. */
function isMeant({ id, name }: Pick<PromotionRow, "id" | "name">, all: readonly ListedPromotion[], q: string): boolean {
  if (name.toLowerCase().includes(q.toLowerCase())) return true;
  return all.find((each) => each.id === id)?.hasCode === true;
}

function countsOf(rows: readonly PromotionRow[]): Record<PromotionState, number> {
  const count = (state: PromotionState) => rows.filter((row) => row.state === state).length;
  return Object.fromEntries(promotionStates.map((state) => [state, count(state)])) as Record<PromotionState, number>;
}

const pageAddress = (filters: Readonly<Record<string, string>>, page: number) =>
  `${paths.adminPromotions}?${new URLSearchParams({ ...filters, page: String(page) })}`;
