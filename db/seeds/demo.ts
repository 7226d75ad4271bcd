import { and, eq, sql } from "drizzle-orm";
import type { Reader, Tx } from "../open.ts";
import * as tables from "../schema.ts";
import { inList } from "../sets.ts";
import { zero } from "#src/pricing/money.ts";
import { readMoment } from "#src/promotions/read-moment.ts";
import {
  fileOf,
  hoursOf,
  subtitleOf,
  type DemoCatalogue,
  type DemoProduct,
  type DemoPromotion,
} from "./demo-catalogue.ts";

/** Stands in `source` of every row that is the demo's. */
export const demoSource = "demo";
const source = demoSource;

/** Ids are made of names, so that a demo loaded twice is the same demo. */
export const demoId = (name: string) => `demo-${name}`;

export type DemoGiven = {
  readonly now: Date;
  /** Markdown of a description as HTML that may stand on a page. */
  readonly html: (markdown: string) => string;
};

/**
 * Writes the rows of the demo shop, all but its settings; kept columns are for `keepProducts` and `keepCollections`
 * afterwards. Answers the ids of what they are to be called for.
 */
export async function writeDemo(tx: Tx, demo: DemoCatalogue, given: DemoGiven) {
  const collectionIds = await writeCollections(tx, demo);
  const productIds = await writeProducts(tx, demo, given);
  await writePages(tx, demo, given.now);
  await writeDelivery(tx, demo);
  await writePromotions(tx, demo, given.now);
  return { productIds, collectionIds };
}

async function writeCollections(tx: Tx, demo: DemoCatalogue): Promise<string[]> {
  const rows = demo.collections.map(({ handle, title, intro, position, picture }) => ({
    id: demoId(handle),
    handle,
    title,
    description: intro,
    position,
    picture: fileOf(picture),
    source,
  }));
  await tx.insert(tables.collections).values(rows);
  return rows.map((row) => row.id);
}

async function writeProducts(tx: Tx, demo: DemoCatalogue, { now, html }: DemoGiven): Promise<string[]> {
  const { products } = demo;
  // The first of the list is the newest: the front of the cart is where things are put down.
  const createdAt = (position: number) => daysFrom(now, -position);
  await tx
    .insert(tables.products)
    .values(products.map((product) => productRow(product, createdAt(product.position), html)));
  await tx.insert(tables.pictures).values(products.flatMap(pictureRows));
  await tx.insert(tables.variants).values(products.flatMap(variantRows));
  await tx.insert(tables.collectionProducts).values(
    products.flatMap(({ handle, collections, position }) =>
      collections.map((collection) => ({
        collectionId: demoId(collection),
        productId: demoId(handle),
        position,
        shown: false,
        price: zero,
        createdAt: createdAt(position),
      })),
    ),
  );
  await tx
    .insert(tables.relatedProducts)
    .values(
      products.flatMap(({ handle, related }) =>
        related.map((other, position) => ({ productId: demoId(handle), relatedId: demoId(other), position })),
      ),
    );
  await tx.insert(tables.reviews).values(
    demo.reviews.map(({ product, rating, title, body, author, daysAgo }, at) => ({
      id: demoId(`review-${at}`),
      productId: demoId(product),
      rating,
      title,
      body,
      author,
      createdAt: daysFrom(now, -daysAgo),
    })),
  );
  return products.map((product) => demoId(product.handle));
}

function productRow(product: DemoProduct, createdAt: Date, html: DemoGiven["html"]) {
  const { handle, title, vendor, type, tags, details, options, seo, taxClass, leadTime = "" } = product;
  return {
    id: demoId(handle),
    handle,
    title,
    vendor,
    type,
    tags,
    taxClass,
    leadTime,
    source,
    subtitle: subtitleOf(product),
    description: html(product.description),
    attributes: details,
    options: options.map(({ name, values, picture }) =>
      picture ? { name, values, pictured: true } : { name, values },
    ),
    digital: !product.requiresShipping,
    seoTitle: seo.title,
    seoDescription: seo.description,
    createdAt,
    updatedAt: createdAt,
    priceFrom: zero,
    priceTo: zero,
  };
}

const pictureId = (handle: string, file: string) => demoId(`${handle}/${file}`);

const pictureRows = ({ handle, pictures }: DemoProduct) =>
  pictures.map(({ src, alt }, position) => ({
    id: pictureId(handle, fileOf(src)),
    productId: demoId(handle),
    position,
    alt,
    file: fileOf(src),
    width: 800,
    height: 1000,
  }));

