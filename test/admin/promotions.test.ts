import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { auditLog, promotionCodes, promotions } from "#db/schema.ts";
import { addPromotion, type NewPromotion } from "#src/promotions/setup-store.ts";
import { fillCart, odile, reachPayment } from "#test/checkout/small-shop.ts";
import { openShop, type TestShop } from "#test/support/shop.ts";
import type { TestVisitor } from "#test/support/visitor.ts";
import { owner } from "./staff.ts";

const half: NewPromotion = {
  name: "<b>Half</b>",
  effect: { kind: "percent", off: "order", rate: 500_000 },
  conditions: {},
  priority: 0,
  startsAt: null,
  endsAt: null,
  useLimit: null,
  customerLimit: null,
  codes: ["STAFF50"],
  codeLimit: null,
};

let shop: TestShop;
let desk: TestVisitor;
const day = (text: string) => new Date(`${text}T00:00:00Z`);
beforeAll(async () => {
  shop = await openShop({ products: [{ title: "Mug", price: 3000, stock: 50, tags: ["cup"] }] });
  desk = await owner(shop);
  expect(await (await desk.get("/admin/promotions")).text()).toContain("No promotion yet.");
  await shop.deps.store.write(async (tx) => {
    await addPromotion(tx, "half", half);
    const more: [string, Partial<NewPromotion>][] = [
      ["soon", { name: "Soon", startsAt: day("2026-12-01"), codes: [] }],
      ["gone", { name: "Gone", endsAt: day("2026-11-01"), codes: [] }],
      ["off", { name: "Resting", active: false, codes: [] }],
      ["single", { name: "Thanks", coded: true, codes: [], useLimit: 9 }],
    ];
    for (const [id, each] of more) await addPromotion(tx, id, { ...half, ...each });
  });
});
afterAll(() => shop.close());

const text = async (path: string) => (await desk.get(path)).text();
/** What is read, without the tags. */
const said = (html: string) => html.replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ");

describe("the list", () => {
  test("shows each with its state, its sentence and its use, and hostile names as text", async () => {
    const page = await text("/admin/promotions");
    expect(page).toContain("&lt;b&gt;Half");
    const words = said(page);
    for (const each of ["All 5", "Live 2", "Scheduled 1", "Expired 1", "Used up 0", "Off 1"])
      expect(words).toContain(each);
    for (const each of ["50% off the order.", "STAFF50", "No codes yet", "0 of 9", "from 1 December"])
      expect(words.toLowerCase().replace("december 1", "1 december")).toContain(each.toLowerCase());
    expect(said(await text("/admin/promotions?state=expired"))).toContain("Gone");
    expect(said(await text("/admin/promotions?state=expired"))).not.toContain("Resting");
    expect(said(await text("/admin/promotions?q=staff+50"))).toContain("STAFF50");
    expect(said(await text("/admin/promotions?q=zzz"))).toContain("None by that name or code.");
    for (const wrong of ["state=all", "page=0", "page=999999", "page=x", "q=%00%27", "state=live&state=off"])
      expect((await desk.get(`/admin/promotions?${wrong}`)).status, wrong).toBe(200);
  });

  test("switches one in place, or without scripts by way of the list, and writes it down", async () => {
    const off = await desk.htmx.post("/admin/promotions/half/state", { active: "no", from: "list" });
    const row = await off.text();
    expect([off.status, row.startsWith('<tbody id="promotion-half">')]).toEqual([200, true]);
    expect(said(row)).toContain("Off");
    expect(row).toContain("Switch on");
    expect(row).toContain('hx-target="#live"');
    const cart = shop.visitor();
    await fillCart(cart);
    const refused = await cart.post("/cart/coupon", { code: "staff50" });
    expect([refused.status, (await refused.text()).includes("That code does not work here.")]).toEqual([422, true]);

    const on = await desk.post("/admin/promotions/half/state", { active: "yes", from: "list" });
    expect([on.status, on.headers.get("Location")]).toEqual([303, "/admin/promotions#promotion-half"]);
    expect((await cart.post("/cart/coupon", { code: "staff50" })).status).toBe(303);
    // A second press changes nothing and writes nothing.
    await desk.post("/admin/promotions/half/state", { active: "yes", from: "page" });
    const lines = await shop.deps.store.read.select().from(auditLog);
    expect(lines.filter(({ subject }) => subject === "half").map(({ act }) => act)).toEqual([
      "switch promotion off",
      "switch promotion on",
    ]);
    expect((await desk.post("/admin/promotions/nothing/state", { active: "yes" })).status).toBe(404);
    expect((await desk.post("/admin/promotions/half/state", { active: "maybe" })).status).toBe(422);
  });

  test("is for those who may: nobody else sees a code", async () => {
    for (const path of ["/admin/promotions", "/admin/promotions/half", "/admin/promotions/half/codes.csv"]) {
      const answer = await shop.visitor().get(path);
      expect(answer.status, path).toBe(401);
      expect(await answer.text(), path).not.toContain("STAFF50");
    }
    expect((await shop.visitor().post("/admin/promotions/half/state", { active: "no" })).status).toBe(401);
  });
});

