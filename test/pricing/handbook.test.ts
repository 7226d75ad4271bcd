import { expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import { quoteCase } from "#src/pricing/quote.ts";

test("the handbook's cart comes to the figures printed below it", () => {
  const handbook = readFileSync(`${import.meta.dir}/../../docs/reference/pricing.md`, "utf8");
  const [cart, figures] = [...handbook.matchAll(/```json\n(.*?)```/gs)].map(([, text]) => JSON.parse(text ?? ""));
  expect<unknown>(quoteCase(cart)).toEqual(figures);
});
