import Type, { type Static } from "typebox";
import { Compile } from "typebox/compile";

const strict = { additionalProperties: false } as const;
const names = Type.Array(Type.String({ minLength: 1 }));
const rate = Type.Integer({ minimum: 1, maximum: 1_000_000 });
const amount = Type.Integer({ minimum: 1, maximum: 1_000_000_000_000 });
const units = Type.Integer({ minimum: 1, maximum: 9_999 });

/** Which goods: those in any of the collections (ids), with any of the tags, any of the products (ids) or variants (ids). */
const Goods = Type.Object(
  {
    collections: Type.Optional(names),
    tags: Type.Optional(names),
    products: Type.Optional(names),
    variants: Type.Optional(names),
  },
  { additionalProperties: false, minProperties: 1 },
);

/** Counted on each line by itself, where nothing is said, or over all the goods it is about. */
const by = Type.Optional(Type.Enum(["line", "goods"]));
const on = Type.Optional(Goods);

/** `on` left out: all goods. `order` takes off what is left of the sum, `goods` off each line before that. */
const Effect = Type.Union([
  /** `rate` in millionths: 100,000 is 10%. */
  Type.Object({ kind: Type.Literal("percent"), off: Type.Literal("order"), rate, on }, strict),
  Type.Object({ kind: Type.Literal("percent"), off: Type.Literal("goods"), rate, on }, strict),
  /** `amount` in minor units: once off the order, or off each unit of the goods. */
  Type.Object({ kind: Type.Literal("amount"), off: Type.Literal("order"), amount, on }, strict),
  Type.Object({ kind: Type.Literal("amount"), off: Type.Literal("goods"), amount, on }, strict),
  /** `methods`: ids of shipping methods; left out: every delivery. */
  Type.Object({ kind: Type.Literal("free-shipping"), methods: Type.Optional(names) }, strict),
  /** Of every `buy` + `get` units the `get` cheapest are `rate` off. `to` left out: the same goods. */
  Type.Object({ kind: Type.Literal("buy-get"), buy: units, get: units, rate, on, to: Type.Optional(Goods) }, strict),
  /** The more units the more off: the tier with the largest `from` that is reached. A percentage, or so much off each. */
  Type.Object(
    {
      kind: Type.Literal("tiers"),
      on,
      by,
      tiers: Type.Array(Type.Object({ from: units, rate }, strict), { minItems: 1 }),
    },
    strict,
  ),
  Type.Object(
    {
      kind: Type.Literal("amount-tiers"),
      on,
      by,
      tiers: Type.Array(Type.Object({ from: units, amount }, strict), { minItems: 1 }),
    },
    strict,
  ),
]);

/** What must hold. Dates and limits are columns of the promotion. */
const Conditions = Type.Object(
  {
    /** Of the goods it is about, before any discount. */
    minSubtotal: Type.Optional(amount),
    minQuantity: Type.Optional(units),
    /** Codes of the countries the order goes to. */
    countries: Type.Optional(names),
    excludeSaleItems: Type.Optional(Type.Boolean()),
    firstOrder: Type.Optional(Type.Boolean()),
    /** Customers who are signed in and in one of these groups. */
    groups: Type.Optional(names),
    /** Left out: the best of its class counts. "class": beside others of its class. "alone": beside nothing. */
    stacking: Type.Optional(Type.Enum(["class", "alone"])),
  },
  strict,
);

type Fixed<T> = T extends object ? { readonly [K in keyof T]: Fixed<T[K]> } : T;

export type Goods = Fixed<Static<typeof Goods>>;
/** What stands in `promotions.effect`. */
export type PromotionEffect = Fixed<Static<typeof Effect>>;
/** What stands in `promotions.conditions`. */
export type PromotionConditions = Fixed<Static<typeof Conditions>>;

export type Promotion = {
  readonly id: string;
  readonly name: string;
  readonly effect: PromotionEffect;
  readonly conditions: PromotionConditions;
  readonly coded: boolean;
  readonly active: boolean;
  readonly priority: number;
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
  readonly useLimit: number | null;
  readonly customerLimit: number | null;
  readonly used: number;
};

const effectCheck = Compile(Effect);
const conditionsCheck = Compile(Conditions);

/** What is stored, read as an effect; undefined where it is none, so that a spoilt row takes nothing off. */
export function readEffect(stored: unknown): PromotionEffect | undefined {
  return effectCheck.Check(stored) ? stored : undefined;
}

export function readConditions(stored: unknown): PromotionConditions | undefined {
  return conditionsCheck.Check(stored) ? stored : undefined;
}