describe("one promotion", () => {
  test("shows who used it, with the way to the order", async () => {
    const visitor = shop.visitor();
    await fillCart(visitor);
    await visitor.post("/cart/coupon", { code: "staff50" });
    const page = await reachPayment(visitor, odile);
    expect((await visitor.post("/checkout/place", { ...page, pay: "transfer" })).status).toBe(303);
    const html = await text("/admin/promotions/half");
    expect(html).toMatch(/<a href="\/admin\/orders\/[\w-]+">P-1001<\/a>/);
    for (const each of ["Used once", "odile@example.com", "STAFF50", "Terms"]) expect(said(html)).toContain(each);
    expect(said(html)).toContain("STAFF50 once P-1001");
    expect((await desk.get("/admin/promotions/nothing")).status).toBe(404);
    expect((await desk.get("/admin/promotions/half?uses=x&codes=%27%22&made=<b>")).status).toBe(200);
  });

  test("makes codes, lists them page by page and gives a file", async () => {
    const made = await desk.post("/admin/promotions/single/codes", { count: "120", prefix: "thx-", perCode: "" });
    expect([made.status, made.headers.get("Location")]).toEqual([303, "/admin/promotions/single?made=120#codes"]);
    const page = await text("/admin/promotions/single?made=120");
    expect(said(page)).toContain("120 codes are made.");
    expect(said(page)).toContain("120 codes, all free");
    expect([...page.matchAll(/<code>THX-\w{10}<\/code>/g)].length).toBe(50);
    const [, next = ""] = /href="([^"]*codes=[^"]*)"/.exec(page) ?? [];
    expect([...(await text(next)).matchAll(/<code>THX-\w{10}<\/code>/g)].length).toBe(50);
    const file = await desk.get("/admin/promotions/single/codes.csv");
    expect(file.headers.get("Content-Disposition")).toContain("attachment");
    const lines = (await file.text()).trim().split("\n");
    expect([lines[0], lines.length]).toEqual(["Code,Used,Limit,Orders", 121]);
    expect(await shop.deps.store.read.select().from(auditLog)).toContainEqual(
      expect.objectContaining({ act: "make codes", subject: "single", detail: { count: 120 } }),
    );
  });

  for (const fields of [
    { count: "0" },
    { count: "1e3" },
    { count: "" },
    { count: "100001" },
    { count: "5", prefix: "=1" },
    { count: "5", perCode: "-1" },
  ]) {
    test(`refuses to make codes of ${JSON.stringify(fields)}, with what was typed`, async () => {
      const before = await shop.deps.store.read.$count(promotionCodes);
      const refused = await desk.post("/admin/promotions/single/codes", fields);
      const html = await refused.text();
      expect([refused.status, html.includes("There is a problem")]).toEqual([422, true]);
      expect(html).toContain(`value="${Object.values(fields).at(-1)}"`);
      expect(await shop.deps.store.read.$count(promotionCodes)).toBe(before);
    });
  }
});

