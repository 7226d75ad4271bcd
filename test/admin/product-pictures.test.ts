import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from "bun:test";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { asc, eq } from "drizzle-orm";
import { auditLog, pictures, products } from "#db/schema.ts";
import { filesBody } from "#test/support/files-body.ts";
import { hostileFiles, jpeg, photo, png, secretPlace } from "#test/support/picture-files.ts";
import { openShop, type TestShop } from "#test/support/shop.ts";
import type { TestVisitor } from "#test/support/visitor.ts";
import { member, owner } from "./staff.ts";

setDefaultTimeout(60_000);

let shop: TestShop;
let desk: TestVisitor;
beforeAll(async () => {
  shop = await openShop({ products: ["Mug", "Jug", "Pot"].map((title) => ({ title, price: 2999, stock: 3 })) });
  desk = await owner(shop);
});
afterAll(() => shop.close());

type File = readonly [name: string, bytes: Uint8Array];
type Asked = { readonly htmx?: boolean; readonly fields?: Readonly<Record<string, string>> };

async function send(
  visitor: TestVisitor,
  handle: string,
  files: readonly File[],
  { htmx = false, fields }: Asked = {},
) {
  const { body, headers } = await filesBody(files, fields);
  const part = htmx ? { "HX-Request": "true", "HX-Request-Type": "partial" } : {};
  return visitor.send(`/admin/products/${handle}/pictures`, { method: "POST", body, headers: { ...headers, ...part } });
}
const rowsOf = (handle: string) =>
  shop.deps.store.read
    .select()
    .from(pictures)
    .where(eq(pictures.productId, handle))
    .orderBy(asc(pictures.position), asc(pictures.id));
const folder = () => join(shop.deps.config.dataFolder, "pictures");
const kept = () => (existsSync(folder()) ? readdirSync(folder()).toSorted() : []);
const product = async (handle: string) =>
  (await shop.deps.store.read.select().from(products).where(eq(products.handle, handle)))[0];

