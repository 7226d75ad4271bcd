import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import { StoreUnavailable } from "#db/faults.ts";
import { customers, staff } from "#db/schema.ts";
import { openShop, type TestShop } from "#test/support/shop.ts";
import { owner } from "#test/admin/staff.ts";

// What the contract says of register and log-in beside the plain cases, which register.test.ts and log-in.test.ts have.

const good = { email: "odile@example.com", password: "correct horse battery", displayName: "Odile" };
let shop: TestShop;
beforeEach(async () => void (shop = await openShop()));
afterEach(() => shop.close());

describe("S14: with the database away", () => {
  for (const [what, broken] of [
    ["locked", () => new StoreUnavailable("busy")],
    ["gone", () => new StoreUnavailable("down")],
    ["odd", () => new Error("SELECT secret FROM customers: no such table /var/lib/shop.db")],
  ] as const) {
    test(`and ${what}, both endpoints say so much and no more; the log says it whole`, async () => {
      await shop.json.post("/api/register", good);
      const logged: unknown[] = [];
      Object.assign(shop.deps.log, { error: (...line: unknown[]) => void logged.push(...line) });
      Object.assign(shop.deps.store, { write: () => Promise.reject(broken()) });
      const made = await shop.json.post("/api/register", { ...good, email: "new@example.com" });
      expect([made.status, await made.text()]).toEqual([500, '{"error":"Internal server error."}']);
      const signed = await shop.json.post("/auth/login", good);
      expect([signed.status, await signed.text()]).toEqual([500, '{"message":"Internal server error."}']);
      expect(signed.headers.getSetCookie().join()).not.toContain("pc=");
      expect(Bun.inspect(logged)).toContain(broken().message);
    });
  }
});

test("S19: of many at the same moment one is made and the others are told, never 500", async () => {
  for (let round = 0; round < 3; round++) {
    const body = { ...good, email: `s19-${round}@example.com` };
    const all = await Promise.all(Array.from({ length: 6 }, () => shop.visitor().json.post("/api/register", body)));
    expect(all.map(({ status }) => status).toSorted()).toEqual([201, 409, 409, 409, 409, 409]);
  }
  expect(await shop.deps.store.read.$count(customers)).toBe(3);
});

test("S27: a token that was signed out is nobody's, as cookie and as bearer, whatever is sent along", async () => {
  await shop.json.post("/api/register", good);
  const visitor = shop.visitor();
  const { token } = (await (await visitor.json.post("/auth/login", good)).json()) as { token: string };
  expect((await visitor.json.post("/auth/logout", {})).headers.get("Clear-Site-Data")).toBe('"cache"');
  for (let again = 0; again < 2; again++) {
    const bearer = { headers: { Authorization: `Bearer ${token}` } };
    expect((await shop.visitor().json.get("/api/me", bearer)).status).toBe(401);
    const cookie = { headers: { cookie: `pc=${token}` } };
    expect((await shop.visitor().json.get("/api/me", cookie)).status).toBe(401);
    expect((await shop.visitor().get("/account", cookie)).status).toBe(303);
    expect((await shop.visitor().json.post("/auth/logout", {}, bearer)).status).toBe(200);
  }
});

describe("S29: unknown and wrong", () => {
  /** How often a hash was computed, and the middle of the times that an answer took. */
  async function measured(ask: () => Promise<Response>, rounds = 1) {
    const { verify } = shop.deps.passwords;
    let hashes = 0;
    Object.assign(shop.deps.passwords, {
      verify: (...given: Parameters<typeof verify>) => ((hashes += 1), verify(...given)),
    });
    const times: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const start = performance.now();
      const answer = await ask();
      times.push(performance.now() - start);
      expect([401, 422]).toContain(answer.status);
    }
    Object.assign(shop.deps.passwords, { verify });
    return { hashes, middle: times.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0 };
  }
  const logIn = (email: string) => () => shop.visitor().json.post("/auth/login", { email, password: "no such one" });

  test("cost one hash each, in the shop and at the desk, also for a malformed one in the books", async () => {
    await shop.json.post("/api/register", good);
    await owner(shop);
    const desk = (email: string) => () => shop.visitor().post("/admin/login", { email, password: "no such one" });
    for (const ask of [
      logIn(good.email),
      logIn("nobody@example.com"),
      desk("ines@example.com"),
      desk("nobody@example.com"),
    ])
      expect((await measured(ask)).hashes).toBe(1);
    await shop.deps.store.write((tx) => tx.update(customers).set({ passwordHash: "broken" }));
    await shop.deps.store.write((tx) => tx.update(staff).set({ passwordHash: "broken" }));
    for (const ask of [logIn(good.email), desk("ines@example.com")]) expect((await measured(ask)).hashes).toBe(1);
  });

  test("take about the same time", async () => {
    await shop.json.post("/api/register", good);
    await measured(logIn(good.email), 2);
    const wrong = await measured(logIn(good.email), 9);
    const unknown = await measured(logIn("nobody@example.com"), 9);
    // A hash takes 20 to 150 ms here: without one the answer would come ten times as soon.
    expect(unknown.middle).toBeGreaterThan(wrong.middle / 3);
    expect(unknown.middle).toBeLessThan(wrong.middle * 3);
  });
});

test("A07: a huge password is refused soon, before it is hashed", async () => {
  await shop.json.post("/api/register", good);
  const start = performance.now();
  const big = await shop.json.post("/auth/login", { ...good, password: "x".repeat(300_000) });
  expect(big.status).toBe(413);
  expect(
    (await shop.json.post("/api/register", { ...good, email: "b@example.com", password: "x".repeat(100_000) })).status,
  ).toBe(400);
  expect((await shop.post("/register", { ...good, password: "x".repeat(60_000) })).status).toBe(422);
  expect(performance.now() - start).toBeLessThan(1000);
});
