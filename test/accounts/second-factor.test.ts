import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import { auditLog, recoveryCodes, secondFactors } from "#db/schema.ts";
import { codeAt } from "#src/accounts/one-time-code.ts";
import { openShop, type TestShop } from "#test/support/shop.ts";
import type { TestVisitor } from "#test/support/visitor.ts";
import { lettersTo, linkTo } from "./letters.ts";

const odile = { email: "odile@example.com", password: "correct horse battery", displayName: "Odile" };
const page = "/account/second-step";
const half = 30_000;

let shop: TestShop;
let visitor: TestVisitor;
beforeEach(async () => {
  shop = await openShop();
  await shop.json.post("/api/register", odile);
  visitor = shop.visitor();
  await visitor.json.post("/auth/login", odile);
});
afterEach(() => shop.close());

const hidden = (html: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? "";
const seedIn = (html: string) => /<code>([A-Z2-7 ]+)<\/code>/.exec(html)?.[1]?.replaceAll(" ", "") ?? "";
const codesIn = (html: string) => [...html.matchAll(/<code>([0-9a-z-]{29})<\/code>/g)].map(([, code = ""]) => code);
const now = (seed: string, late = 0) => codeAt(seed, new Date(shop.clock.now().getTime() + late));

/** Sets an app up, and answers its seed and the recovery codes. */
async function setUp(who = visitor) {
  const html = await (await who.get(page)).text();
  const seed = seedIn(html);
  const done = await who.post(page, { act: "confirm", code: now(seed), sealed: hidden(html, "sealed") });
  const codes = codesIn(await done.text());
  shop.clock.forward(2 * half);
  return { seed, codes };
}
/** The page after a right password, and its ticket. */
async function afterPassword(who: TestVisitor) {
  const asked = await who.post("/login", { ...odile, next: "/cart" });
  return { status: asked.status, ticket: hidden(await asked.text(), "ticket") };
}
const isIn = async (who: TestVisitor) => (await who.get("/account")).status === 200;

describe("setting an app up", () => {
  test("the page shows a square and a seed, a right code turns it on, and ten recovery codes are shown once", async () => {
    const html = await (await visitor.get(page)).text();
    expect(html).toContain('role="img" aria-label="The square for your app"');
    expect(html).toContain("otpauth://totp/Test%20Shop:odile%40example.com");
    expect(seedIn(html)).toMatch(/^[A-Z2-7]{32}$/);
    const wrong = await visitor.post(page, { act: "confirm", code: "000000", sealed: hidden(html, "sealed") });
    const again = await wrong.text();
    expect([wrong.status, seedIn(again)]).toEqual([422, seedIn(html)]);
    const { codes, seed } = await setUp();
    expect(codes).toHaveLength(10);
    expect(new Set(codes).size).toBe(10);
    const after = await (await visitor.get(page)).text();
    expect(after).toContain("10 recovery codes are left");
    expect(after).not.toContain(seed.slice(0, 8));
    expect((await lettersTo(shop, odile.email, "account_changed"))[0]?.text).toContain("takes a code now");
  });

  test("the books hold neither the seed nor a recovery code in the clear", async () => {
    const { seed, codes } = await setUp();
    const rows = [
      await shop.deps.store.read.select().from(secondFactors),
      await shop.deps.store.read.select().from(recoveryCodes),
      await shop.deps.store.read.select().from(auditLog),
    ];
    const text = JSON.stringify(rows);
    expect(text).not.toContain(seed);
    expect(text).not.toContain(Buffer.from(seed).toString("base64url"));
    for (const code of codes) expect(text).not.toContain(code);
  });

  test("what is sealed in the form is for one account only, and none but ours", async () => {
    const lena = { email: "lena@example.com", password: "a hook and a line", displayName: "Lena" };
    await shop.json.post("/api/register", lena);
    const other = shop.visitor();
    await other.json.post("/auth/login", lena);
    const html = await (await other.get(page)).text();
    for (const sealed of [hidden(html, "sealed"), "", "x", "a.b.c.d", `${hidden(html, "sealed").slice(0, -2)}AA`]) {
      const taken = await visitor.post(page, { act: "confirm", code: now(seedIn(html)), sealed });
      expect(await taken.text()).not.toContain("recovery");
    }
    expect(await shop.deps.store.read.$count(secondFactors)).toBe(0);
  });

  test("A11: asks for the password again, and signs everybody else out", async () => {
    const other = shop.visitor();
    await other.json.post("/auth/login", odile);
    await setUp();
    expect([await isIn(visitor), await isIn(other)]).toEqual([true, false]);
    shop.clock.forward(15 * 60_000);
    for (const answer of [await visitor.get(page), await visitor.post(page, { act: "end", code: "123456" })])
      expect(answer.headers.get("Location")).toStartWith("/account/again?next=");
    expect((await shop.visitor().get(page)).headers.get("Location")).toStartWith("/login?next=");
  });
});

describe("signing in with it", () => {
  test("A10: takes the password and then a code; the password alone opens nothing", async () => {
    const { seed } = await setUp();
    const mine = shop.visitor();
    const { status, ticket } = await afterPassword(mine);
    expect([status, await isIn(mine)]).toEqual([200, false]);
    expect(ticket).toMatch(/^[\w-]{43}$/);
    const wrong = await mine.post("/login/code", { ticket, code: "000000", next: "/cart" });
    expect([wrong.status, hidden(await wrong.text(), "ticket")]).toEqual([422, ticket]);
    const done = await mine.post("/login/code", {
      ticket,
      code: ` ${now(seed).slice(0, 3)} ${now(seed).slice(3)} `,
      next: "/cart",
    });
    expect([done.status, done.headers.get("Location"), await isIn(mine)]).toEqual([303, "/cart", true]);
  });

  test("A10: a code works once, one step early or late, and no older one after a newer", async () => {
    const { seed } = await setUp();
    const attempt = async (code: string) => {
      const who = shop.visitor();
      const { ticket } = await afterPassword(who);
      return (await who.post("/login/code", { ticket, code })).status;
    };
    expect(await attempt(now(seed, -2 * half))).toBe(422);
    expect(await attempt(now(seed, 2 * half))).toBe(422);
    const late = now(seed, -half);
    const early = now(seed, half);
    expect(await attempt(late)).toBe(303);
    expect(await attempt(late)).toBe(422);
    expect(await attempt(early)).toBe(303);
    expect(await attempt(now(seed))).toBe(422);
  });

  test("A10: of two who send one code at the same moment, one gets in", async () => {
    const { seed } = await setUp();
    const both = [shop.visitor(), shop.visitor()];
    const { ticket } = await afterPassword(shop.visitor());
    const answers = await Promise.all(both.map((who) => who.post("/login/code", { ticket, code: now(seed) })));
    expect(answers.filter(({ headers }) => headers.getSetCookie().some((line) => line.startsWith("pc=")))).toHaveLength(
      1,
    );
  });

  test("A10: five wrong codes shut it for a quarter of an hour", async () => {
    await using limited = await openShop({ limits: true });
    await limited.json.post("/api/register", odile);
    const mine = limited.visitor();
    await mine.json.post("/auth/login", odile);
    const html = await (await mine.get(page)).text();
    await mine.post(page, {
      act: "confirm",
      code: codeAt(seedIn(html), limited.clock.now()),
      sealed: hidden(html, "sealed"),
    });
    limited.clock.forward(2 * half);
    const thief = limited.visitor("198.51.100.9");
    const { ticket } = await (async () => {
      const asked = await thief.post("/login", odile);
      return { ticket: hidden(await asked.text(), "ticket") };
    })();
    const statuses = [];
    for (let each = 0; each < 20; each++)
      statuses.push((await thief.post("/login/code", { ticket, code: `00000${each % 10}` })).status);
    expect(statuses.filter((status) => status === 422)).toHaveLength(5);
    expect(statuses.filter((status) => status === 429)).toHaveLength(15);
    const right = await thief.post("/login/code", { ticket, code: codeAt(seedIn(html), limited.clock.now()) });
    expect([right.status, Number(right.headers.get("Retry-After")) > 60]).toEqual([429, true]);
  });

  test("a recovery code stands in for the app, once, however it is typed", async () => {
    const { codes } = await setUp();
    const [first = ""] = codes;
    const attempt = async (code: string) => {
      const who = shop.visitor();
      const { ticket } = await afterPassword(who);
      return (await who.post("/login/code", { ticket, code })).status;
    };
    expect(await attempt(first.toUpperCase().replaceAll("-", " "))).toBe(303);
    expect(await attempt(first)).toBe(422);
    expect(await (await visitor.get(page)).text()).toContain("9 recovery codes are left");
  });

  test("the ticket lasts ten minutes, works once, and goes on to no other site", async () => {
    const { seed } = await setUp();
    const mine = shop.visitor();
    const { ticket } = await afterPassword(mine);
    for (const bad of ["", "x", ticket.slice(1)]) {
      const answer = await mine.post("/login/code", { ticket: bad, code: now(seed) });
      expect([422, 303]).toContain(answer.status);
      expect(await isIn(mine)).toBe(false);
    }
    const done = await mine.post("/login/code", { ticket, code: now(seed), next: "//evil.example" });
    expect(done.headers.get("Location")).toBe("/account");
    shop.clock.forward(half);
    const again = await shop.visitor().post("/login/code", { ticket, code: now(seed) });
    expect(again.headers.get("Location")).toBe("/login?next=%2Faccount");
    const second = await afterPassword(mine);
    shop.clock.forward(600_000);
    const over = await shop.visitor().post("/login/code", { ticket: second.ticket, code: now(seed) });
    expect(over.headers.get("Location")).toStartWith("/login");
  });

  test("by htmx the form gives way to the code, in place", async () => {
    await setUp();
    const part = await shop.visitor().htmx.post("/login", odile);
    const html = await part.text();
    expect([part.status, html.includes("<html"), html.includes('id="sign-in"')]).toEqual([200, false, true]);
    expect(html).toContain('autocomplete="one-time-code"');
    expect(html).toContain('inputmode="numeric"');
    expect(html).toMatch(/<input[^>]* id="recovery" name="code" autocomplete="off"[^>]*>/);
  });

  test("a program sends the code with the password", async () => {
    const { seed } = await setUp();
    const ask = (more: object) => shop.visitor().json.post("/auth/login", { ...odile, ...more });
    const without = await ask({});
    expect([without.status, await without.json()]).toEqual([
      401,
      { message: "Enter the six digits that your app shows." },
    ]);
    expect((await ask({ code: "000000" })).status).toBe(401);
    const code = now(seed);
    expect((await ask({ code })).status).toBe(200);
    expect((await ask({ code })).status).toBe(401);
    expect((await ask({ code: now(seed, half), password: "wrong one here" })).status).toBe(401);
  });

  test("A09: the letter of a forgotten password does not go around it", async () => {
    const { seed } = await setUp();
    await shop.visitor().post("/forgot", { email: odile.email });
    const mine = shop.visitor();
    const done = await mine.post(await linkTo(shop, odile.email, "password_reset"), {
      password: "a stall of one's own",
    });
    const ticket = hidden(await done.text(), "ticket");
    expect([done.status, await isIn(mine)]).toEqual([200, false]);
    expect((await mine.post("/login/code", { ticket, code: now(seed) })).status).toBe(303);
    expect(await isIn(mine)).toBe(true);
  });
});

describe("afterwards", () => {
  test("new recovery codes end the old ones, and turning it off needs a code", async () => {
    const { seed, codes } = await setUp();
    const renewed = codesIn(await (await visitor.post(page, { act: "renew", code: now(seed) })).text());
    expect(renewed).toHaveLength(10);
    expect((await visitor.post(page, { act: "end", code: codes[0] ?? "" })).status).toBe(422);
    expect((await visitor.post(page, { act: "end", code: "" })).status).toBe(422);
    const off = await visitor.post(page, { act: "end", code: renewed[0] ?? "" });
    expect(await off.text()).toContain("The square for your app");
    expect(await shop.deps.store.read.$count(recoveryCodes)).toBe(0);
    expect((await shop.visitor().post("/login", odile)).status).toBe(303);
  });

  test("E02: it is written down", async () => {
    const { seed } = await setUp();
    const mine = shop.visitor();
    const { ticket } = await afterPassword(mine);
    await mine.post("/login/code", { ticket, code: "000000" });
    await visitor.post(page, { act: "end", code: now(seed) });
    const lines = (await shop.deps.store.read.select().from(auditLog)).map(({ act, result }) => `${act}: ${result}`);
    for (const line of ["set up a second step: done", "give a second step: denied", "end the second step: done"])
      expect(lines).toContain(line);
  });
});
