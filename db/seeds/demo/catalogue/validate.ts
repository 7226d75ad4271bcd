// Checks catalogue.json. Usage: bun catalogue/validate.ts ; exit status 1 when something is wrong.
import { existsSync, readFileSync, statSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { DemoCatalogue, DemoProduct } from "../../demo-catalogue.ts";

/** With what nobody but this check reads. */
type Product = DemoProduct & {
  readonly vendorHandle: string;
  readonly availability: string;
  readonly download?: string;
};
type Question = {
  readonly id: string;
  readonly answers: readonly { readonly id: string; readonly products: readonly string[] }[];
};
type Catalogue = Omit<DemoCatalogue, "products" | "quiz" | "promotions" | "shop"> & {
  readonly products: readonly Product[];
  readonly vendors: readonly { readonly handle: string }[];
  readonly taxClasses: readonly { readonly code: string }[];
  readonly quiz: { readonly questions: readonly Question[] };
  readonly promotions: readonly (DemoCatalogue["promotions"][number] & { readonly state: string })[];
  readonly emptyCart: { readonly picture: string };
  readonly shop: { readonly logo: string; readonly openGraph: string };
};
const root = join(import.meta.dir, "..");
const text = readFileSync(join(root, "catalogue.json"), "utf8");
const c = JSON.parse(text) as Catalogue;
const bad: string[] = [];
const ok = (test: unknown, what: string) => {
  if (!test) bad.push(what);
};
const unique = (list: readonly string[], what: string) =>
  list.forEach((v, i) => ok(list.indexOf(v) === i, `${what} twice: ${v}`));

const handles: string[] = c.products.map((p) => p.handle);
const cols: string[] = c.collections.map((x) => x.handle);
const has = (h: string, where: string) => ok(handles.includes(h), `${where}: no product ${h}`);
const file = (f: string, where: string) => ok(existsSync(join(root, f)), `${where}: no file ${f}`);
unique(handles, "handle");
unique(cols, "collection");
unique(
  c.pages.map((p) => p.handle),
  "page",
);
unique(
  c.products.flatMap((p) => p.variants.map((v) => v.sku)),
  "sku",
);
unique(
  c.products.flatMap((p) => p.variants.flatMap((v) => v.barcode ?? [])),
  "barcode",
);
unique(
  c.products.map((p) => p.title),
  "title",
);
ok(handles.length === 60, `60 products, found ${handles.length}`);
ok(cols.length === 8, "8 collections");

for (const p of c.products) {
  const w = p.handle;
  ok(/^[a-z0-9]+(-[a-z0-9]+)*$/.test(w), `${w}: handle`);
  for (const k of ["title", "vendor", "type", "shortDescription", "description"] as const)
    ok(typeof p[k] === "string" && p[k].trim() === p[k] && p[k].length > 2, `${w}: ${k}`);
  ok(p.shortDescription.length <= 160, `${w}: short description has ${p.shortDescription.length}`);
  ok(p.description.split(/\s+/).length >= 45, `${w}: description has ${p.description.split(/\s+/).length} words`);
  ok(p.seo.title.length <= 70 && p.seo.description.length <= 160, `${w}: seo`);
  ok(
    c.vendors.some((v) => v.handle === p.vendorHandle),
    `${w}: vendor`,
  );
  ok(p.collections.length > 0, `${w}: no collection`);
  p.collections.forEach((x: string) => ok(cols.includes(x), `${w}: collection ${x}`));
  ok(
    c.taxClasses.some((t) => t.code === p.taxClass),
    `${w}: tax class`,
  );
  ok(p.related.length >= 2, `${w}: related`);
  p.related.forEach((r: string) => {
    has(r, w + " related");
    ok(r !== w, `${w}: related to itself`);
  });
  ok(p.details.length >= 2, `${w}: details`);
  ok(p.options.length <= 3, `${w}: options`);
  ok(
    p.variants.length === p.options.reduce((a: number, o) => a * o.values.length, 1),
    `${w}: ${p.variants.length} variants`,
  );
  unique(
    p.variants.map((v) => v.options.join("|")),
    `${w}: combination`,
  );
  for (const v of p.variants) {
    ok(Number.isSafeInteger(v.price) && v.price >= 0, `${v.sku}: price`);
    ok(v.compareAt === undefined || v.compareAt > v.price, `${v.sku}: compareAt`);
    ok(v.stock === null || (Number.isInteger(v.stock) && v.stock >= 0), `${v.sku}: stock`);
    ok(Number.isInteger(v.weight) && (p.requiresShipping ? v.weight > 0 : v.weight === 0), `${v.sku}: weight`);
    ok(v.sku.length <= 32 && /^[A-Z0-9-]+$/.test(v.sku), `${v.sku}: form`);
    v.options.forEach((o: string, i: number) => ok(p.options[i]?.values.includes(o), `${v.sku}: option ${o}`));
    if (v.barcode)
      ok(
        [...v.barcode].reduce((a, d, i) => a + Number(d) * (i % 2 ? 3 : 1), 0) % 10 === 0 && v.barcode.length === 13,
        `${v.sku}: barcode`,
      );
    file(v.picture, v.sku);
  }
  unique(
    p.pictures.map((x) => x.src),
    `${w}: picture`,
  );
  p.pictures.forEach((x) => {
    file(x.src, w);
    ok(x.alt.length > 10 && x.alt.length < 160, `${w}: alt`);
  });
}
for (const col of c.collections) {
  const n = c.products.filter((p) => p.collections.includes(col.handle)).length;
  ok(n >= 5, `${col.handle}: ${n} products`);
  file(col.picture, col.handle);
}
const count = (what: string, n: number, fn: (p: Product) => unknown) => {
  const f = c.products.filter(fn).map((p) => p.handle);
  ok(f.length === n, `${what}: ${f.length} (${f}), wanted ${n}`);
};
const stock = (p: Product) => p.variants.reduce((a, v) => a + (v.stock ?? 0), 0);
count("at 29.99", 1, (p) => p.variants.some((v) => v.price === 2999) && p.variants.length === 1 && stock(p) > 99);
ok(c.products.flatMap((p) => p.variants).filter((v) => v.price === 2999).length === 1, "only one variant at 29.99");
count("sold out", 1, (p) => p.availability === "sold-out" && stock(p) === 0 && p.stockPolicy === "deny");
count("on sale", 2, (p) => p.variants.some((v) => v.compareAt));
count("three options", 1, (p) => p.options.length === 3 && p.variants.length <= 48);
count("backorder", 1, (p) => p.stockPolicy === "backorder" && p.leadTime);
count("three left", 1, (p) => p.availability === "in-stock" && stock(p) === 3);
count("digital", 1, (p) => !p.requiresShipping && p.download);
count("free", 1, (p) => p.variants.every((v) => v.price === 0));
ok(c.reviews.length === 12, "12 reviews");
c.reviews.forEach((r) => {
  has(r.product, "review");
  ok(r.rating >= 1 && r.rating <= 5, "rating");
});
ok(c.quiz.questions.length === 5, "5 questions");
c.quiz.questions.forEach((q) =>
  q.answers.forEach((a) =>
    a.products.forEach((h: string) => {
      has(h, `quiz ${q.id}/${a.id}`);
    }),
  ),
);
for (const q of c.quiz.questions)
  if (q.id === "spend") {
    const cap: Readonly<Record<string, readonly [number, number]>> = {
      little: [0, 2000],
      middle: [2000, 5000],
      plenty: [5000, 1e9],
    };
    q.answers.forEach((a) =>
      a.products.forEach((h: string) => {
        const p = c.products.find((x) => x.handle === h)?.variants[0]?.price ?? -1;
        const [least, most] = cap[a.id] ?? [0, -1];
        ok(p >= least && p <= most, `quiz spend ${a.id}: ${h} costs ${p}`);
      }),
    );
  }
ok(c.pickupPoints.length === 6, "6 pick-up points");
c.pickupPoints.forEach((p) => ok(p.lat > 43 && p.lat < 44 && p.lon > -92 && p.lon < -90, `${p.code}: place`));
unique(
  c.pickupPoints.map((p) => p.code),
  "pick-up",
);
c.shippingMethods
  .flatMap((m) => m.points ?? [])
  .forEach((x: string) =>
    ok(
      c.pickupPoints.some((p) => p.code === x),
      `method point ${x}`,
    ),
  );
c.shippingMethods.flatMap((m) => m.excludesProducts ?? []).forEach((h: string) => has(h, "method"));
ok(c.shippingMethods.length === 4 && c.taxZones.length === 2, "methods and zones");
for (const z of c.taxZones)
  for (const t of c.taxClasses) ok(Number.isInteger(z.rates[t.code]), `${z.code}: rate ${t.code}`);
for (const s of ["live", "expired", "used up", "scheduled"])
  ok(
    c.promotions.some((p) => p.state === s),
    `promotion ${s}`,
  );
for (const p of c.promotions) {
  ok((p.endsDay !== null && p.endsDay < 0) === (p.state === "expired"), `${p.name}: expired`);
  ok(p.startsDay > 0 === (p.state === "scheduled"), `${p.name}: scheduled`);
  ok((p.limit !== null && p.used >= p.limit) === (p.state === "used up"), `${p.name}: used up`);
  if ("collection" in p) ok(cols.includes(p.collection), p.name);
  if ("tag" in p)
    ok(
      c.products.some((x) => x.tags.includes(p.tag)),
      p.name,
    );
}
unique(
  c.promotions.flatMap((p) => p.code ?? []),
  "code",
);
ok(!JSON.stringify({ ...c, ownerNotes: [] }).includes("STAFF50"), "STAFF50 in a public text");
c.home.rows.forEach((r) => r.products.forEach((h: string) => has(h, r.title)));
for (const f of [
  c.home.hero.picture,
  c.emptyCart.picture,
  c.shop.logo,
  c.shop.openGraph,
  ...c.pages.flatMap((p) => p.picture ?? []),
])
  file(f, "shop");
for (const h of ["about", "delivery", "returns", "privacy", "imprint"])
  ok(
    c.pages.some((p) => p.handle === h),
    `page ${h}`,
  );
ok(!/[\u2014]|lorem|TODO|"undefined|NaN/.test(text), "stray text");

// pictures
const files = readdirSync(join(root, "pictures")).filter((f: string) => f.endsWith(".svg"));
const wanted = new Set(
  c.products
    .flatMap((p) => [...p.pictures.map((x) => x.src), ...p.variants.map((v) => v.picture)])
    .map((s: string) => s.replace("pictures/", "")),
);
for (const f of files as string[]) {
  const s = readFileSync(join(root, "pictures", f), "utf8"),
    n = statSync(join(root, "pictures", f)).size,
    big = /^(hero|tile|og)-/.test(f);
  ok(n <= (f.startsWith("hero-") ? 96 : big ? 40 : 12) * 1024, `${f}: ${n} bytes`);
  ok(
    !/<script|<style|<filter|<text|<image|<foreignObject|javascript:|url\((?!#)|href="(?!#)|\son\w+=/.test(s),
    `${f}: something that does not belong`,
  );
  ok(!/NaN|undefined/.test(s), `${f}: broken number`);
  ok(s.startsWith("<svg xmlns=") && s.includes("viewBox") && s.includes("<title>"), `${f}: head`);
  const ids = [...s.matchAll(/ id="([^"]+)"/g)].map((m) => m[1]!);
  ok(new Set(ids).size === ids.length, `${f}: an id twice`);
  for (const m of s.matchAll(/(?:href="#|url\(#)([^")]+)/g)) ok(ids.includes(m[1]!), `${f}: no id ${m[1]}`);
  if (!big && !/^(mark|favicon)/.test(f)) ok(wanted.has(f), `${f}: belongs to no product`);
}
if (bad.length) {
  console.log(bad.join("\n"));
  console.log(`${bad.length} faults`);
  process.exit(1);
}
console.log(
  `sound: ${handles.length} products, ${c.products.reduce((a, p) => a + p.variants.length, 0)} variants, ${files.length} pictures, ${files.reduce((a: number, f: string) => a + statSync(join(root, "pictures", f)).size, 0)} bytes`,
);
