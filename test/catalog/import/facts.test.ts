import { describe, expect, setDefaultTimeout, test } from "bun:test";
import { fileSource } from "#src/catalog/import/source.ts";
import { readAll, type Read } from "./reading.ts";

setDefaultTimeout(60_000);

// Real exports, which are not part of this repository: looked for beside it, and skipped loudly where they are not.
const data = `${import.meta.dir}/../../../../shared/data`;
const here = await Bun.file(`${data}/facts.json`).exists();
if (!here) console.warn("SKIPPED real product files: ../shared/data is not here");

type Facts = Readonly<Record<string, number>> & {
  readonly file: string;
  readonly productStatus?: Readonly<Record<string, number>>;
  readonly categories?: readonly string[];
  readonly firstTitle?: string;
};

const read = async (file: string, currency = "USD") => readAll(await fileSource(`${data}/${file}`), { currency });
const variants = ({ products }: Read) => products.flatMap((product) => product.variants);
const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);

describe.skipIf(!here)("real files hold what an independent reader found", async () => {
  const all: readonly Facts[] = here ? await Bun.file(`${data}/facts.json`).json() : [];

  test.each(all.filter((facts) => facts.file.startsWith("shopify/")))("$file", async (facts) => {
    const found = await read(facts.file);
    const sold = variants(found);
    const prices = sold.map((variant) => variant.price as number);
    expect({
      products: found.products.length,
      variantRows: sold.length,
      imageRows: sum(found.products.map((product) => product.pictureEntries)),
      distinctImages: sum(found.products.map((product) => product.pictures.length)),
      minPriceMinor: Math.min(...prices),
      maxPriceMinor: Math.max(...prices),
      sumPricesMinor: sum(prices),
      onSaleVariants: sold.filter((variant) => variant.compareAt !== null).length,
      sumStock: sum(sold.map((variant) => variant.stock)),
      negativeStock: sold.filter((variant) => variant.stock < 0).length,
      options3: found.products.filter((product) => product.options.length === 3).length,
      titles: new Set(found.products.map((product) => product.title)).size,
      maxVariants: Math.max(...found.products.map((product) => product.variants.length)),
      firstTitle: found.products.toSorted((left, right) => left.row - right.row)[0]?.title,
      troubles: found.troubles.length,
    } as Record<string, unknown>).toEqual({
      products: facts.products,
      variantRows: facts.variantRows,
      imageRows: facts.imageRows,
      distinctImages: facts.distinctImages,
      minPriceMinor: facts.minPriceMinor,
      maxPriceMinor: facts.maxPriceMinor,
      sumPricesMinor: facts.sumPricesMinor,
      onSaleVariants: facts.onSaleVariants,
      sumStock: facts.sumStock,
      negativeStock: facts.negativeStock,
      options3: facts.options3,
      titles: facts.titles,
      maxVariants: facts.maxVariants,
      firstTitle: facts.firstTitle,
      troubles: 0,
    });
    expect(found.products.every((product) => product.status === "active")).toBe(true);
  });

  test.each(all.filter((facts) => facts.file.startsWith("woocommerce/")))("$file", async (facts) => {
    const found = await read(facts.file);
    const rows = new Map(variants(found).map((variant) => [variant.row, variant]));
    const choices = found.products.filter((product) => product.options.length > 0);
    expect(found.products.length).toBe(facts.topLevelProducts ?? 0);
    expect(new Set(choices.flatMap((product) => product.variants.map((each) => each.row))).size).toBe(
      facts.variations ?? 0,
    );
    expect(sum(found.products.map((product) => product.pictureEntries))).toBe(facts.images ?? 0);
    expect([...rows.values()].filter((variant) => variant.compareAt !== null).length).toBe(facts.saleRows ?? 0);
    expect(sum([...rows.values()].map((variant) => variant.compareAt ?? variant.price))).toBe(
      facts.sumRegularMinor ?? 0,
    );
    const paths = found.products.flatMap((product) => product.collections.map((path) => path.join(" > ")));
    expect([...new Set(paths)].toSorted()).toEqual([...(facts.categories ?? [])]);
    expect(found.troubles).toEqual([]);
  });

  test("3,793 gift-shop products to the penny, and 107 rows that repeat one", async () => {
    const found = await read("orders/uci-online-retail-products-shopify.csv.gz", "GBP");
    expect([found.products.length, found.troubles.length, sum(variants(found).map((each) => each.price))]).toEqual([
      3793, 107, 1_312_187,
    ]);
    expect(found.troubles.every((each) => each.reason.startsWith("the same handle and options as row "))).toBe(true);
  });

  test("21,381 LEGO sets", async () => {
    const found = await read("big/lego-sets-shopify.csv.gz");
    expect([found.products.length, variants(found).length, found.troubles.length]).toEqual([21_381, 21_381, 0]);
  });

  test("a product file of a shop that Pushcart does not read is refused, not misread", async () => {
    await expect(read("vendure/products.csv")).rejects.toThrow(
      "is not a product file of Shopify, WooCommerce or Pushcart",
    );
  });
});
