import type { CollectionRule } from "#db/schema.ts";
import type { Cents } from "#src/pricing/money.ts";

type Ruled = {
  readonly title: string;
  readonly vendor: string;
  readonly type: string;
  readonly tags: readonly string[];
  readonly priceFrom: Cents;
  readonly reduced: boolean;
};
type Condition = CollectionRule["conditions"][number];

/** Whether a collection that picks its products by rule picks this one. Capitals do not matter; prices are minor units. */
export function matchesRule(rule: CollectionRule, product: Ruled): boolean {
  const holds = (condition: Condition) => conditionHolds(condition, product);
  return rule.match === "all" ? rule.conditions.every(holds) : rule.conditions.some(holds);
}

function conditionHolds({ field, is, value }: Condition, product: Ruled): boolean {
  if (field === "reduced") return product.reduced === (value !== "no");
  if (field === "price") return priceHolds(is, value, product.priceFrom);
  const wanted = value.trim().toLowerCase();
  const texts = (field === "tag" ? product.tags : [product[field]]).map((text) => text.trim().toLowerCase());
  return texts.some((text) => (is === "contains" ? text.includes(wanted) : is === "equals" && text === wanted));
}

function priceHolds(is: Condition["is"], value: string, price: Cents): boolean {
  if (!/^\d{1,15}$/.test(value)) return false;
  const limit = Number(value);
  if (is === "below") return price < limit;
  return is === "above" ? price > limit : is === "equals" && price === limit;
}
