import { describe, expect, test } from "bun:test";
import type { Tx } from "#db/open.ts";
import { readdirSync } from "node:fs";
import { promotionCodes, promotions } from "#db/schema.ts";
import { seedDemo } from "#src/cli/demo.ts";
import { makeCodes } from "#src/promotions/make-codes.ts";
import { addPromotion, switchPromotion, type NewPromotion } from "#src/promotions/setup-store.ts";
import { fillCart, odile, openSmallShop, reachPayment } from "#test/checkout/small-shop.ts";
import { openShop } from "#test/support/shop.ts";
import type { TestVisitor } from "#test/support/visitor.ts";

const half: NewPromotion = {
  name: "Half price",
  effect: { kind: "percent", off: "order", rate: 500_000 },
  conditions: {},
  priority: 0,
  startsAt: null,
  endsAt: null,
  useLimit: null,
  customerLimit: null,
  codes: ["STAFF50"],
  codeLimit: null,
};

const newToken = () => Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString("base64url");

async function manyCodes(tx: Tx, count: number): Promise<readonly string[]> {
  await addPromotion(tx, "half", half);
  if (count === 0) return [];
  return makeCodes(tx, { promotionId: "half", count, newToken });
}

/** Everything that links, forms and scripts of a page lead to within the shop. */
const linksIn = (body: string) =>
  [...body.matchAll(/(?:href|src|action|hx-get|srcset|content)="(\/[^"#\s]*)/g)].map(([, path = ""]) =>
    path.replaceAll("&amp;", "&").replaceAll("&#34;", '"'),
  );

/** Fetches whatever can be reached from some addresses, in each way that a browser asks. Answers bodies by address. */
async function crawl(visitor: TestVisitor, from: readonly string[], most: number): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const waiting = [...from];
  for (let path = waiting.shift(); path !== undefined && found.size < most; path = waiting.shift()) {
    if (found.has(path) || path.startsWith("/admin/")) continue;
    const page = await visitor.get(path);
    const type = page.headers.get("Content-Type") ?? "";
    const body = `${JSON.stringify([...page.headers])}\n${/image\/(?!svg)|font/.test(type) ? "" : await page.text()}`;
    found.set(path, body);
    if (!type.includes("html")) continue;
    for (const ask of [visitor.htmx, visitor.json])
      found.set(`${path} in part ${found.size}`, await (await ask.get(path)).text());
    waiting.push(...linksIn(body).filter((link) => !found.has(link)));
  }
  return found;
}

