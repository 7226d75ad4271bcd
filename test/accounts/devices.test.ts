import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { customers, sessions } from "#db/schema.ts";
import { createApp } from "#src/app.ts";
import { deviceWords } from "#src/accounts/device.ts";
import { wire } from "#src/wire.ts";
import { openShop, type TestShop } from "#test/support/shop.ts";
import { testVisitor, type TestVisitor } from "#test/support/visitor.ts";

const odile = { email: "odile@example.com", password: "correct horse battery", displayName: "Odile" };
const lena = { email: "lena@example.com", password: "a hook and a line", displayName: "Lena" };
const firefox = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0";
const iphone =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1";

let shop: TestShop;
beforeEach(async () => {
  shop = await openShop();
  for (const each of [odile, lena]) await shop.json.post("/api/register", each);
});
afterEach(() => shop.close());

const isIn = async (who: TestVisitor) => (await who.get("/account")).status === 200;
async function signedIn(who = odile, agent = firefox) {
  const visitor = shop.visitor();
  expect((await visitor.json.post("/auth/login", who, { headers: { "User-Agent": agent } })).status).toBe(200);
  return visitor;
}
const endings = async (visitor: TestVisitor) =>
  [
    ...(await (await visitor.get("/account/security")).text()).matchAll(
      /action="(\/account\/sessions\/[0-9a-f]{64}\/end)"/g,
    ),
  ].map(([, path = ""]) => path);

describe("where one is signed in", () => {
  test("is listed in words, and each other one can be signed out", async () => {
    const phone = await signedIn(odile, iphone);
    shop.clock.forward(60_000);
    const desk = await signedIn();
    await signedIn(lena);
    const html = await (await desk.get("/account/security")).text();
    expect(html).toContain("Firefox on Windows");
    expect(html).toContain("This one, in use now");
    expect(html).toContain("Safari on iPhone");
    expect(html).toContain("Last seen ");
    const [other = "", ...more] = await endings(desk);
    expect(more).toEqual([]);
    const done = await desk.post(other);
    expect([done.status, done.headers.get("Location")]).toEqual([303, "/account/security"]);
    expect([await isIn(phone), await isIn(desk)]).toEqual([false, true]);
    expect((await desk.post(other)).status).toBe(404);
  });

  test("Z02: is nobody else's to end", async () => {
    const mine = await signedIn();
    await signedIn(odile, iphone);
    const [path = ""] = await endings(mine);
    expect((await (await signedIn(lena)).post(path)).status).toBe(404);
    expect((await shop.visitor().post(path)).status).toBe(303);
    expect(await endings(mine)).toHaveLength(1);
  });

  test("S03: signing out everywhere ends all at once, in every process, and clears what was kept", async () => {
    const [one, two, lenas] = [await signedIn(), await signedIn(odile, iphone), await signedIn(lena)];
    const elsewhere = testVisitor(createApp(wire(shop.deps)), shop.deps.config.url);
    for (const [name, value] of two.cookies) elsewhere.cookies.set(name, value);
    expect(await isIn(elsewhere)).toBe(true);
    const copy = one.cookies.get("pc") ?? "";
    const out = await one.post("/account/sessions/end");
    expect([out.status, out.headers.get("Clear-Site-Data")]).toEqual([303, '"cache"']);
    expect([await isIn(one), await isIn(two), await isIn(elsewhere), await isIn(lenas)]).toEqual([
      false,
      false,
      false,
      true,
    ]);
    one.cookies.set("pc", copy);
    expect(await isIn(one)).toBe(false);
  });

  test("a name that a browser gives itself stays text", async () => {
    expect(
      await (await (await signedIn(odile, '<img src=x onerror="alert(1)"> Firefox/1')).get("/account/security")).text(),
    ).not.toContain("<img src=x");
  });
});

describe("an account that is gone", () => {
  test("signs out on the next request, in every process", async () => {
    const visitor = await signedIn();
    const { token } = (await (await shop.visitor().json.post("/auth/login", odile)).json()) as { token: string };
    await shop.deps.store.write((tx) => tx.delete(customers).where(eq(customers.email, odile.email)));
    expect(await isIn(visitor)).toBe(false);
    const bearer = { headers: { Authorization: `Bearer ${token}` } };
    expect((await shop.visitor().json.get("/api/me", bearer)).status).toBe(401);
  });
});

test("keeps no name of a device beyond 300 characters", async () => {
  await signedIn(odile, "x".repeat(5000));
  for (const { agent } of await shop.deps.store.read.select().from(sessions)) expect(agent.length).toBeLessThan(301);
});

test("a device in words", () => {
  expect(deviceWords(firefox)).toBe("Firefox on Windows");
  expect(deviceWords(iphone)).toBe("Safari on iPhone");
  expect(
    deviceWords(
      "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36",
    ),
  ).toBe("Chrome on Linux");
  expect(
    deviceWords("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/150.0.0.0 Safari/537.36 Edg/150.0.0.0"),
  ).toBe("Edge on Windows");
  expect(deviceWords("curl/8.1")).toBe("A program");
  expect(deviceWords("")).toBe("An unknown device");
});
