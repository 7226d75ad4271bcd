import { describe, expect, test } from "bun:test";
import { chooseVariant } from "#src/catalog/choose-variant.ts";
import { toCents, zero } from "#src/pricing/money.ts";

const options = [
  { name: "Glaze", values: ["Oat", "Bottle green", "Oxblood"], pictured: true },
  { name: "Size", values: ["0.6 l", "0.9 l"] },
];
const variant = (glaze: string, size: string, price: number, isSellable = true) => ({
  id: `${glaze} ${size}`,
  options: [glaze, size],
  price: toCents(price),
  isSellable,
  picture: `${glaze}.svg`,
});
const variants = [
  variant("Oat", "0.6 l", 2999, false),
  variant("Oat", "0.9 l", 3499),
  variant("Bottle green", "0.6 l", 2999),
  variant("Bottle green", "0.9 l", 3699),
  variant("Oxblood", "0.6 l", 3199),
];
const choose = (asked: Record<string, string>) => chooseVariant(options, variants, asked);

describe("choosing a variant", () => {
  test("opens on the first that can be had", () => {
    expect(choose({}).variant?.id).toBe("Oat 0.9 l");
  });

  test.each([
    [{ option1: "Bottle green", option2: "0.9 l" }, "Bottle green 0.9 l"],
    [{ glaze: "bottle GREEN", size: "0.9 l" }, "Bottle green 0.9 l"],
    [{ glaze: "Oxblood" }, "Oxblood 0.6 l"],
    [{ size: "0.6 l" }, "Bottle green 0.6 l"],
    [{ glaze: "Plaid", size: "9 l" }, "Oat 0.9 l"],
  ])("takes %p as %p", (asked, id) => {
    expect(choose(asked).variant?.id).toBe(id);
  });

  test("tells a combination that does not exist, and lets every value of it be chosen", () => {
    const choice = choose({ glaze: "Oxblood", size: "0.9 l" });
    expect(choice.variant).toBeUndefined();
    expect(choice.chosen).toEqual(["Oxblood", "0.9 l"]);
    expect(choice.options[0]?.values.map((value) => [value.value, value.isChosen, value.isMissing])).toEqual([
      ["Oat", false, false],
      ["Bottle green", false, false],
      ["Oxblood", true, true],
    ]);
  });

  test("says what each value would cost more, what is sold out, and which picture it has", () => {
    const choice = choose({ glaze: "Bottle green", size: "0.6 l" });
    expect(choice.options[1]?.values.map((value) => value.difference)).toEqual([zero, toCents(700)]);
    expect(choice.options[0]?.values.map((value) => value.isSoldOut)).toEqual([true, false, false]);
    expect(choice.options[0]?.values.map((value) => value.picture)).toEqual([
      "Oat.svg",
      "Bottle green.svg",
      "Oxblood.svg",
    ]);
  });

  test("of a product without options is its one variant, and of none at all nothing", () => {
    const only = { id: "only", options: [], price: zero, isSellable: true, picture: "" };
    expect(chooseVariant([], [only], { option1: "x", size: "y" }).variant).toBe(only);
    expect(chooseVariant([], [], {}).variant).toBeUndefined();
    expect(chooseVariant(options, [], {}).chosen).toEqual(["", ""]);
  });
});
