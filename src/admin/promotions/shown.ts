import { formatMoney, toCents } from "../../pricing/money.ts";
import { calendarInWords } from "../../promotions/moment-words.ts";
import type { ListedPromotion } from "../../promotions/setup-store.ts";
import { stateOf, type CodeCounts } from "../../promotions/state.ts";
import { promotionInWords } from "../../promotions/words.ts";
import type { ShopSettings } from "../../settings/shop.ts";
import type { PromotionRow } from "#views/admin/promotions/row.tsx";
import type { LedgerRow } from "#views/ui/ledger.tsx";

type Given = { readonly shop: ShopSettings; readonly names: ReadonlyMap<string, string>; readonly now: Date };

/** A promotion as the desk's list shows it. */
export function promotionRow(promotion: ListedPromotion, { shop, names, now }: Given): PromotionRow {
  const { id, name, active, used, useLimit, coded, shownCodes } = promotion;
  return {
    id,
    name,
    active,
    state: stateOf(promotion, now),
    sentence: promotionInWords(promotion, shop.currency, names),
    used: usedInWords(used, useLimit),
    codes: coded
      ? codesInWords(
          promotion,
          shownCodes.map(({ key }) => key),
        )
      : "",
    when: whenInWords(promotion, shop, now),
  };
}

export const usedInWords = (used: number, limit: number | null): string =>
  limit === null ? (used === 1 ? "once" : `${count(used)} times`) : `${count(used)} of ${count(limit)}`;

const count = (units: number) => units.toLocaleString("en-US");

export function codesInWords({ codes, freeCodes }: CodeCounts, keys: readonly string[] = []): string {
  if (codes === 0) return "No codes yet";
  if (codes <= 2 && keys.length > 0) return keys.join(", ");
  return `${count(codes)} codes, ${freeCodes === codes ? "all" : count(freeCodes)} free`;
}

function whenInWords({ startsAt, endsAt }: ListedPromotion, shop: ShopSettings, now: Date): string {
  if (startsAt && startsAt > now) return `from ${calendarInWords(startsAt, shop)}`;
  return endsAt ? `until ${calendarInWords(endsAt, shop)}` : "";
}

const stackings = { class: "Also beside others of its kind", alone: "Beside nothing else" } as const;

/** What it is held by, fact by fact. */
export function promotionFacts(promotion: ListedPromotion, { currency, ...calendar }: ShopSettings): LedgerRow[] {
  const { id, conditions, startsAt, endsAt, useLimit, customerLimit, priority, coded } = promotion;
  const { minSubtotal, minQuantity, countries, groups, firstOrder, excludeSaleItems, stacking } = conditions;
  const rows: (readonly [string, string | undefined])[] = [
    ["Starts", startsAt ? calendarInWords(startsAt, calendar) : "At once"],
    ["Ends", endsAt ? calendarInWords(endsAt, calendar) : "Never"],
    ["Needs a code", coded ? "Yes" : "No"],
    ["From", minSubtotal === undefined ? undefined : formatMoney(toCents(minSubtotal), currency)],
    ["From units", minQuantity?.toString()],
    ["Goes to", countries?.join(", ")],
    ["Groups", groups?.join(", ")],
    ["First order only", firstOrder ? "Yes" : undefined],
    ["Reduced goods", excludeSaleItems ? "Not for them" : undefined],
    ["Orders in all", useLimit === null ? "Any" : count(useLimit)],
    ["Orders of each customer", customerLimit === null ? "Any" : count(customerLimit)],
    ["Stands", stacking ? stackings[stacking] : "The best of its kind counts"],
    ["Priority", priority === 0 ? undefined : String(priority)],
    ["Known as", id],
  ];
  return rows.flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }]));
}
