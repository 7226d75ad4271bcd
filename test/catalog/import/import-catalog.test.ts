import { describe, expect, setDefaultTimeout, test } from "bun:test";
import { asc, eq } from "drizzle-orm";
import type { Reader } from "#db/open.ts";
import {
  collectionProducts,
  collections,
  importChanges,
  importRuns,
  pictures,
  products,
  redirects,
  relatedProducts,
  stockMoves,
  variants,
} from "#db/schema.ts";
import { countChanges } from "#src/catalog/import/runs-store.ts";
import { undoImport } from "#src/catalog/import/undo.ts";
import { emptyShop, type EmptyShop } from "./import-shop.ts";

setDefaultTimeout(60_000);

const header =
  "Handle,Title,Body (HTML),Type,Tags,Option1 Name,Option1 Value,Variant SKU,Variant Inventory Qty,Variant Price,Image Src";
const file = (...rows: string[]) => [header, ...rows, ""].join("\n");
const bowl = "bowl,Bowl,<p>Round.</p>,Bowl,clay,Title,Default Title,B-1,5,20,https://pictures.example/bowl.jpg";
const mug = [
  'mug,Mug,,Mug,"clay, tea",Size,Small,M-S,3,12,https://pictures.example/mug.jpg',
  "mug,,,,,,Large,M-L,4,15,",
];

async function sold(db: Reader) {
  const rows = await db
    .select({ handle: products.handle, option1: variants.option1, price: variants.price, stock: variants.stock })
    .from(variants)
    .innerJoin(products, eq(products.id, variants.productId))
    .orderBy(asc(products.handle), asc(variants.position));
  return rows.map((row) => [row.handle, row.option1, row.price, row.stock].join(" ").replace("  ", " "));
}

/** Everything that an import may write, but for what says when. */
async function everything({ read }: EmptyShop) {
  const plain = <T extends object>(rows: readonly T[]) =>
    rows.map((row) => JSON.stringify({ ...row, version: 0, updatedAt: 0 })).toSorted();
  return {
    products: plain(await read.select().from(products)),
    variants: plain(await read.select().from(variants)),
    pictures: plain(await read.select().from(pictures)),
    collections: plain(await read.select().from(collections)),
    members: plain(await read.select().from(collectionProducts)),
    related: plain(await read.select().from(relatedProducts)),
  };
}

