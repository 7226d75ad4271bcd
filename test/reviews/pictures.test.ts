import { describe, expect, setDefaultTimeout, test } from "bun:test";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { auditLog, orders, reviews } from "#db/schema.ts";
import { acting } from "#src/orders/acting.ts";
import { markPaid } from "#src/orders/mark-paid.ts";
import { member } from "#test/admin/staff.ts";
import { order } from "#test/checkout/small-shop.ts";
import { filesBody } from "#test/support/files-body.ts";
import { hostileFiles, jpeg, photo, png } from "#test/support/picture-files.ts";
import { openShop, type TestShop } from "#test/support/shop.ts";
import type { TestVisitor } from "#test/support/visitor.ts";

setDefaultTimeout(60_000);

const world = { products: [{ title: "Mug", price: 2999, stock: 10 }] };
const said = { rating: "4", title: "Sturdy", body: "It fell twice.", author: "Odile", pictureAlt: 'The <mug> "whole"' };

async function bought(shop: TestShop, { paid = true } = {}) {
  const visitor = shop.visitor();
  const response = await order(visitor, "transfer");
  const token = (response.headers.get("Location") ?? "").slice("/orders/".length);
  const { store } = shop.deps;
  const [row] = await store.read.select().from(orders);
  if (paid)
    await store.write(async (tx) => markPaid(tx, await acting(shop.deps, "staff:1"), { id: row!.id, version: 1 }));
  return { visitor, form: `/orders/${token}/review/mug` };
}

type Sent = { readonly files?: readonly (readonly [string, Uint8Array])[]; readonly fields?: Record<string, string> };

async function say(visitor: TestVisitor, form: string, { files = [], fields = {} }: Sent, htmx = false) {
  const { body, headers } = await filesBody(files, { ...said, ...fields });
  const part = htmx ? { "HX-Request": "true", "HX-Request-Type": "partial" } : {};
  return visitor.send(form, { method: "POST", body, headers: { ...headers, ...part } });
}
const allReviews = (shop: TestShop) => shop.deps.store.read.select().from(reviews);
function kept(shop: TestShop): string[] {
  const folder = join(shop.deps.config.dataFolder, "pictures");
  return existsSync(folder) ? readdirSync(folder) : [];
}

