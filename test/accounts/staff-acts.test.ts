import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from "bun:test";
import { and, eq } from "drizzle-orm";
import { auditLog, oneTimeTokens, outbox, sessions, staff } from "#db/schema.ts";
import { changeRole, disableMember, type StaffAct } from "#src/accounts/staff-acts.ts";
import { digestOf } from "#src/keys.ts";
import { member, owner } from "#test/admin/staff.ts";
import { openShop, type TestShop } from "#test/support/shop.ts";
import type { TestVisitor } from "#test/support/visitor.ts";

setDefaultTimeout(60_000);

let shop: TestShop;
let ines: TestVisitor;
beforeAll(async () => {
  shop = await openShop();
  ines = await owner(shop);
});
afterAll(() => shop.close());

const rows = () => shop.deps.store.read.select().from(staff);
const byEmail = async (email: string) => (await rows()).find((row) => row.email === email);
const idOf = async (email: string) => (await byEmail(email))?.id ?? "";
const linkIn = (html: string) => /http:\/\/localhost:3000(\/admin\/join\/[\w-]{43})/.exec(html)?.[1] ?? "";
const password = "a password of their own";

async function invite(email: string, role = "packer"): Promise<string> {
  const answer = await ines.post("/admin/staff", { email, role });
  const html = await answer.text();
  expect([answer.status, html.includes("It is shown here once")], html.slice(0, 300)).toEqual([200, true]);
  return linkIn(html);
}

describe("an invitation to the desk", () => {
  test("is a link by mail that makes an account once, and is in the books as a digest only", async () => {
    const path = await invite("pia@example.com");
    const [letter] = (await shop.deps.store.read.select().from(outbox)).filter(({ kind }) => kind === "staff_invite");
    expect(letter?.to).toBe("pia@example.com");
    expect(letter?.text).toContain(path);
    const tokens = await shop.deps.store.read.select().from(oneTimeTokens);
    expect(tokens.some(({ id }) => id === digestOf(path.split("/").at(-1) ?? ""))).toBe(true);
    expect(await (await ines.get("/admin/staff")).text()).not.toContain(path);

    const pia = shop.visitor();
    expect((await pia.get(path)).status).toBe(200);
    const short = await pia.post(path, { displayName: "Pia", password: "short" });
    expect([short.status, (await short.text()).includes("at least 8 characters")]).toEqual([422, true]);
    expect((await pia.post(path, { displayName: "Pia", password })).headers.get("Location")).toBe("/admin");
    expect((await pia.get("/admin/orders")).status).toBe(200);
    expect((await pia.get("/admin/staff")).status).toBe(403);
    for (const again of [
      await shop.visitor().get(path),
      await shop.visitor().post(path, { displayName: "x", password }),
    ])
      expect(again.status).toBe(404);
    expect(await byEmail("pia@example.com")).toMatchObject({ role: "packer", state: "active", displayName: "Pia" });
  });

  test("of twenty who use it at once, one gets in", async () => {
    const path = await invite("race@example.com");
    const tries = await Promise.all(
      Array.from({ length: 20 }, () => shop.visitor().post(path, { displayName: "R", password })),
    );
    expect(tries.filter(({ status }) => status === 303)).toHaveLength(1);
    expect(tries.every(({ status }) => [303, 404, 429].includes(status))).toBe(true);
  });

  test("runs out after 48 hours, dies with a newer one, and no password opens what waits for one", async () => {
    const first = await invite("late@example.com");
    const again = await ines.post(`/admin/staff/${await idOf("late@example.com")}/invite`);
    const second = linkIn(await again.text());
    expect((await shop.visitor().get(first)).status).toBe(404);
    expect((await shop.visitor().get(second)).status).toBe(200);
    for (const guess of ["none", "", "late@example.com"])
      expect((await shop.visitor().post("/admin/login", { email: "late@example.com", password: guess })).status).toBe(
        422,
      );
    shop.clock.forward(48 * 3_600_000);
    expect((await shop.visitor().get(second)).status).toBe(404);
    ines = await signedIn("ines@example.com", "a stall of my own");
  });

  test("goes to one mailbox that is not at the desk yet", async () => {
    const taken = await ines.post("/admin/staff", { email: "PIA@example.com", role: "owner" });
    expect([taken.status, (await taken.text()).includes("has a place at the desk already")]).toEqual([409, true]);
    for (const email of ["", "pia", "a@b@c", "a@example.com\r\nBcc: b@example.com", "a@example.com,b@example.com"]) {
      const answer = await ines.post("/admin/staff", { email, role: "packer" });
      expect(answer.status, email).toBe(422);
    }
    const role = await ines.post("/admin/staff", { email: "kept@example.com", role: "emperor" });
    expect([role.status, (await role.text()).includes('value="kept@example.com"')]).toEqual([422, true]);
  });
});

async function signedIn(email: string, secret: string): Promise<TestVisitor> {
  const visitor = shop.visitor();
  expect((await visitor.post("/admin/login", { email, password: secret })).status).toBe(303);
  return visitor;
}