describe("importing a file", () => {
  test("makes products with variants, waiting pictures, lists by rule, and says what it did", async () => {
    await using shop = await emptyShop();
    const report = await shop.takeText(file(bowl, ...mug));
    expect(report).toMatchObject({
      products: 2,
      variants: 3,
      images: 2,
      collections: 3,
      created: 2,
      updated: 0,
      unchanged: 0,
    });
    expect(await sold(shop.read)).toEqual(["bowl 2000 5", "mug Small 1200 3", "mug Large 1500 4"]);
    const lists = await shop.read.select().from(collections).orderBy(asc(collections.position));
    expect(lists.map((row) => [row.handle, row.listed, row.productCount])).toEqual([
      ["bowl", true, 1],
      ["mug", true, 1],
      ["clay", false, 2],
    ]);
    expect(lists[2]).toMatchObject({
      title: "Clay",
      rule: { match: "all", conditions: [{ field: "tag", is: "equals", value: "clay" }] },
    });
    expect((await shop.read.select().from(pictures)).map((row) => row.state)).toEqual(["waiting", "waiting"]);
    const [kept] = await shop.read.select().from(products).where(eq(products.handle, "mug"));
    expect(kept).toMatchObject({ priceFrom: 1200, priceTo: 1500, available: true, variantCount: 2 });
  });

  test("a second run changes nothing, not even the list of runs", async () => {
    await using shop = await emptyShop();
    for (const name of ["shopify-old.csv", "woo.csv"]) await shop.takeFixture(name);
    const before = await everything(shop);
    const runs = await shop.read.select().from(importRuns);
    for (const name of ["shopify-old.csv", "woo.csv"]) {
      const again = await shop.takeFixture(name);
      expect([again.created, again.updated, again.unchanged, again.runId]).toEqual([0, 0, again.products, undefined]);
    }
    expect(await everything(shop)).toEqual(before);
    expect(await shop.read.select().from(importRuns)).toEqual(runs);
  });

  test("what was sold since the first run is not put back by a second", async () => {
    await using shop = await emptyShop();
    await shop.takeText(file(bowl));
    await shop.store.write((tx) => tx.update(variants).set({ stock: 2 }));
    await shop.takeText(file(bowl));
    expect(await sold(shop.read)).toEqual(["bowl 2000 2"]);
  });

  test("a changed file changes what differs: price, stock with its movement, a variant more and one less", async () => {
    await using shop = await emptyShop();
    await shop.takeText(file(bowl, ...mug));
    const [small] = await shop.read.select().from(variants).where(eq(variants.sku, "M-S"));
    const report = await shop.takeText(
      file(bowl, "mug,Mug,,Mug,clay,Size,Small,M-S,9,13,https://pictures.example/mug.jpg", "mug,,,,,,Huge,M-H,1,30,"),
    );
    expect(report).toMatchObject({ created: 0, updated: 1, unchanged: 1 });
    expect(await sold(shop.read)).toEqual(["bowl 2000 5", "mug Small 1300 9", "mug Huge 3000 1"]);
    expect((await shop.read.select().from(variants).where(eq(variants.sku, "M-S")))[0]?.id).toBe(small?.id ?? "");
    expect(await shop.read.select().from(stockMoves)).toMatchObject([
      { variantId: small?.id ?? "", change: 6, cause: "imported" },
    ]);
  });

  test("a variant keeps its identity when its option is renamed, by its SKU, and options may change places", async () => {
    await using shop = await emptyShop();
    await shop.takeText(file(...mug));
    const ids = async () =>
      Object.fromEntries((await shop.read.select().from(variants)).map((row) => [row.sku, row.id]));
    const before = await ids();
    await shop.takeText(file("mug,Mug,,Mug,,Size,S,M-S,3,12,", "mug,,,,,,L,M-L,4,15,"));
    expect(await ids()).toEqual(before);
    await shop.takeText(file("mug,Mug,,Mug,,Size,L,M-S,3,12,", "mug,,,,,,S,M-L,4,15,"));
    expect(await sold(shop.read)).toEqual(["mug L 1200 3", "mug S 1500 4"]);
  });

  test("a file of handles, titles and prices changes prices and empties nothing", async () => {
    await using shop = await emptyShop();
    await shop.takeText(file(bowl));
    await shop.takeText("Handle,Title,Variant Price\nbowl,Bowl,25\n");
    const [row] = await shop.read.select().from(products);
    expect(row).toMatchObject({ description: "<p>Round.</p>", type: "Bowl", tags: ["clay"], priceFrom: 2500 });
    expect(await sold(shop.read)).toEqual(["bowl 2500 5"]);
    expect(await shop.read.$count(pictures)).toBe(1);
  });

  test("variants whose rows could not be read stay as they were", async () => {
    await using shop = await emptyShop();
    await shop.takeText(file(...mug));
    const report = await shop.takeText(file("mug,Mug,,Mug,,Size,Small,M-S,3,14,", 'mug,,,,,,Large,M-L,4,"1,500",'));
    expect(report).toMatchObject({ updated: 1, skipped: 1 });
    expect(await sold(shop.read)).toEqual(["mug Small 1400 3", "mug Large 1500 4"]);
  });

  test("a picture that was fetched is kept when the file moves it", async () => {
    await using shop = await emptyShop();
    await shop.takeText(file(bowl));
    await shop.store.write((tx) => tx.update(pictures).set({ state: "ready", file: "x.webp" }));
    await shop.takeText(
      file(
        "bowl,Bowl,,,,,,B-1,5,20,https://pictures.example/new.jpg",
        "bowl,,,,,,,,,,https://pictures.example/bowl.jpg",
      ),
    );
    const rows = await shop.read.select().from(pictures).orderBy(asc(pictures.position));
    expect(rows.map((row) => [row.source.slice(25), row.state, row.file])).toEqual([
      ["new.jpg", "waiting", ""],
      ["bowl.jpg", "ready", "x.webp"],
    ]);
  });

  test("a description is sanitised before it is saved", async () => {
    await using shop = await emptyShop();
    await shop.takeText(file('bowl,Bowl,"<p hx-get=""/x"" style=""a"">Hi<script>x</script></p>",,,,,,5,20,'));
    expect((await shop.read.select().from(products))[0]?.description).toBe("<p>Hi</p>");
  });

  test("hostile text stands in the shop as it was written", async () => {
    await using shop = await emptyShop();
    const title = `<script>alert(1)</script> '; drop table products; -- \u202e`;
    await shop.takeText(file(`bowl,"${title}",,${"x".repeat(300)},,,,,5,20,`));
    expect((await shop.read.select().from(products))[0]?.title).toBe(title);
  });
});