describe("the form for a new one", () => {
  test("says what it would do while it is filled in, and without scripts by a button", async () => {
    const typed = { name: "", does: "buy-get", buy: "2", get: "1", tags: "cup, plate", limit: "50" };
    const part = await desk.htmx.post("/admin/promotions/preview", typed);
    expect([part.status, said(await part.text()).trim()]).toEqual([
      200,
      "Buy 2 of “cup” or “plate”, get the cheapest free, 50 times in all.",
    ]);
    const missing = await desk.htmx.post("/admin/promotions/preview", { does: "percent", value: "" });
    expect([missing.status, said(await missing.text()).trim()]).toEqual([200, "Say how much comes off."]);
    const page = await desk.post("/admin/promotions/preview", typed);
    expect([page.status, (await page.text()).includes('value="cup, plate"')]).toEqual([200, true]);
    expect(await shop.deps.store.read.$count(promotions)).toBe(5);
  });

  test("makes each of the common kinds", async () => {
    const kinds: [Record<string, string>, object][] = [
      [
        { does: "percent", value: "12.5 %" },
        { kind: "percent", off: "order", rate: 125_000 },
      ],
      [
        { does: "amount", value: "4.90", tags: "cup" },
        { kind: "amount", off: "goods", amount: 490, on: { tags: ["cup"] } },
      ],
      [{ does: "free-delivery", minSpend: "40" }, { kind: "free-shipping" }],
      [
        { does: "buy-get", buy: "2", get: "1", products: "mug" },
        { kind: "buy-get", buy: 2, get: 1 },
      ],
      [
        { does: "tiers", tiers: "5:5%, 10:10%" },
        { kind: "tiers", tiers: [{ from: 5 }, { from: 10 }] },
      ],
    ];
    for (const [fields, effect] of kinds) {
      const made = await desk.post("/admin/promotions/new", { name: "Made", ...fields });
      expect(made.status, JSON.stringify(fields)).toBe(303);
      const rows = await shop.deps.store.read.select().from(promotions);
      expect(rows.find(({ id }) => made.headers.get("Location")?.includes(id))).toMatchObject({ effect });
      expect((await desk.get(made.headers.get("Location") ?? "")).status).toBe(200);
    }
  });

  test("refuses with the field and a sentence, keeps what was typed, and makes nothing", async () => {
    const before = await shop.deps.store.read.$count(promotions);
    const wrong: [Record<string, string>, string, string][] = [
      [{ name: "" }, "name", "Give it a name"],
      [{ value: "ten" }, "value", "is no percentage"],
      [{ value: "101" }, "value", "is out of range"],
      [{ does: "amount", value: "-1" }, "value", "is no amount"],
      [{ does: "magic" }, "does", "is none of"],
      [{ does: "buy-get", buy: "1.5" }, "buy", "is no whole number"],
      [{ does: "tiers", tiers: "many" }, "tiers", "is no tier"],
      [{ collection: "nowhere" }, "collection", "There is no collection"],
      [{ products: "nothing" }, "products", "There is no product"],
      [{ starts: "2026-02-30" }, "starts", "is no day"],
      [{ starts: "2026-12-02", ends: "2026-12-01" }, "ends", "It ends before it starts."],
      [{ codes: "STAFF50" }, "codes", "Another promotion has the code STAFF50"],
      [{ codes: "<b>" }, "codes", "is no code"],
      [{ limit: "0" }, "limit", "is no whole number"],
      [{ minSpend: "1e3" }, "minSpend", "is no amount"],
      [{ groups: "<i>" }, "groups", "is no group"],
      [{ name: "x".repeat(201) }, "name", "Shorten this."],
    ];
    for (const [fields, field, sentence] of wrong) {
      const typed = { name: "Ten", does: "percent", value: "10", ...fields };
      const refused = await desk.post("/admin/promotions/new", typed);
      const html = await refused.text();
      expect(refused.status, JSON.stringify(fields)).toBe(422);
      expect(html, field).toContain(`href="#${field}"`);
      expect(html, field).toContain(`id="${field}-error"`);
      expect(said(html).replaceAll("&#34;", '"'), field).toContain(sentence);
      expect(html).toContain(`value="${typed.name}"`);
    }
    expect(await shop.deps.store.read.$count(promotions)).toBe(before);
  });
});
