import type { Reader } from "#db/open.ts";
import { link, paths } from "#src/paths.ts";
import type { ShopSettings } from "#src/settings/shop.ts";
import { buyingOf, type Buying } from "./buying.ts";
import { deliveryFacts } from "./delivery-facts.ts";
import type { Method } from "./delivery-store.ts";
import { excerptOf } from "./excerpt.ts";
import { monthOf } from "./month.ts";
import { loadProductPage, loadVariants, type ProductRows } from "./product-store.ts";
import type { Goods, Reckon } from "./reckoning.ts";
import { trailOf } from "./trail.ts";

/** What an address says behind its `?`: the last of a name that stands there twice. */
export type Query = Readonly<Record<string, string>>;

type Seen = {
  readonly query: Query;
  readonly shop: ShopSettings;
  readonly methods: readonly Method[];
  readonly reckon: Reckon;
};

/** A product's page, in one query; undefined unless it is sold here. */
export async function loadProduct(db: Reader, handle: string, seen: Seen) {
  const rows = await loadProductPage(db, handle);
  if (!rows) return undefined;
  const view = productView(rows, seen);
  return { ...view, tells: view.related.map((card) => `product:${card.handle}`) };
}

function productView(rows: ProductRows, { query, shop, methods, reckon }: Seen) {
  const { product, variants, stars } = rows;
  const buy = buyingOf({ ...product, variants, goods: goodsOf(product, rows.collections) }, query, shop, reckon);
  const { handle, title, vendor, description, priceFrom, priceTo, variantCount, available, attributes } = product;
  const given = (rating: number) => stars.find((each) => each.rating === rating)?.given ?? 0;
  const chosen = variants.find((variant) => variant.id === buy.variant?.id);
  const sku = chosen?.sku ?? "";
  const maker = vendor === "" ? [] : [{ name: "Maker", value: vendor }];
  const number = sku === "" ? [] : [{ name: "Number", value: sku }];
  return {
    handle,
    title,
    vendor,
    sku,
    priceFrom,
    priceTo,
    variantCount,
    available,
    buy,
    seoTitle: product.seoTitle,
    seoDescription: product.seoDescription || product.subtitle || excerptOf(description),
    summary: product.seoDescription || product.subtitle,
    descriptionHtml: description,
    attributes: [...attributes, ...maker, ...number],
    trail: trailOf(rows.collections),
    gallery: galleryOf({ handle, title, pictures: rows.pictures }, buy, query),
    picksUp: !product.digital && methods.some(({ type }) => type === "pickup"),
    delivery: deliveryFacts({ ...product, weight: chosen?.weight ?? variants[0]?.weight ?? 0 }, methods, shop),
    reviews: {
      sum: product.ratingSum,
      count: product.ratingCount,
      stars: [given(5), given(4), given(3), given(2), given(1)] as const,
      list: rows.reviews.map(({ createdAt, ...review }) => ({ ...review, when: monthOf(createdAt, shop) })),
    },
    related: besideOf(rows),
  };
}

const goodsOf = (
  { id, handle, title, tags, taxClass, digital }: Omit<Goods, "collections">,
  collections: readonly { readonly id: string }[],
): Goods => ({ id, handle, title, tags, taxClass, digital, collections: collections.map((each) => each.id) });

/** As many as stand in a row: what the shopkeeper put beside it, then its neighbours on the shelf. */
function besideOf({ related, neighbours }: ProductRows) {
  const chosen = new Set(related.map((card) => card.handle));
  const others = neighbours.filter((card) => !chosen.has(card.handle));
  return [...related, ...others].slice(0, Math.max(4, related.length));
}

type Pictured = Pick<ProductRows, "pictures"> & { readonly handle: string; readonly title: string };

/** Shows the picture that was asked for, or that of the variant, or the first. */
function galleryOf({ handle, title, pictures }: Pictured, { variant }: Buying, query: Query) {
  const asked = /^[1-9]\d?$/.test(query["picture"] ?? "") ? Number(query["picture"]) - 1 : -1;
  const own = pictures.findIndex((picture) => picture.id === variant?.pictureId);
  const shown = asked >= 0 && asked < pictures.length ? asked : Math.max(0, own);
  const options = Object.entries(query).filter(([name]) => /^option[123]$/.test(name));
  const chosen = options.length === 0 ? "" : `${new URLSearchParams(options)}&`;
  const start = `${link(paths.product, { handle })}?${chosen}picture=`;
  const hrefOf = (at: number) => `${start}${at + 1}`;
  return { handle, title, pictures, shown, hrefOf };
}

/** What follows from a keystroke or a choice, in one query. */
export async function loadPreview(db: Reader, handle: string, { query, shop, reckon }: Omit<Seen, "methods">) {
  const rows = await loadVariants(db, handle);
  if (!rows) return undefined;
  const buy = buyingOf({ ...rows, goods: goodsOf(rows, rows.collections) }, query, shop, reckon);
  return { buy, gallery: galleryOf({ handle, title: rows.title, pictures: rows.pictures }, buy, query) };
}
