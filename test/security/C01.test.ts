import { describe, expect, test, setDefaultTimeout } from "bun:test";
import * as schema from "#db/schema.ts";
import { getTableName, is, Table } from "drizzle-orm";
import { binary } from "#test/support/binary-shop.ts";
import { expectCalm, openHouse, type Door } from "./doors.ts";

setDefaultTimeout(60_000);

type House = Awaited<ReturnType<typeof openHouse>>;
/** What changes by looking: when a session was last seen, who was refused. The binary also takes letters to the post. */
const moves = new Set(["sessions", "audit_log", ...(binary === undefined ? [] : ["outbox"])]);

async function books({ shop }: House): Promise<string> {
  const tables = Object.values(schema)
    .filter((each) => is(each, Table))
    .filter((each) => !moves.has(getTableName(each)));
  const rows = await Promise.all(
    tables.map((table) => shop.deps.store.read.select().from(table as typeof schema.carts)),
  );
  return JSON.stringify(rows);
}

const changing = (doors: readonly Door[]) => doors.filter(({ method }) => method === "POST");
const form = { "Content-Type": "application/x-www-form-urlencoded" };

describe("C01: only the shop's own pages change anything", () => {
  const foreign: readonly Readonly<Record<string, string>>[] = [
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
    { "sec-fetch-site": "cross-site", origin: "http://localhost:3000" },
    { "sec-fetch-site": "" },
  ];

  test("every address that changes something refuses another site's page", async () => {
    const house = await openHouse();
    const before = await books(house);
    for (const door of changing(house.doors)) {
      const fields = Object.fromEntries(door.fields.map((name) => [name, "1"]));
      for (const headers of foreign) {
        const answer = await house.whose(door).post(house.address(door), fields, { headers });
        expect(answer.status, `${door.path} ${JSON.stringify(headers)}`).toBe(403);
        expect(answer.headers.has("access-control-allow-origin")).toBe(false);
        expect(answer.headers.getSetCookie()).toEqual([]);
      }
    }
    expect(await books(house)).toBe(before);
    await house.shop.close();
  });

  test("without Sec-Fetch-Site the Origin decides, and with neither no cookie counts", async () => {
    const { shop } = await openHouse();
    const { createApp } = await import("#src/app.ts");
    const app = createApp(shop.deps);
    const ask = (headers: Record<string, string>) =>
      app(
        new Request("http://localhost:3000/theme", {
          method: "POST",
          body: "theme=dark",
          headers: { host: "localhost:3000", "content-length": "10", ...form, ...headers },
        }),
      );
    for (const origin of [
      "http://evil.example",
      "null",
      "none",
      "http://localhost:3000.evil.example",
      "https://localhost:3000",
    ])
      expect((await ask({ origin })).status, origin).toBe(403);
    expect((await ask({ origin: "http://localhost:3000" })).status).toBe(303);
    expect((await ask({ cookie: "pc=1" })).status).toBe(403);
    expect((await ask({})).status).toBe(303);
    await shop.close();
  });

  test("looking changes nothing, by GET or HEAD", async () => {
    const house = await openHouse();
    const before = await books(house);
    for (const door of house.doors.filter(({ method }) => method !== "ALL")) {
      const address = house.address(door);
      await expectCalm(await house.whose(door).get(address), "", address);
      const head = await house.whose(door).send(address, { method: "HEAD" });
      expect(await head.text(), address).toBe("");
      await expectCalm(head, "", address);
    }
    expect(await books(house)).toBe(before);
    await house.shop.close();
  });

  test("C03: nobody else is told that they may read, and a preflight is not answered", async () => {
    const { shop, doors, address, whose } = await openHouse();
    for (const door of doors) {
      const asked = { Origin: "https://evil.example", "Access-Control-Request-Method": "POST" };
      const preflight = await whose(door).send(address(door), { method: "OPTIONS", headers: asked });
      expect([404, 405], door.path).toContain(preflight.status);
      expect([...preflight.headers.keys()].filter((name) => name.startsWith("access-control"))).toEqual([]);
    }
    await shop.close();
  });
});

describe.each([
  ["http", {}],
  ["https", { limits: true, env: { PUSHCART_URL: "https://shop.example" } }],
] as const)("C04, S01: what every answer carries over %s", (scheme, options) => {
  const rule = scheme === "https" ? /^__Host-pc\w*=(?=.*; Secure(;|$))/ : /^pc\w*=/;

  test("all headers, no banner, and cookies of this host only", async () => {
    const { shop, doors, address, whose } = await openHouse(options);
    let baked = 0;
    for (const door of doors.filter(({ path }) => !path.includes("logout"))) {
      const target = address(door);
      const cross = { headers: { "sec-fetch-site": "cross-site" } };
      const answers = [await whose(door).get(target), await whose(door).htmx.get(target)];
      answers.push(await whose(door).post(target, {}, cross), await whose(door).post(target));
      for (const { headers } of answers) {
        for (const name of expected) expect(headers.get(name), `${name} at ${target}`).not.toBeNull();
        expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
        expect(headers.get("X-Frame-Options")).toBe("DENY");
        expect(headers.has("Strict-Transport-Security")).toBe(scheme === "https");
        expect([headers.get("Server"), headers.get("X-Powered-By")]).toEqual([null, null]);
        const cookies = headers.getSetCookie();
        baked += cookies.length;
        for (const cookie of cookies) {
          expect(cookie, target).toMatch(rule);
          expect(cookie, target).toMatch(
            /^(?=.*Max-Age=\d)(?=.*; Path=\/(;|$))(?=.*HttpOnly)(?=.*SameSite=(Lax|Strict))/i,
          );
          expect(cookie, target).not.toMatch(/Domain/i);
        }
        expect(cookies.join().length).toBeLessThan(4096);
      }
    }
    expect(baked).toBeGreaterThan(0);
    await shop.close();
  });
});

const expected = [
  "Content-Security-Policy",
  "Referrer-Policy",
  "Permissions-Policy",
  "Cross-Origin-Opener-Policy",
  "Cross-Origin-Resource-Policy",
];
