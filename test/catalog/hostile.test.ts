import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { seedDemo } from "#src/cli/demo.ts";
import { openShop, type TestShop } from "#test/support/shop.ts";

const folder = `${import.meta.dir}/../../../shared/data/hostile`;

/** Texts of a list, wherever it keeps them. */
const textsOf = (value: unknown): string[] =>
  typeof value === "string"
    ? [value]
    : typeof value === "object" && value !== null
      ? Object.values(value).flatMap(textsOf)
      : [];

async function listed(name: string): Promise<string[]> {
  const file = Bun.file(`${folder}/${name}.json`);
  if (!(await file.exists())) {
    console.warn(`SKIPPED ${name}: ../shared/data is not here; a few of its kind are tried instead`);
    return [];
  }
  return textsOf(await file.json());
}

const few = [
  "' OR 1=1 --",
  '"; DROP TABLE products; --',
  "title:* OR NEAR(a b, 3)",
  '"unfinished phrase',
  "%00",
  "\u0000\u202e\ufeff",
  "<img src=x onerror=alert(1)>",
  "__proto__",
  "constructor",
  "../../etc/passwd",
  "%c0%ae%c0%ae/",
  "🏳️‍🌈 ﷽ Ω≈ç√",
  "9".repeat(400),
  "-1",
  "1e309",
  "NaN",
];

let shop: TestShop;
let texts: string[] = [];
beforeAll(async () => {
  shop = await openShop();
  await seedDemo(shop.deps);
  texts = [...few, ...(await listed("naughty-strings")), ...(await listed("sql-injection"))];
});
afterAll(() => shop.close());

const within = (parameters: Record<string, string>) => new URLSearchParams(parameters).toString();

describe("no text in an address breaks a page", () => {
  const addresses: Readonly<Record<string, (text: string) => string>> = {
    search: (text) => `/search?${within({ q: text, page: text })}`,
    suggest: (text) => `/search/suggest?${within({ q: text })}`,
    filters: (text) =>
      `/collections/ceramics?${within({ glaze: text, [text.slice(0, 60)]: "1", price_min: text, price_max: text, sort: text, page: text })}`,
    options: (text) =>
      `/products/ledger-notebook?${within({ option1: text, cover: text, quantity: text, op: text, picture: text })}`,
    preview: (text) => `/products/pushcart-mug/preview?${within({ quantity: text, handle: text })}`,
  };
  test.each(Object.keys(addresses))(
    "%s",
    async (name) => {
      for (const text of texts) {
        const path = addresses[name]?.(text) ?? "";
        const response = await shop.htmx.get(path);
        const status = `${response.status} for ${JSON.stringify(text).slice(0, 120)}`;
        expect([200, 303, 400], status).toContain(response.status);
        await response.text();
      }
    },
    60_000,
  );

  test("handles", async () => {
    for (const text of texts.slice(0, 400)) {
      for (const kind of ["products", "collections", "pages"]) {
        const { status } = await shop.get(`/${kind}/${encodeURIComponent(text.toWellFormed().slice(0, 300))}`);
        expect([200, 400, 404], `${status} for ${kind} ${JSON.stringify(text).slice(0, 120)}`).toContain(status);
      }
    }
  }, 60_000);

  test("and what was typed comes back as text", async () => {
    for (const text of texts.filter((each) => each.includes("<"))) {
      const html = await (await shop.get(`/search?${within({ q: text })}`)).text();
      const outside = html.replace(/"[^"]*"/g, '""'); // what stands in an attribute is text there
      expect(/<(img|svg|iframe|script)[^>]*\b(onerror|onload|alert)/i.test(outside), text).toBe(false);
    }
  }, 60_000);
});

test("the goods are all still there", async () => {
  expect(await (await shop.get("/search")).text()).toContain("pushcart-mug");
});
