import { expect, test } from "bun:test";
import { pageKeys } from "#src/catalog/page-keys.ts";

test("a page may be kept once all that it shows is known beforehand", () => {
  const keys = pageKeys();
  expect(keys.of("mug")).toEqual(["product:mug", "shipping", "promotions"]);
  expect(keys.learn("mug", ["product:bowl"])).toBe(false);
  expect(keys.of("mug")).toEqual(["product:mug", "shipping", "promotions", "product:bowl"]);
  expect(keys.learn("mug", ["product:bowl"])).toBe(true);
  expect(keys.learn("mug", ["product:jug"])).toBe(false);
  expect(keys.learn("plain", [])).toBe(true);
});

test("what was asked for longest ago is forgotten", () => {
  const keys = pageKeys(2);
  for (const handle of ["a", "b", "c"]) keys.learn(handle, ["product:x"]);
  expect(keys.of("a")).toEqual(["product:a", "shipping", "promotions"]);
  expect(keys.of("c")).toContain("product:x");
});
