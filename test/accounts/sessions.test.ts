import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { SignJWT, UnsecuredJWT, generateKeyPair, exportJWK } from "jose";
import { StoreUnavailable } from "#db/faults.ts";
import { sessions } from "#db/schema.ts";
import { createApp } from "#src/app.ts";
import { deriveKeys } from "#src/keys.ts";
import { wire } from "#src/wire.ts";
import { openShop, type ShopOptions, type TestShop } from "#test/support/shop.ts";
import { testVisitor, type TestVisitor } from "#test/support/visitor.ts";

const odile = { email: "odile@example.com", password: "correct horse battery", displayName: "Odile" };
const day = 86_400_000;
const isIn = async (visitor: TestVisitor) => (await visitor.get("/account")).status === 200;

async function shopWithOdile(options: ShopOptions = {}) {
  const shop = await openShop({ ...options, products: [{ title: "Mug", price: 2999, stock: 9 }] });
  expect((await shop.json.post("/api/register", odile)).status).toBe(201);
  return shop;
}

let shop: TestShop;
beforeAll(async () => void (shop = await shopWithOdile()));
afterAll(() => shop.close());

/** Visits are noted aside of the request. */
async function noted(own: TestShop) {
  for (let wait = 0; wait < 200; wait++) {
    const [row] = await own.deps.store.read.select().from(sessions);
    if (row?.seenAt.getTime() === own.clock.now().getTime()) return;
    await Bun.sleep(10);
  }
  throw new Error("the visit was not noted");
}

describe("how long a session lasts", () => {
  test("S08: a week without a visit ends it", async () => {
    await using own = await shopWithOdile();
    await own.json.post("/auth/login", odile);
    own.clock.forward(7 * day - 1000);
    expect(await isIn(own)).toBe(true);
    await noted(own);
    own.clock.forward(7 * day);
    expect(await isIn(own)).toBe(false);
  });

  test("S08: each visit gives another week, and nothing more than thirty days", async () => {
    await using own = await shopWithOdile();
    await own.json.post("/auth/login", odile);
    for (let visit = 0; visit < 4; visit++) {
      own.clock.forward(6 * day);
      expect(await isIn(own), `day ${(visit + 1) * 6}`).toBe(true);
      await noted(own);
    }
    own.clock.forward(5 * day);
    expect(await isIn(own), "day 29").toBe(true);
    own.clock.forward(1 * day + 1);
    expect(await isIn(own), "day 30").toBe(false);
  });

  test("S08: a visit is noted every few minutes, not with every page", async () => {
    await using own = await shopWithOdile();
    await own.json.post("/auth/login", odile);
    const seen = async () => (await own.deps.store.read.select().from(sessions))[0]?.seenAt;
    const first = await seen();
    own.clock.forward(30_000);
    await own.get("/account");
    await Bun.sleep(50);
    expect(await seen()).toEqual(first);
    own.clock.forward(300_000);
    await own.get("/account");
    await noted(own);
  });

  test("a page does not fail because its visit cannot be noted", async () => {
    await using own = await shopWithOdile();
    await own.json.post("/auth/login", odile);
    own.clock.forward(day);
    Object.assign(own.deps.store, { write: () => Promise.reject(new StoreUnavailable("full")) });
    expect(await isIn(own)).toBe(true);
  });
});

describe("every process", () => {
  test("knows a session that another one began, and that another one ended", async () => {
    const other = testVisitor(createApp(wire(shop.deps)), shop.deps.config.url);
    const visitor = shop.visitor();
    await visitor.json.post("/auth/login", odile);
    for (const [name, value] of visitor.cookies) other.cookies.set(name, value);
    expect(await isIn(other)).toBe(true);
    await other.post("/logout");
    expect(await isIn(visitor)).toBe(false);
  });
});

describe("signing out", () => {
  test("S03, S27: the row is gone, the cookie too, and the copy of it opens nothing", async () => {
    const visitor = shop.visitor();
    await visitor.json.post("/auth/login", odile);
    const before = await shop.deps.store.read.$count(sessions);
    const copy = visitor.cookies.get("pc") ?? "";
    const out = await visitor.post("/logout");
    expect([out.status, out.headers.get("Location"), out.headers.get("Clear-Site-Data")]).toEqual([
      303,
      "/",
      '"cache"',
    ]);
    expect(visitor.cookies.has("pc")).toBe(false);
    expect(await shop.deps.store.read.$count(sessions)).toBe(before - 1);
    visitor.cookies.set("pc", copy);
    expect(await isIn(visitor)).toBe(false);
  });

  test("the browser forgets even when the books cannot be written to", async () => {
    await using own = await shopWithOdile();
    const json = own.visitor();
    for (const visitor of [own, json]) await visitor.json.post("/auth/login", odile);
    Object.assign(own.deps.store, { write: () => Promise.reject(new StoreUnavailable("full")) });
    expect((await own.post("/logout")).status).toBe(503);
    expect((await json.json.post("/auth/logout", {})).status).toBe(500);
    expect([own.cookies.has("pc"), json.cookies.has("pc")]).toEqual([false, false]);
  });

  test("a program ends its session with its token", async () => {
    const program = shop.visitor();
    const { token } = (await (await program.json.post("/auth/login", odile)).json()) as { token: string };
    program.cookies.clear();
    const bearer = { headers: { Authorization: `Bearer ${token}` } };
    expect((await program.json.get("/api/me", bearer)).status).toBe(200);
    expect((await program.json.post("/auth/logout", {}, bearer)).status).toBe(200);
    expect((await program.json.get("/api/me", bearer)).status).toBe(401);
  });
});