describe("a picture with a review", () => {
  test("S40 waits with it, is looked at large at the desk, and is shown small beside it, with its words", async () => {
    await using shop = await openShop(world);
    const { visitor, form } = await bought(shop);
    expect(await (await visitor.get(form)).text()).toContain('enctype="multipart/form-data"');
    const sent = await say(visitor, form, { files: [["../me.jpg", await photo(1600, 900)]] });
    expect([sent.status, sent.headers.get("Location")]).toEqual([303, `${form}/thanks`]);
    const [row] = await allReviews(shop);
    expect(row).toMatchObject({ pictureAlt: said.pictureAlt, pictureWidth: 900, pictureHeight: 1600, shown: false });
    expect(row?.picture).toMatch(/^u-[0-9a-f]{32}\.webp$/);
    expect(kept(shop)).toHaveLength(5);

    // Until the shop has looked at it nobody is told where it lies, not even who sent it.
    const name = row?.picture.replace(".webp", "") ?? "none";
    for (const path of [form, "/products/mug", "/products/mug/reviews", `${form}/thanks`])
      expect(await (await visitor.get(path)).text(), path).not.toContain(name);
    expect(await (await visitor.get(form)).text()).toContain("You sent a picture.");

    const desk = await member(shop, "content");
    expect(await (await desk.get("/admin/reviews")).text()).toContain(`/pictures/${name}-640.webp`);
    await desk.post(`/admin/reviews/${row?.id}`, { act: "show" });
    for (const path of ["/products/mug", "/products/mug/reviews"]) {
      const html = await (await visitor.get(path)).text();
      expect(html, path).toContain(`/pictures/${name}-320.webp`);
      expect(html, path).toContain('alt="The &lt;mug> &#34;whole&#34;"');
    }
    expect((await visitor.get(`/pictures/${row?.picture}`)).headers.get("Content-Type")).toBe("image/webp");
  });

  test("S40 stays when only the words are said anew, is replaced by another, and goes when it is taken away", async () => {
    await using shop = await openShop(world);
    const { visitor, form } = await bought(shop);
    const picture = async () => (await allReviews(shop))[0]?.picture ?? "none";
    await say(visitor, form, { files: [["a.png", png(40, 30)]] });
    const first = await picture();
    await visitor.post(form, { ...said, body: "Still whole." });
    expect([await picture(), (await allReviews(shop))[0]?.body]).toEqual([first, "Still whole."]);
    await say(visitor, form, { files: [["b.jpg", await jpeg()]] });
    expect(await picture()).not.toBe(first);
    await say(visitor, form, { fields: { dropPicture: "on" } });
    expect((await allReviews(shop))[0]).toMatchObject({ picture: "", pictureWidth: 0, pictureHeight: 0 });
  });

  test("S40 is taken off at the desk, and its words stay", async () => {
    await using shop = await openShop(world);
    const { visitor, form } = await bought(shop);
    await say(visitor, form, { files: [["a.png", png(40, 30)]] });
    const [row] = await allReviews(shop);
    const desk = await member(shop, "content");
    const part = await (await desk.htmx.post(`/admin/reviews/${row?.id}`, { act: "unpicture" })).text();
    expect(part).toContain("The picture is off.");
    expect(part).not.toContain("/pictures/u-");
    expect(await allReviews(shop)).toMatchObject([
      { picture: "", body: "It fell twice.", shown: false, decidedAt: null },
    ]);
    const acts = await shop.deps.store.read.select({ act: auditLog.act }).from(auditLog);
    expect(acts.map(({ act }) => act)).toContain("take picture off review");
    expect((await (await member(shop, "reader")).post(`/admin/reviews/${row?.id}`, { act: "unpicture" })).status).toBe(
      403,
    );
  });

  test("S40 F01 that is none is refused beside its field; nothing is saved, nothing typed is lost", async () => {
    await using shop = await openShop(world);
    const { visitor, form } = await bought(shop);
    for (const { name, bytes, why } of await hostileFiles()) {
      const refused = await say(visitor, form, { files: [[name, bytes]] }, true);
      const html = await refused.text();
      expect([name, refused.status]).toEqual([name, 422]);
      expect(html, name).toContain("Choose another picture:");
      expect(html, name).toContain(why);
      expect(html, name).toContain("It fell twice.");
    }
    const wrong = await say(visitor, form, { files: [["a.png", png(4, 4)]], fields: { rating: "9" } });
    expect([wrong.status, await allReviews(shop), kept(shop)]).toEqual([422, [], []]);
    const large = await say(visitor, form, { files: [["a.png", new Uint8Array(5 * 1024 * 1024 + 70_000)]] });
    expect([large.status, (await large.text()).includes("more than 5 MiB")]).toEqual([413, true]);
    const justOver = await say(visitor, form, { files: [["a.png", new Uint8Array(5 * 1024 * 1024 + 10)]] });
    expect([justOver.status, (await justOver.text()).includes("larger than 5 MiB")]).toEqual([422, true]);
  });

  test("S40 is not read from who did not buy, or has not paid", async () => {
    await using shop = await openShop(world);
    const { visitor, form } = await bought(shop, { paid: false });
    const { headers } = await filesBody([["a.png", png(4, 4)]]);
    for (const [path, status] of [
      [form, 409],
      [`/orders/${"a".repeat(43)}/review/mug`, 404],
    ] as const) {
      let read = 0;
      const pull = (stream: ReadableStreamDefaultController) => {
        read += 1;
        stream.enqueue(new Uint8Array(1024));
      };
      const body = new ReadableStream({ pull }, { highWaterMark: 0 });
      const answer = await visitor.send(path, {
        method: "POST",
        body,
        headers: { ...headers, "content-length": "4000000" },
      });
      expect([answer.status, read], path).toEqual([status, 0]);
    }
    expect(kept(shop)).toEqual([]);
  });

  test("S40 no more than 60 forms an hour come from one address", async () => {
    await using shop = await openShop({ ...world, limits: true });
    const { visitor, form } = await bought(shop);
    const statuses: number[] = [];
    for (let tries = 0; tries < 62; tries += 1) statuses.push((await visitor.post(form, { rating: "9" })).status);
    expect(statuses.slice(0, 60).every((status) => status === 422)).toBe(true);
    expect(statuses.slice(60)).toEqual([429, 429]);
  });
});
