import { expect, test } from "bun:test";
import { excerptOf } from "#src/catalog/excerpt.ts";

test("a text's beginning in whole words, without marks and with its letters", () => {
  expect(excerptOf("<p>Oak &amp; <strong>ash</strong>.</p><ul><li>one</li></ul>")).toBe("Oak & ash. one");
  expect(excerptOf("<p>A stool of oak, oiled twice</p>", 20)).toBe("A stool of oak…");
  expect(excerptOf("")).toBe("");
  expect(excerptOf("x".repeat(400)).length).toBeLessThanOrEqual(161);
});
