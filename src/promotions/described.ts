import { codeKey } from "./code.ts";
import { conditionsOf } from "./described-conditions.ts";
import { effectOf } from "./described-effect.ts";
import { FactError, shown, type FactField, type Facts } from "./facts.ts";
import type { FoundGoods } from "./found-goods.ts";
import type { Promotion } from "./promotion.ts";
import { readMoment } from "./read-moment.ts";
import { readUnits, readYes } from "./read-fact.ts";

/** A promotion as it is to be, without what only the shop counts. */
export type DescribedPromotion = Omit<Promotion, "id" | "used"> & {
  /** Keys: capitals, no spaces. */
  readonly codes: readonly string[];
  /** How many orders may use each of these codes. */
  readonly codeLimit: number | null;
};

export type DescribingShop = { readonly currency: string; readonly timeZone: string };

/** @throws FactError that names the fact which cannot be used. */
export function describePromotion(facts: Facts, shop: DescribingShop, found: FoundGoods): DescribedPromotion {
  const name = (facts.name ?? "").replaceAll(/[\p{Cc}\s]+/gu, " ").trim();
  if (name === "" || name.length > 100) throw new FactError("name", "Give it a name of 1 to 100 characters.");
  const effect = effectOf(facts, shop.currency, found);
  const codes = [...new Set((facts.codes ?? []).map(codeOf))];
  const [startsAt, endsAt] = [moment(facts, "starts", shop), moment(facts, "ends", shop)];
  if (startsAt && endsAt && endsAt <= startsAt) throw new FactError("ends", "It ends before it starts.");
  const coded = readYes(facts, "needsCode") ?? codes.length > 0;
  if (!coded && codes.length > 0) throw new FactError("needsCode", "It has codes, so it needs one.");
  const codeLimit = readUnits(facts, "perCode") ?? null;
  if (!coded && codeLimit !== null) throw new FactError("perCode", "It has no codes to limit.");
  return {
    name,
    effect,
    conditions: conditionsOf(facts, shop.currency),
    coded,
    active: readYes(facts, "active") ?? true,
    priority: priorityOf(facts),
    startsAt,
    endsAt,
    useLimit: readUnits(facts, "limit") ?? null,
    customerLimit: readUnits(facts, "perCustomer") ?? null,
    codes,
    codeLimit,
  };
}

function codeOf(typed: string): string {
  const key = codeKey(typed);
  if (/^[\p{L}\p{N}_-]{2,64}$/u.test(key)) return key;
  throw new FactError("codes", `${shown(typed)} is no code: 2 to 64 letters, digits, hyphens or underscores.`);
}

function moment(facts: Facts, field: FactField & ("starts" | "ends"), { timeZone }: DescribingShop): Date | null {
  const text = facts[field];
  if (text === undefined) return null;
  const read = readMoment(text, timeZone);
  if (read) return read;
  throw new FactError(field, `${shown(text)} is no day such as 2026-12-01, or 2026-12-01 09:00.`);
}

function priorityOf({ priority }: Facts): number {
  if (priority === undefined) return 0;
  if (/^-?\d{1,4}$/.test(priority)) return Number(priority);
  throw new FactError("priority", `${shown(priority)} is no whole number such as 0, 5 or -5. Lower goes first.`);
}
