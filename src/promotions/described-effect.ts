import { whole } from "#src/pricing/rate.ts";
import { FactError, shown, type FactField, type Facts } from "./facts.ts";
import { goodsNamed, idsOf, type FoundGoods } from "./found-goods.ts";
import type { Goods, PromotionEffect } from "./promotion.ts";
import { amountOf, rateOf, readFew, readWord } from "./read-fact.ts";

/** The things that a promotion can do, and the facts that belong to each; goods belong to all but the delivery. */
const own = {
  percent: ["percent", "class"],
  amount: ["amount", "class"],
  "free-delivery": ["methods"],
  "buy-get": ["buy", "get", "percent", "giftProducts", "giftVariants", "giftCollections", "giftTags"],
  tiers: ["tiers", "count"],
} as const satisfies Readonly<Record<string, readonly FactField[]>>;

export type Does = keyof typeof own;
export const doings = Object.keys(own) as Does[];

/** What a promotion does, of what was typed. */
export function effectOf(facts: Facts, currency: string, found: FoundGoods): PromotionEffect {
  const does = doesOf(facts);
  refuseOthers(facts, does);
  const goods = goodsNamed(facts, found);
  const on = goods && { on: goods };
  switch (does) {
    case "percent":
      return { kind: "percent", off: offOf(facts, goods), rate: rateOf(needed(facts, "percent"), "percent"), ...on };
    case "amount": {
      const amount = amountOf(needed(facts, "amount"), "amount", currency);
      return { kind: "amount", off: offOf(facts, goods), amount, ...on };
    }
    case "free-delivery": {
      const methods = idsOf(facts.methods, "methods", "methods", found);
      return { kind: "free-shipping", ...(methods && { methods }) };
    }
    case "buy-get": {
      const rate = facts.percent === undefined ? whole : rateOf(facts.percent, "percent");
      needed(facts, "buy");
      const to = goodsNamed(facts, found, true);
      const counts = { buy: readFew(facts, "buy") ?? 1, get: readFew(facts, "get") ?? 1 };
      return { kind: "buy-get", ...counts, rate, ...on, ...(to && { to }) };
    }
    case "tiers":
      return tiersOf(facts, currency, on);
  }
}

function doesOf(facts: Facts): Does {
  const said = readWord(facts, "does", doings);
  if (said !== undefined) return said;
  if (facts.buy !== undefined) return "buy-get";
  const meant = (["percent", "amount", "tiers"] as const).filter((each) => given(facts, each));
  const [only] = meant;
  if (only !== undefined && meant.length === 1) return only;
  throw new FactError("does", `Say one thing that it does: ${doings.join(", ")}.`);
}

const given = (facts: Facts, field: FactField) => facts[field] !== undefined && facts[field].length > 0;

const goodsFields = ["products", "variants", "collections", "tags"] as const;

function refuseOthers(facts: Facts, does: Does): void {
  const mine: readonly FactField[] = own[does];
  const foreign = [...new Set(Object.values(own).flat() as FactField[])].filter((field) => !mine.includes(field));
  const goods: readonly FactField[] = does === "free-delivery" ? goodsFields : [];
  const wrong = [...foreign, ...goods].find((field) => given(facts, field));
  if (wrong !== undefined) throw new FactError(wrong, `This does not go with ${does}: leave it out.`);
}

function needed(facts: Facts, field: "percent" | "amount" | "buy"): string {
  const text = facts[field];
  if (text !== undefined) return text;
  throw new FactError(field, field === "buy" ? "Say of how many." : "Say how much comes off.");
}

/** Once off the order, unless goods are named: then off each line or unit of these. */
function offOf(facts: Facts, goods: Goods | undefined): "order" | "goods" {
  const kind = readWord(facts, "class", ["order", "product"]) ?? (goods ? "product" : "order");
  return kind === "order" ? "order" : "goods";
}

function tiersOf(facts: Facts, currency: string, on: { readonly on: Goods } | undefined): PromotionEffect {
  const { tiers = [] } = facts;
  if (tiers.length === 0) throw new FactError("tiers", "Give at least one, such as 10:5% or 10:1.50.");
  const count = readWord(facts, "count", ["line", "goods"]);
  const by = count === "goods" ? { by: count } : undefined;
  const read = tiers.map(tierOf).toSorted((a, b) => a.from - b.from);
  const twice = read.find(({ from }, at) => read[at + 1]?.from === from);
  if (twice) throw new FactError("tiers", `Two of them begin at ${twice.from}.`);
  const percents = read.filter(({ value }) => value.endsWith("%")).length;
  if (percents !== 0 && percents !== read.length)
    throw new FactError("tiers", "Give all of them in percent, or all as amounts.");
  if (percents > 0) {
    const rates = read.map(({ from, value }) => ({ from, rate: rateOf(value, "tiers") }));
    return { kind: "tiers", ...on, ...by, tiers: rates };
  }
  const amounts = read.map(({ from, value }) => ({ from, amount: amountOf(value, "tiers", currency) }));
  return { kind: "amount-tiers", ...on, ...by, tiers: amounts };
}

function tierOf(typed: string): { readonly from: number; readonly value: string } {
  const found = /^\s*([1-9]\d{0,3})\s*:\s*(\S.*?)\s*$/.exec(typed);
  if (found) return { from: Number(found[1]), value: found[2] ?? "" };
  throw new FactError("tiers", `${shown(typed)} is no tier such as 10:5% (5% off from 10 on) or 10:1.50.`);
}
