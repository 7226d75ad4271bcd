import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from "bun:test";
import { customers } from "#db/schema.ts";
import { openShop, type TestShop } from "#test/support/shop.ts";
import { withList } from "./hostile-lists.ts";

setDefaultTimeout(60_000); // long lists

let shop: TestShop;
const good = { email: "odile@example.com", password: "correct horse battery", displayName: "Odile" };
beforeAll(async () => {
  shop = await openShop({ limits: false });
  // Hashing is not what is tried here, and its queue is short.
  Object.assign(shop.deps.passwords, {
    hash: async () => "$argon2id$v=19$m=19456,t=2,p=1$a$b",
    verify: async () => false,
  });
  await shop.json.post("/api/register", good);
});
afterAll(() => shop.close());

const endpoints = ["/api/register", "/auth/login"] as const;
const leak = /select |insert |sqlite|postgres|drizzle|elysia|\bat .*\.tsx?:|\/src\/|node_modules/i;

/** Never a fault, always JSON, and nothing of our insides. */
async function calm(response: Response, what: string): Promise<string> {
  const text = await response.text();
  expect(response.status, what).toBeLessThan(500);
  expect(response.headers.get("Content-Type"), what).toBe("application/json");
  expect(() => void JSON.parse(text), what).not.toThrow();
  return text;
}

describe("S46: the endpoints hold without any form before them", () => {
  test("S44, S52: other methods, types and sizes are told in JSON, and with the right status", async () => {
    const say = async (path: string, init: RequestInit) => {
      const response = await shop.visitor().send(path, init);
      expect(await calm(response, `${init.method} ${path}`)).not.toMatch(leak);
      return response.status;
    };
    const body = JSON.stringify(good);
    const json = { "Content-Type": "application/json" };
    for (const path of endpoints) {
      for (const method of ["GET", "PUT", "DELETE", "PATCH"])
        expect(await say(path, { method, ...(method === "GET" ? {} : { body, headers: json }) }), method).toBe(405);
      expect(await say(path, { method: "POST" }), "nothing at all").toBe(415);
      expect(await say(path, { method: "POST", body, headers: { "Content-Type": "text/plain" } })).toBe(415);
      expect(
        await say(path, {
          method: "POST",
          body: "email=a",
          headers: { "Content-Type": "application/x-www-form-urlencoded" },
        }),
      ).toBe(415);
      expect(await say(path, { method: "POST", body: "x".repeat(300_000), headers: json })).toBe(413);
      expect(await say(path, { method: "POST", body, headers: { ...json, "Sec-Fetch-Site": "cross-site" } })).toBe(403);
    }
    const large = await shop.visitor().json.post("/auth/login", "x".repeat(300_000));
    expect(Object.keys((await large.json()) as object)).toEqual(["message"]);
    expect(await say("/api/nothing", { method: "GET" })).toBe(404);
    expect(await say("/api/me", { method: "POST", body, headers: json })).toBe(405);
  });

  test("D06: a body nested without end is broken, not a fault", async () => {
    for (const path of endpoints)
      for (const body of [
        "[".repeat(100_000),
        '{"a":'.repeat(40_000),
        `{"email":${"[".repeat(50_000)}${"]".repeat(50_000)}}`,
      ])
        await calm(await shop.visitor().json.post(path, body), `${path} ${body.slice(0, 8)}`);
  });

  test("I12: names of the language's own insides give nothing", async () => {
    const own = '{"__proto__":{"email":"p@example.com","password":"correct horse","displayName":"P"}}';
    const response = await shop.visitor().json.post("/api/register", own);
    expect([response.status, await response.json()]).toEqual([400, { error: "All fields are required." }]);
    const nested = '{"constructor":{"prototype":{"isAdmin":true}}}';
    expect((await shop.visitor().json.post("/api/register", nested)).status).toBe(400);
    expect(({} as Record<string, unknown>)["isAdmin"]).toBeUndefined();
  });

  test("S18: any kind of value in any field is asked for, not broken over", async () => {
    for (const field of ["email", "password", "displayName"] as const)
      for (const value of [0, 1.5, true, null, [], ["a"], {}, { length: 9 }, { toString: "x" }]) {
        const response = await shop
          .visitor()
          .json.post("/api/register", { ...good, email: "x@example.com", [field]: value });
        expect([response.status, await response.text()], JSON.stringify({ [field]: value })).toEqual([
          400,
          '{"error":"All fields are required."}',
        ]);
        const login = await shop.visitor().json.post("/auth/login", { ...good, [field]: value });
        expect(login.status).toBe(401);
      }
  });
});

