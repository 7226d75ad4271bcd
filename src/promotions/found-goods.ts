import { FactError, shown, type FactField, type Facts } from "./facts.ts";
import type { Goods } from "./promotion.ts";

type Ids = ReadonlyMap<string, readonly string[]>;

/** Ids by what people call them: products and collections by handle, variants by article number, methods by name. */
export type FoundGoods = {
  readonly products: Ids;
  readonly variants: Ids;
  readonly collections: Ids;
  readonly methods: Ids;
};

export type GoodsAsked = { readonly [K in keyof FoundGoods]: readonly string[] };

/** The names that must be looked up before these can be described. */
export function goodsAsked(all: readonly Facts[]): GoodsAsked {
  const names = (...fields: (readonly string[] | undefined)[]) => fields.flatMap((each) => each ?? []);
  return {
    products: all.flatMap((facts) => names(facts.products, facts.giftProducts)),
    variants: all.flatMap((facts) => names(facts.variants, facts.giftVariants)),
    collections: all.flatMap((facts) => names(facts.collections, facts.giftCollections)),
    methods: all.flatMap((facts) => names(facts.methods)),
  };
}

const said = {
  products: "product",
  variants: "article",
  collections: "collection",
  methods: "delivery method",
} as const;

export function idsOf(
  names: readonly string[] | undefined,
  field: FactField,
  kind: keyof FoundGoods,
  found: FoundGoods,
): readonly string[] | undefined {
  if (names === undefined || names.length === 0) return undefined;
  const ids = names.flatMap((name) => {
    const known = found[kind].get(name);
    if (known === undefined) throw new FactError(field, `There is no ${said[kind]} ${shown(name)}.`);
    return known;
  });
  return [...new Set(ids)].toSorted();
}

/** The goods that a promotion is about, or that it gives away; undefined for all. */
export function goodsNamed(facts: Facts, found: FoundGoods, gift = false): Goods | undefined {
  const [products, variants, collections, tags] = gift
    ? (["giftProducts", "giftVariants", "giftCollections", "giftTags"] as const)
    : (["products", "variants", "collections", "tags"] as const);
  const named = {
    collections: idsOf(facts[collections], collections, "collections", found),
    tags: tagsOf(facts[tags], tags),
    products: idsOf(facts[products], products, "products", found),
    variants: idsOf(facts[variants], variants, "variants", found),
  };
  const given = Object.entries(named).filter(([, ids]) => ids !== undefined);
  return given.length === 0 ? undefined : (Object.fromEntries(given) as Goods);
}

function tagsOf(typed: readonly string[] | undefined, field: FactField): readonly string[] | undefined {
  if (typed === undefined || typed.length === 0) return undefined;
  const long = typed.find((tag) => tag.length > 255);
  if (long !== undefined) throw new FactError(field, `${shown(long)} is no tag: it is longer than 255 characters.`);
  return [...new Set(typed)].toSorted();
}
