import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { customers } from "#db/schema.ts";
import { openShop, type TestShop } from "#test/support/shop.ts";

let shop: TestShop;
beforeAll(async () => void (shop = await openShop()));
afterAll(() => shop.close());

const good = { email: "odile@example.com", password: "correct horse battery", displayName: "Odile" };
const register = (body: unknown) => shop.visitor().json.post("/api/register", body);
async function answer(body: unknown): Promise<[number, unknown]> {
  const response = await register(body);
  expect(response.headers.get("Content-Type")).toBe("application/json");
  return [response.status, await response.json()];
}
const count = () => shop.deps.store.read.$count(customers);

describe("POST /api/register", () => {
  test("S13: makes an account and answers exactly three facts of it", async () => {
    const response = await register(good);
    expect(response.status).toBe(201);
    const text = await response.text();
    expect(text).toMatch(/^\{"user":\{"id":"[^"]+","email":"odile@example.com","display_name":"Odile"\}\}$/);
  });

  for (const missing of ["email", "password", "displayName"] as const) {
    test(`S10: without ${missing}`, async () => {
      const { [missing]: _, ...rest } = { ...good, email: "s10@example.com" };
      expect(await answer(rest)).toEqual([400, { error: "All fields are required." }]);
      expect(await answer({ ...rest, [missing]: "" })).toEqual([400, { error: "All fields are required." }]);
    });
  }

  test("S11: 7 characters are too few, 8 are enough", async () => {
    expect(await answer({ ...good, email: "s11@example.com", password: "hx7!qz9" })).toEqual([
      400,
      { error: "Password must be at least 8 characters." },
    ]);
    expect((await answer({ ...good, email: "s11@example.com", password: "hx7!qz9w" }))[0]).toBe(201);
  });

  test("S12, S21: an address is taken, whatever its capitals and blanks", async () => {
    expect(await answer({ ...good, email: " ODILE@Example.com " })).toEqual([
      409,
      { error: "An account with this email already exists." },
    ]);
  });

  test("S15: the order of the checks", async () => {
    expect(await answer({ ...good, password: "short" })).toEqual([
      400,
      { error: "Password must be at least 8 characters." },
    ]);
    expect(await answer({ email: good.email, password: good.password })).toEqual([
      400,
      { error: "All fields are required." },
    ]);
  });

  test("S16: keeps a slow salted hash, never the same for two", async () => {
    await register({ ...good, email: "s16a@example.com" });
    await register({ ...good, email: "s16b@example.com" });
    const rows = await shop.deps.store.read.select({ hash: customers.passwordHash }).from(customers);
    expect(new Set(rows.map(({ hash }) => hash)).size).toBe(rows.length);
    for (const { hash } of rows) expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  test("S17: hostile text is text", async () => {
    const displayName = "'; DROP TABLE customers; --";
    expect(await answer({ ...good, email: "s17@example.com", displayName })).toMatchObject([
      201,
      { user: { display_name: displayName } },
    ]);
    expect((await answer({ ...good, email: "' OR 1=1 --" }))[0]).toBe(400);
  });

  test("S18: wrong types are asked for, not broken over", async () => {
    for (const password of [12345678, ["a"], null, {}, true]) {
      expect(await answer({ ...good, email: "s18@example.com", password })).toEqual([
        400,
        { error: "All fields are required." },
      ]);
    }
  });

  test("S19: of two at the same moment, one is made and one is told", async () => {
    const both = await Promise.all([
      answer({ ...good, email: "s19@example.com" }),
      answer({ ...good, email: "s19@example.com" }),
    ]);
    expect(both.map(([status]) => status).toSorted()).toEqual([201, 409]);
  });

  test("S20: an address is checked here, too", async () => {
    for (const email of ["not-an-email", "a@", "@b", "a b@c.d", "a@b..c", "a@b@c", "a\r\nBcc: x@y.z@c.d"]) {
      expect((await answer({ ...good, email }))[0]).toBe(400);
    }
  });

  test("S22: broken JSON is told, extra keys give no right", async () => {
    expect((await answer("{"))[0]).toBe(400);
    expect((await answer("[]"))[0]).toBe(400);
    const before = await count();
    expect(await answer({ ...good, email: "s22@example.com", isAdmin: true, id: "me", role: "owner" })).toMatchObject([
      201,
      { user: { email: "s22@example.com" } },
    ]);
    expect(await count()).toBe(before + 1);
    expect((await shop.visitor().get("/admin/orders")).status).toBe(401);
  });

  test("A01: a password that everybody would try is refused, a very long one before it is hashed", async () => {
    expect((await answer({ ...good, email: "a01@example.com", password: "Password123" }))[0]).toBe(400);
    expect((await answer({ ...good, email: "a01@example.com", password: "x".repeat(1025) }))[0]).toBe(400);
    expect((await answer({ ...good, email: "a01@example.com", password: "😀😀😀😀" }))[0]).toBe(201);
  });

  test("C03: other content types are refused", async () => {
    const response = await shop
      .visitor()
      .send("/api/register", { method: "POST", body: JSON.stringify(good), headers: { "Content-Type": "text/plain" } });
    expect(response.status).toBe(415);
  });
});

test("S14: with the database away, a sentence and nothing else", async () => {
  const broken = await openShop();
  await broken.deps.store.close();
  const response = await broken.json.post("/api/register", { ...good, email: "s14@example.com" });
  expect([response.status, await response.text()]).toEqual([500, '{"error":"Internal server error."}']);
});
