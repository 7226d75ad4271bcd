import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { SignJWT } from "jose";
import { customers, sessions } from "#db/schema.ts";
import { openShop, type TestShop } from "#test/support/shop.ts";

let shop: TestShop;
const good = { email: "odile@example.com", password: "correct horse battery" };
beforeAll(async () => {
  shop = await openShop({ products: [{ title: "Mug", price: 2999, stock: 9 }] });
  await shop.json.post("/api/register", { ...good, displayName: "Odile" });
});
afterAll(() => shop.close());

const logIn = (body: unknown) => shop.visitor().json.post("/auth/login", body);
const cookieOf = (response: Response, name: string) =>
  response.headers.getSetCookie().find((line) => line.startsWith(`${name}=`)) ?? "";

describe("POST /auth/login", () => {
  test("S23, S24: unknown and wrong are told the same, byte for byte", async () => {
    const unknown = await logIn({ ...good, email: "nobody@example.com" });
    const wrong = await logIn({ ...good, password: "another horse" });
    expect([unknown.status, wrong.status]).toEqual([401, 401]);
    const text = await unknown.text();
    expect(text).toBe('{"message":"Invalid email or password."}');
    expect(await wrong.text()).toBe(text);
  });

  test("S25, S26, S27: a token, and for browsers a cookie that scripts cannot read", async () => {
    const response = await logIn(good);
    expect(response.status).toBe(200);
    const body = (await response.json()) as { token: string; user: object };
    expect(Object.keys(body)).toEqual(["token", "user"]);
    expect(Object.keys(body.user)).toEqual(["id", "email"]);
    const cookie = cookieOf(response, "pc");
    expect(cookie).toContain("HttpOnly");
    expect(cookie).toContain("SameSite=Lax");
    expect(cookie).toContain("Path=/");
    expect(cookie).not.toContain("Domain");
  });

  test("S27: after signing out, the old cookie opens nothing", async () => {
    const visitor = shop.visitor();
    await visitor.json.post("/auth/login", good);
    const kept = new Map(visitor.cookies);
    expect((await visitor.get("/account")).status).toBe(200);
    expect((await visitor.json.post("/auth/logout", {})).status).toBe(200);
    for (const [name, value] of kept) visitor.cookies.set(name, value);
    expect((await visitor.get("/account")).status).toBe(303);
    expect((await visitor.json.get("/api/me")).status).toBe(401);
  });

  test("S31: one's own data, and only one's own", async () => {
    const visitor = shop.visitor();
    expect((await visitor.json.get("/api/me")).status).toBe(401);
    const { token } = (await (await visitor.json.post("/auth/login", good)).json()) as { token: string };
    expect(await (await visitor.json.get("/api/me")).json()).toMatchObject({
      user: { email: good.email, display_name: "Odile" },
    });
    const program = await shop.visitor().json.get("/api/me", { headers: { Authorization: `Bearer ${token}` } });
    expect(program.status).toBe(200);
  });

  test("S29, A05: repeated tries are slowed down, with the time to wait", async () => {
    const limited = await openShop({ limits: true });
    const answers: Response[] = [];
    for (let each = 0; each < 7; each++)
      answers.push(
        await limited.visitor().json.post("/auth/login", { email: "x@example.com", password: "no such one" }),
      );
    expect(answers.map(({ status }) => status).slice(0, 5)).toEqual([401, 401, 401, 401, 401]);
    expect(answers.at(-1)?.status).toBe(429);
    expect(Number(answers.at(-1)?.headers.get("Retry-After"))).toBeGreaterThan(0);
    await limited.close();
  });

  test("A02: a weaker hash is made anew at sign-in", async () => {
    const hash = await Bun.password.hash("an old friend of mine", { algorithm: "bcrypt", cost: 4 });
    await shop.deps.store.write((tx) =>
      tx.insert(customers).values({
        id: "old",
        email: "old@example.com",
        emailKey: "old@example.com",
        displayName: "Old",
        passwordHash: hash,
        createdAt: shop.clock.now(),
      }),
    );
    expect((await logIn({ email: "old@example.com", password: "an old friend of mine" })).status).toBe(200);
    const rows = await shop.deps.store.read.select().from(customers);
    expect(rows.find(({ id }) => id === "old")?.passwordHash).toStartWith("$argon2id$");
    expect((await logIn({ email: "old@example.com", password: "an old friend of mine" })).status).toBe(200);
  });
});