describe("pictures of a product, sent at the desk", () => {
  test("S40 are kept on disk in the shop's sizes and shown in the shop at once, also on a page that was kept", async () => {
    expect(await (await shop.visitor().get("/products/mug")).text()).toContain("There is no picture of Mug yet.");
    const sent = await send(desk, "mug", [
      ["../../etc/passwd", await photo(1600, 900)],
      ["C:\\b.png", png(40, 30)],
    ]);
    expect([sent.status, sent.headers.get("Location")]).toEqual([303, "/admin/products/mug#pictures"]);
    const rows = await rowsOf("mug");
    expect(rows).toMatchObject([
      { position: 0, width: 900, height: 1600, alt: "", state: "ready" },
      { position: 1, width: 40, height: 30 },
    ]);
    expect(kept()).toHaveLength(10);
    expect(kept().every((name) => /^u-[0-9a-f]{32}(-\d+)?\.webp$/.test(name))).toBe(true);
    expect((await product("mug"))?.picture).toBe(rows[0]?.file ?? "none");
    const page = await (await shop.visitor().get("/products/mug")).text();
    for (const { file } of rows) expect(page).toContain(file.replace(".webp", ""));
    expect(page).not.toContain("passwd");

    const served = await shop.visitor().get(`/pictures/${rows[0]?.file}`);
    expect([served.status, served.headers.get("Content-Type")]).toEqual([200, "image/webp"]);
    expect(served.headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(served.headers.get("Content-Security-Policy")).toBe("default-src 'none'; sandbox");
    expect(Buffer.from(await served.arrayBuffer()).includes(secretPlace.slice(0, 8))).toBe(false);
  });

  test("S40 F01 what is no picture is refused by name and reason, beside those that are taken; nothing of it is kept", async () => {
    const before = kept();
    for (const { name, bytes, why } of await hostileFiles()) {
      const answer = await send(desk, "jug", [[name, bytes]], { htmx: true });
      const html = await answer.text();
      expect([name, answer.status]).toEqual([name, 422]);
      expect(html, name).toContain(`${name} was not taken:`);
      expect(html, name).toContain(why);
    }
    expect([await rowsOf("jug"), kept()]).toEqual([[], before]);
    const plain = await send(desk, "jug", [
      ["<b>.svg", Buffer.from("<svg/>")],
      ["good.jpg", await jpeg()],
    ]);
    const html = await plain.text();
    expect([plain.status, html.includes("<html")]).toEqual([422, true]);
    expect(html).toContain("&lt;b&gt;.svg was not taken: it is an SVG drawing");
    expect(await rowsOf("jug")).toHaveLength(1);
    expect(await (await send(desk, "jug", [])).text()).toContain("Choose a picture first.");
  });

  test("S40 who may not is refused before a byte is read", async () => {
    const before = kept();
    const packer = await member(shop, "packer");
    for (const [visitor, status] of [
      [shop.visitor(), 401],
      [packer, 403],
    ] as const) {
      let read = 0;
      const body = new ReadableStream(
        {
          pull(stream) {
            read += 1;
            stream.enqueue(new Uint8Array(1024));
          },
        },
        { highWaterMark: 0 },
      );
      const { headers } = await filesBody([["a.png", png(4, 4)]]);
      const answer = await visitor.send("/admin/products/mug/pictures", {
        method: "POST",
        body,
        headers: { ...headers, "content-length": "5000000" },
      });
      expect([answer.status, read]).toEqual([status, 0]);
    }
    expect(kept()).toEqual(before);
    expect((await send(desk, "none", [["a.png", png(4, 4)]])).status).toBe(404);
  });

  test("S40 more than 10 MiB, more than 20 files and another type are refused with a sentence", async () => {
    const before = kept();
    const large = new Uint8Array(10 * 1024 * 1024 + 70_000);
    const answer = await send(desk, "pot", [["a.jpg", large]]);
    expect([answer.status, await answer.text()]).toEqual([413, expect.stringContaining("more than 10 MiB together")]);
    const many = Array.from({ length: 21 }, (_, at): File => [`${at}.png`, png(2, 2)]);
    expect((await send(desk, "pot", many)).status).toBe(413);
    const json = await desk.json.post("/admin/products/pot/pictures", {});
    expect(json.status).toBe(415);
    const broken = await desk.send("/admin/products/pot/pictures", {
      method: "POST",
      body: "--x\r\nnothing",
      headers: { "Content-Type": "multipart/form-data; boundary=x" },
    });
    expect([broken.status, await rowsOf("pot"), kept()]).toEqual([400, [], before]);
  });

  test("S40 F06 a product has at most 50, and those beyond leave nothing on the disk", async () => {
    const rows = Array.from({ length: 49 }, (_, at) => ({
      id: `many-${at}`,
      productId: "pot",
      position: at,
      file: "x.svg",
    }));
    await shop.deps.store.write(async (tx) => void (await tx.insert(pictures).values(rows)));
    const before = kept();
    const refused = await send(
      desk,
      "pot",
      [
        ["a.png", png(4, 4)],
        ["b.png", png(4, 4)],
      ],
      { htmx: true },
    );
    expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining("at most 50 pictures")]);
    expect(kept()).toEqual(before);
    expect((await send(desk, "pot", [["a.png", png(4, 4)]])).status).toBe(303);
  });
});

describe("a picture that is sent until it is heard of", () => {
  test("S40 is there once, however often and at once it came", async () => {
    const before = [(await rowsOf("jug")).length, kept().length] as const;
    const again = () => send(desk, "jug", [["a.png", png(9, 9)]], { htmx: true, fields: { once: "a1b2" } });
    const sent = [await again(), ...(await Promise.all([again(), again()]))];
    expect(sent.map(({ status }) => status)).toEqual([200, 200, 200]);
    const twice = () => send(desk, "jug", [["b.png", png(9, 9)]], { htmx: true, fields: { once: "c3" } });
    expect((await Promise.all([twice(), twice()])).map(({ status }) => status)).toEqual([200, 200]);
    expect([(await rowsOf("jug")).length, kept().length]).toEqual([before[0] + 2, before[1] + 10]);
  });
});

