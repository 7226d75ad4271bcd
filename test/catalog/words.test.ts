import { describe, expect, test } from "bun:test";
import { fold, isMendable, isOneSlip, joinedWordsOf, slipsOf, wordsOf } from "#src/catalog/words.ts";

describe("words", () => {
  test("have no accents and no capitals", () => {
    expect(fold("Crème BRÛLÉE, Größe, Łódź, Æble, ＡＢＣ")).toBe("creme brulee, grosse, lodz, aeble, abc");
  });

  test("are cut at everything that is no letter and no figure", () => {
    expect(wordsOf(`"Mug" AND (blue* OR NOT title:x) -- 350ml; ogden's`)).toEqual([
      "mug",
      "and",
      "blue",
      "or",
      "not",
      "title",
      "x",
      "350ml",
      "ogden",
      "s",
    ]);
  });

  test("are single signs where a script sets no spaces", () => {
    expect(wordsOf("抹茶 bowl")).toEqual(["抹", "茶", "bowl"]);
  });

  test("are bounded in number and in length", () => {
    expect(wordsOf("a ".repeat(50), 8)).toHaveLength(8);
    expect(wordsOf("x".repeat(500))).toEqual(["x".repeat(40)]);
  });

  test("keep marks that belong to their letters, and are never a mark alone", () => {
    expect(wordsOf("🏳️‍🌈 नमस्ते ﷽ é")).toEqual(["नमस्ते", "e"]);
    expect(wordsOf("𝒳".repeat(50))[0]).toBe("x".repeat(40));
    expect(wordsOf("𐐷".repeat(50))[0]?.isWellFormed()).toBe(true);
  });

  test("are found joined where a hyphen parts them", () => {
    expect(joinedWordsOf("T-Shirt, TOL-MUG-01 and 3.5 mm")).toEqual(["tshirt", "tolmug01", "35"]);
  });

  test("hold nothing but text, whatever was typed", () => {
    for (const typed of [
      "",
      "   ",
      "\u0000",
      "'; DROP TABLE products; --",
      "👩‍🍳",
      "%_*?[",
      "\ud800",
      "a\u0301".repeat(30),
    ]) {
      for (const word of wordsOf(typed)) expect(word).toMatch(/^[\p{L}\p{N}\p{M}]+$/u);
    }
  });
});

describe("a slip of the finger", () => {
  test.each([
    ["teapto", "teapot"],
    ["tepot", "teapot"],
    ["teapott", "teapot"],
    ["teapit", "teapot"],
    ["etapot", "teapot"],
    ["lantren", "lantern"],
    ["castiron", "castirons"],
  ])("%p is one away from %p", (typed, meant) => {
    expect(isOneSlip(typed, meant)).toBe(true);
    expect(slipsOf(typed).some((slip) => slipsOf(meant).includes(slip))).toBe(true);
  });

  test.each([
    ["teapot", "teapot"],
    ["taepto", "teapot"],
    ["tea", "teapot"],
    ["abcd", "badc"],
  ])("%p is not one away from %p", (typed, meant) => {
    expect(isOneSlip(typed, meant)).toBe(false);
  });

  test("is not mended in short words and in numbers", () => {
    expect(["tea", "1234", "a1b2c3", "x".repeat(30)].filter(isMendable)).toEqual([]);
    expect(["milk", "größe".normalize("NFC")].filter(isMendable)).toHaveLength(2);
  });
});
