import { describe, expect, test } from "bun:test";
import { join } from "node:path";
import { auditLog, customerNotes, sessions } from "#db/schema.ts";
import { detectDialect } from "#src/catalog/import/dialect.ts";
import { readRows } from "#src/catalog/import/records.ts";
import { textSource } from "#src/catalog/import/source.ts";
import { zip } from "#src/privacy/zip.ts";
import { account, idOf, odile, shopFor, signedIn, wholeOdile } from "./odile.ts";
import { unzip } from "./unzip.ts";

const lena = { email: "lena@example.com", password: "a hook and a line", displayName: "=Lena" };
const download = async (visitor: { post(path: string): Promise<Response> }) => {
  const answer = await visitor.post("/account/data");
  expect([answer.status, answer.headers.get("Content-Type")]).toEqual([200, "application/zip"]);
  return unzip(answer);
};

describe("download my data", () => {
  test("is one file with everything, as JSON and as tables", async () => {
    await using shop = await shopFor();
    const { visitor } = await wholeOdile(shop);
    expect(await (await visitor.get("/account/data")).text()).toContain('method="post" action="/account/data"');
    const files = await download(visitor);
    const data = JSON.parse(files.get("data.json") ?? "") as Record<string, Record<string, unknown>[]>;
    expect(data["account"]).toMatchObject([{ email: odile.email, name: "Odile Bernard", groups: "wholesale" }]);
    expect(data["orders"]).toHaveLength(2);
    expect(data["orders"]?.[0]).toMatchObject({ currency: "USD", total: "34.99", payment: "unpaid" });
    expect(data["order_lines"]?.[0]).toMatchObject({ title: "Mug", quantity: 1, gross: "29.99" });
    expect(data["order_addresses"]?.[0]).toMatchObject({ street: "231 Warren Street", kind: "delivery" });
    expect(data["reviews"]).toHaveLength(2);
    expect(data["cart"]).toContainEqual(expect.objectContaining({ product: "Bowl", quantity: 2, state: "open" }));
    expect(files.get("orders.csv")).toStartWith("order,placedAt,email,");
    expect(files.get("orders.csv")?.trim().split("\n")).toHaveLength(3);
    expect([...files.keys()]).toEqual(
      expect.arrayContaining(["read-me.txt", "letters.csv", "likes.csv", "devices.csv"]),
    );
    const act = (await shop.deps.store.read.select().from(auditLog)).at(-1);
    expect(act).toMatchObject({ act: "download own data", result: "done" });
  });

  test("has no hash, key or link in it, and no cell that a spreadsheet runs", async () => {
    await using shop = await shopFor();
    const { visitor } = await wholeOdile(shop);
    const files = await download(visitor);
    const all = [...files.values()].join("\n");
    expect(all).not.toMatch(/argon2|sealed|http:\/\/|[0-9a-f]{64}|token/i);
    for (const { id } of await shop.deps.store.read.select().from(sessions)) expect(all).not.toContain(id);
    expect(files.get("reviews.csv")).toContain("'=SUM(1)");
    const hers = await download(await account(shop, lena));
    expect(hers.get("account.csv")).toContain("'=Lena");
  });

  test("has the pictures that were sent along with reviews, and nobody else's", async () => {
    await using shop = await shopFor();
    const { visitor } = await wholeOdile(shop);
    const folder = join(shop.deps.config.dataFolder, "pictures");
    await Bun.write(join(folder, "u-odile.webp"), "her picture");
    await Bun.write(join(folder, "u-lena.webp"), "another's picture");
    const files = await download(visitor);
    expect([...files].filter(([name]) => name.startsWith("pictures/"))).toEqual([
      ["pictures/u-odile.webp", "her picture"],
    ]);
    expect(
      [...(await download(await account(shop, lena))).keys()].filter((name) => name.startsWith("pictures/")),
    ).toEqual([]);
  });

  test("stays whole and harmless whatever was typed: each table reads back row by row", async () => {
    await using shop = await shopFor();
    const visitor = await account(shop);
    const hostile = [
      '=HYPERLINK("http://evil.example")\nsecond line',
      'a "b", c',
      "+1",
      "-1+1",
      "@x",
      "\u202e😀 '",
      "'quoted",
    ];
    const row = { customerId: await idOf(shop), who: "staff:1", at: shop.clock.now() };
    const notes = hostile.map((body, nth) => ({ ...row, id: `note-${nth}`, body }));
    await shop.deps.store.write((tx) => tx.insert(customerNotes).values(notes));
    const files = await download(visitor);
    const source = textSource(files.get("notes.csv") ?? "");
    const read: string[] = [];
    for await (const { cells } of readRows(source, await detectDialect(source))) read.push(cells[1] ?? "");
    expect(read.slice(1).map((cell) => cell.replace(/^'/, ""))).toEqual(hostile);
    for (const cell of read) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    expect((JSON.parse(files.get("data.json") ?? "") as { notes: unknown[] }).notes).toHaveLength(hostile.length);
  });

  test("is never another's: not by an address that was not confirmed, and not somebody else's order with it", async () => {
    await using shop = await shopFor();
    await wholeOdile(shop);
    const other = await account(shop, lena);
    expect([...(await download(other)).values()].join("\n").toLowerCase()).not.toContain("odile");

    // Somebody makes an account with an address that is not theirs, before its owner does.
    const thief = { email: "guest@example.com", password: "a hook and a line", displayName: "Thief" };
    await shop.post("/newsletter", { email: thief.email });
    const files = await download(await account(shop, thief, { confirmed: false }));
    const data = JSON.parse(files.get("data.json") ?? "") as Record<string, unknown[]>;
    expect([data["newsletter"], data["orders"], data["letters"], data["reviews"]]).toEqual([[], [], [], []]);
    expect(data["account"]).toHaveLength(1);
  });

  test("asks for the password again after a quarter of an hour, and for an account first", async () => {
    await using shop = await shopFor();
    const visitor = await account(shop);
    shop.clock.forward(16 * 60_000);
    for (const answer of [await visitor.get("/account/data"), await visitor.post("/account/data")])
      expect([answer.status, answer.headers.get("Location")?.startsWith("/account/again?next=")]).toEqual([303, true]);
    expect((await shop.visitor().post("/account/data")).headers.get("Location")).toStartWith("/login?next=");
  });

  test("is made five times an hour at most", async () => {
    await using shop = await shopFor({ limits: true });
    const visitor = await account(shop);
    for (let nth = 0; nth < 5; nth += 1) expect((await visitor.post("/account/data")).status).toBe(200);
    const refused = await visitor.post("/account/data");
    expect([refused.status, refused.headers.has("Retry-After")]).toEqual([429, true]);
    expect((await (await signedIn(shop)).post("/account/data")).status).toBe(429);
  });
});

test("a ZIP holds what was put in, whatever its names and letters", async () => {
  const entries = [
    { name: "a/ä ☕.txt", data: "x".repeat(100_000) },
    { name: "empty.csv", data: "" },
    { name: "odd.txt", data: "\u0000\uffff😀" },
    { name: "bytes.webp", data: Buffer.from("a picture") },
  ];
  const read = await unzip(new Response(zip(entries, new Date("2026-11-26T07:30:10Z"))));
  expect([...read]).toEqual(entries.map(({ name, data }) => [name, data.toString()]));
});
