import { readMoney } from "#src/pricing/money.ts";
import { expressRate } from "#src/pricing/rate.ts";
import { codeKey } from "./code.ts";
import { readConditions, readEffect, type Goods, type PromotionConditions, type PromotionEffect } from "./promotion.ts";
import { readMoment } from "./read-moment.ts";
import type { NewPromotion } from "./setup-store.ts";

/** A promotion in words, as somebody types it. Ids of goods have been found before. */
export type Described = {
  readonly name: string;
  readonly codes?: readonly string[] | undefined;
  readonly percent?: string | undefined;
  readonly amount?: string | undefined;
  readonly freeDelivery?: boolean | undefined;
  readonly buy?: string | undefined;
  readonly get?: string | undefined;
  readonly goods?: Goods | undefined;
  readonly min?: string | undefined;
  readonly minUnits?: string | undefined;
  readonly countries?: readonly string[] | undefined;
  readonly notReduced?: boolean | undefined;
  readonly firstOrder?: boolean | undefined;
  readonly alone?: boolean | undefined;
  readonly starts?: string | undefined;
  readonly ends?: string | undefined;
  readonly limit?: string | undefined;
  readonly perCustomer?: string | undefined;
  readonly perCode?: string | undefined;
};

type Shop = { readonly currency: string; readonly timeZone: string };

/** @throws RangeError with a sentence that names what cannot be read. */
export function describePromotion(said: Described, shop: Shop): NewPromotion {
  const name = said.name.trim();
  if (name === "" || name.length > 100) throw new RangeError("Give it a name of 1 to 100 characters.");
  const [startsAt, endsAt] = [moment(said.starts, "starts", shop), moment(said.ends, "ends", shop)];
  if (startsAt && endsAt && endsAt <= startsAt) throw new RangeError("It ends before it starts.");
  return {
    name,
    effect: effectOf(said, shop),
    conditions: conditionsOf(said, shop),
    priority: 0,
    startsAt,
    endsAt,
    useLimit: units(said.limit, "limit") ?? null,
    customerLimit: units(said.perCustomer, "per-customer") ?? null,
    codes: (said.codes ?? []).map(codeOf),
    codeLimit: units(said.perCode, "per-code") ?? null,
  };
}

function effectOf(said: Described, shop: Shop): PromotionEffect {
  const { percent, amount, freeDelivery, buy, get, goods } = said;
  const given = [percent, amount, freeDelivery, buy].filter((each) => each !== undefined).length;
  const gift = buy !== undefined;
  if (given !== 1 && !(gift && given === 2 && percent !== undefined))
    throw new RangeError("Say one thing that it does: percent, amount, free-delivery, or buy and get.");
  const off = goods === undefined ? "order" : "goods";
  const on = goods === undefined ? {} : { on: goods };
  const effect = gift
    ? { kind: "buy-get", buy: units(buy, "buy"), get: units(get ?? "1", "get"), rate: rate(percent ?? "100"), ...on }
    : freeDelivery !== undefined
      ? { kind: "free-shipping" }
      : percent !== undefined
        ? { kind: "percent", off, rate: rate(percent), ...on }
        : { kind: "amount", off, amount: money(amount ?? "", "amount", shop), ...on };
  const read = readEffect(effect);
  if (read) return read;
  throw new RangeError(
    gift && goods === undefined
      ? "Say of which goods: collection, product or tag."
      : "A percentage goes up to 100, an amount is more than nothing.",
  );
}

function conditionsOf(said: Described, shop: Shop): PromotionConditions {
  const { min, minUnits, countries, notReduced, firstOrder, alone } = said;
  const read = readConditions({
    ...(min !== undefined && { minSubtotal: money(min, "min", shop) }),
    ...(minUnits !== undefined && { minQuantity: units(minUnits, "min-units") }),
    ...(countries && countries.length > 0 && { countries: countries.map(country) }),
    ...(notReduced && { excludeSaleItems: true }),
    ...(firstOrder && { firstOrder: true }),
    ...(alone && { stacking: "alone" }),
  });
  if (!read) throw new RangeError("The least spend is more than nothing.");
  return read;
}

function codeOf(typed: string): string {
  const key = codeKey(typed);
  if (/^[\p{L}\p{N}_-]{2,64}$/u.test(key)) return key;
  throw new RangeError(`"${typed}" is no code: 2 to 64 letters, digits, hyphens or underscores.`);
}

function country(typed: string): string {
  const code = typed.toUpperCase();
  if (/^[A-Z]{2}$/.test(code)) return code;
  throw new RangeError(`"${typed}" is no country: two letters, such as US or DE.`);
}

function rate(text: string): number {
  try {
    return expressRate(text.replace(/\s*%$/, ""));
  } catch {
    throw new RangeError(`"${text}" is no percentage such as 10 or 12.5.`);
  }
}

function money(text: string, what: string, { currency }: Shop): number {
  const read = readMoney(text, currency);
  if (read !== undefined) return read;
  throw new RangeError(`${what} "${text}" is no amount of ${currency} such as 5 or 4.90.`);
}

function units(text: string | undefined, what: string): number | undefined {
  if (text === undefined) return undefined;
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new RangeError(`${what} "${text}" is no whole number above 0.`);
}

function moment(text: string | undefined, what: string, { timeZone }: Shop): Date | null {
  if (text === undefined) return null;
  const read = readMoment(text, timeZone);
  if (read) return read;
  throw new RangeError(`${what} "${text}" is no day such as 2026-12-01, or 2026-12-01 09:00.`);
}