/** A variant in the first color has a picture of its own name that looks like the product's first: that one is shown. */
function variantRows({ handle, variants, pictures, stockPolicy, maxPerOrder = 99 }: DemoProduct) {
  const files = new Set(pictures.map((picture) => fileOf(picture.src)));
  const first = fileOf(pictures[0]?.src ?? "");
  return variants.map((variant, position) => {
    const [option1 = "", option2 = "", option3 = ""] = variant.options;
    const file = fileOf(variant.picture);
    return {
      id: demoId(variant.sku),
      productId: demoId(handle),
      position,
      option1,
      option2,
      option3,
      maxPerOrder,
      sku: variant.sku,
      barcode: variant.barcode ?? "",
      price: variant.price,
      weight: variant.weight,
      compareAt: variant.compareAt ?? null,
      stock: variant.stock ?? 0,
      tracked: stockPolicy !== "untracked",
      backorder: stockPolicy === "backorder",
      pictureId: pictureId(handle, files.has(file) ? file : first),
    };
  });
}

/** In which column of the footer a page is named. */
const columns: Readonly<Record<string, string>> = { delivery: "help", returns: "help" };

const pageBody = ({ body, picture, alt = "" }: DemoCatalogue["pages"][number]) =>
  picture === undefined ? body : `![${alt}](/pictures/${fileOf(picture)})\n\n${body}`;

async function writePages(tx: Tx, { pages }: DemoCatalogue, now: Date): Promise<void> {
  const rows = pages.map((page, position) => ({
    handle: page.handle,
    title: page.title,
    body: pageBody(page),
    position,
    updatedAt: now,
    column: columns[page.handle] ?? "shop",
  }));
  await tx.insert(tables.pages).values(rows).onConflictDoNothing();
}

async function writeDelivery(tx: Tx, demo: DemoCatalogue): Promise<void> {
  await tx.insert(tables.pickupPoints).values(
    demo.pickupPoints.map(({ code, lat, lon, hours, ...point }, position) => ({
      ...point,
      id: demoId(code),
      country: "US",
      position,
      source,
      hours: hoursOf(hours),
      latitude: Math.round(lat * 1_000_000),
      longitude: Math.round(lon * 1_000_000),
    })),
  );
  const byMail = {
    id: demoId("by-email"),
    name: "By email",
    type: "digital",
    price: zero,
    time: "At once",
    minDays: 0,
  };
  const plain = { byWeight: [], countries: [], regions: [], postcodes: [], excludes: { tags: [], handles: [] } };
  await tx
    .insert(tables.shippingMethods)
    .values([
      ...demo.shippingMethods.map(methodRow),
      { ...plain, ...byMail, maxDays: 0, pickupPointIds: [], position: demo.shippingMethods.length, source },
    ]);
  for (const { code, name, country, regions, rates } of demo.taxZones) {
    await tx.insert(tables.taxZones).values({ id: demoId(code), name, country, region: regions[0] ?? "", source });
    await tx.insert(tables.taxRates).values(
      Object.entries(rates).map(([taxClass, rate]) => ({
        id: demoId(`${code}-${taxClass}`),
        zoneId: demoId(code),
        taxClass,
        name: `${name} sales tax`,
        rate,
      })),
    );
  }
}

function methodRow(method: DemoCatalogue["shippingMethods"][number], position: number) {
  const { code, name, text, zone, minDays, maxDays, byWeight, freeFrom, points } = method;
  return {
    id: demoId(code),
    name,
    minDays,
    maxDays,
    position,
    source,
    time: text,
    byWeight,
    freeFrom: freeFrom ?? null,
    type: points ? "pickup" : "delivery",
    price: byWeight[0]?.[1] ?? zero,
    countries: [zone.country],
    regions: [],
    postcodes: zone.postcodes ?? [],
    excludes: { tags: method.excludesTags ?? [], handles: method.excludesProducts ?? [] },
    pickupPointIds: (points ?? []).map(demoId),
  };
}

async function writePromotions(tx: Tx, { promotions, shop }: DemoCatalogue, now: Date): Promise<void> {
  const morningOf = (days: number) => morning(daysFrom(now, days), shop.timeZone);
  for (const [at, promotion] of promotions.entries()) {
    const { name, code, startsDay, endsDay, limit, used, oncePerCustomer, minimum } = promotion;
    const id = demoId(`promotion-${at}`);
    const [startsAt, endsAt] = [morningOf(startsDay), endsDay === null ? null : morningOf(endsDay)];
    await tx.insert(tables.promotions).values({
      id,
      name,
      effect: effectOf(promotion),
      coded: code !== null,
      used,
      source,
      conditions: {
        ...(minimum > 0 ? { minSubtotal: minimum } : {}),
        ...(code === "WELCOME10" ? { firstOrder: true } : {}),
      },
      startsAt,
      endsAt,
      useLimit: limit,
      customerLimit: oncePerCustomer ? 1 : null,
    });
    if (code !== null) await tx.insert(tables.promotionCodes).values({ key: code, promotionId: id, used });
    const uses = usesOf({ id, code, used, from: startsAt, to: endsAt ?? now });
    if (uses.length > 0) await tx.insert(tables.promotionUses).values(uses);
  }
}

