import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from "bun:test";
import { join } from "node:path";
import { orders, variants } from "#db/schema.ts";
import { ConfigError, readConfig } from "#src/config.ts";
import { addPromotion } from "#src/promotions/setup-store.ts";
import { codeOf, filesOf } from "#test/architecture/sources.ts";
import { contact, expectCalm, fillCart, lastPage, openHouse, type Door } from "./doors.ts";

// Statements S42 to S54: what stands on which side of the wire. S43 (the button to try again) is among the journeys,
// S45 in test/accounts/one-source.test.ts.

setDefaultTimeout(90_000);

let house: Awaited<ReturnType<typeof openHouse>>;
beforeAll(async () => void (house = await openHouse()));
afterAll(() => house.shop.close());

const asJson = { Accept: "application/json", "Content-Type": "application/json" };
const isJson = ({ path }: Door) => /^\/(api|auth)\//.test(path);

describe("S42: browser and server share nothing but HTTP", () => {
  test("what answers in JSON says so, refusals included", async () => {
    for (const door of house.doors.filter(isJson)) {
      for (const method of ["GET", "POST", "PUT"]) {
        const body = method === "GET" ? {} : { body: "{}" };
        const answer = await house.shop.visitor().send(house.address(door), { method, headers: asJson, ...body });
        const where = `${method} ${door.path} ${answer.status}`;
        const type = answer.headers.get("Content-Type")?.split(";")[0] ?? "";
        if (answer.status === 204 || answer.status === 304) continue;
        expect(["application/json", "application/problem+json"], `${where}: ${type}`).toContain(type);
        expect(JSON.parse(await answer.text()), where).toBeTypeOf("object");
      }
    }
  });
});

describe("S44: no answer tells how the shop is made", () => {
  test("of any refusal from 400 to 431, as page, as part and as JSON", async () => {
    const { shop, desk, shopper } = house;
    const form = { "Content-Type": "application/x-www-form-urlencoded" };
    const large = { method: "POST", body: "x".repeat(70_000), headers: form };
    const stranger = shop.visitor();
    const asked: readonly (readonly [status: number, ask: () => Promise<Response>])[] = [
      [400, () => stranger.json.post("/api/register", "{")],
      [400, () => stranger.get("/products/%E0%A4%A")],
      [401, () => stranger.htmx.get("/admin/orders")],
      [401, () => stranger.json.get("/api/me")],
      [401, () => stranger.json.post("/auth/login", { email: "a@example.com", password: "x" })],
      [403, () => stranger.post("/theme", { theme: "dark" }, { headers: { "sec-fetch-site": "cross-site" } })],
      [404, () => stranger.get("/nowhere")],
      [404, () => desk.get("/admin/orders/none")],
      [405, () => stranger.send("/api/register", { method: "PUT", body: "{}", headers: asJson })],
      [409, () => desk.post(`/admin/orders/${house.ids["/admin/orders"]}/paid`, { version: "77" })],
      [413, () => stranger.send("/cart/items", large)],
      [
        415,
        () => stranger.send("/api/register", { method: "POST", body: "a", headers: { "Content-Type": "text/plain" } }),
      ],
      [421, () => stranger.get("/", { headers: { host: "evil.example" } })],
      [422, () => shopper.post("/cart/items", { handle: "mug", quantity: "0x10" })],
    ];
    for (const [status, ask] of asked) {
      const answer = await ask();
      expect(answer.status, String(status)).toBe(status);
      await expectCalm(answer, "", String(status));
    }
  });
});

describe("S46, S54: what the browser sends is a wish", () => {
  test("every form holds without its page: fields missing, doubled, strange or far too long", async () => {
    for (const door of house.doors.filter(({ method, path }) => method === "POST" && !path.includes("logout"))) {
      const long = Object.fromEntries(door.fields.map((name) => [name, "x".repeat(3000)]));
      const doubled = Object.fromEntries(door.fields.map((name) => [name, ["1", "2"]]));
      for (const fields of [{}, long, doubled, { nobody: "asked", __proto__: "x" }]) {
        const answer = await house.whose(door).post(house.address(door, "none"), fields as Record<string, string>);
        await expectCalm(answer, "", `${door.path} ${JSON.stringify(fields).slice(0, 40)}`);
      }
    }
  });

  test("S54: changed prices, ids, roles and hidden fields have no effect", async () => {
    const { shop } = house;
    const before = await shop.deps.store.read.select().from(variants);
    const visitor = shop.visitor();
    await fillCart(visitor);
    const page = await lastPage(visitor);
    const lies = { price: "1", unit: "1", role: "owner", customerId: "c-1", discount: "9999", pay: "on_delivery" };
    expect((await visitor.post("/checkout/place", { ...page, ...lies, total: "1" })).status).toBe(409);
    expect((await visitor.post("/checkout/place", { ...page, ...lies })).status).toBe(303);
    const placed = await shop.deps.store.read.select().from(orders);
    expect(placed.every(({ total }) => Number(total) === 3499)).toBe(true);
    const after = await shop.deps.store.read.select().from(variants);
    expect(after.map(({ price }) => price)).toEqual(before.map(({ price }) => price));
  });
});