describe("S17: hostile text is text", () => {
  withList<string>("sql-injection", (entries) => {
    test("of injections, as address, password and name", async () => {
      const before = await shop.deps.store.read.$count(customers);
      for (const [at, text] of entries.entries()) {
        await calm(await shop.visitor().json.post("/auth/login", { email: text, password: text }), text);
        expect((await shop.visitor().json.post("/api/register", { ...good, email: text })).status, text).toBe(400);
        if (at % 20 === 0) {
          const made = await shop
            .visitor()
            .json.post("/api/register", { ...good, email: `sql${at}@example.com`, displayName: text });
          expect(((await made.json()) as { user: object }).user, text).toMatchObject({ display_name: text.trim() });
        }
      }
      expect(await shop.deps.store.read.$count(customers)).toBe(before + Math.ceil(entries.length / 20));
    });
  });

  withList<string>("naughty-strings", (entries) => {
    test("of naughty strings, which come back as they were sent, or are refused", async () => {
      for (const [at, text] of entries.entries()) {
        const made = await shop
          .visitor()
          .json.post("/api/register", { ...good, email: `n${at}@example.com`, displayName: text });
        const answer = JSON.parse(await calm(made, text)) as { user?: { display_name: string } };
        if (made.status === 201) expect(answer.user?.display_name, text).toBe(text.replaceAll("\0", "").trim());
        else expect(made.status, text).toBe(400);
        await calm(await shop.visitor().json.post("/auth/login", { email: text, password: text }), text);
        for (const path of ["/login", "/register", "/admin/login"]) {
          const page = await shop.visitor().post(path, { email: text, password: text, displayName: text, next: text });
          expect(page.status, `${path} ${text}`).toBeLessThan(500);
        }
      }
    });
  });

  withList<string>("xss-payloads", (entries) => {
    test("of scripts, which stay inside the quotes of their fields", async () => {
      const shape = async (text: string) => {
        const fields = { displayName: text, email: text, password: "x", next: text };
        const html = await (await shop.visitor().htmx.post("/register", fields)).text();
        return html.replaceAll(/ value="[^"]*"/g, ' value=""').replaceAll(/next=[^"]*"/g, '"');
      };
      for (const text of entries) {
        const harmless = "a".repeat(text.trim().length);
        expect((await shape(text)) === (await shape(harmless)), text).toBe(true);
      }
    });
  });
});

describe("S22: JSON that is none", () => {
  withList<{ name: string; expect: "accept" | "reject" | "either"; base64: string }>("json-parsing", (entries) => {
    test("is told so, in JSON", async () => {
      for (const entry of entries) {
        const body = Buffer.from(entry.base64, "base64");
        for (const path of endpoints) {
          const headers = { "Content-Type": "application/json", "Content-Length": String(body.length) };
          const response = await shop.visitor().send(path, { method: "POST", body, headers });
          await calm(response, entry.name);
          if (entry.expect === "reject") expect(response.status, entry.name).toBe(400);
        }
      }
    });
  });
});

describe("I10: where to go on to is a path of our own, or the account", () => {
  withList<{ input: string }>("urls-wpt", (entries) => {
    test("of addresses that browsers read in odd ways", async () => {
      const own = new URL(shop.deps.config.url);
      Object.assign(shop.deps.passwords, { verify: async () => true });
      for (const [at, { input }] of entries.entries()) {
        for (const visit of at % 10 === 0 ? [shop.visitor().post, shop.visitor().htmx.post] : [shop.visitor().post]) {
          const response = await visit("/login", {
            email: good.email,
            password: good.password,
            next: input.toWellFormed(),
          });
          const to = response.headers.get("Location") ?? response.headers.get("HX-Redirect") ?? "";
          expect(to, input).toMatch(/^\/(?![/\\])[\x21-\x7e]*$/);
          expect(new URL(to, own).origin, input).toBe(own.origin);
        }
      }
      Object.assign(shop.deps.passwords, { verify: async () => false });
    });
  });
});
