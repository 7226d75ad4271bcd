import type { BuyGetEffect, GoodsEffect, PricingPromotion, ShippingEffect, Tiers } from "./promotion.ts";
import {
  QuoteError,
  readChoice,
  readFields,
  readFlag,
  readList,
  readOptional,
  readPercent,
  readSum,
  readText,
  readWhole,
  type Fields,
} from "./quote-fields.ts";
import { whole } from "./rate.ts";

const types = [
  "percent",
  "fixed",
  "fixedPerUnit",
  "fixedPerLine",
  "tieredPercent",
  "tieredFixed",
  "free",
  "bogo",
] as const;
type Type = (typeof types)[number];

/** Reads one discount of a quote. All that are given apply together, in their order within each level. */
export function readPromotion(value: unknown, field: string, position: number): PricingPromotion {
  const fields = readFields(value, field);
  const type = readChoice(fields.type, `${field}.type`, types);
  const when = readFields(fields.when ?? {}, `${field}.when`);
  const shared = {
    id: `discount ${position + 1}`,
    name: `Discount ${position + 1}`,
    priority: position,
    stacking: "combines" as const,
    excludeSaleItems: readFlag(fields.excludeSaleItems, `${field}.excludeSaleItems`, false),
    ...present("lines", readOptional(fields, "lines", field, readIds)),
    ...present("minSubtotal", readOptional(when, "minSubtotal", `${field}.when`, readSum)),
    ...present("minQuantity", readOptional(when, "minTotalQty", `${field}.when`, readCount)),
    ...present("minLineQuantity", readOptional(when, "minLineQty", `${field}.when`, readCount)),
  };
  const limits = {
    ...present("limitUnits", readOptional(fields, "limitUnits", field, readCount)),
    ...present("limitUnitsPerLine", readOptional(fields, "limitUnitsPerLine", field, readCount)),
  };
  if (type === "bogo") return { ...shared, ...limits, class: "product", effect: readBuyGet(fields, field) };
  const level = readChoice(fields.level, `${field}.level`, ["item", "order", "shipping"]);
  if (level === "shipping") return { ...shared, class: "shipping", effect: readShippingEffect(type, fields, field) };
  const effect = readGoodsEffect(type, fields, field);
  return { ...shared, ...limits, class: level === "item" ? "product" : "order", effect };
}

function readShippingEffect(type: Type, fields: Fields, field: string): ShippingEffect {
  if (type === "free") return { kind: "free" };
  if (type === "percent") return { kind: "percent", percent: readPercent(fields.value, `${field}.value`, whole) };
  if (type === "fixed") return { kind: "fixed", amount: readSum(fields.value, `${field}.value`) };
  if (type === "tieredPercent" || type === "tieredFixed") return { kind: type, ...readTiersOf(type, fields, field) };
  throw new QuoteError(`${field}.type`, `cannot be ${type} on shipping: only free, percent, fixed or by tiers`);
}

function readGoodsEffect(type: Exclude<Type, "bogo">, fields: Fields, field: string): GoodsEffect {
  switch (type) {
    case "free":
      return { kind: "percent", percent: whole };
    case "percent":
      return { kind: "percent", percent: readPercent(fields.value, `${field}.value`, whole) };
    case "tieredPercent":
      return { kind: type, ...readTiersOf(type, fields, field) };
    case "tieredFixed":
      return { kind: type, off: "once", ...readTiersOf(type, fields, field) };
    default:
      return { kind: type, amount: readSum(fields.value, `${field}.value`) };
  }
}

function readTiersOf(type: "tieredPercent" | "tieredFixed", fields: Fields, field: string): Tiers {
  return readTiers(fields, field, type === "tieredFixed" ? readSum : (value, at) => readPercent(value, at, whole));
}

function readTiers(fields: Fields, field: string, readValue: (value: unknown, field: string) => number): Tiers {
  const tiers = readList(fields.tiers, `${field}.tiers`).map((tier, index): readonly [number, number] => {
    const at = `${field}.tiers[${index}]`;
    const [from, value] = readList(tier, at);
    return [readSum(from, `${at}[0]`), readValue(value, `${at}[1]`)];
  });
  const below = readOptional(fields, "base", field, readValue);
  if (tiers.length === 0 && below === undefined) throw new QuoteError(`${field}.tiers`, "must have at least one tier");
  return { by: "amount", tiers, ...present("below", below) };
}

function readBuyGet(fields: Fields, field: string): BuyGetEffect {
  return {
    kind: "buyGet",
    buyQuantity: readWhole(fields.buyQty, `${field}.buyQty`, 1),
    getQuantity: readWhole(fields.getQty, `${field}.getQty`, 1),
    ...present("buyLines", readOptional(fields, "buyLines", field, readIds)),
    ...present("getLines", readOptional(fields, "getLines", field, readIds)),
    ...present(
      "percent",
      readOptional(fields, "percentOff", field, (value, at) => readPercent(value, at, whole)),
    ),
  };
}

function readIds(value: unknown, field: string): readonly string[] {
  return readList(value, field).map((id, index) => readText(id, `${field}[${index}]`));
}

function readCount(value: unknown, field: string): number {
  return readWhole(value, field, 0);
}

/** `{ [name]: value }`, or nothing where there is no value. */
function present<Name extends string, Value>(name: Name, value: Value | undefined): { readonly [key in Name]?: Value } {
  return value === undefined ? {} : ({ [name]: value } as { readonly [key in Name]: Value });
}
