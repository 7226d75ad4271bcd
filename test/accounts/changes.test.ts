import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import { auditLog, customers, orders } from "#db/schema.ts";
import { actor, placeMugs } from "#test/orders/an-order.ts";
import { openShop, type TestShop } from "#test/support/shop.ts";
import type { TestVisitor } from "#test/support/visitor.ts";
import { lettersTo, linkTo } from "./letters.ts";

const odile = { email: "odile@example.com", password: "correct horse battery", displayName: "Odile" };
const better = "a stall of one's own";
const newer = "odile@new.example";

let shop: TestShop;
let visitor: TestVisitor;
let other: TestVisitor;
beforeEach(async () => {
  shop = await openShop({ products: [{ title: "Mug", price: 2999, stock: 9 }] });
  await shop.json.post("/api/register", odile);
  [visitor, other] = [shop.visitor(), shop.visitor()];
  for (const each of [visitor, other]) await each.json.post("/auth/login", odile);
});
afterEach(() => shop.close());

const isIn = async (who: TestVisitor) => (await who.get("/account")).status === 200;
const opens = async (email: string, password: string) =>
  (await shop.visitor().json.post("/auth/login", { email, password })).status === 200;
const row = async () => (await shop.deps.store.read.select().from(customers))[0];

describe("a new password", () => {
  const change = (password: string, newPassword: string) =>
    visitor.post("/account/password", { password, newPassword });

  test("A11, S02: needs the old one, signs everybody else out, and gives this browser a new identifier", async () => {
    const old = visitor.cookies.get("pc") ?? "";
    const wrong = await change("not this one", better);
    expect([wrong.status, (await wrong.text()).includes("That is not your password.")]).toEqual([422, true]);
    expect([await isIn(other), await opens(odile.email, odile.password)]).toEqual([true, true]);
    const done = await change(odile.password, better);
    expect([done.status, done.headers.get("Location")]).toEqual([303, "/account/security"]);
    expect(await (await visitor.get("/account/security")).text()).toContain("Your new password is set.");
    expect([await isIn(visitor), await isIn(other)]).toEqual([true, false]);
    expect((await shop.visitor().get("/account", { headers: { cookie: `pc=${old}` } })).status).toBe(303);
    expect([await opens(odile.email, odile.password), await opens(odile.email, better)]).toEqual([false, true]);
    expect((await lettersTo(shop, odile.email, "account_changed"))[0]?.text).toContain("Your password was changed");
  });

  test("A09: ends the links of a forgotten one", async () => {
    await shop.visitor().post("/forgot", { email: odile.email });
    const path = await linkTo(shop, odile.email, "password_reset");
    await change(odile.password, better);
    expect((await shop.visitor().post(path, { password: "a third one by now" })).status).toBe(410);
    expect(await opens(odile.email, better)).toBe(true);
  });

  test("A01: is as good as a first one, and what is wrong is said beside the field", async () => {
    for (const [typed, said] of [
      ["short", "at least 8 characters"],
      ["Password123", "Choose another"],
      ["x".repeat(1025), "1,024 bytes"],
      ["", "Choose a new password."],
    ] as const) {
      const refused = await visitor.htmx.post("/account/password", { password: odile.password, newPassword: typed });
      const html = await refused.text();
      expect(
        [refused.status, html.includes('id="newPassword-error"'), html.includes(said)],
        typed.slice(0, 20),
      ).toEqual([422, true, true]);
    }
    expect(await opens(odile.email, odile.password)).toBe(true);
  });

  test("A05: guessing the old one at an open screen is slowed down like signing in", async () => {
    await using limited = await openShop({ limits: true });
    await limited.json.post("/api/register", odile);
    await limited.json.post("/auth/login", odile);
    const statuses = [];
    for (let each = 0; each < 6; each++)
      statuses.push(
        (await limited.post("/account/password", { password: `guess ${each}`, newPassword: better })).status,
      );
    expect(statuses).toEqual([422, 422, 422, 422, 422, 429]);
  });
});