describe("cookies", () => {
  test("S01: over https each is bound to this host, secret from scripts, and small", async () => {
    await using own = await shopWithOdile({ env: { PUSHCART_URL: "https://shop.example" }, limits: true });
    const answers = [
      await own.json.post("/auth/login", odile),
      await own.post("/cart/items", { handle: "mug", variantId: "mug-0", quantity: "1" }),
      await own.post("/likes/mug"),
      await own.post("/theme", { theme: "dark" }),
      await own.post("/logout"),
    ];
    const lines = answers.flatMap((answer) => answer.headers.getSetCookie());
    expect(lines.length).toBeGreaterThan(4);
    for (const line of lines) {
      expect(line).toStartWith("__Host-pc");
      for (const part of ["HttpOnly", "Secure", "SameSite=Lax", "Path=/"]) expect(line).toContain(part);
      expect(line).not.toContain("Domain");
    }
    expect(lines.join("").length).toBeLessThan(4096);
  });

  test("S09: a token of another secret makes an anonymous visitor, and is taken back", async () => {
    const other = testVisitor(
      createApp(wire({ ...shop.deps, keys: deriveKeys("a new secret") })),
      shop.deps.config.url,
    );
    const visitor = shop.visitor();
    await visitor.json.post("/auth/login", odile);
    other.cookies.set("pc", visitor.cookies.get("pc") ?? "");
    expect((await other.get("/cart")).status).toBe(200);
    expect(other.cookies.has("pc")).toBe(false);
  });

  test("S09: so does one whose session ended elsewhere", async () => {
    const visitor = shop.visitor();
    await visitor.json.post("/auth/login", odile);
    await shop.deps.store.write((tx) => tx.delete(sessions));
    expect((await visitor.get("/cart")).status).toBe(200);
    expect(visitor.cookies.has("pc")).toBe(false);
  });
});

describe("S04: what is not exactly our token is nobody's", () => {
  const claims = () => {
    const exp = Math.floor(shop.clock.now().getTime() / 1000) + 1000;
    return { sub: "id-1", sid: "b", iss: "pushcart", aud: "shop", exp };
  };
  const header = { alg: "HS256", typ: "pc-session" };
  const sign = (changed: object, head: object = {}) =>
    new SignJWT({ ...claims(), ...changed }).setProtectedHeader({ ...header, ...head }).sign(shop.deps.keys.session);
  const cut = (token: string) => token.slice(0, token.lastIndexOf(".") + 1);

  const forged: Readonly<Record<string, () => Promise<string> | string>> = {
    "no algorithm": () => new UnsecuredJWT(claims()).encode(),
    "an algorithm called None": async () => {
      const [, body = ""] = (await sign({})).split(".");
      return `${Buffer.from('{"alg":"None","typ":"pc-session"}').toString("base64url")}.${body}.`;
    },
    "HS512 by the same key": () => sign({}, { alg: "HS512" }),
    "a key of its own in the header": async () => {
      const { privateKey, publicKey } = await generateKeyPair("ES256");
      const jwk = await exportJWK(publicKey);
      return new SignJWT(claims()).setProtectedHeader({ alg: "ES256", typ: "pc-session", jwk }).sign(privateKey);
    },
    "an extension nobody knows": async () => {
      const [, body = ""] = (await sign({})).split(".");
      const head = Buffer.from(JSON.stringify({ ...header, crit: ["x"], x: 1 })).toString("base64url");
      const mac = new Bun.CryptoHasher("sha256", Buffer.from(shop.deps.keys.session)).update(`${head}.${body}`);
      return `${head}.${body}.${mac.digest("base64url")}`;
    },
    "an end that is past": () => sign({ exp: 1 }),
    "no end": () => sign({ exp: undefined }),
    "an end in words": async () => {
      const head = Buffer.from(JSON.stringify(header)).toString("base64url");
      const body = Buffer.from(JSON.stringify({ ...claims(), exp: "tomorrow" })).toString("base64url");
      const mac = new Bun.CryptoHasher("sha256", Buffer.from(shop.deps.keys.session)).update(`${head}.${body}`);
      return `${head}.${body}.${mac.digest("base64url")}`;
    },
    "another type": () => sign({}, { typ: "JWT" }),
    "another audience": () => sign({ aud: "admin" }),
    "another issuer": () => sign({ iss: "elsewhere" }),
    "no session": () => sign({ sid: undefined }),
    "no signature": async () => cut(await sign({})),
    "a session that is not in the table": () => sign({}),
  };

  for (const [what, make] of Object.entries(forged)) {
    test(what, async () => {
      const token = await make();
      expect((await shop.visitor().get("/account", { headers: { cookie: `pc=${token}` } })).status).toBe(303);
      const bearer = { headers: { Authorization: `Bearer ${token}` } };
      expect((await shop.visitor().json.get("/api/me", bearer)).status).toBe(401);
    });
  }
});