describe("S47: codes are in nothing that a visitor can fetch", () => {
  test("no page, part, file or script names one; a wrong and a past one learn nothing of the others", async () => {
    const { shop } = house;
    const half = {
      ...{ conditions: {}, priority: 0, startsAt: null, customerLimit: null, codeLimit: null, useLimit: null },
      effect: { kind: "percent", off: "order", rate: 500_000 },
    } as const;
    await shop.deps.store.write((tx) =>
      addPromotion(tx, "half", { ...half, name: "Half", endsAt: null, codes: ["STAFF50"] }),
    );
    const past = new Date(shop.deps.now().getTime() - 86_400_000);
    await shop.deps.store.write((tx) =>
      addPromotion(tx, "past", { ...half, name: "Past", endsAt: past, codes: ["YESTERYEAR"] }),
    );
    const visitor = shop.visitor();
    await fillCart(visitor);
    const open = house.doors.filter(({ method, path }) => method === "GET" && !path.startsWith("/admin"));
    for (const door of open) {
      for (const answer of [await visitor.get(house.address(door)), await visitor.htmx.get(house.address(door))])
        expect(await answer.text(), door.path).not.toMatch(/STAFF50|YESTERYEAR/);
    }
    for (const file of new Bun.Glob("*.{js,css}").scanSync({ cwd: join(import.meta.dir, "../../public") }))
      expect(await (await visitor.get(`/assets/${file}`)).text(), file).not.toMatch(/STAFF50|YESTERYEAR/);
    for (const code of ["STAFF5", "YESTERYEAR"]) {
      const told = await (await visitor.post("/cart/coupon", { code })).text();
      expect(told.replaceAll(code, ""), code).not.toMatch(/STAFF50|YESTERYEAR/);
    }
  });
});

describe("S48, S49: each side has what belongs there", () => {
  test("S48: no key, secret or price rule is in what the browser gets, and a hidden link is no lock", async () => {
    const { shop } = house;
    for (const file of new Bun.Glob("*.js").scanSync({ cwd: join(import.meta.dir, "../../public") })) {
      const text = await (await shop.visitor().get(`/assets/${file}`)).text();
      expect(text, file).not.toMatch(/BEGIN [A-Z ]*PRIVATE KEY|PUSHCART_SECRET|smtps?:\/\/|postgres:\/\/|argon2/i);
    }
    for (const door of house.doors.filter(({ policies }) => policies.some(({ who }) => who === "staff"))) {
      const answer = await shop.visitor().send(house.address(door), { method: door.method, headers: asJson });
      expect([401, 403], door.path).toContain(answer.status);
    }
  });

  test("S49: browser modules reach nothing of the server, and the server nothing of the browser", async () => {
    for (const file of filesOf("public/*.js").filter((path) => !path.includes("htmx"))) {
      const code = await Bun.file(join(import.meta.dir, "../..", file)).text();
      expect(code, file).not.toMatch(/(from|import|require)\s*\(?\s*["'](node:|bun:|bun|fs|#|\.\.\/(src|db|views))/);
    }
    for (const file of filesOf("{src,db}/**/*.{ts,tsx}"))
      expect(await codeOf(file), file).not.toMatch(
        /\bdocument\.(cookie|query|get|body|add)|\bwindow\.(location|add|document)|\blocalStorage\.|\bnavigator\.[a-z]/,
      );
  });
});

describe("S50: one program, set up by its environment", () => {
  test("address, port, database, secret and features are variables, and what is wrong with them is named", () => {
    const config = readConfig({
      ...{ PORT: "4000", PUSHCART_URL: "https://shop.example", DATABASE_URL: "sqlite:/x/shop.db" },
      ...{ PUSHCART_SECRET: "0123456789abcdef0123456789abcdef", PUSHCART_FEATURES: "-likes" },
    });
    expect([config.port, config.url, config.databaseUrl, config.has("likes")]).toEqual([
      4000,
      "https://shop.example",
      "sqlite:/x/shop.db",
      false,
    ]);
    const wrong = { PORT: "x", PUSHCART_SECRET: "short", DATABASE_URL: "mysql://x" };
    expect(() => readConfig(wrong)).toThrow(ConfigError);
    for (const name of Object.keys(wrong)) expect(() => readConfig(wrong)).toThrow(name);
  });
});

describe("S51, S52, S53: contracts, codes and state", () => {
  test("S51: every form, query and body of a route is declared, and what is not declared is dropped", () => {
    const undeclared = house.doors.filter(
      ({ method, fields, path }) => method === "POST" && fields.length === 0 && /login|register|checkout$/.test(path),
    );
    // The JSON endpoints read their three fields by hand, so that nothing answers before the contract's sentences.
    expect(undeclared.map(({ path }) => path).filter((path) => !/^\/(api|auth)\//.test(path))).toEqual([]);
  });

  test("S52: made 201, done 200, unreadable 400, unknown pair 401, taken 409", async () => {
    const visitor = house.shop.visitor();
    const account = { email: "s52@example.com", password: "long enough to be one", displayName: "S" };
    expect((await visitor.json.post("/api/register", account)).status).toBe(201);
    expect((await visitor.json.post("/api/register", account)).status).toBe(409);
    expect((await visitor.json.post("/api/register", { ...account, email: "" })).status).toBe(400);
    expect((await visitor.json.post("/auth/login", { ...account, password: "wrong" })).status).toBe(401);
    expect((await visitor.json.post("/auth/login", account)).status).toBe(200);
  });

  test("S53: the cart is the server's: another tab, a reload and another process of the shop show the same", async () => {
    const visitor = house.shop.visitor();
    await visitor.post("/cart/items", { handle: "mug", quantity: "3" });
    const { createApp } = await import("#src/app.ts");
    const { testVisitor } = await import("#test/support/visitor.ts");
    const restarted = testVisitor(createApp(house.shop.deps), house.shop.deps.config.url);
    for (const [name, value] of visitor.cookies) restarted.cookies.set(name, value);
    for (const tab of [visitor, restarted]) expect(await (await tab.get("/cart")).text()).toContain("$89.97");
    await visitor.post("/checkout", contact);
    expect(await (await restarted.get("/checkout")).text()).toContain(contact.street);
  });
});