describe("a new address", () => {
  const ask = (email = newer, password = odile.password) => visitor.post("/account/email", { email, password });
  const link = () => linkTo(shop, newer, "email_change");

  test("A11: needs the password, and takes effect when its letter is answered; the old address gets a note", async () => {
    expect((await ask(newer, "not this one")).status).toBe(422);
    expect(await lettersTo(shop, newer)).toHaveLength(0);
    expect(await (await ask()).text()).toContain("A letter is on its way");
    expect((await row())?.email).toBe(odile.email);
    const path = await link();
    expect((await visitor.get(path)).status).toBe(200);
    expect((await row())?.email).toBe(odile.email);
    expect(await (await visitor.post(path)).text()).toContain("Your account has moved");
    expect(await row()).toMatchObject({ email: newer, emailKey: newer });
    expect((await lettersTo(shop, odile.email, "account_changed"))[0]?.text).toContain("another address now");
    expect([await isIn(visitor), await isIn(other)]).toEqual([true, false]);
    expect([await opens(odile.email, odile.password), await opens(newer, odile.password)]).toEqual([false, true]);
    expect((await visitor.post(path)).status).toBe(410);
  });

  test("A09: ends the links of a forgotten password, and those to confirm the old address", async () => {
    await shop.visitor().post("/forgot", { email: odile.email });
    const reset = await linkTo(shop, odile.email, "password_reset");
    const verify = await linkTo(shop, odile.email, "email_verify");
    await ask();
    await visitor.post(await link());
    expect((await shop.visitor().post(reset, { password: better })).status).toBe(410);
    expect((await shop.visitor().post(verify)).status).toBe(410);
  });

  test("works for a day, only the newest, and not after the password was changed", async () => {
    await ask();
    const first = await link();
    await ask();
    expect((await shop.visitor().post(first)).status).toBe(410);
    const second = await link();
    await visitor.post("/account/password", { password: odile.password, newPassword: better });
    expect((await shop.visitor().post(second)).status).toBe(410);
    await ask(newer, better);
    shop.clock.forward(86_400_000);
    expect((await shop.visitor().post(await link())).status).toBe(410);
    expect((await row())?.email).toBe(odile.email);
  });

  test("of somebody else is asked for as any other, and only its owner learns that it is taken", async () => {
    const lena = { email: "lena@example.com", password: "a hook and a line", displayName: "Lena" };
    await shop.json.post("/api/register", lena);
    const free = (await (await ask()).text()).replaceAll(newer, "x");
    expect((await (await ask(lena.email)).text()).replaceAll(lena.email, "x")).toBe(free);
    expect(await lettersTo(shop, lena.email, "email_change")).toHaveLength(0);
    expect((await lettersTo(shop, lena.email, "email_taken"))[0]?.text).toContain("You have an account already");
  });

  test("that was taken in the meantime stays with who has it", async () => {
    await ask();
    await shop.json.post("/api/register", { ...odile, email: newer });
    expect((await visitor.post(await link())).status).toBe(410);
    expect((await row())?.email).toBe(odile.email);
  });

  test("brings the orders along that were placed with it", async () => {
    await shop.deps.store.write(async (tx) => {
      await placeMugs(tx, actor(shop.clock));
      await tx.update(orders).set({ email: newer, emailKey: newer, customerId: null });
    });
    await ask();
    await visitor.post(await link());
    expect((await shop.deps.store.read.select().from(orders))[0]?.customerId).toBe((await row())?.id ?? "");
  });

  test("A10: not by a press of who reads its letters alone, who may be somebody else", async () => {
    await ask();
    const path = await link();
    const reader = shop.visitor();
    for (const answer of [await reader.get(path), await reader.post(path)])
      expect(answer.headers.get("Location")).toBe(`/login?next=${encodeURIComponent(path)}`);
    await reader.post("/register", { email: "lena@example.com", password: "a hook and a line", displayName: "Lena" });
    expect((await reader.post(path)).status).toBe(403);
    expect((await row())?.email).toBe(odile.email);
    expect((await visitor.post(path)).status).toBe(200);
  });

  test("I08, A10: is one mailbox, and three letters an hour at most", async () => {
    for (const email of ["odile@", "a@b.example,c@d.example", "a@b.example\r\nBcc: c@d.example"])
      expect((await ask(email)).status).toBe(422);
    await using limited = await openShop({ limits: true });
    await limited.json.post("/api/register", odile);
    await limited.json.post("/auth/login", odile);
    const statuses = [];
    for (let each = 0; each < 4; each++)
      statuses.push((await limited.post("/account/email", { email: newer, password: odile.password })).status);
    expect(statuses).toEqual([200, 200, 200, 429]);
  });
});

test("who is not signed in is sent to do that, and changes nothing", async () => {
  const guest = shop.visitor();
  for (const path of ["/account/password", "/account/email"]) {
    expect((await guest.get(path)).headers.get("Location")).toBe("/login");
    expect((await guest.post(path, { password: odile.password, newPassword: better, email: newer })).status).toBe(303);
  }
  expect(await opens(odile.email, odile.password)).toBe(true);
});

test("E02: changes and refusals are written down, without what was typed", async () => {
  await visitor.post("/account/password", { password: "a wrong secret", newPassword: better });
  await visitor.post("/account/password", { password: odile.password, newPassword: better });
  await visitor.post("/account/email", { email: newer, password: better });
  await visitor.post(await linkTo(shop, newer, "email_change"));
  const rows = await shop.deps.store.read.select().from(auditLog);
  const lines = rows.map(({ act, result }) => `${act}: ${result}`);
  for (const line of [
    "change the password: denied",
    "change the password: done",
    "ask for another address: done",
    "change the address: done",
  ])
    expect(lines).toContain(line);
  expect(JSON.stringify(rows)).not.toMatch(/wrong secret|stall of one|correct horse/);
});
