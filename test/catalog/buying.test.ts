import { describe, expect, test } from "bun:test";
import { buyingOf, type StoredVariant } from "#src/catalog/buying.ts";
import { toCents } from "#src/pricing/money.ts";

const shop = { currency: "USD", pricesIncludeTax: false, lowStock: 5 };
const plain: StoredVariant = {
  id: "v",
  option1: "",
  option2: "",
  option3: "",
  price: toCents(2999),
  compareAt: null,
  stock: 12,
  tracked: true,
  backorder: false,
  maxPerOrder: 99,
  weight: 0,
  pictureId: null,
};
const product = (changes: Partial<StoredVariant>, more = {}) => ({
  handle: "mug",
  options: [],
  leadTime: "",
  digital: false,
  variants: [{ ...plain, ...changes }],
  ...more,
});
const buy = (changes: Partial<StoredVariant>, asked = {}, more = {}) => buyingOf(product(changes, more), asked, shop);

describe("what can be bought", () => {
  test.each([
    [{ stock: 12 }, {}, "in", "12 in stock"],
    [{ stock: 5 }, {}, "low", "Only 5 left"],
    [{ stock: 0 }, {}, "none", "Sold out"],
    [{ stock: 0, tracked: false }, {}, "in", "In stock"],
    [{ stock: 0, backorder: true }, {}, "in", "Made to order"],
    [{ stock: -3, backorder: true }, { leadTime: "Leaves us in three weeks" }, "in", "Leaves us in three weeks"],
    [{ stock: 0, tracked: false }, { digital: true }, "in", "Sent by email at once"],
  ] as const)("with %p and %p is %p: %p", (changes, more, shelf, words) => {
    expect(buy(changes, {}, more)).toMatchObject({ shelf, shelfWords: words });
  });

  test("names what was chosen", () => {
    const options = [{ name: "Glaze", values: ["Oat", "Blue"] }];
    const variants = [
      { ...plain, id: "a", option1: "Oat" },
      { ...plain, id: "b", option1: "Blue", stock: 0 },
    ];
    const choose = (option1: string) => buyingOf({ ...product({}), options, variants }, { option1 }, shop).shelfWords;
    expect([choose("Oat"), choose("Blue")]).toEqual(["12 in oat", "Sold out in blue"]);
  });

  test("costs what the variant costs, and says whether tax comes on top", () => {
    expect(buy({}).priceNotes).toEqual(["plus tax, where there is any"]);
    expect(buyingOf(product({}), {}, { ...shop, pricesIncludeTax: true }).priceNotes).toEqual(["tax included"]);
    expect(buy({ price: toCents(0) }).priceNotes).toEqual([]);
  });

  test("counts as many as were asked for, one more or one fewer after a press", () => {
    const field = (asked: object) => buy({}, asked).preview.field;
    expect(field({})).toBe("1");
    expect(field({ quantity: "3", op: "inc" })).toBe("4");
    expect(field({ quantity: "1", op: "dec" })).toBe("1");
    expect(field({ quantity: "99", op: "inc" })).toBe("99");
    expect(field({ quantity: "x", op: "inc" })).toBe("1");
    expect(field({ quantity: "7", op: "explode" })).toBe("7");
    expect(buy({ maxPerOrder: 1 }, { quantity: "5" }).preview).toMatchObject({ field: "1", total: "$29.99" });
  });

  test("is nothing for a product without variants", () => {
    expect(buyingOf({ ...product({}), variants: [] }, {}, shop)).toMatchObject({ shelf: "none", price: 0 });
  });
});
