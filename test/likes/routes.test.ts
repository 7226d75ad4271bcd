import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { openShop, type TestShop } from "#test/support/shop.ts";

let shop: TestShop;
beforeAll(async () => {
  shop = await openShop({
    products: [
      { title: "Mug", price: 2999 },
      { title: "Bowl <b>", price: 3400, handle: "bowl" },
      { title: "Secret", price: 1, status: "draft" },
    ],
  });
});
afterAll(() => shop.close());

const pressed = (html: string, handle: string) =>
  new RegExp(`action="/likes/${handle}".*?aria-pressed="(true|false)"`, "s").exec(html)?.[1];

describe("POST /likes/:handle", () => {
  test("with htmx answers the heart alone, and a second press takes it back", async () => {
    const visitor = shop.visitor();
    const first = await (await visitor.htmx.post("/likes/mug")).text();
    expect(first).toStartWith("<form");
    expect(first).not.toContain("<html");
    expect(pressed(first, "mug")).toBe("true");
    expect(pressed(await (await visitor.get("/products/mug")).text(), "mug")).toBe("true");
    expect(pressed(await (await visitor.htmx.post("/likes/mug")).text(), "mug")).toBe("false");
    expect(pressed(await (await visitor.get("/products/mug")).text(), "mug")).toBe("false");
  });

  test("keeps the id of the heart on a product's page, so that the focus stays", async () => {
    const html = await (
      await shop.visitor().htmx.post("/likes/mug", {}, { headers: { "HX-Source": "form#like" } })
    ).text();
    expect(html).toContain('id="like"');
  });

  test("without scripts goes back to where it was pressed", async () => {
    const visitor = shop.visitor();
    const from = (referer: string) => ({ headers: { Referer: `http://localhost:3000${referer}` } });
    const back = async (referer: string) =>
      (await visitor.post("/likes/mug", {}, from(referer))).headers.get("Location");
    expect(await back("/products/mug?option1=Oat")).toBe("/products/mug?option1=Oat#like");
    expect(await back("/search?q=mug")).toBe("/search?q=mug");
    const elsewhere = await visitor.post("/likes/mug", {}, { headers: { Referer: "https://evil.test/products/mug" } });
    expect([elsewhere.status, elsewhere.headers.get("Location")]).toEqual([303, "/products/mug#like"]);
  });

  test("is the visitor's own: another one does not see it", async () => {
    const [one, other] = [shop.visitor(), shop.visitor()];
    await one.post("/likes/bowl");
    expect(await (await one.get("/likes")).text()).toContain("Bowl &lt;b&gt;");
    expect(await (await other.get("/likes")).text()).toContain("Nothing yet");
  });

  test("knows no drafts and nothing that does not exist", async () => {
    for (const handle of ["secret", "nobody", "%27%20OR%201%3D1%20--", "__proto__"]) {
      expect((await shop.visitor().post(`/likes/${handle}`)).status, handle).toBe(404);
    }
  });

  test("is refused from another site", async () => {
    const visitor = shop.visitor();
    const forged = await visitor.post("/likes/mug", {}, { headers: { "Sec-Fetch-Site": "cross-site" } });
    expect(forged.status).toBe(403);
    expect(visitor.cookies.size).toBe(0);
  });
});

describe("GET /likes", () => {
  test("shows the newest first, and a heart there can be taken back", async () => {
    const visitor = shop.visitor();
    await visitor.post("/likes/mug");
    shop.clock.forward(1000);
    await visitor.post("/likes/bowl");
    const html = await (await visitor.get("/likes")).text();
    expect(html.indexOf("/products/bowl")).toBeLessThan(html.indexOf("/products/mug"));
    expect(pressed(html, "bowl")).toBe("true");
    await visitor.post("/likes/bowl");
    expect(await (await visitor.get("/likes")).text()).not.toContain("/products/bowl");
  });
});

describe("a list that is shared", () => {
  test("is in its address: it shows those things in their order, and nobody's name", async () => {
    const visitor = shop.visitor();
    await visitor.post("/likes/mug");
    await visitor.post("/likes/bowl");
    const own = await (await visitor.get("/likes")).text();
    const address = /href="(\/likes\/list[^"]*)"/.exec(own)?.[1] ?? "";
    const shared = await (await shop.visitor().get(address)).text();
    expect([...shared.matchAll(/<h2><a href="\/products\/(\w+)"/g)].map(([, handle]) => handle)).toEqual(
      [...own.matchAll(/<h2><a href="\/products\/(\w+)"/g)].map(([, handle]) => handle),
    );
    expect([pressed(shared, "mug"), pressed(shared, "bowl")]).toEqual(["false", "false"]);
  });

  test("leaves out what is not sold, and takes any address calmly", async () => {
    expect(await (await shop.get("/likes/list?of=secret,none,mug,mug")).text()).not.toContain("Secret");
    for (const of of ["", "%00", "<script>", "'--", "a,".repeat(3000), ",".repeat(50)]) {
      const answer = await shop.get(`/likes/list?of=${encodeURIComponent(of)}`);
      expect(answer.status).toBe(200);
      expect(await answer.text()).toContain("Nothing of it is on the stall any more.");
    }
  });
});
