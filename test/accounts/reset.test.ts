import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "bun:test";
import { auditLog, customers, oneTimeTokens, outbox } from "#db/schema.ts";
import { digestOf } from "#src/keys.ts";
import { openShop, type TestShop } from "#test/support/shop.ts";
import { lettersTo, linkTo } from "./letters.ts";

const odile = { email: "odile@example.com", password: "correct horse battery", displayName: "Odile" };
const better = "a stall of one's own";
const minute = 60_000;

let shop: TestShop;
beforeEach(async () => {
  shop = await openShop();
  await shop.json.post("/api/register", odile);
});
afterEach(() => shop.close());

const ask = (email = odile.email, visitor = shop.visitor()) => visitor.post("/forgot", { email });
const link = () => linkTo(shop, odile.email, "password_reset");
const choose = (path: string, password = better, visitor = shop.visitor()) => visitor.post(path, { password });
const opens = async (password: string) =>
  (await shop.visitor().json.post("/auth/login", { ...odile, password })).status === 200;

describe("a forgotten password", () => {
  test("A09: a letter leads to a new one, which signs in; the old one opens nothing", async () => {
    await ask();
    const path = await link();
    const page = await shop.get(path);
    expect([page.status, page.headers.get("Referrer-Policy"), page.headers.get("Cache-Control")]).toEqual([
      200,
      "no-referrer",
      "private, no-store",
    ]);
    expect(await page.text()).toContain('autocomplete="new-password"');
    const visitor = shop.visitor();
    const done = await choose(path, better, visitor);
    expect([done.status, done.headers.get("Location")]).toEqual([303, "/account"]);
    expect(await (await visitor.get("/account")).text()).toContain("Your new password is set");
    expect([await opens(odile.password), await opens(better)]).toEqual([false, true]);
  });

  test("A09: the link works once, and looking at it does not use it up", async () => {
    await ask();
    const path = await link();
    for (let look = 0; look < 3; look++) expect((await shop.get(path)).status).toBe(200);
    expect((await choose(path, "short")).status).toBe(422);
    const both = await Promise.all([choose(path), choose(path, "another one for good")]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([303, 410]);
    expect((await choose(path)).status).toBe(410);
    const late = await shop.get(path);
    expect([late.status, (await late.text()).includes("Ask for a new letter")]).toEqual([410, true]);
  });

  test("A09: it works for half an hour, and only the newest does", async () => {
    await ask();
    const first = await link();
    await ask();
    const second = await link();
    expect(second).not.toBe(first);
    expect((await choose(first)).status).toBe(410);
    shop.clock.forward(30 * minute - 1);
    expect((await shop.get(second)).status).toBe(200);
    shop.clock.forward(1);
    expect((await choose(second)).status).toBe(410);
    expect(await opens(odile.password)).toBe(true);
  });

  test("A09: with one bit flipped, cut short, or of another purpose it is nothing", async () => {
    await ask();
    const path = await link();
    const token = path.split("/").at(-1) ?? "";
    const flipped = `${token.slice(0, -2)}${token.at(-2) === "A" ? "B" : "A"}${token.at(-1)}`;
    const verify = (await linkTo(shop, odile.email, "email_verify")).split("/").at(-1) ?? "";
    for (const wrong of [flipped, token.slice(1), `${token}A`, token.toLowerCase(), verify, "x".repeat(5000), "%00"])
      expect([400, 404, 410], wrong.slice(0, 50)).toContain((await choose(`/reset/${wrong}`)).status);
    expect((await choose(path)).status).toBe(303);
  });

  test("A09: the books hold a digest of it, and the audit nothing", async () => {
    await ask();
    const token = (await link()).split("/").at(-1) ?? "";
    expect(token).toMatch(/^[\w-]{43}$/);
    const rows = await shop.deps.store.read.select().from(oneTimeTokens);
    expect(rows.map(({ id }) => id)).toContain(digestOf(token));
    expect(JSON.stringify([rows, await shop.deps.store.read.select().from(auditLog)])).not.toContain(token);
  });

  test("A11: everybody who was signed in is signed out at once, in every process, and a letter says so", async () => {
    const other = shop.visitor();
    await other.json.post("/auth/login", odile);
    const { token } = (await (await shop.visitor().json.post("/auth/login", odile)).json()) as { token: string };
    await ask();
    await choose(await link());
    expect((await other.get("/account")).status).toBe(303);
    const bearer = { headers: { Authorization: `Bearer ${token}` } };
    expect((await shop.visitor().json.get("/api/me", bearer)).status).toBe(401);
    const [note] = await lettersTo(shop, odile.email, "account_changed");
    expect(note?.text).toContain("Your password was changed");
    expect(note?.text).toContain("/forgot");
  });

  test("a password that others would try is refused beside the field, and never sent back", async () => {
    await ask();
    const path = await link();
    for (const [password, said] of [
      ["short", "at least 8 characters"],
      ["Password123", "Choose another"],
      ["", "Enter your password."],
    ] as const) {
      const refused = await shop.htmx.post(path, { password });
      const html = await refused.text();
      expect([refused.status, html.includes(said), html.includes(`value="${password || "?"}"`)], password).toEqual([
        422,
        true,
        false,
      ]);
    }
  });
});

describe("unknown and known", () => {
  test("A10: are answered the same, and only the known gets a letter", async () => {
    const known = await (await ask()).text();
    const unknown = await (await ask("nobody@example.com")).text();
    const bare = (html: string) => html.replaceAll(/odile@example\.com|nobody@example\.com/g, "x");
    expect(bare(unknown)).toBe(bare(known));
    expect(await lettersTo(shop, "nobody@example.com")).toHaveLength(0);
    expect(await lettersTo(shop, odile.email, "password_reset")).toHaveLength(1);
  });

  test("A10: cost the books the same writes, so the time tells nothing", async () => {
    const written = async (email: string) => {
      let queries = 0;
      const { write } = shop.deps.store;
      Object.assign(shop.deps.store, { write: ((work) => ((queries += 1), write(work))) as typeof write });
      await ask(email);
      Object.assign(shop.deps.store, { write });
      return queries;
    };
    expect(await written("nobody@example.com")).toBe(await written(odile.email));
    const times: Record<string, number[]> = { known: [], unknown: [] };
    for (let round = 0; round < 20; round++) {
      for (const [who, email] of [
        ["known", odile.email],
        ["unknown", "nobody@example.com"],
      ] as const) {
        const start = performance.now();
        await ask(email);
        times[who]?.push(performance.now() - start);
      }
    }
    const middle = (all: number[] = []) => all.toSorted((a, b) => a - b)[10] ?? 0;
    expect(Math.abs(middle(times["known"]) - middle(times["unknown"]))).toBeLessThan(25);
  });

  test("an address that is none is told so, kept, and nothing is sent", async () => {
    const refused = await shop.htmx.post("/forgot", { email: "odile@" });
    const html = await refused.text();
    expect([refused.status, html.includes("Enter an email address such as"), html.includes('value="odile@"')]).toEqual([
      422,
      true,
      true,
    ]);
    expect(await lettersTo(shop, "odile@")).toHaveLength(0);
  });

  test("I08: no line break makes a second recipient or header", async () => {
    for (const email of [
      "odile@example.com\r\nBcc: eve@example.com",
      "odile@example.com,eve@example.com",
      "a@b@c.example",
    ])
      expect((await ask(email)).status).toBe(422);
    const before = await shop.deps.store.read.$count(outbox);
    await ask(" ODILE@Example.com ");
    expect(await shop.deps.store.read.$count(outbox)).toBe(before + 1);
    expect(await lettersTo(shop, odile.email, "password_reset")).toHaveLength(1);
  });
});

describe("limits", () => {
  let limited: TestShop;
  beforeAll(async () => {
    limited = await openShop({ limits: true });
    await limited.json.post("/api/register", odile);
  });
  afterAll(() => limited.close());

  test("A10: of many letters asked for one address in an hour three are sent, and all are answered the same", async () => {
    const answers = new Set<string>();
    for (let each = 0; each < 9; each++) {
      const answer = await limited.visitor(`198.51.100.${each}`).post("/forgot", { email: odile.email });
      expect(answer.status).toBe(200);
      answers.add(await answer.text());
    }
    expect(answers.size).toBe(1);
    expect(await lettersTo(limited, odile.email, "password_reset")).toHaveLength(3);
  });

  test("A10: from one place ten may be asked for in an hour, then the page says when again", async () => {
    const statuses: number[] = [];
    for (let each = 0; each < 11; each++)
      statuses.push((await limited.visitor("203.0.113.5").post("/forgot", { email: `n${each}@example.com` })).status);
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 200), 429]);
    const refused = await limited.visitor("203.0.113.5").post("/forgot", { email: odile.email });
    expect(Number(refused.headers.get("Retry-After"))).toBeGreaterThan(0);
    expect(await refused.text()).toContain("minutes");
  });

  test("A05: who was shut out by others' guesses gets in at once by a letter", async () => {
    const victim = { email: "lena@example.com", password: "a hook and a line", displayName: "Lena" };
    await limited.visitor("192.0.2.1").json.post("/api/register", victim);
    for (let each = 0; each < 50; each++)
      await limited.visitor(`198.51.100.${each + 20}`).json.post("/auth/login", { ...victim, password: "a guess" });
    const shut = await limited.visitor("192.0.2.1").json.post("/auth/login", victim);
    expect(shut.status).toBe(429);
    await limited.visitor("192.0.2.1").post("/forgot", { email: victim.email });
    const visitor = limited.visitor("192.0.2.1");
    const done = await visitor.post(await linkTo(limited, victim.email, "password_reset"), { password: better });
    expect([done.status, (await visitor.get("/account")).status]).toEqual([303, 200]);
    expect((await limited.visitor("192.0.2.1").json.post("/auth/login", { ...victim, password: better })).status).toBe(
      200,
    );
  });
});

test("a letter that was answered shows that the address is theirs", async () => {
  await ask();
  await choose(await link());
  const [row] = await shop.deps.store.read.select().from(customers);
  expect(row?.verifiedAt).not.toBeNull();
});
