import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { auditLog } from "#db/schema.ts";
import { loadShop } from "#src/settings/store.ts";
import { openShop, type TestShop } from "#test/support/shop.ts";
import type { TestVisitor } from "#test/support/visitor.ts";
import { member, owner } from "./staff.ts";

let shop: TestShop;
let desk: TestVisitor;
beforeAll(async () => {
  shop = await openShop({ settings: { name: "Mug & Jug", currency: "EUR", country: "DE", locale: "en-DE" } });
  desk = await owner(shop);
});
afterAll(() => shop.close());

const stands = () => loadShop(shop.deps.store.read);

/** The form as the page shows it, with some fields typed otherwise. */
async function typed(changes: Readonly<Record<string, string>> = {}): Promise<Record<string, string>> {
  const html = await (await desk.get("/admin/settings")).text();
  const main = html.slice(html.indexOf("<main"));
  const fields: Record<string, string> = {};
  for (const [tag] of main.matchAll(/<input[^>]*>/g)) {
    const name = /name="([^"]+)"/.exec(tag)?.[1] ?? "";
    if (!tag.includes('type="checkbox"') || / checked/.test(tag))
      fields[name] = (/ value="([^"]*)"/.exec(tag)?.[1] ?? "")
        .replaceAll("&lt;", "<")
        .replaceAll("&#34;", '"')
        .replaceAll("&amp;", "&");
  }
  for (const [, name = "", options = ""] of main.matchAll(/<select[^>]* name="([^"]+)"[^>]*>(.*?)<\/select>/gs))
    fields[name] = /value="([^"]*)" selected/.exec(options)?.[1] ?? "";
  for (const [, name = "", text = ""] of main.matchAll(/<textarea[^>]* name="([^"]+)"[^>]*>(.*?)<\/textarea>/gs))
    fields[name] = text.trim();
  return { ...fields, ...changes };
}
const save = async (changes: Readonly<Record<string, string>>) => desk.post("/admin/settings", await typed(changes));