describe("roles", () => {
  test("a new role counts at the next request; who is shut out is out everywhere, and not by password either", async () => {
    const pia = await signedIn("pia@example.com", password);
    const id = await idOf("pia@example.com");
    expect((await ines.post(`/admin/staff/${id}/role`, { role: "content" })).status).toBe(303);
    expect((await pia.get("/admin/orders")).status).toBe(403);
    expect((await pia.get("/admin/products")).status).toBe(200);

    expect((await ines.post(`/admin/staff/${id}/disable`)).status).toBe(303);
    expect((await pia.get("/admin/products")).status).toBe(401);
    expect((await shop.visitor().post("/admin/login", { email: "pia@example.com", password })).status).toBe(422);
    expect((await ines.post(`/admin/staff/${id}/enable`)).status).toBe(303);
    await signedIn("pia@example.com", password);
    expect((await ines.post(`/admin/staff/${id}/enable`)).status).toBe(409);
  });

  test("signed out everywhere is signed out at once", async () => {
    const one = await signedIn("pia@example.com", password);
    const id = await idOf("pia@example.com");
    expect((await ines.post(`/admin/staff/${id}/sign-out`)).status).toBe(303);
    expect((await one.get("/admin/products")).status).toBe(401);
    const left = and(eq(sessions.accountId, id), eq(sessions.audience, "admin"));
    expect(await shop.deps.store.read.$count(sessions, left)).toBe(0);
  });

  test("Z10: nobody raises their own role, makes an owner without being one, or takes the last owner away", async () => {
    const self = await idOf("ines@example.com");
    const before = await rows();
    for (const [path, fields] of [
      ["role", { role: "packer" }],
      ["role", { role: "owner" }],
      ["disable", {}],
    ] as const) {
      const answer = await ines.post(`/admin/staff/${self}/${path}`, fields);
      expect([answer.status, (await answer.text()).includes("their own place")], path).toEqual([403, true]);
    }
    for (const role of ["manager", "packer", "content", "reader"] as const) {
      const visitor = await member(shop, role);
      const own = (await rows()).find((row) => row.displayName === `A ${role}`)?.id ?? "";
      for (const path of [`${own}/role`, `${self}/role`, `${self}/disable`, `${self}/sign-out`, `${own}/enable`])
        expect((await visitor.post(`/admin/staff/${path}`, { role: "owner" })).status, `${role} ${path}`).toBe(403);
      expect((await visitor.post("/admin/staff", { email: "friend@example.com", role: "owner" })).status).toBe(403);
    }
    expect((await rows()).filter(({ role }) => role === "owner")).toEqual(
      before.filter(({ role }) => role === "owner"),
    );
    const denied = (await shop.deps.store.read.select().from(auditLog)).filter(({ result }) => result === "denied");
    expect(denied.some(({ act, detail }) => act === "make packer" && (detail as { why?: string }).why === "self")).toBe(
      true,
    );
    expect(denied.filter(({ act }) => act === "enter the desk").length).toBeGreaterThanOrEqual(24);
  });

  test("two owners who take each other away at the same moment leave one, time and again", async () => {
    const self = await idOf("ines@example.com");
    await member(shop, "owner");
    const other = (await rows()).find((row) => row.role === "owner" && row.id !== self)?.id ?? "";
    const act = (by: string): StaffAct => ({ by, address: "", at: shop.deps.now(), newId: shop.deps.newId });
    const { write } = shop.deps.store;
    for (let round = 0; round < 25; round += 1) {
      const work = round % 2 === 0 ? disableMember : demote;
      const done = await Promise.all([
        write((tx) => work(tx, act(self), other)),
        write((tx) => work(tx, act(other), self)),
        write((tx) => work(tx, act(self), other)),
        write((tx) => work(tx, act(other), self)),
      ]);
      expect(done.filter(({ ok }) => ok).length).toBeGreaterThanOrEqual(1);
      const owners = (await rows()).filter((row) => row.role === "owner" && row.state === "active");
      expect(owners.length, `round ${round}`).toBe(1);
      await write((tx) => tx.update(staff).set({ role: "owner", state: "active" }).where(eq(staff.id, self)));
      await write((tx) => tx.update(staff).set({ role: "owner", state: "active" }).where(eq(staff.id, other)));
    }
  });

  test("E02: each change is written down with what was before and after", async () => {
    const log = await shop.deps.store.read.select().from(auditLog);
    const line = log.find(({ act, result }) => act === "make content" && result === "done");
    expect(line?.detail).toEqual({
      email: "pia@example.com",
      before: { role: "packer", state: "active" },
      after: { role: "content", state: "active" },
    });
    expect(line?.address).toBe("127.0.0.1");
    for (const act of ["invite staff", "join the staff", "disable staff", "enable staff", "sign out everywhere"])
      expect(
        log.some((each) => each.act === act && each.result === "done"),
        act,
      ).toBe(true);
    expect(JSON.stringify(log)).not.toContain(password);
  });
});

const demote = (tx: Parameters<typeof changeRole>[0], act: StaffAct, id: string) =>
  changeRole(tx, act, { id, role: "packer" });