test("a maker that an attribute tells of is brought up to date; one that no file tells of stays", async () => {
  await using shop = await emptyShop();
  const file = (value: string) =>
    `ID,Name,Regular price,Attribute 1 name,Attribute 1 value(s)\n1,Oak,5,Brand,${value}\n`;
  const vendor = async () => (await shop.read.select({ vendor: products.vendor }).from(products))[0]?.vendor;
  await shop.takeText(file("Weir"));
  await shop.takeText(file("Mill"));
  expect(await vendor()).toBe("Mill");
  await shop.takeText("ID,Name,Regular price\n1,Oak,6\n");
  expect(await vendor()).toBe("Mill");
});

test("a variant whose row cannot be read stays in the shop, and can still be chosen", async () => {
  await using shop = await emptyShop();
  const rows = (price: string) =>
    `Handle,Title,Option1 Name,Option1 Value,Variant Price\nmug,Mug,Size,Small,5\nmug,,,Large,${price}\n`;
  await shop.takeText(rows("6"));
  await shop.takeText(rows("6.1.2"));
  expect(await sold(shop.read)).toHaveLength(2);
  const [kept] = await shop.read.select().from(products);
  expect(kept?.options).toEqual([{ name: "Size", values: ["Small", "Large"] }]);
});

describe("the menu of a Shopify shop", () => {
  const header = "Handle,Title,Variant Price,Product Category,Type,Collection";
  const rows = (type: string, collection = "") =>
    `${header}\nring,Ring,5,Apparel > Jewelry > Rings,${type},${collection}\nhoop,Hoop,5,Uncategorized,${type},\n`;
  const listed = async (text: string) => {
    await using shop = await emptyShop();
    await shop.takeText(text);
    const lists = await shop.read.select().from(collections).orderBy(asc(collections.position));
    return { menu: lists.filter((row) => row.listed).map((row) => row.title), all: lists.map((row) => row.title) };
  };

  test("names the shop's own types, not the standard list's; that is the shelves where there are no types", async () => {
    expect(await listed(rows("Silver"))).toEqual({
      menu: ["Silver"],
      all: ["Silver"],
    });
    expect(await listed(rows(""))).toEqual({ menu: ["Apparel"], all: ["Apparel", "Jewelry", "Rings"] });
    expect((await listed(rows("Silver", "Gifts"))).menu).toEqual(["Gifts"]);
  });
});

