import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { codeOf, filesOf } from "#test/architecture/sources.ts";
import { openShop, type TestShop } from "#test/support/shop.ts";
import type { TestVisitor } from "#test/support/visitor.ts";
import { member, owner } from "./staff.ts";

let shop: TestShop;
let desk: TestVisitor;
beforeAll(async () => {
  shop = await openShop({ settings: { name: "The Stall", email: "hello@stall.example" } });
  desk = await owner(shop);
});
afterAll(() => shop.close());

const kindsIn = (html: string) =>
  new Set([...html.matchAll(/\/admin\/mail\/previews\/(\w+)"/g)].map(([, kind]) => kind));

describe("previews", () => {
  test("there is one of every letter that the shop can write", async () => {
    const shown = kindsIn(await (await desk.get("/admin/mail/previews")).text());
    const written = new Set<string>();
    for (const path of filesOf("src/**/*.{ts,tsx}").filter((each) => !each.startsWith("src/cli/"))) {
      if (!/letters?\.tsx$/.test(path)) continue;
      for (const [, kind = ""] of (await codeOf(path)).matchAll(/\bkind: "(\w+)"/g)) written.add(kind);
    }
    expect(written.size).toBeGreaterThan(6);
    expect([...written].filter((kind) => !shown.has(kind))).toEqual([]);
  });

  test("each as text, as HTML under a policy that lets it do nothing, and word for word", async () => {
    for (const kind of kindsIn(await (await desk.get("/admin/mail/previews")).text())) {
      const path = `/admin/mail/previews/${kind}`;
      expect((await desk.get(path)).status, path).toBe(200);
      const looks = await desk.get(`${path}/body`);
      expect(looks.headers.get("Content-Security-Policy"), path).toContain("sandbox");
      expect(await looks.text(), path).toStartWith("<!doctype html><html");
      const raw = await desk.get(`${path}/raw`);
      expect(raw.headers.get("Content-Type"), path).toBe("text/plain; charset=utf-8");
      const text = await raw.text();
      expect(text.match(/^Subject: /gm), path).toHaveLength(1);
      expect(text.match(/^To: /gm), path).toHaveLength(1);
      expect(text, path).toContain("From: The Stall <hello@stall.example>");
      expect(text, path).toContain("Content-Type: text/html");
    }
    expect((await desk.get("/admin/mail/previews/none")).status).toBe(404);
  });

  test("those who may not read letters see them all the same: nobody is named in them", async () => {
    const reader = await member(shop, "reader");
    expect((await reader.get("/admin/mail/previews/order_placed")).status).toBe(200);
    expect((await (await member(shop, "content")).get("/admin/mail/previews")).status).toBe(403);
  });
});