/** A day begins with its first moment, by the shop's clock. */
function morning(at: Date, timeZone: string): Date {
  const date = new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" }).format(at);
  return readMoment(date, timeZone) ?? at;
}

type Used = {
  readonly id: string;
  readonly code: string | null;
  readonly used: number;
  readonly from: Date;
  readonly to: Date;
};

/** What is counted as used was used: by customers of before, whose orders did not come along. */
function usesOf({ id, code, used, from, to }: Used) {
  const step = (to.getTime() - from.getTime()) / (used + 1);
  return Array.from({ length: used }, (_, at) => ({
    promotionId: id,
    orderId: `${id}-order-${at + 1}`,
    codeKey: code,
    customer: `visitor-${at + 1}@saturday-stall.example`,
    nth: 1,
    at: new Date(Math.round(from.getTime() + step * (at + 1))),
  }));
}

/** In the form that src/promotions reads. */
function effectOf(promotion: DemoPromotion): object {
  switch (promotion.kind) {
    case "order-percent":
      return { kind: "percent", off: "order", rate: promotion.percent * 10_000 };
    case "order-amount":
      return { kind: "amount", off: "order", amount: promotion.amount };
    case "collection-percent":
      return {
        kind: "percent",
        off: "goods",
        rate: promotion.percent * 10_000,
        on: { collections: [demoId(promotion.collection)] },
      };
    case "free-shipping":
      return { kind: "free-shipping", methods: [demoId(promotion.method)] };
    case "tiers":
      return {
        kind: "tiers",
        tiers: promotion.tiers.map(({ from, percent }) => ({ from, rate: percent * 10_000 })),
        on: { products: [demoId(promotion.product)] },
      };
    case "buy-get":
      return {
        kind: "buy-get",
        buy: promotion.buy,
        get: promotion.get,
        rate: 1_000_000,
        on: { tags: [promotion.tag] },
      };
  }
}

export async function hasDemo(db: Reader): Promise<boolean> {
  const { products } = tables;
  return (await db.select({ id: products.id }).from(products).where(eq(products.source, source)).limit(1)).length > 0;
}

/** Handles of the demo's products and collections that the shop already has. */
export async function takenBy(db: Reader, demo: DemoCatalogue): Promise<string[]> {
  const { products, collections } = tables;
  const goods = inList(
    products.handle,
    demo.products.map((each) => each.handle),
  );
  const lists = inList(
    collections.handle,
    demo.collections.map((each) => each.handle),
  );
  const taken = await db.select({ handle: products.handle }).from(products).where(goods);
  const listed = await db.select({ handle: collections.handle }).from(collections).where(lists);
  return [...taken, ...listed].map((row) => row.handle);
}

const day = 86_400_000;
const daysFrom = (now: Date, days: number) => new Date(now.getTime() + days * day);

/**
 * Takes away every row that the demo brought and nothing else: a page that was changed since is the shopkeeper's own.
 * Answers what pages and lists must be made anew for.
 */
export async function dropDemo(tx: Tx, demo: DemoCatalogue) {
  const { products, collections, collectionProducts, pages } = tables;
  const gone = await tx
    .select({ id: products.id, handle: products.handle })
    .from(products)
    .where(eq(products.source, source));
  const ours = sql`select ${products.id} from ${products} where ${products.source} = ${source}`;
  const theirs = await tx
    .selectDistinct({ id: collectionProducts.collectionId })
    .from(collectionProducts)
    .innerJoin(collections, eq(collections.id, collectionProducts.collectionId))
    .where(and(sql`${collectionProducts.productId} in (${ours})`, sql`${collections.source} <> ${source}`));
  await tx.delete(tables.redirects).where(sql`${tables.redirects.targetId} in (${ours})`);
  await tx.delete(products).where(eq(products.source, source));
  await tx
    .update(collections)
    .set({ parentId: null })
    .where(sql`${collections.parentId} in (select id from collections where source = ${source})`);
  for (const table of [collections, tables.promotions, tables.taxZones, tables.shippingMethods, tables.pickupPoints]) {
    await tx.delete(table).where(eq(table.source, source));
  }
  for (const page of demo.pages) {
    await tx.delete(pages).where(and(eq(pages.handle, page.handle), eq(pages.body, pageBody(page))));
  }
  return { handles: gone.map((row) => row.handle), collectionIds: theirs.map((row) => row.id) };
}
