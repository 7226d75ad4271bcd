import { FactError, shown, type Facts } from "./facts.ts";
import { groupName } from "./group-name.ts";
import type { PromotionConditions } from "./promotion.ts";
import { amountOf, readFew, readWord, readYes } from "./read-fact.ts";

/** What must hold for a promotion, of what was typed. */
export function conditionsOf(facts: Facts, currency: string): PromotionConditions {
  const { minSpend, countries = [], groups = [] } = facts;
  const minQuantity = readFew(facts, "minQuantity");
  const stacking = readWord(facts, "stacking", ["best", "combine", "alone"]);
  return {
    ...(minSpend !== undefined && { minSubtotal: amountOf(minSpend, "minSpend", currency) }),
    ...(minQuantity !== undefined && { minQuantity }),
    ...(countries.length > 0 && { countries: sorted(countries.map(country)) }),
    ...(groups.length > 0 && { groups: sorted(groups.map(group)) }),
    ...(readYes(facts, "notReduced") && { excludeSaleItems: true }),
    ...(readYes(facts, "firstOrder") && { firstOrder: true }),
    ...(stacking === "alone" && { stacking: "alone" as const }),
    ...(stacking === "combine" && { stacking: "class" as const }),
  };
}

const sorted = (texts: readonly string[]) => [...new Set(texts)].toSorted();

function country(typed: string): string {
  const code = typed.toUpperCase();
  if (/^[A-Z]{2}$/.test(code)) return code;
  throw new FactError("countries", `${shown(typed)} is no country: two letters, such as US or DE.`);
}

function group(typed: string): string {
  const name = groupName(typed);
  if (name !== undefined) return name;
  throw new FactError("groups", `${shown(typed)} is no group: 1 to 40 letters, digits, spaces or hyphens.`);
}
