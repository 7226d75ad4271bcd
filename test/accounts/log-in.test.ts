import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { auditLog, customers, sessions } from "#db/schema.ts";
import { openShop, type TestShop } from "#test/support/shop.ts";
import type { TestVisitor } from "#test/support/visitor.ts";

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

describe("what is written down", () => {
  test("E02: who signed in, who was refused, and from where; never what was typed", async () => {
    const visitor = shop.visitor("203.0.113.9");
    await visitor.json.post("/auth/login", { ...good, password: "a wrong secret" });
    await visitor.json.post("/auth/login", { email: "hunter2@example.com", password: "a wrong secret" });
    await visitor.json.post("/auth/login", good);
    const rows = (await shop.deps.store.read.select().from(auditLog)).filter((row) => row.address === "203.0.113.9");
    expect(
      rows.map(({ who, act, subject, result }) => [who.split(":")[0], act, subject.split(":")[0], result]),
    ).toEqual([
      ["guest", "sign in", "customer", "denied"],
      ["guest", "sign in", "", "denied"],
      ["customer", "sign in", "", "done"],
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/wrong secret|hunter2|correct horse/);
  });
});

describe("limits", () => {
  const wrong = { email: good.email, password: "no such one" };

  test("S29, A05: tries on one account, from wherever, are slowed down, with the time to wait", async () => {
    await using limited = await openShop({ limits: true });
    const answers: Response[] = [];
    for (let each = 0; each < 7; each++)
      answers.push(await limited.visitor(`198.51.100.${each}`).json.post("/auth/login", wrong));
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401, 429, 429]);
    const last = answers.at(-1);
    expect(Number(last?.headers.get("Retry-After"))).toBeGreaterThan(0);
    expect(await last?.text()).toMatch(/^\{"message":"That was tried too often. Try again in \d+ seconds."\}$/);
    const page = await limited.visitor("198.51.100.99").post("/login", wrong);
    expect([page.status, page.headers.has("Retry-After")]).toEqual([429, true]);
  });

  test("A05: tries from one address on many accounts, too", async () => {
    await using limited = await openShop({ limits: true });
    const statuses: number[] = [];
    for (let each = 0; each < 22; each++) {
      const body = { email: `nobody${each}@example.com`, password: "no such one" };
      statuses.push((await limited.json.post("/auth/login", body)).status);
    }
    expect(statuses.filter((status) => status === 401)).toHaveLength(20);
    expect((await limited.visitor("198.51.100.7").json.post("/auth/login", wrong)).status).toBe(401);
  });

  test("getting it right forgets the slips before", async () => {
    await using limited = await openShop({ limits: true });
    await limited.json.post("/api/register", { ...good, displayName: "Odile" });
    const visitor = (each: number) => limited.visitor(`198.51.100.${each}`);
    for (let round = 0; round < 3; round++) {
      for (let slip = 0; slip < 4; slip++)
        expect((await visitor(round * 5 + slip).json.post("/auth/login", wrong)).status).toBe(401);
      expect((await visitor(round * 5 + 4).json.post("/auth/login", good)).status).toBe(200);
    }
  });

  test("ten accounts an hour from one address; what was not filled in right does not count", async () => {
    await using limited = await openShop({ limits: true });
    const make = (email: string, password = good.password) =>
      limited.json.post("/api/register", { email, password, displayName: "Odile" });
    for (let each = 0; each < 12; each++) expect((await make("x@example.com", "short")).status).toBe(400);
    for (let each = 0; each < 10; each++) expect((await make(`x${each}@example.com`)).status).toBe(201);
    const last = await make("x10@example.com");
    expect([last.status, Number(last.headers.get("Retry-After")) > 0]).toEqual([429, true]);
    expect(await last.json()).toEqual({ error: expect.stringContaining("minutes") });
  });
});

describe("sessions", () => {
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

  test("S02: a cart that is somebody else's is left to them", async () => {
    const visitor = shop.visitor();
    const [lena, theo] = ["lena", "theo"].map((name) => ({
      email: `${name}@example.com`,
      password: "a hook and a line",
    }));
    for (const each of [lena, theo]) await visitor.json.post("/api/register", { ...each, displayName: "Friend" });
    const holdsFour = async (who: TestVisitor) => (await (await who.get("/cart")).text()).includes("$119.96");
    await visitor.json.post("/auth/login", lena);
    await visitor.post("/cart/items", { handle: "mug", variantId: "mug-0", quantity: "4" });
    expect(await holdsFour(visitor)).toBe(true);
    await visitor.post("/logout");
    await visitor.json.post("/auth/login", theo);
    expect(await holdsFour(visitor)).toBe(false);
    const again = shop.visitor();
    await again.json.post("/auth/login", lena);
    expect(await holdsFour(again)).toBe(true);
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
    expect(await (await visitor.get("/account")).text()).toContain(">Odile</span>");
  });

  test("sign in by htmx redirects, and a refusal comes in place with what was typed", async () => {
    const visitor = shop.visitor();
    const refused = await visitor.htmx.post("/login", { ...good, password: "wrong one here" });
    expect(refused.status).toBe(422);
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
    const long = await shop.visitor().post("/login", { ...good, next: `/search?q=${"x".repeat(5000)}` });
    expect([long.status, long.headers.get("Location")]).toEqual([303, "/account"]);
  });

  test("what was left empty is named beside its field and in the summary, and nothing is tried", async () => {
    const response = await shop.visitor().htmx.post("/login", { email: "odile@example.com", password: "" });
    expect(response.status).toBe(422);
    const html = await response.text();
    expect(html).toStartWith('<title>Error: Sign in</title><div class="stack" id="sign-in">');
    expect(html).toContain('<a href="#password">Enter your password.</a>');
    expect(html).toContain('id="password-error"');
    expect(html).not.toContain("Invalid email or password.");
    const page = await (await shop.visitor().post("/login", {})).text();
    expect(page).toContain("<title>Error: Sign in");
    expect(page).toContain("Enter your email address.");
  });

  test("who is signed in already is not asked again", async () => {
    const visitor = shop.visitor();
    await visitor.post("/login", good);
    for (const path of ["/login?next=/cart", "/register?next=/cart"]) {
      const response = await visitor.get(path);
      expect([response.status, response.headers.get("Location")], path).toEqual([303, "/cart"]);
    }
    expect((await shop.visitor().get("/account")).headers.get("Location")).toBe("/login?next=%2Faccount");
  });

  test("S12: an address that is taken is named so on the page, too, and the typed is kept", async () => {
    const response = await shop
      .visitor()
      .htmx.post("/register", { ...good, displayName: "Odile", password: "quite another one" });
    expect(response.status).toBe(409);
    const html = await response.text();
    expect(html).toContain("An account with this email already exists.");
    expect(html).toContain('value="odile@example.com"');
    expect(html).not.toContain("quite another one");
  });

  test("making an account signs in, with the cart that was filled before", async () => {
    const visitor = shop.visitor();
    await visitor.post("/cart/items", { handle: "mug", variantId: "mug-0", quantity: "3" });
    const fields = { displayName: "Mia", email: "mia@example.com", password: "a hook and a line", next: "/cart" };
    const made = await visitor.post("/register", fields);
    expect([made.status, made.headers.get("Location")]).toEqual([303, "/cart"]);
    expect(await (await visitor.get("/cart")).text()).toContain("$89.97");
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
    expect(html).toContain("Enter an email address such as name@example.com.");
    expect(html).toContain('value="&lt;b>Mia&amp;amp;&lt;/b>"');
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