describe("pictures of a product", () => {
  const act = (id: string, fields: Record<string, string>) => desk.htmx.post(`/admin/pictures/${id}`, fields);
  const ids = async (handle: string) => (await rowsOf(handle)).map(({ id }) => id);

  test("S40 are put in order by buttons and by dragging, and the first is on the card", async () => {
    await send(desk, "mug", [["c.png", png(50, 50)]]);
    const [a, b, c] = (await ids("mug")) as [string, string, string];
    await act(c, { op: "earlier" });
    expect(await ids("mug")).toEqual([a, c, b]);
    await act(a, { op: "earlier" });
    expect(await ids("mug")).toEqual([c, b, a]);
    await act(a, { op: "later" });
    expect(await ids("mug")).toEqual([a, c, b]);
    const dragged = await desk.htmx.post("/admin/products/mug/pictures/order", { order: `${b},none,${b},${a}` });
    expect([dragged.status, await ids("mug")]).toEqual([200, [b, a, c]]);
    expect((await product("mug"))?.picture).toBe((await rowsOf("mug"))[0]?.file ?? "none");
    expect((await desk.htmx.post("/admin/products/mug/pictures/order", { order: "a b<" })).status).toBe(422);
    const plain = await desk.post(`/admin/pictures/${b}`, { op: "later" });
    expect([plain.status, plain.headers.get("Location")]).toEqual([303, "/admin/products/mug#pictures"]);
  });

  test("S40 get their words at once, or are called decoration; the shop says just that", async () => {
    const [first = ""] = await ids("mug");
    expect(await (await desk.get("/admin/products/mug")).text()).toContain("3 still need their words");
    const named = await act(first, { op: "words", alt: 'A "mug" <on> a table' });
    expect(await named.text()).toContain("2 still need their words");
    const page = await (await shop.visitor().get("/products/mug")).text();
    expect(page).toContain('alt="A &#34;mug&#34; &lt;on> a table"');
    await act(first, { op: "words", alt: "Not this", decorative: "on" });
    expect((await rowsOf("mug"))[0]).toMatchObject({ alt: "", decorative: true });
    const main = /<section class="gallery"[^]*?<img[^>]*>/.exec(
      await (await shop.visitor().get("/products/mug")).text(),
    );
    expect(main?.[0]).toContain('alt=""');
    expect((await act(first, { op: "words", alt: "x".repeat(301) })).status).toBe(422);
  });

  test("S40 are taken away and put back where they stood", async () => {
    const before = await rowsOf("mug");
    const id = before[1]?.id ?? "";
    const gone = await act(id, { op: "remove" });
    expect(await gone.text()).toContain("Put it back");
    expect(await rowsOf("mug")).toHaveLength(2);
    expect(existsSync(join(folder(), before[1]?.file ?? ""))).toBe(true);
    expect((await act(id, { op: "earlier" })).status).toBe(404);
    await act(id, { op: "restore" });
    expect(await rowsOf("mug")).toEqual(before);
    const plain = await desk.post(`/admin/pictures/${id}`, { op: "remove" });
    const to = plain.headers.get("Location") ?? "";
    expect(to).toBe(`/admin/products/mug?removed=${id}#pictures`);
    expect(await (await desk.get(to.replace("#pictures", ""))).text()).toContain("Put it back");
    expect((await desk.post(`/admin/pictures/${id}`, { op: "restore" })).status).toBe(303);
    expect((await desk.post(`/admin/pictures/${id}`, { op: "restore" })).status).toBe(404);
    const acts = await shop.deps.store.read.select({ act: auditLog.act }).from(auditLog);
    expect(acts.map((row) => row.act)).toEqual(
      expect.arrayContaining(["add picture", "take picture away", "put picture back"]),
    );
  });
});
