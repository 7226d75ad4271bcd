import { eq, or, sql } from "drizzle-orm";
import type { Reader } from "#db/prepared.ts";
import { collections, products, shippingMethods, variants } from "#db/schema.ts";
import { inList } from "#db/sets.ts";
import type { FoundGoods, GoodsAsked } from "./found-goods.ts";
import { goodsOf } from "./goods.ts";
import type { PromotionEffect } from "./promotion.ts";

type Named = { readonly id: string; readonly word: string };

function byWord(rows: readonly Named[]): Map<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const { id, word } of rows) {
    found.set(word, [...(found.get(word) ?? []), id]);
    if (!found.has(id)) found.set(id, [id]);
  }
  return found;
}

/** Finds what is named by handles, article numbers, names or ids. A query for each kind that is asked for. */
export async function findGoods(db: Reader, asked: GoodsAsked): Promise<FoundGoods> {
  const find = async (words: readonly string[], load: (list: string[]) => PromiseLike<Named[]>) =>
    words.length === 0 ? new Map<string, readonly string[]>() : byWord(await load([...new Set(words)]));
  return {
    products: await find(asked.products, (words) =>
      db
        .select({ id: products.id, word: products.handle })
        .from(products)
        .where(or(inList(products.handle, words), inList(products.id, words))),
    ),
    variants: await find(asked.variants, (words) =>
      db
        .select({ id: variants.id, word: variants.sku })
        .from(variants)
        .where(or(inList(variants.sku, words), inList(variants.id, words))),
    ),
    collections: await find(asked.collections, (words) =>
      db
        .select({ id: collections.id, word: collections.handle })
        .from(collections)
        .where(or(inList(collections.handle, words), inList(collections.id, words))),
    ),
    methods: await find(asked.methods, (words) =>
      db
        .select({ id: shippingMethods.id, word: shippingMethods.name })
        .from(shippingMethods)
        .where(or(inList(shippingMethods.name, words), inList(shippingMethods.id, words))),
    ),
  };
}

/** What an id of some goods is called: for people, and in a file. */
export type GoodsWord = { readonly title: string; readonly word: string };

/** Names of all the goods and methods that these promotions speak of, by their ids. */
export async function nameGoods(
  db: Reader,
  effects: readonly PromotionEffect[],
): Promise<ReadonlyMap<string, GoodsWord>> {
  const goods = effects.flatMap((effect) => [
    goodsOf(effect) ?? {},
    effect.kind === "buy-get" ? (effect.to ?? {}) : {},
  ]);
  const ids = (kind: "products" | "variants" | "collections") => [
    ...new Set(goods.flatMap((each) => each[kind] ?? [])),
  ];
  const methods = [...new Set(effects.flatMap((each) => (each.kind === "free-shipping" ? (each.methods ?? []) : [])))];
  const [productIds, variantIds, collectionIds] = [ids("products"), ids("variants"), ids("collections")];
  const options = sql<string>`${variants.option1} || ' ' || ${variants.option2} || ' ' || ${variants.option3}`;
  const rows = [
    ...(productIds.length === 0
      ? []
      : await db
          .select({ id: products.id, title: products.title, word: products.handle })
          .from(products)
          .where(inList(products.id, productIds))),
    ...(collectionIds.length === 0
      ? []
      : await db
          .select({ id: collections.id, title: collections.title, word: collections.handle })
          .from(collections)
          .where(inList(collections.id, collectionIds))),
    ...(methods.length === 0
      ? []
      : await db
          .select({ id: shippingMethods.id, title: shippingMethods.name, word: shippingMethods.id })
          .from(shippingMethods)
          .where(inList(shippingMethods.id, methods))),
    ...(variantIds.length === 0
      ? []
      : (
          await db
            .select({ id: variants.id, title: products.title, options, word: variants.sku })
            .from(variants)
            .innerJoin(products, eq(products.id, variants.productId))
            .where(inList(variants.id, variantIds))
        ).map(({ id, title, options: chosen, word }) => {
          return { id, title: `${title} ${chosen}`.trim().replaceAll(/\s+/g, " "), word };
        })),
  ];
  return new Map(rows.map(({ id, title, word }) => [id, { title, word: word === "" ? id : word }]));
}

export const titlesOf = (words: ReadonlyMap<string, GoodsWord>): ReadonlyMap<string, string> =>
  new Map([...words].map(([id, { title }]) => [id, title]));
