import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import { auditLog, staff } from "#db/schema.ts";
import { codeAt } from "#src/accounts/one-time-code.ts";
import { owner } from "#test/admin/staff.ts";
import { openShop, type TestShop } from "#test/support/shop.ts";
import type { TestVisitor } from "#test/support/visitor.ts";
import { lettersTo, linkTo } from "./letters.ts";

const ines = { email: "ines@example.com", password: "a stall of my own" };
const better = "another stall entirely";
let shop: TestShop;
let visitor: TestVisitor;
beforeEach(async () => {
  shop = await openShop();
  visitor = await owner(shop);
});
afterEach(() => shop.close());

const ask = (email = ines.email) => shop.visitor().post("/admin/forgot", { email });
const link = () => linkTo(shop, ines.email, "password_reset");
const isIn = async (who: TestVisitor) => (await who.get("/admin/orders")).status === 200;
const opens = async (password: string) =>
  (await shop.visitor().post("/admin/login", { ...ines, password })).status === 303;

describe("a forgotten password at the desk", () => {
  test("A09, A11: a letter leads to a new one, once; everybody who was signed in is signed out", async () => {
    expect(await (await shop.get("/admin/login")).text()).toContain('href="/admin/forgot"');
    await ask();
    const path = await link();
    expect(path).toStartWith("/admin/reset/");
    const page = await shop.get(path);
    expect([page.status, page.headers.get("Referrer-Policy")]).toEqual([200, "no-referrer"]);
    expect((await shop.post(path, { password: "short" })).status).toBe(422);
    const mine = shop.visitor();
    const done = await mine.post(path, { password: better });
    expect([done.status, done.headers.get("Location"), await isIn(mine), await isIn(visitor)]).toEqual([
      303,
      "/admin",
      true,
      false,
    ]);
    expect([await opens(ines.password), await opens(better)]).toEqual([false, true]);
    expect((await shop.post(path, { password: better })).status).toBe(410);
    expect(await lettersTo(shop, ines.email, "account_changed")).toHaveLength(1);
    expect((await shop.deps.store.read.select().from(auditLog)).map(({ act }) => act)).toContain(
      "choose a new password by letter",
    );
  });

  test("A10: unknown and known are answered alike; a customer of that address gets no letter of the desk", async () => {
    const lena = { email: "lena@example.com", password: "a hook and a line", displayName: "Lena" };
    await shop.json.post("/api/register", lena);
    const known = (await (await ask()).text()).replaceAll(ines.email, "x");
    for (const email of ["nobody@example.com", lena.email]) {
      expect((await (await ask(email)).text()).replaceAll(email, "x")).toBe(known);
      expect(await lettersTo(shop, email, "password_reset")).toHaveLength(0);
    }
    await shop.visitor().post("/forgot", { email: ines.email });
    expect(await lettersTo(shop, ines.email, "password_reset")).toHaveLength(1);
  });

  test("a link of the desk opens nothing in the shop, and one of the shop nothing at the desk", async () => {
    await shop.json.post("/api/register", { ...ines, displayName: "Ines" });
    await ask();
    const desk = (await link()).split("/").at(-1) ?? "";
    expect((await shop.visitor().post(`/reset/${desk}`, { password: better })).status).toBe(410);
    await shop.visitor().post("/forgot", { email: ines.email });
    const customer = (await link()).split("/").at(-1) ?? "";
    expect((await shop.visitor().post(`/admin/reset/${customer}`, { password: better })).status).toBe(410);
    expect(await opens(ines.password)).toBe(true);
  });

  test("who was shut out of the desk gets no letter, and an older link opens nothing", async () => {
    await ask();
    const path = await link();
    await shop.deps.store.write((tx) => tx.update(staff).set({ state: "disabled" }));
    expect((await shop.visitor().post(path, { password: better })).status).toBe(410);
    await ask();
    expect(await lettersTo(shop, ines.email, "password_reset")).toHaveLength(1);
  });

  test("it does not go around the second step", async () => {
    const html = await (await visitor.get("/admin/second-step")).text();
    const seed = /<code>([A-Z2-7 ]+)<\/code>/.exec(html)?.[1]?.replaceAll(" ", "") ?? "";
    const sealed = /name="sealed" value="([^"]*)"/.exec(html)?.[1] ?? "";
    await visitor.post("/admin/second-step", { act: "confirm", code: codeAt(seed, shop.clock.now()), sealed });
    await ask();
    const mine = shop.visitor();
    const done = await mine.post(await link(), { password: better });
    const ticket = /name="ticket" value="([^"]*)"/.exec(await done.text())?.[1] ?? "";
    expect([done.status, await isIn(mine)]).toEqual([200, false]);
    shop.clock.forward(60_000);
    await mine.post("/admin/login/code", { ticket, code: codeAt(seed, shop.clock.now()) });
    expect(await isIn(mine)).toBe(true);
  });
});