describe("the settings at the desk", () => {
  test("saved as they are change nothing, and write nothing down", async () => {
    const before = await stands();
    const answer = await save({});
    expect([answer.status, answer.headers.get("Location")]).toEqual([303, "/admin/settings?done=saved"]);
    expect(await stands()).toEqual(before);
    const lines = await shop.deps.store.read.select().from(auditLog).where(eq(auditLog.act, "change settings"));
    expect(lines).toEqual([]);
  });

  test("say who the shop is, on every page at once, also one that was kept", async () => {
    const visitor = shop.visitor();
    expect(await (await visitor.get("/")).text()).toContain("Mug &amp; Jug");
    const answer = await save({
      ...{ name: "Nora's <Wool", email: "hello@wool.example", "home.heading": "Wool, by the pound" },
      "home.trust": "Free delivery from €60: below that €4.90;\n30 days to return;",
      ...{ "address.street": "Marktgasse 4", "address.postcode": "04109", "address.city": "Leipzig" },
      ...{ "address.country": "DE", "tax-rate": "19", "shipping-price": "4.90", "bank.account": "DE02 1203" },
    });
    expect(answer.status).toBe(303);
    expect(await stands()).toMatchObject({
      name: "Nora's <Wool",
      address: { street: "Marktgasse 4", postcode: "04109", city: "Leipzig", country: "DE" },
      bank: { account: "DE02 1203", daysToPay: 14 },
    });
    const html = await (await visitor.get("/")).text();
    expect(html).toContain("Nora's &lt;Wool");
    expect(html).toContain("Wool, by the pound");
    for (const each of ["<strong>Free delivery from €60</strong><span>below that €4.90</span>", "30 days to return"])
      expect(html).toContain(each);
    expect(html).toContain("mailto:hello@wool.example");
    const shipping = await (await desk.get("/admin/shipping")).text();
    for (const each of ["€4.90", "19%"]) expect(shipping).toContain(each);
    const [line] = await shop.deps.store.read.select().from(auditLog).where(eq(auditLog.act, "change settings"));
    expect(line).toMatchObject({
      subject: "shop",
      detail: { before: { name: "Mug & Jug" }, after: { email: "hello@wool.example", "tax-rate": "19" } },
    });
  });

  test("are refused beside the field, with all that was typed, and none is saved", async () => {
    const before = await stands();
    for (const [changes, sentence] of [
      [{ name: " " }, "Write a name."],
      [{ email: "no address" }, "Enter an email address"],
      [{ currency: "XXY" }, "Write three letters"],
      [{ "address.country": "Germany" }, "Write two letters"],
      [{ "time-zone": "Nowhere" }, "Write a time zone"],
      [{ "bank.days": "100" }, "Write 1 to 99 days."],
      [{ "home.trust": "a;b;c;d;e" }, "Write at most four"],
      [{ "tax-rate": "a lot" }, "Write a percentage"],
      [{ "shipping-price": "-1" }, "Write an amount in EUR"],
      [{ currency: "USD" }, "There are prices in EUR already"],
      [{ tagline: "x".repeat(2001) }, "Shorten it to 2,000 letters."],
    ] as const) {
      const answer = await save({ phone: "kept <words>", ...changes });
      const html = await answer.text();
      expect([answer.status, html.includes(sentence)], sentence).toEqual([422, true]);
      expect(html).toContain('value="kept &lt;words>"');
      expect(html).toContain("<title>Error: Settings");
    }
    expect(await stands()).toEqual(before);
  });

  test("changed by two at once: 409, nothing lost, and saved again they stand", async () => {
    const mine = await typed({ tagline: "Mine" });
    await save({ phone: "+49 341 1" });
    const refused = await desk.post("/admin/settings", mine);
    const html = await refused.text();
    expect([refused.status, html.includes("Somebody changed the settings")]).toEqual([409, true]);
    expect(html).toContain('value="Mine"');
    expect((await stands()).tagline).toBe("");
    const seen = /name="seen" value="([^"]+)"/.exec(html)?.[1] ?? "";
    expect((await desk.post("/admin/settings", { ...mine, seen })).status).toBe(303);
    expect((await stands()).tagline).toBe("Mine");
  });

  test("switch ways to pay off and on", async () => {
    const off = await typed();
    delete off["pay.transfer"];
    expect((await desk.post("/admin/settings", off)).status).toBe(303);
    expect((await stands()).payments).toEqual({ transfer: false, onDelivery: true, onPickup: true });
    await save({ "pay.transfer": "yes" });
    expect((await stands()).payments.transfer).toBe(true);
  });

  test("Z10: such as where transfers go to, are not for a passer-by at an open screen; nothing typed is lost", async () => {
    const sent = await typed({ "bank.account": "DE02 1203 0000 0000 2020 51", tagline: "Theirs" });
    const before = await stands();
    shop.clock.forward(16 * 60_000);
    const page = await desk.get("/admin/settings");
    expect(page.headers.get("Location")).toBe("/admin/again?next=%2Fadmin%2Fsettings");
    const refused = await desk.post("/admin/settings", sent);
    const html = await refused.text();
    expect(refused.status).toBe(403);
    expect(html).toContain('value="DE02 1203 0000 0000 2020 51"');
    expect(html).toContain("/admin/again?next=/admin/settings");
    expect(await stands()).toEqual(before);

    expect((await desk.post("/admin/again", { password: "a stall of my own" })).status).toBe(303);
    expect((await desk.post("/admin/settings", sent)).status).toBe(303);
    expect((await stands()).bank.account).toBe("DE02 1203 0000 0000 2020 51");
  });

  test("are for owners to change; others look, and packers do not even that", async () => {
    const manager = await member(shop, "manager");
    const html = await (await manager.get("/admin/settings")).text();
    expect(html).toContain("<h1>Settings</h1>");
    expect(html).not.toContain("Save the settings");
    expect(html).not.toContain('action="/admin/settings"');
    const before = await stands();
    expect((await manager.post("/admin/settings", await typed({ name: "Theirs" }))).status).toBe(403);
    expect(await stands()).toEqual(before);
    const packer = await member(shop, "packer");
    expect((await packer.get("/admin/settings")).status).toBe(403);
    expect((await shop.visitor().get("/admin/settings")).status).toBe(401);
  });
});