describe("sessions", () => {
  test("S04: a token that is not exactly ours opens nothing", async () => {
    const key = shop.deps.keys.session;
    const exp = Math.floor(shop.clock.now().getTime() / 1000) + 1000;
    const make = (claims: object, header: object = {}, secret: Uint8Array = key) =>
      new SignJWT({ sub: "a", sid: "b", iss: "pushcart", aud: "shop", exp, ...claims })
        .setProtectedHeader({ alg: "HS256", typ: "pc-session", ...header })
        .sign(secret);
    const unsigned = [
      { alg: "none", typ: "pc-session" },
      { sub: "a", sid: "b", iss: "pushcart", aud: "shop", exp },
    ].map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"));
    const tokens = [
      `${unsigned.join(".")}.`,
      await make({}, { alg: "HS512" }),
      await make({}, { typ: "JWT" }),
      await make({ aud: "admin" }),
      await make({ iss: "another" }),
      await make({ exp: 1 }),
      await make({ exp: undefined }),
      await make({ sid: undefined }),
      await make({}, {}, new Uint8Array(32)),
      await make({}),
      "a.b.c",
      "x".repeat(8000),
    ];
    for (const token of tokens) {
      const response = await shop.visitor().get("/account", { headers: { cookie: `pc=${token}` } });
      expect(response.status, token.slice(0, 60)).toBe(303);
    }
  });

  test("S02: signing in makes a new identifier, and a planted cart cookie is no longer anybody's key", async () => {
    const visitor = shop.visitor();
    await visitor.post("/cart/items", { handle: "mug", variantId: "mug-0", quantity: "2" });
    const planted = visitor.cookies.get("pc_cart");
    await visitor.json.post("/auth/login", good);
    expect(visitor.cookies.get("pc_cart")).not.toBe(planted);
    expect(await (await visitor.get("/cart")).text()).toContain("$59.98");
    const thief = shop.visitor();
    thief.cookies.set("pc_cart", planted ?? "");
    expect(await (await thief.get("/cart")).text()).not.toContain("$59.98");
  });

  test("S09: broken cookies make an anonymous visitor, not an error", async () => {
    for (const cookie of [
      "pc=%E0%A4%A",
      "pc=1; pc=2; pc_cart=x",
      `pc_cart=${"y".repeat(4000)}`,
      "__proto__=1",
      "pc_theme=<script>",
      "=;;=",
      "pc",
    ]) {
      expect((await shop.visitor().get("/cart", { headers: { cookie } })).status, cookie.slice(0, 40)).toBe(200);
    }
  });

  test("keep only digests: the table opens nothing", async () => {
    const rows = await shop.deps.store.read.select().from(sessions);
    expect(rows.length).toBeGreaterThan(0);
    for (const { id } of rows) expect(id).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe("the pages", () => {
  test("sign in without scripts goes on to where one wanted to be", async () => {
    const visitor = shop.visitor();
    const response = await visitor.post("/login", { ...good, next: "/cart" });
    expect([response.status, response.headers.get("Location")]).toEqual([303, "/cart"]);
    expect(await (await visitor.get("/account")).text()).toContain("Hello, Odile");
  });

  test("sign in by htmx redirects, and a refusal comes in place with what was typed", async () => {
    const visitor = shop.visitor();
    const refused = await visitor.htmx.post("/login", { ...good, password: "wrong one here" });
    expect(refused.status).toBe(401);
    const html = await refused.text();
    expect(html).toContain("Invalid email or password.");
    expect(html).toContain('value="odile@example.com"');
    expect(html).not.toContain("wrong one here");
    expect(html).not.toContain("<html");
    const done = await visitor.htmx.post("/login", { ...good, next: "/cart" });
    expect([done.status, done.headers.get("HX-Redirect")]).toEqual([200, "/cart"]);
  });

  test("I10: it never goes on to another site", async () => {
    for (const next of ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)"]) {
      const response = await shop.visitor().post("/login", { ...good, next });
      expect(response.headers.get("Location"), next).toBe("/account");
    }
  });

  test("making an account says beside each field what is wrong, and keeps what was typed", async () => {
    const response = await shop
      .visitor()
      .post("/register", { displayName: "<b>Mia&amp;</b>", email: "mia", password: "short" });
    expect(response.status).toBe(422);
    const html = await response.text();
    expect(html).toContain("<title>Error: Make an account");
    expect(html).toContain("There is a problem");
    expect(html).toContain("Password must be at least 8 characters.");
    expect(html).toContain('value="<b>Mia&amp;amp;</b>"');
  });

  test("signing out ends the session and clears what was kept", async () => {
    const visitor = shop.visitor();
    await visitor.post("/login", good);
    const response = await visitor.post("/logout");
    expect([response.status, response.headers.get("Clear-Site-Data")]).toEqual([303, '"cache"']);
    expect((await visitor.get("/account")).status).toBe(303);
  });

  test("S03: pages of one's own are not kept by browsers", async () => {
    const visitor = shop.visitor();
    await visitor.post("/login", good);
    expect((await visitor.get("/account")).headers.get("Cache-Control")).toBe("private, no-store");
  });
});
