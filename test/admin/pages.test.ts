import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { auditLog, pages } from "#db/schema.ts";
import { openShop, type TestShop } from "#test/support/shop.ts";
import type { TestVisitor } from "#test/support/visitor.ts";
import { member, owner } from "./staff.ts";

let shop: TestShop;
let desk: TestVisitor;
beforeAll(async () => {
  shop = await openShop();
  desk = await owner(shop);
});
afterAll(() => shop.close());

const textOf = async (visitor: TestVisitor, path: string) => (await visitor.get(path)).text();
const rows = () => shop.deps.store.read.select().from(pages).orderBy(pages.handle);
const seenIn = (html: string) => /name="seen" value="([^"]+)"/.exec(html)?.[1] ?? "";

describe("pages at the desk", () => {
  test("says which pages shops usually have, and fills in what is known of them", async () => {
    const list = await textOf(desk, "/admin/pages");
    for (const each of ["No page yet.", "/admin/pages/new?as=imprint", "/admin/pages/new?as=privacy"])
      expect(list).toContain(each);
    const fresh = await textOf(desk, "/admin/pages/new?as=returns");
    expect(fresh).toContain('value="Returns"');
    expect(fresh).toContain('<option value="help" selected>');
  });

  test("writes one that is at its address at once and named at the foot, with nothing in it that runs", async () => {
    const visitor = shop.visitor();
    expect((await visitor.get("/pages/our-terms")).status).toBe(404);
    const body =
      "## What holds\n\nWe **send** it.<script>alert(1)</script><img src=x onerror=alert(1)>\n\n[Ask](javascript:1)";
    const made = await desk.post("/admin/pages/new", {
      title: "Our <Terms>",
      body,
      column: "shop",
      handle: "Our Terms",
    });
    expect([made.status, made.headers.get("Location")]).toEqual([303, "/admin/pages?done=saved"]);
    const html = await textOf(visitor, "/pages/our-terms");
    expect(html).toContain("<strong>send</strong>");
    expect(html).toContain("Our &lt;Terms>");
    expect(html.slice(html.indexOf("<main"))).not.toMatch(/<script>alert|<img src=x|javascript:/);
    expect(await textOf(visitor, "/")).toContain('href="/pages/our-terms"');
    expect(await textOf(visitor, "/sitemap.xml")).toContain("/pages/our-terms");
    expect(await textOf(desk, "/admin/pages")).toContain("Foot, under The shop");
  });

  test("changes one, and says who was quicker", async () => {
    const first = await textOf(desk, "/admin/pages/our-terms");
    const fields = { title: "Terms", body: "Old.", column: "help", seen: seenIn(first) };
    expect((await desk.post("/admin/pages/our-terms", fields)).status).toBe(303);
    const late = await desk.post("/admin/pages/our-terms", { ...fields, body: "Mine." });
    const html = await late.text();
    expect([late.status, html.includes("Somebody changed this page"), html.includes("Mine.")]).toEqual([
      409,
      true,
      true,
    ]);
    expect(await textOf(shop.visitor(), "/pages/our-terms")).toContain("<p>Old.</p>");
    const again = await desk.post("/admin/pages/our-terms", { ...fields, body: "Mine.", seen: seenIn(html) });
    expect(again.status).toBe(303);
    expect(await textOf(shop.visitor(), "/pages/our-terms")).toContain("<p>Mine.</p>");
  });

  test("refuses what is no page, with what was typed, and writes nothing", async () => {
    const before = await rows();
    for (const [fields, sentence] of [
      [{ title: "", body: "Kept <words>" }, "Write a title"],
      [{ title: "Kept <words>", body: "" }, "Write what the page says."],
      [{ title: "!!!", body: "Kept <words>" }, "Write an address of letters or digits"],
      [{ title: "New", body: "Kept <words>" }, "Write an address of letters or digits"],
      [{ title: "x", handle: "our-terms", body: "Kept <words>" }, "Another page is at this address."],
      [{ title: "x", body: "Kept <words>", column: "menu" }, "Choose where it is named."],
    ] as const) {
      const answer = await desk.post("/admin/pages/new", fields);
      const html = await answer.text();
      expect([answer.status, html.includes(sentence)], sentence).toEqual([422, true]);
      expect(html).toContain("Kept &lt;words");
    }
    expect(await rows()).toEqual(before);
  });

  test("takes one away only as it was seen", async () => {
    const seen = seenIn(await textOf(desk, "/admin/pages/our-terms"));
    expect((await desk.post("/admin/pages/our-terms/remove", { seen: "other" })).headers.get("Location")).toBe(
      "/admin/pages/our-terms",
    );
    const gone = await desk.post("/admin/pages/our-terms/remove", { seen });
    expect(gone.headers.get("Location")).toBe("/admin/pages?done=removed");
    expect((await shop.visitor().get("/pages/our-terms")).status).toBe(404);
    expect((await desk.post("/admin/pages/our-terms/remove", { seen })).status).toBe(404);
    const acts = await shop.deps.store.read.select().from(auditLog).where(eq(auditLog.subject, "page:our-terms"));
    expect(acts.map(({ act }) => act).toSorted()).toEqual(["change page", "change page", "make page", "remove page"]);
  });

  test("are for who may change texts; others read or stay outside", async () => {
    const content = await member(shop, "content");
    const made = await content.post("/admin/pages/new", { title: "News", body: "None." });
    expect(made.status).toBe(303);
    const reader = await member(shop, "reader");
    expect(await textOf(reader, "/admin/pages/news")).not.toContain("Save the page");
    expect((await reader.post("/admin/pages/news", { title: "Theirs", body: "x" })).status).toBe(403);
    expect((await reader.get("/admin/pages/new")).status).toBe(403);
    const packer = await member(shop, "packer");
    expect((await packer.get("/admin/pages")).status).toBe(403);
  });
});