describe("WooCommerce products", () => {
  test("stand in their categories and in those above, beside each other, and gathered", async () => {
    await using shop = await emptyShop();
    const report = await shop.takeFixture("woo.csv");
    expect(report).toMatchObject({ products: 6, variants: 7, created: 6, collections: 6, skipped: 2 });
    const lists = await shop.read.select().from(collections);
    const named = (handle: string) => lists.find((row) => row.handle === handle);
    expect(named("kitchen")).toMatchObject({ parentId: null, productCount: 2, listed: true });
    expect(named("mugs")).toMatchObject({ parentId: named("kitchen")?.id ?? "", productCount: 1, listed: false });
    expect(named("table-set")).toMatchObject({ title: "Table Set", productCount: 2, rule: null });
    expect(await shop.read.select().from(redirects)).toMatchObject([
      { from: "products/table-set", what: "collection", targetId: named("table-set")?.id },
    ]);
    expect(await shop.read.$count(relatedProducts)).toBe(4);
  });

  test("a tax class without a rate falls back to the standard: nothing is sold untaxed by mistake", async () => {
    await using shop = await emptyShop();
    await shop.takeFixture("woo.csv");
    const classes = await shop.read.select({ handle: products.handle, taxClass: products.taxClass }).from(products);
    expect(classes.find((row) => row.handle === "plate")?.taxClass).toBe("standard");
    expect(classes.find((row) => row.handle === "song")?.taxClass).toBe("untaxed");
  });
});

describe("trying first", () => {
  test("a dry run tells the same and writes nothing", async () => {
    await using shop = await emptyShop();
    const { runId: _, ...dry } = await shop.takeFixture("woo.csv", { dryRun: true });
    expect(await shop.read.$count(products)).toBe(0);
    expect(await shop.read.$count(importRuns)).toBe(0);
    expect(await shop.read.$count(collections)).toBe(0);
    const { runId, ...real } = await shop.takeFixture("woo.csv");
    expect(dry).toEqual(real);
    expect(runId).toBeDefined();
  });

  test("and counts what would change", async () => {
    await using shop = await emptyShop();
    await shop.takeText(file(bowl, ...mug));
    const before = await everything(shop);
    const report = await shop.takeText(file(bowl.replace(",20,", ",21,"), ...mug), { dryRun: true });
    expect(report).toMatchObject({ created: 0, updated: 1, unchanged: 1 });
    expect(await everything(shop)).toEqual(before);
  });
});

describe("a run that was cut off", () => {
  test("leaves whole products, and another run completes it", async () => {
    await using whole = await emptyShop();
    await using cut = await emptyShop();
    const rows = Array.from(
      { length: 400 },
      (_, at) => `p-${at},P ${at},,T ${at % 3},tag,Title,Default Title,S-${at},1,${at + 1},`,
    );
    await whole.takeText(file(...rows));

    let writes = 0;
    const store: EmptyShop["store"] = Object.create(cut.store, {
      write: {
        value: (work: never) => {
          writes += 1;
          if (writes === 3) throw new Error("the power went");
          return cut.store.write(work);
        },
      },
    });
    const { importCatalog } = await import("#src/catalog/import/import-catalog.ts");
    const { textSource } = await import("#src/catalog/import/source.ts");
    const options = { currency: "USD", hasPicture: () => false };
    await expect(importCatalog({ ...cut, store }, textSource(file(...rows)), options)).rejects.toThrow(
      "the power went",
    );
    const saved = await cut.read.$count(products);
    expect(saved).toBeGreaterThan(0);
    expect(saved).toBeLessThan(400);

    const report = await cut.takeText(file(...rows));
    expect(report).toMatchObject({ created: 400 - saved, unchanged: saved });
    expect((await sold(cut.read)).length).toBe(400);
    const counts = async (shop: EmptyShop) =>
      (await shop.read.select().from(collections))
        .map((row) => `${row.handle} ${row.productCount} ${row.priceFrom}`)
        .toSorted();
    expect(await counts(cut)).toEqual(await counts(whole));
    expect((await cut.read.select().from(importRuns)).map((run) => run.state)).toEqual(["done", "done"]);
  });
});

