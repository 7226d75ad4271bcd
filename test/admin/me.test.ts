import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import { auditLog, outbox } from "#db/schema.ts";
import { createApp } from "#src/app.ts";
import { wire } from "#src/wire.ts";
import { openShop, type TestShop } from "#test/support/shop.ts";
import { testVisitor, type TestVisitor } from "#test/support/visitor.ts";
import { member, owner } from "./staff.ts";

const ines = { email: "ines@example.com", password: "a stall of my own" };
const iphone = "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Mobile/15E148 Safari/604.1";
let shop: TestShop;
beforeEach(async () => void (shop = await openShop({ settings: { staffSecondStep: "offered" } })));
afterEach(() => shop.close());

async function signedIn(agent = iphone, password = ines.password): Promise<TestVisitor> {
  const visitor = shop.visitor();
  const answer = await visitor.post("/admin/login", { ...ines, password }, { headers: { "User-Agent": agent } });
  if (answer.status !== 303) throw new Error(`not signed in: ${answer.status}`);
  return visitor;
}
const isIn = async (visitor: TestVisitor) => (await visitor.get("/admin/me")).status === 200;
const endings = async (visitor: TestVisitor) =>
  [
    ...(await (await visitor.get("/admin/me")).text()).matchAll(/action="(\/admin\/me\/sessions\/[0-9a-f]{64}\/end)"/g),
  ].map(([, path = ""]) => path);

describe("oneself at the desk", () => {
  test("is seen by every role, with the devices in words", async () => {
    const desk = await owner(shop);
    await signedIn();
    const html = await (await desk.get("/admin/me")).text();
    for (const part of ["ines@example.com, Owner", "This one, in use now", "Safari on iPhone", "Set one up"])
      expect(html).toContain(part);
    for (const role of ["manager", "packer", "content", "reader"] as const)
      expect((await (await member(shop, role)).get("/admin/me")).status, role).toBe(200);
    expect(await (await desk.get("/admin/staff")).text()).toContain('href="/admin/me"');
  });

  test("signs out one device, or all others at once, in every process", async () => {
    const desk = await owner(shop);
    const [phone, other] = [await signedIn(), await signedIn()];
    const elsewhere = testVisitor(createApp(wire(shop.deps)), shop.deps.config.url);
    for (const [name, value] of other.cookies) elsewhere.cookies.set(name, value);
    expect(await isIn(elsewhere)).toBe(true);
    const [first = ""] = await endings(desk);
    expect((await desk.post(first)).headers.get("Location")).toBe("/admin/me?done=device");
    expect((await desk.post(first)).status).toBe(404);
    expect([await isIn(phone), await isIn(other)].filter(Boolean)).toHaveLength(1);
    await desk.post("/admin/me/sessions/end");
    expect([await isIn(phone), await isIn(other), await isIn(elsewhere), await isIn(desk)]).toEqual([
      false,
      false,
      false,
      true,
    ]);
  });

  test("Z02: nobody else's device is theirs to sign out", async () => {
    await owner(shop);
    const phone = await signedIn();
    await signedIn();
    const [path = ""] = await endings(phone);
    expect((await (await member(shop, "manager")).post(path)).status).toBe(404);
    expect((await shop.visitor().post(path)).status).toBe(401);
    expect(await endings(phone)).toContain(path);
  });

  test("changes the password with the old one: others are signed out, a letter goes, it is written down", async () => {
    const desk = await owner(shop);
    const phone = await signedIn();
    const wrong = await desk.post("/admin/me/password", { password: "not mine", newPassword: "a cart of my own" });
    expect([wrong.status, (await wrong.text()).includes("That is not your password.")]).toEqual([422, true]);
    const short = await desk.post("/admin/me/password", { password: ines.password, newPassword: "short" });
    expect([short.status, (await short.text()).includes("at least 8 characters")]).toEqual([422, true]);
    expect(await isIn(phone)).toBe(true);
    const before = desk.cookies.get("pc_admin");
    const done = await desk.post("/admin/me/password", { password: ines.password, newPassword: "a cart of my own" });
    expect(done.headers.get("Location")).toBe("/admin/me?done=password");
    expect(await (await desk.follow(done)).text()).toContain("Your new password is set.");
    expect([await isIn(phone), await isIn(desk), desk.cookies.get("pc_admin") === before]).toEqual([
      false,
      true,
      false,
    ]);
    expect(await isIn(await signedIn(iphone, "a cart of my own"))).toBe(true);
    await expect(signedIn()).rejects.toThrow("not signed in");
    const [letter] = await shop.deps.store.read.select().from(outbox);
    expect([letter?.kind, letter?.text.includes("/admin/forgot")]).toEqual(["account_changed", true]);
    const acts = (await shop.deps.store.read.select().from(auditLog)).filter(
      ({ act }) => act === "change the password",
    );
    expect(acts.map(({ result }) => result).sort()).toEqual(["denied", "done"]);
  });
});
