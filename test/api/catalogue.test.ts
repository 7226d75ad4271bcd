import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import type { Static, TSchema } from "typebox";
import { eq } from "drizzle-orm";
import { collectionProducts, collections, products } from "#db/schema.ts";
import { CollectionPage, Problem, Product, ProductPage } from "#src/api/shapes.ts";
import { keepProducts } from "#src/catalog/keep.ts";
import { toCents } from "#src/pricing/money.ts";
import { openShop, type TestShop } from "#test/support/shop.ts";
import { expectFit } from "./fits.ts";

let shop: TestShop;
const many = Array.from({ length: 7 }, (_, at) => ({ title: `Bowl ${at + 1}`, price: 1000 + at, stock: 5 }));

beforeAll(async () => {
  shop = await openShop({
    products: [
      { title: "Mug", price: 2999, stock: 3, description: "<p>Blue.</p>", vendor: "Mill", compareAt: 3500 },
      {
        title: "Jug",
        price: 4200,
        stock: 0,
        options: [{ name: "Glaze", values: ["Oat", "Ink"] }],
        variants: [
          { options: ["Oat"], stock: 0 },
          { options: ["Ink"], stock: 2, price: 4500 },
        ],
      },
      { title: "Draft", price: 100, status: "draft" },
      ...many,
    ],
  });
  await shop.deps.store.write(async (tx) => {
    await tx.insert(collections).values({ id: "c1", handle: "bowls", title: "Bowls" });
    const rows = many.map((_, at) => ({
      productId: `bowl-${at + 1}`,
      collectionId: "c1",
      price: toCents(1000),
      createdAt: new Date(0),
    }));
    await tx.insert(collectionProducts).values(rows);
    await keepProducts(
      tx,
      rows.map((row) => row.productId),
    );
  });
});
afterAll(() => shop.close());

async function read<T extends TSchema>(path: string, schema: T): Promise<Static<T>> {
  const response = await shop.get(path);
  expect([response.status, response.headers.get("Content-Type")], path).toEqual([200, "application/json"]);
  const body: unknown = await response.json();
  expectFit(schema, body, path);
  return body as Static<T>;
}

async function problem(path: string) {
  const response = await shop.get(path);
  expect(response.headers.get("Content-Type"), path).toBe("application/problem+json");
  const body = (await response.json()) as Static<typeof Problem>;
  expectFit(Problem, body, path);
  expect(body.status).toBe(response.status);
  expect(body.request_id).toBe(response.headers.get("X-Request-Id") ?? "");
  return body;
}

/** All pages of a list, by `next`. */
async function walk(start: string) {
  const handles: string[] = [];
  let path: string | null = start;
  for (let page = 0; path !== null && page < 20; page++) {
    const body: Static<typeof ProductPage> = await read(path, ProductPage);
    handles.push(...body.items.map((each) => each.handle));
    path = body.next;
  }
  return handles;
}

