import { describe, expect, test } from "bun:test";
import { brotliDecompressSync } from "node:zlib";
import { encodingFor } from "#src/web/squeeze.ts";
import { openShop, type TestShop } from "#test/support/shop.ts";
import type { TestVisitor } from "#test/support/visitor.ts";

const page = "/products/mug";
const world = { products: [{ title: "Mug", price: 2999, stock: 3 }] };
const taking = (accepted: string) => ({ headers: { "Accept-Encoding": accepted } });

test.each([
  ["gzip, deflate, br, zstd", "br"],
  ["gzip, deflate", "gzip"],
  ["br;q=1.0, gzip;q=0.8", "br"],
  ["br;q=0, gzip", "gzip"],
  ["gzip;q=0.0, br ; q=0", undefined],
  ["identity", undefined],
  ["", undefined],
])("of %p it chooses %p", (accepted, wanted) => {
  expect(encodingFor(new Request("http://shop.example/", taking(accepted)))).toBe(wanted as "br" | undefined);
});

describe("a public page", () => {
  const openings: readonly (readonly [string, (shop: TestShop) => Promise<TestVisitor>])[] = [
    ["nobody", async (shop) => shop],
    [
      "somebody with a cart",
      async (shop) => {
        await shop.post("/cart/items", { handle: "mug", quantity: "2" });
        return shop;
      },
    ],
  ];
  test.each(openings)("comes to %s small, and says the same", async (_who, who) => {
    await using shop = await openShop(world);
    const visitor = await who(shop);
    for (const _ of [1, 2]) await visitor.get(page);
    const plain = await visitor.get(page);
    const small = await visitor.get(page, taking("gzip, deflate, br"));
    const older = await visitor.get(page, taking("gzip"));
    const html = await plain.text();
    expect([plain, small, older].map((each) => each.headers.get("content-encoding"))).toEqual([null, "br", "gzip"]);
    const bytes = Buffer.from(await small.arrayBuffer());
    expect(brotliDecompressSync(bytes).toString()).toBe(html);
    expect(Buffer.from(Bun.gunzipSync(await older.bytes())).toString()).toBe(html);
    expect(bytes.length).toBeLessThan(html.length / 2);
    expect(new Set([plain, small, older].map((each) => each.headers.get("etag"))).size).toBe(3);
    expect(small.headers.get("vary")).toContain("Accept-Encoding");
    const tag = small.headers.get("etag") ?? "";
    const again = await visitor.get(page, { headers: { "Accept-Encoding": "br", "If-None-Match": tag } });
    expect([again.status, await again.text()]).toEqual([304, ""]);
  });

  test("with a name on it is sent as it is: its length tells nothing", async () => {
    await using shop = await openShop(world);
    await shop.post("/register", { displayName: "Zoë", email: "zoe@example.com", password: "a long one, really" });
    const answer = await shop.get(page, taking("gzip, br"));
    expect(answer.headers.get("content-encoding")).toBeNull();
    expect(await answer.text()).toContain("Account of Zoë");
  });
});