describe("a code", () => {
  test("is in nothing that a visitor can fetch, of a thousand", async () => {
    await using shop = await openShop({ settings: {} });
    await shop.deps.store.write((tx) => takeAway(tx));
    await seedDemo(shop.deps);
    const codes = new Set([...(await shop.deps.store.write((tx) => manyCodes(tx, 1000))), "STAFF50"]);
    const visitor = shop.visitor();
    await visitor.post("/cart/items", { handle: "pushcart-mug", quantity: "2" });
    expect((await visitor.post("/cart/coupon", { code: " staff 50 " })).status).toBe(303);
    const checkout = await visitor.post("/checkout", odile);
    expect(checkout.status).toBe(303);

    const files = readdirSync("public").filter((name) => name.includes("."));
    const scripts = [
      "/api",
      "/api/openapi.json",
      "/openapi.json",
      "/api/v1/openapi.json",
      "/api/products",
      "/feed.xml",
    ];
    const from = ["/", "/cart", "/cart/why", "/checkout", "/checkout/delivery", "/checkout/payment", "/search?q=mug"];
    const rest = ["/sitemap.xml", "/robots.txt", "/login", "/account", "/api/me", "/nowhere", "/orders/find"];
    const all = [...from, ...rest, ...scripts, ...files.flatMap((name) => [`/assets/${name}`, `/assets/${name}.map`])];
    const found = await crawl(visitor, all, 900);
    // What is said of a code that was tried: the right one, a wrong one, one that was switched off.
    for (const code of ["nothing", "STAFF5", "%", "*", ""]) {
      found.set(`code ${code}`, await (await visitor.post("/cart/coupon", { code })).text());
      found.set(`code ${code} in part`, await (await visitor.htmx.post("/cart/coupon", { code })).text());
    }
    const placed = await visitor.post("/checkout/place", { pay: "transfer", terms: "yes", total: "1", shown: "" });
    found.set("the order", await placed.text());

    const told = [...found].flatMap(([path, body]) =>
      [...body.matchAll(/[A-Z0-9]{7,12}/gi)].flatMap(([word]) =>
        codes.has(word.toUpperCase()) ? [`${path}: ${word}`] : [],
      ),
    );
    expect(told).toEqual([]);
    expect([...found.keys()].filter((path) => path.startsWith("/products/")).length).toBeGreaterThan(50);
    console.log(`${found.size} answers without a code in them`);
  }, 120_000);

  test("that there is not, one that is switched off and one that is refused take the same statements", async () => {
    await using shop = await openSmallShop({
      products: [{ title: "Mug", price: 3000, stock: 10 }],
      more: async (tx) => {
        await addPromotion(tx, "half", half);
        await addPromotion(tx, "off", { ...half, codes: ["OFF"] });
        await switchPromotion(tx, "off", false);
        await addPromotion(tx, "big", { ...half, codes: ["BIG"], conditions: { minSubtotal: 7000 } });
        await addPromotion(tx, "once", { ...half, codes: ["ONCE"], customerLimit: 1 });
      },
    });
    const { store } = shop.deps;
    for (const signedIn of [false, true]) {
      const visitor = shop.visitor();
      if (signedIn) {
        const account = { email: "odile@example.com", password: "a mug of my own", displayName: "Odile" };
        expect((await visitor.post("/register", account)).status).toBe(303);
      }
      await fillCart(visitor);
      await visitor.post("/cart/coupon", { code: "warm" });
      const counted = async (code: string) => {
        const before = store.statements();
        const answer = await visitor.htmx.post("/cart/coupon", { code });
        return { code, status: answer.status, statements: store.statements() - before, said: await answer.text() };
      };
      const tries = [];
      for (const code of ["nothing", "off", "big", "x".repeat(150), "STAFF50'--"]) tries.push(await counted(code));
      expect(tries.map(({ status }) => status)).toEqual([422, 422, 422, 422, 422]);
      expect(
        new Set(tries.map(({ statements }) => statements)).size,
        JSON.stringify(tries.map((each) => [each.code, each.statements])),
      ).toBe(1);
      const unknown = "That code does not work here.";
      expect(tries.map(({ said }) => said.includes(unknown))).toEqual([true, true, false, true, true]);
      expect(tries[2]?.said).toContain("That code needs $40.00 more.");
    }
  });

  test("may be guessed at ten times in ten minutes, by a cart and by an address", async () => {
    await using shop = await openSmallShop({ products: [{ title: "Mug", price: 3000, stock: 10 }], limits: true });
    const visitor = shop.visitor();
    await fillCart(visitor);
    const statuses = [];
    for (let nth = 0; nth < 11; nth += 1)
      statuses.push((await visitor.post("/cart/coupon", { code: `X${nth}` })).status);
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 422), 429]);
    const other = shop.visitor();
    await fillCart(other);
    expect((await other.post("/cart/coupon", { code: "Y" })).status).toBe(429);
  });
});

async function takeAway(tx: Tx): Promise<void> {
  await tx.delete(promotionCodes);
  await tx.delete(promotions);
}

describe("a thousand codes", () => {
  test("add no statement to a cart page, a drawer, a checkout or an order", async () => {
    const counts: number[][] = [];
    for (const many of [0, 1000]) {
      await using shop = await openSmallShop({
        products: [{ title: "Mug", price: 3000, stock: 10 }],
        more: (tx) => manyCodes(tx, many),
      });
      const { store } = shop.deps;
      for (const code of ["", "STAFF50"]) {
        const visitor = shop.visitor();
        await fillCart(visitor);
        if (code !== "") await visitor.post("/cart/coupon", { code });
        const counted: number[] = [];
        const count = async (work: () => Promise<unknown>) => {
          const before = store.statements();
          await work();
          counted.push(store.statements() - before);
        };
        await count(() => visitor.get("/cart"));
        await count(() => visitor.htmx.get("/cart/drawer"));
        const page = await reachPayment(visitor, odile);
        await count(() => visitor.get("/checkout/payment"));
        await count(() => visitor.post("/checkout/place", { ...page, pay: "transfer" }));
        counts.push(counted);
      }
    }
    expect(counts[2]).toEqual(counts[0] ?? []);
    expect(counts[3]).toEqual(counts[1] ?? []);
    console.log(`statements of cart, drawer, payment, order: ${counts[2]} without a code, ${counts[3]} with one`);
  });
});