describe("GET /api/v1/products", () => {
  test("S51: what is sold, in the shape that is declared; nothing that is not sold", async () => {
    const { items, next } = await read("/api/v1/products?limit=100", ProductPage);
    expect(items).toHaveLength(9);
    expect(next).toBeNull();
    const mug = items.find(({ handle }) => handle === "mug");
    expect(mug).toMatchObject({
      title: "Mug",
      url: "http://localhost:3000/products/mug",
      price: { from: { amount: 2999, currency: "USD" }, to: { amount: 2999, currency: "USD" } },
      compare_at: { amount: 3500, currency: "USD" },
      available: true,
    });
  });

  test("pages follow one another by an opaque cursor, each thing once, whatever the limit", async () => {
    const all = await walk("/api/v1/products?limit=100");
    for (const limit of [1, 2, 4, 9]) expect(await walk(`/api/v1/products?limit=${limit}`)).toEqual(all);
    const first = await shop.get("/api/v1/products?limit=2");
    expect(first.headers.get("Link")).toMatch(/^<\/api\/v1\/products\?limit=2&cursor=[\w-]+>; rel="next"$/);
  });

  test("by collection, by words, by when it changed, and all at once", async () => {
    expect((await walk("/api/v1/products?collection=bowls&limit=3")).toSorted()).toEqual(
      many.map((_, at) => `bowl-${at + 1}`),
    );
    expect(await walk("/api/v1/products?q=mug")).toEqual(["mug"]);
    expect(await walk("/api/v1/products?q=bowl&limit=3")).toHaveLength(7);
    expect(await walk("/api/v1/products?q=mug&collection=bowls")).toEqual([]);
    await shop.deps.store.write((tx) =>
      tx
        .update(products)
        .set({ updatedAt: new Date("2026-11-20T10:00:00Z") })
        .where(eq(products.id, "jug")),
    );
    expect(await walk("/api/v1/products?updated=2026-11-20T10:00:00Z")).toEqual(["jug"]);
    expect(await walk("/api/v1/products?updated=2026-11-20T11:30:00%2B01:00")).toEqual([]);
    expect(await walk("/api/v1/products?q=jug&updated=2026-11-20")).toEqual(["jug"]);
  });

  test("what makes no sense is refused by name: 422, never 5xx", async () => {
    const wrong = {
      limit: ["0", "101", "-1", "1.5", "abc", "9".repeat(40)],
      updated: ["now", "2026-13-45", "0000-01-01", "9999-99-99", "'; drop table products"],
      collection: ["none", "' or 1=1 --"],
    };
    for (const [name, values] of Object.entries(wrong)) {
      for (const value of values) {
        const body = await problem(
          `/api/v1/products?${name}=${value.includes("%") ? value : encodeURIComponent(value)}`,
        );
        expect([body.status, Object.keys(body.errors ?? {})], `${name}=${value}`).toEqual([422, [name]]);
      }
    }
    for (const q of ["' or 1=1 --", '"', "*", "(", "\u{1f600}", "a".repeat(200), "%", "\\"])
      expect((await shop.get(`/api/v1/products?q=${encodeURIComponent(q)}`)).status, q).toBe(200);
    expect((await problem(`/api/v1/products?q=${"a".repeat(201)}`)).errors).toHaveProperty("q");
  });

  test("an ETag for each answer: 304 while it is the same, 200 when it is not", async () => {
    const first = await shop.get("/api/v1/products/mug");
    const tag = first.headers.get("ETag") ?? "";
    expect(tag).toMatch(/^"\w+"$/);
    for (const had of [tag, `W/${tag}`, `"x", ${tag}`, "*"]) {
      const again = await shop.get("/api/v1/products/mug", { headers: { "If-None-Match": had } });
      expect([again.status, await again.text(), again.headers.get("ETag")], had).toEqual([304, "", tag]);
    }
    expect((await shop.get("/api/v1/products/mug", { headers: { "If-None-Match": '"x"' } })).status).toBe(200);
    await shop.deps.store.write((tx) => tx.update(products).set({ title: "Blue mug" }).where(eq(products.id, "mug")));
    expect((await shop.get("/api/v1/products/mug", { headers: { "If-None-Match": tag } })).status).toBe(200);
  });
});

describe("GET /api/v1/products/:handle", () => {
  test("S51: whole, with its kinds", async () => {
    const jug = await read("/api/v1/products/jug", Product);
    expect(jug.options).toEqual([{ name: "Glaze", values: ["Oat", "Ink"] }]);
    expect(jug.variants.map(({ id, options, price, available }) => [id, options, price.amount, available])).toEqual([
      ["jug-0", ["Oat"], 4200, false],
      ["jug-1", ["Ink"], 4500, true],
    ]);
  });

  test("unknown, unsold and hostile handles are 404", async () => {
    for (const handle of ["none", "draft", "%27%20or%201=1", "..%2f..%2fetc", "a".repeat(3000), "%F0%9F%98%80"])
      expect((await problem(`/api/v1/products/${handle}`)).status, handle).toBe(404);
    expect((await problem("/api/v1/products/%00")).status).toBe(400);
    expect((await problem("/api/v1/nowhere")).status).toBe(404);
  });
});

test("GET /api/v1/collections: shelves that hold something", async () => {
  const { items } = await read("/api/v1/collections", CollectionPage);
  expect(items.map(({ handle, products: held, parent }) => [handle, held, parent])).toEqual([["bowls", 7, null]]);
  expect((await problem("/api/v1/collections?cursor=WyIxIl0")).errors).toHaveProperty("cursor");
});

test("no page of another site may read it: no CORS", async () => {
  const response = await shop.get("/api/v1/products", {
    headers: { Origin: "https://other.example", "Sec-Fetch-Site": "cross-site" },
  });
  expect([...response.headers.keys()].filter((name) => name.startsWith("access-control"))).toEqual([]);
});