describe("taking an import back", () => {
  test("leaves the shop as it was before", async () => {
    await using shop = await emptyShop();
    await shop.takeFixture("shopify-old.csv");
    const before = await everything(shop);
    shop.later(5);
    await shop.takeText(
      file("linen-apron,Other,,Other,new,Size,Short,AP-S-O,1,99,https://pictures.example/x.jpg", ...mug) +
        "plain-bowl,Plain Bowl,New.,Bowl,,Title,Default Title,PB,7,1,\n",
    );
    expect(await everything(shop)).not.toEqual(before);
    const report = await undoImport(shop);
    expect(report).toMatchObject({ removed: 1, restored: 2 });
    expect(await everything(shop)).toEqual(before);
    expect(await shop.read.$count(importChanges)).toBeGreaterThan(0);
  });

  test("what was sold meanwhile stays sold", async () => {
    await using shop = await emptyShop();
    await shop.takeText(file(bowl));
    shop.later(5);
    await shop.takeText(file(bowl.replace(",5,20,", ",50,20,")));
    await shop.store.write((tx) => tx.update(variants).set({ stock: 47 }));
    await undoImport(shop);
    expect(await sold(shop.read)).toEqual(["bowl 2000 2"]);
  });

  test("takes back one import at a time, the newest first, and the same file can come again", async () => {
    await using shop = await emptyShop();
    await shop.takeText(file(bowl));
    shop.later(5);
    await shop.takeFixture("woo.csv");
    await undoImport(shop);
    expect(await sold(shop.read)).toEqual(["bowl 2000 5"]);
    expect((await shop.read.select().from(collections)).map((row) => row.handle).toSorted()).toEqual(["bowl"]);
    await undoImport(shop);
    expect([await shop.read.$count(products), await shop.read.$count(collections)]).toEqual([0, 0]);
    expect(await undoImport(shop)).toBeUndefined();
    expect(await shop.takeText(file(bowl))).toMatchObject({ created: 1 });
  });
});

describe("an import that is ended, or cut off", () => {
  const file = [
    "Handle,Title,Variant Price",
    ...Array.from({ length: 60 }, (_, at) => `mug-${at},Mug ${at},5.00`),
  ].join("\n");

  test("is ended in good order where somebody has had enough, and one undo takes back what was in by then", async () => {
    await using shop = await emptyShop();
    const told: number[][] = [];
    const report = await shop.takeText(file, {
      pace: "within",
      enough: () => told.length > 0,
      onProgress: (...each) => void told.push(each),
    });
    expect(report).toMatchObject({ stopped: true, created: 20, products: 20 });
    expect(told).toEqual([[20, 60, 21]]);
    expect(await undoImport(shop)).toMatchObject({ removed: 20, restored: 0 });
  });

  test("is gone on with under its own id: counted once, and taken back whole", async () => {
    await using shop = await emptyShop();
    const broken = () => {
      throw new Error("as by a power cut");
    };
    const first = shop.takeText(file, { pace: "within", runId: "the-run", onProgress: broken });
    expect(first).rejects.toThrow("power cut");
    await first.catch(() => {});
    const again = await shop.takeText(file, { pace: "within", runId: "the-run" });
    expect(again).toMatchObject({ runId: "the-run", created: 40, unchanged: 20, stopped: false });
    expect(await countChanges(shop.read, "the-run")).toEqual({ made: 60, changed: 0 });
    expect(await undoImport(shop, { runId: "another" })).toBeUndefined();
    const pieces: number[] = [];
    const undone = await undoImport(shop, { runId: "the-run", together: 25, onProgress: (more) => pieces.push(more) });
    expect([undone?.removed, pieces]).toEqual([60, [25, 25, 10]]);
    expect(await undoImport(shop)).toBeUndefined();
  });
});
