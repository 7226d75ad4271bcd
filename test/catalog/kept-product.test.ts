import { describe, expect, test } from "bun:test";
import { facetsOf } from "#src/catalog/facets.ts";
import { keptColumns, searchable, type ProductFacts, type VariantFacts } from "#src/catalog/kept-product.ts";
import { toCents } from "#src/pricing/money.ts";

const variant = (price: number, more: Partial<VariantFacts> = {}): VariantFacts => ({
  option1: "",
  option2: "",
  option3: "",
  sku: "",
  barcode: "",
  price: toCents(price),
  compareAt: null,
  stock: 1,
  tracked: true,
  backorder: false,
  ...more,
});
const product = (variants: readonly VariantFacts[], more: Partial<ProductFacts> = {}): ProductFacts => ({
  id: "p",
  handle: "p",
  title: "T-Shirt",
  subtitle: "",
  description: "<p>Woven in <b>Bellwether</b> &amp; worn</p>",
  vendor: "Linden & Weft",
  type: "Shirt",
  tags: ["linen"],
  attributes: [],
  options: [],
  variants,
  pictures: [],
  ratings: [],
  ...more,
});

describe("what is kept of a product", () => {
  test("is reduced where one of its variants is, and was what the cheapest was", () => {
    const reduced = variant(900, { compareAt: toCents(1200) });
    expect(keptColumns(product([variant(1500), reduced]))).toMatchObject({
      priceFrom: 900,
      priceTo: 1500,
      compareAt: 1200,
      reduced: true,
    });
    const dear = variant(1500, { compareAt: toCents(1800) });
    expect(keptColumns(product([variant(900), dear]))).toMatchObject({ compareAt: null, reduced: true });
    expect(keptColumns(product([variant(900, { compareAt: toCents(900) })]))).toMatchObject({
      compareAt: null,
      reduced: false,
    });
  });

  test.each([
    [{ stock: 0 }, false],
    [{ stock: -2 }, false],
    [{ stock: 0, tracked: false }, true],
    [{ stock: 0, backorder: true }, true],
    [{ stock: 1 }, true],
  ])("with %p is available: %p", (more, available) => {
    expect(keptColumns(product([variant(1, { stock: 0 }), variant(1, more)])).available).toBe(available);
  });

  test("is found by words of its title, codes and text, and changes its digest when a card would", () => {
    const shirt = product([variant(900, { sku: "LIN-01", barcode: "2000000001005" })]);
    const { document, slips } = searchable(shirt, keptColumns(shirt));
    expect(document.title).toEqual(["t", "shirt"]);
    expect(document.codes).toEqual(["lin01", "2000000001005"]);
    expect(document.rest).toEqual(expect.arrayContaining(["tshirt", "weft", "linen", "bellwether", "lin", "01"]));
    expect(document.rest).not.toContain("amp");
    expect(slips.filter(({ slip }) => slip === "shrt")).toEqual([{ slip: "shrt", word: "shirt" }]);
    const digestOf = (other: ProductFacts) => searchable(other, keptColumns(other)).document.digest;
    expect(digestOf(product(shirt.variants))).toBe(document.digest);
    expect(digestOf({ ...shirt, subtitle: "New" })).not.toBe(document.digest);
    expect(digestOf(product([variant(901, { sku: "LIN-01", barcode: "2000000001005" })]))).not.toBe(document.digest);
  });

  test("can be filtered by what is short enough to choose from", () => {
    const shirt = product([variant(1, { option1: "Oat" }), variant(1, { option1: "Oat" })], {
      options: [{ name: "color", values: ["Oat"] }],
      attributes: [
        { name: "Color", value: "said twice" },
        { name: "Care", value: "x".repeat(60) },
        { name: ":vendor", value: "Faked" },
        { name: "", value: "nameless" },
        { name: "Weave", value: "Plain" },
      ],
    });
    const found = facetsOf(shirt, keptColumns(shirt)).map(({ name, value }) => `${name}=${value}`);
    expect(found.toSorted()).toEqual(
      [":available=1", ":type=Shirt", ":vendor=Linden & Weft", "Color=Oat", "Vendor=Faked", "Weave=Plain"].toSorted(),
    );
  });
});
