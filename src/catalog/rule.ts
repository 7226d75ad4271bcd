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
  const texts = textsOf(product)[field];
  const wanted = plain(value);
  if (is === "equals") return texts.includes(wanted);
  return is === "contains" && texts.some((text) => text.includes(wanted));
}

type Texts = Readonly<Record<"tag" | "type" | "vendor" | "title", readonly string[]>>;
/** Hundreds of rules are asked about one product, and each about thousands: both are made small once. */
const known = new WeakMap<Ruled, Texts>();
const plained = new Map<string, string>();

function textsOf(product: Ruled): Texts {
  let texts = known.get(product);
  if (!texts) {
    const { title, vendor, type, tags } = product;
    texts = { title: [plain(title)], vendor: [plain(vendor)], type: [plain(type)], tag: tags.map(plain) };
    known.set(product, texts);
  }
  return texts;
}

function plain(text: string): string {
  const before = plained.get(text);
  if (before !== undefined) return before;
  if (plained.size > 5000) plained.clear();
  const now = text.trim().toLowerCase();
  plained.set(text, now);
  return now;
}

function priceHolds(is: Condition["is"], value: string, price: Cents): boolean {
  if (!/^\d{1,15}$/.test(value)) return false;
  const limit = Number(value);
  if (is === "below") return price < limit;
  return is === "above" ? price > limit : is === "equals" && price === limit;
}
