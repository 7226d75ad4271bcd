import { describe, expect, setDefaultTimeout, test } from "bun:test";
import { eq } from "drizzle-orm";
import { collections, pictures, products, redirects, variants } from "#db/schema.ts";
import { csvCell, writeCsv } from "#src/catalog/export/csv.ts";
import { exportCatalog } from "#src/catalog/export/export-catalog.ts";
import { keepProducts } from "#src/catalog/keep.ts";
import { emptyShop, type EmptyShop } from "#test/catalog/import/import-shop.ts";
import { readText } from "#test/catalog/import/reading.ts";
import { makeWorld } from "#test/support/world.ts";

setDefaultTimeout(60_000);

const exported = async (shop: EmptyShop, currency = "USD") =>
  (await Array.fromAsync(exportCatalog(shop.read, currency))).join("");

describe("an export", () => {
  test("of what was imported comes back as the same catalogue, byte for byte", async () => {
    await using shop = await emptyShop();
    for (const name of ["shopify-old.csv", "shopify-new.csv", "woo.csv"]) await shop.takeFixture(name);
    const first = await exported(shop);
    await using other = await emptyShop();
    other.later(60);
    const report = await other.takeText(first);
    expect(report).toMatchObject({ form: "pushcart", errors: [], created: report.products });
    expect(await exported(other)).toBe(first);
  });

  test("keeps all that only Pushcart knows: order in lists, swatches, old addresses, drafts, limits", async () => {
    await using shop = await emptyShop();
    const options = [{ name: "Glaze", values: ["Oat", "Slate, dark"], pictured: true }];
    await shop.store.write(async (tx) => {
      await makeWorld(tx, {
        products: [
          { title: "Bowl", price: 2000, compareAt: 1500, stock: 0, backorder: true, maxPerOrder: 3, status: "draft" },
          {
            title: "Mug",
            price: 1200,
            options,
            variants: [{ options: ["Slate, dark"], price: 1300 }, { options: ["Oat"] }],
          },
        ],
      });
      await tx
        .update(products)
        .set({ leadTime: "Two weeks", attributes: [{ name: "Size: outer", value: "a\\b, c: d" }] });
      await tx.insert(pictures).values({ id: "p1", productId: "mug", position: 0, alt: "A mug", file: "mug.svg" });
      await tx.update(variants).set({ pictureId: "p1" }).where(eq(variants.id, "mug-1"));
      await tx.insert(redirects).values({ from: "products/old-mug", what: "product", targetId: "mug" });
      const rule = { match: "any", conditions: [{ field: "title", is: "contains", value: "a; b" }] } as const;
      await tx.insert(collections).values([
        { id: "c1", handle: "table", title: "Table", position: 4, listed: false, rule: null },
        { id: "c2", handle: "a-bowls", title: "Bowls", parentId: "c1", description: "Round.\nDeep.", rule },
      ]);
      await keepProducts(tx, ["bowl", "mug"]);
    });
    const first = await exported(shop);
    expect(first).toContain("products/old-mug");
    await using other = await emptyShop();
    await other.takeText(first, { hasPicture: (name) => name === "mug.svg" });
    expect(await exported(other)).toBe(first);
    const [mug] = await other.read.select().from(products).where(eq(products.handle, "mug"));
    expect(mug).toMatchObject({
      options,
      leadTime: "Two weeks",
      attributes: [{ name: "Size: outer", value: "a\\b, c: d" }],
    });
    expect((await other.read.select().from(pictures))[0]).toMatchObject({
      file: "mug.svg",
      state: "ready",
      alt: "A mug",
    });
  });

  test("imported where it came from changes nothing", async () => {
    await using shop = await emptyShop();
    await shop.takeFixture("woo.csv");
    const first = await exported(shop);
    expect(await shop.takeText(first)).toMatchObject({ created: 0, updated: 0, runId: undefined, errors: [] });
    expect(await exported(shop)).toBe(first);
  });

  test("with a moment that no database keeps in it is taken without that moment", async () => {
    for (const created of [
      "+100000-01-01T00:00:00.000Z",
      "-000001-01-01T00:00:00.000Z",
      "9999-12-31T23:59:59.999Z",
      "soon",
    ]) {
      const rows = [["product", "mug", "Mug", created]];
      const { products: read } = await readText(writeCsv([["Row", "Handle", "Title", "Created"], ...rows]));
      expect(
        read.map(({ own }) => own?.createdAt),
        created,
      ).toEqual([undefined]);
    }
  });

  test("of formulas is harmless in a spreadsheet and comes back as it was", async () => {
    const texts = [
      "=1+1",
      "+1",
      "-1-1",
      "@SUM(A1)",
      "'quoted",
      "''",
      "-3",
      "-3.5",
      "plain",
      "a'b",
      "=cmd|'/C calc'!A0",
    ];
    expect(texts.map(csvCell).join(" ")).toBe(
      "'=1+1 '+1 '-1-1 '@SUM(A1) ''quoted ''' -3 -3.5 plain a'b '=cmd|'/C calc'!A0",
    );
    const rows = texts.map((text, at) => ["product", `p-${at}`, text]);
    const { products: read } = await readText(writeCsv([["Row", "Handle", "Title"], ...rows]));
    expect(read.map((product) => product.title)).toEqual(texts);
  });
});

const data = `${import.meta.dir}/../../../../shared/data`;
const here = await Bun.file(`${data}/facts.json`).exists();
if (!here) console.warn("SKIPPED exports of real files: ../shared/data is not here");

test.skipIf(!here).each(["shopify/jewelery.csv", "shopify/packt-furniture.csv", "woocommerce/sample_products.csv"])(
  "%s, exported, comes back byte for byte",
  async (file) => {
    await using shop = await emptyShop();
    await shop.takeFile(`${data}/${file}`);
    const first = await exported(shop);
    await using other = await emptyShop();
    await other.takeText(first);
    expect(await exported(other)).toBe(first);
  },
);
