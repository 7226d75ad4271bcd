import { expect, setDefaultTimeout, test } from "bun:test";
import { brotliDecompressSync } from "node:zlib";
import { openShop } from "#test/support/shop.ts";

setDefaultTimeout(60_000);

const world = {
  products: [
    { title: "Mug", price: 2999, stock: 30 },
    { title: "Jug", price: 100, stock: 0 },
  ],
};
const pages = ["/", "/products/mug", "/products/jug?utm_source=a", "/search?q=mug", "/guide", "/search/everything?q=x"];
const encodings = ["br, gzip", "gzip", "identity", ""];

async function textOf(answer: Response, raw: Buffer): Promise<string> {
  const packed = answer.headers.get("content-encoding");
  if (packed === "br") return brotliDecompressSync(raw).toString();
  return packed === "gzip" ? Buffer.from(Bun.gunzipSync(new Uint8Array(raw))).toString() : raw.toString();
}

test("C06: of many who ask for the same pages at once each gets their own, and a tag is never two bodies", async () => {
  await using shop = await openShop(world);
  const people = await Promise.all(
    Array.from({ length: 8 }, async (_, nth) => {
      const visitor = shop.visitor();
      const name = nth % 2 === 0 ? undefined : `Name${nth}x`;
      const email = `p${nth}x@example.com`;
      if (name) await visitor.post("/register", { displayName: name, email, password: "a long one, really" });
      if (nth % 3 === 0) await visitor.post("/cart/items", { handle: "mug", quantity: String(nth + 1) });
      if (nth % 4 === 1) await visitor.post("/theme", { theme: "dark" });
      if (nth === 5) await visitor.post("/xray", { xray: "on" });
      return { visitor, nth, name };
    }),
  );
  const bodies = new Map<string, string>();
  const packed = new Set<string | null>();
  for (let round = 0; round < 8; round += 1) {
    await Promise.all(
      people.flatMap(({ visitor, nth, name }) =>
        pages.map(async (page) => {
          const accepted = encodings[(nth + round) % encodings.length] ?? "";
          const answer = await visitor.get(page, { headers: accepted === "" ? {} : { "Accept-Encoding": accepted } });
          const raw = Buffer.from(await answer.arrayBuffer());
          const html = await textOf(answer, raw);
          const where = `${page} for ${nth}`;
          packed.add(answer.headers.get("content-encoding"));
          expect(new Set(html.match(/Name\dx/g) ?? []), where).toEqual(new Set(name ? [name] : []));
          expect(html.match(/p\dx@example/g)?.every((each) => each.startsWith(`p${nth}`)) ?? true, where).toBe(true);
          expect(html.includes("xray.js"), where).toBe(nth === 5);
          expect(html, where).not.toContain("<!--pc:");
          const tag = `${page} ${answer.headers.get("etag")}`;
          const body = Bun.hash(new Uint8Array(raw)).toString();
          expect(bodies.get(tag) ?? body, where).toBe(body);
          bodies.set(tag, body);
        }),
      ),
    );
  }
  expect(packed).toEqual(new Set(["br", "gzip", null]));
});
