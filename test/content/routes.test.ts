import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { createApp } from "#src/app.ts";
import { outbox, pages, subscribers } from "#db/schema.ts";
import { sitemap, sitemapIndex } from "#src/content/sitemap.ts";
import { openShop, type TestShop } from "#test/support/shop.ts";

let shop: TestShop;
beforeAll(async () => {
  shop = await openShop({
    products: [
      { title: "Mug", price: 2999 },
      { title: "Secret", price: 1, status: "draft" },
    ],
  });
  await shop.deps.store.write((tx) =>
    tx.insert(pages).values({
      handle: "returns",
      title: "Returns & <b>",
      column: "help",
      updatedAt: new Date("2026-11-01T00:00:00Z"),
      body: "Send it back.\n\n## When\n\nWithin thirty days.",
    }),
  );
});
afterAll(() => shop.close());

describe("GET /pages/:handle", () => {
  test("shows the page, and the footer of every page names it", async () => {
    const html = await (await shop.get("/pages/returns")).text();
    expect(html).toContain("<h1>Returns &amp; &lt;b&gt;</h1>");
    expect(html).toContain("<p>Within thirty days.</p>");
    expect(html).toContain('<link rel="canonical" href="http://localhost:3000/pages/returns"');
    expect(await (await shop.get("/")).text()).toContain('href="/pages/returns"');
  });

  test("is not found where there is none", async () => {
    for (const handle of ["nobody", "..%2Fsecret", "'%20OR%201=1"]) {
      expect((await shop.get(`/pages/${handle}`)).status, handle).toBe(404);
    }
  });
});

describe("what search engines read", () => {
  test("names everything that is shown, and no more", async () => {
    const response = await shop.get("/sitemap.xml");
    expect(response.headers.get("Content-Type")).toBe("application/xml");
    const xml = await response.text();
    expect(xml).toContain("<loc>http://localhost:3000/products/mug</loc>");
    expect(xml).toContain("<loc>http://localhost:3000/pages/returns</loc><lastmod>2026-11-01T00:00:00.000Z</lastmod>");
    expect(xml).not.toContain("secret");
  });

  test("is kept out of carts and desks", async () => {
    const text = await (await shop.get("/robots.txt")).text();
    expect(text).toContain("Disallow: /admin\n");
    expect(text).toContain("Sitemap: http://localhost:3000/sitemap.xml");
  });

  test("comes in several files where one would be too long, and escapes", () => {
    expect(sitemapIndex("https://shop.example", 3)).toContain("<loc>https://shop.example/sitemap.xml?part=3</loc>");
    const xml = sitemap("https://shop.example", { lists: [{ handle: "a&b<c>" }], pages: [], products: [] }, false);
    expect(xml).toContain("<url><loc>https://shop.example/collections/a%26b%3Cc%3E</loc></url>");
    expect(xml).not.toContain("<loc>https://shop.example/</loc>");
  });
});

describe("the letter on Fridays", () => {
  const letters = async () =>
    (await shop.deps.store.read.select().from(outbox)).filter((each) => each.kind === "newsletter_confirm");
  const linkIn = (text: string) => /http:\/\/localhost:3000(\/newsletter\/[\w-]{43})/.exec(text)?.[1] ?? "";
  const confirmed = async (email: string) =>
    (await shop.deps.store.read.select().from(subscribers)).find((each) => each.email === email)?.confirmedAt;

  test("comes only after a press of the button behind the link, once", async () => {
    const visitor = shop.visitor();
    const asked = await visitor.post("/newsletter", { email: " Ann@Example.com " });
    expect(asked.status).toBe(200);
    expect(await asked.text()).toContain("Look into your mail");
    const [letter] = await letters();
    expect(letter).toMatchObject({ to: "Ann@Example.com", state: "waiting" });
    const link = linkIn(letter?.text ?? "");

    const page = await visitor.get(link);
    expect(await page.text()).toContain(`<form method="post" action="${link}"`);
    expect(await confirmed("Ann@Example.com")).toBeNull();
    expect(await (await visitor.post(link)).text()).toContain("Thank you");
    expect(await confirmed("Ann@Example.com")).toEqual(shop.clock.now());
    expect((await visitor.post(link)).status).toBe(410);
    expect((await visitor.get(link)).status).toBe(410);
  });

  test("is ended by one press, from any letter, without signing in, and then nothing of the address is left", async () => {
    const read = shop.deps.store.read;
    const welcome = (await read.select().from(outbox)).find((each) => each.kind === "newsletter_welcome");
    expect(welcome).toMatchObject({ to: "Ann@Example.com" });
    expect(welcome?.text).toContain(welcome?.leave ?? "none");
    const path = new URL(welcome?.leave ?? "").pathname;
    expect((await shop.visitor().get(path)).status).toBe(200);
    expect(await confirmed("Ann@Example.com")).not.toBeNull();
    const wrong = `${path.slice(0, -1)}${path.endsWith("A") ? "B" : "A"}`;
    expect(await (await shop.visitor().post(wrong)).text()).toContain("No more letters come");
    expect(await confirmed("Ann@Example.com")).not.toBeNull();
    // As mail programs do it: a program's post, without cookie and without word of where it comes from.
    const oneClick = await createApp(shop.deps)(
      new Request(`http://localhost:3000${path}`, {
        method: "POST",
        body: "List-Unsubscribe=One-Click",
        headers: {
          host: "localhost:3000",
          "content-length": "26",
          "content-type": "application/x-www-form-urlencoded",
        },
      }),
    );
    expect(oneClick.status).toBe(200);
    expect((await read.select().from(subscribers)).filter((each) => each.email === "Ann@Example.com")).toEqual([]);
    expect((await shop.visitor().post(path)).status).toBe(200);
    const again = shop.visitor();
    await again.post("/newsletter", { email: "Ann@Example.com" });
    await again.post(linkIn((await letters()).at(-1)?.text ?? ""));
    expect(await confirmed("Ann@Example.com")).toEqual(shop.clock.now());
  });

  test("says the same to an address that has it already, and writes to it no more", async () => {
    const before = (await letters()).length;
    const html = await (await shop.htmx.post("/newsletter", { email: "ann@example.com" })).text();
    expect(html).toContain("Look into your mail");
    expect(await letters()).toHaveLength(before);
  });

  test("refuses what is no mailbox, beside the field, with what was typed", async () => {
    for (const email of [
      "",
      "ann",
      "a@b@c",
      "a@b, c@d",
      "ann@example.com\nBcc: x@y.test",
      "<script>@x.test",
      `${"x".repeat(300)}@x.test`,
    ]) {
      const response = await shop.htmx.post("/newsletter", { email });
      expect(response.status, email).toBe(422);
      expect(await response.text()).toContain("Enter an email address");
    }
    const plain = await (await shop.post("/newsletter", { email: "ann<b>" })).text();
    expect(plain).toContain("<title>Error: ");
    expect(plain).toContain('value="ann&lt;b>"');
  });

  test("does not take a link that is too old or made up", async () => {
    const visitor = shop.visitor();
    await visitor.post("/newsletter", { email: "late@example.com" });
    const link = linkIn((await letters()).at(-1)?.text ?? "");
    shop.clock.forward(8 * 86_400_000);
    expect((await visitor.post(link)).status).toBe(410);
    expect((await visitor.post("/newsletter/nonsense")).status).toBe(410);
  });

  test("can be switched off", async () => {
    await using quiet = await openShop({ env: { PUSHCART_FEATURES: "-newsletter" } });
    expect((await quiet.post("/newsletter", { email: "a@b.test" })).status).toBe(404);
  });
});
