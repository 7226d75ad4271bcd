// Unfolds the written goods into catalogue.json. Usage: bun catalogue/build.ts
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Item } from "./shape.ts";
import { home as goods } from "./home.ts";
import { larder } from "./larder.ts";
import { desk } from "./desk.ts";
import * as texts from "./shop.ts";
import type { Book } from "../draw/book.ts";

const book: Book = {};
for (const n of ["ceramics", "kitchen", "pantry", "textiles", "light", "paper", "garden", "gifts"])
  Object.assign(book, (await import(`../draw/${n}.ts`))[n]);

const items: Item[] = [...goods, ...larder, ...desk];
const hash = (s: string) => {
  let h = 2166136261;
  for (const c of s) h = Math.imul(h ^ c.charCodeAt(0), 16777619);
  h ^= h >>> 15;
  return (Math.imul(h, 2246822519) >>> 0) / 4294967296;
};
/** A number from the range kept for use inside a shop (prefix 2), with its check digit. */
const barcode = (n: number) => {
  const s = "2" + String(n).padStart(11, "0");
  const sum = [...s].reduce((a, c, i) => a + Number(c) * (i % 2 ? 3 : 1), 0);
  return s + ((10 - (sum % 10)) % 10);
};
const short = (code: string) =>
  code.length <= 4 && /^[A-Z0-9]+$/.test(code)
    ? code
    : code
        .split("-")
        .map((w, _, a) => (a.length > 1 ? w.slice(0, 2) : w.slice(0, 3)))
        .join("")
        .toUpperCase();
const slug = (s: string) =>
  s
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/(^-|-$)/g, "");
let bar = 0;

const products = items.map((p, position) => {
  const combos = (p.o ?? []).reduce<[string, string, number, number][][]>(
    (all, o) =>
      all.flatMap((c) =>
        o.values.map((v) => [...c, [v[0], v[1], v[2] ?? 0, v[3] ?? 0] as [string, string, number, number]]),
      ),
    [[]],
  );
  const at = (p.o ?? []).findIndex((o) => o.picture);
  const title = book[p.h]!.title;
  const variants = combos.map((c) => {
    const sku = [p.sku, ...c.map((v) => short(v[1]))].join("-");
    const stock =
      p.stock === 0 || p.stock === 9999 || combos.length === 1
        ? p.stock
        : p.empty?.includes(sku)
          ? 0
          : Math.max(4, Math.round(p.stock * (0.6 + hash(sku) * 0.8)));
    const add = c.reduce((a, v) => a + v[2], 0);
    return {
      sku,
      options: c.map((v) => v[0]),
      price: p.price + add,
      ...(p.was ? { compareAt: p.was + add } : {}),
      stock: p.digital ? null : stock,
      weight: p.g + c.reduce((a, v) => a + v[3], 0),
      ...(p.barcode ? { barcode: barcode(100 + bar++) } : {}),
      picture: `pictures/${p.h}${at >= 0 ? "--" + c[at]![1] : ""}.svg`,
    };
  });
  const pictures = [
    { src: `pictures/${p.h}.svg`, alt: title + "." },
    ...(at >= 0
      ? p.o![at]!.values.slice(1).map((v) => ({
          src: `pictures/${p.h}--${v[1]}.svg`,
          alt: `${title}; ${p.o![at]!.name.toLowerCase()}: ${v[0].toLowerCase()}.`,
        }))
      : []),
  ];
  return {
    handle: p.h,
    title: p.t,
    vendor: p.v,
    vendorHandle: slug(p.v),
    type: p.ty,
    tags: p.tags,
    collections: p.c,
    position: position + 1,
    shortDescription: p.s,
    description: p.d,
    taxClass: p.tax ?? "standard",
    availability: p.digital
      ? "digital"
      : p.policy === "backorder"
        ? "backorder"
        : p.stock === 0
          ? "sold-out"
          : "in-stock",
    stockPolicy: p.digital ? "untracked" : (p.policy ?? "deny"),
    ...(p.lead ? { leadTime: p.lead } : {}),
    requiresShipping: !p.digital,
    ...(p.digital ? { download: p.digital } : {}),
    ...(p.max ? { maxPerOrder: p.max } : {}),
    options: (p.o ?? []).map((o) => ({ name: o.name, values: o.values.map((v) => v[0]), picture: !!o.picture })),
    variants,
    pictures,
    details: Object.entries(p.details).map(([name, value]) => ({ name: name.replaceAll("_", " "), value })),
    related: p.rel,
    seo: { title: `${p.t} by ${p.v}`, description: p.s },
  };
});
const vendors = [...new Set(items.map((p) => p.v))].map((name) => ({
  name,
  handle: slug(name),
  products: items.filter((p) => p.v === name).length,
}));
const catalogue = {
  format: 1,
  money: "integer cents",
  dates: "days from the first start of the demo",
  rates: "millionths",
  weights: "grams",
  shop: texts.shop,
  home: texts.home,
  emptyCart: texts.emptyCart,
  collections: texts.collections,
  vendors,
  products,
  pages: texts.pages,
  reviews: texts.reviews,
  quiz: texts.quiz,
  pickupPoints: texts.pickupPoints,
  promotions: texts.promotions,
  ownerNotes: texts.ownerNotes,
  taxClasses: texts.taxClasses,
  taxZones: texts.taxZones,
  shippingMethods: texts.shippingMethods,
};
writeFileSync(join(import.meta.dir, "..", "catalogue.json"), JSON.stringify(catalogue, null, 2) + "\n");
console.log(
  `${products.length} products, ${products.reduce((a, p) => a + p.variants.length, 0)} variants, ${vendors.length} vendors, ${texts.collections.length} collections`,
);
