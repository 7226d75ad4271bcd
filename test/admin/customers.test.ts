import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { auditLog, customerGroups, customerNotes, customers, orders, subscribers } from "#db/schema.ts";
import { acting } from "#src/orders/acting.ts";
import { markPaid } from "#src/orders/mark-paid.ts";
import { order } from "#test/checkout/small-shop.ts";
import { account, idOf, odile, rowsNaming, shopFor, wholeOdile } from "#test/privacy/odile.ts";
import { unzip } from "#test/privacy/unzip.ts";
import type { TestShop } from "#test/support/shop.ts";
import { member, owner } from "./staff.ts";

const lena = { email: "lena@example.com", password: "a hook and a line", displayName: '<b>Lena</b> "=1+1"' };
let shop: TestShop;
beforeEach(async () => void (shop = await shopFor()));
afterEach(() => shop.close());

const acts = async () => (await shop.deps.store.read.select().from(auditLog)).map(({ act }) => act);
const guestAddress = async () => {
  const html = await (await (await member(shop, "manager")).get("/admin/customers?who=guests")).text();
  return /\/admin\/customers\/guest-[\w-]+/.exec(html)?.[0] ?? "none";
};

describe("customers at the desk", () => {
  test("are listed with what they bought and spent, searched, sorted, and by group", async () => {
    await account(shop, lena);
    await wholeOdile(shop);
    const by = await acting(shop.deps, "staff:1");
    const [first] = await shop.deps.store.read
      .select()
      .from(orders)
      .where(eq(orders.customerId, await idOf(shop)));
    await shop.deps.store.write((tx) => tx.update(subscribers).set({ confirmedAt: shop.clock.now() }));
    await shop.deps.store.write((tx) => markPaid(tx, by, { id: first?.id ?? "", version: first?.version ?? 0 }));
    const desk = await member(shop, "manager");
    const list = async (query = "") => (await desk.get(`/admin/customers?${query}`)).text();
    const all = await list();
    expect(all).toContain("Odile@example.com");
    expect(all).toContain("$34.99");
    expect(all).toContain("&lt;b&gt;Lena&lt;/b&gt;");
    expect(all).not.toContain("<b>Lena");
    const rowOf = (name: string) => all.split("<tr>").find((row) => row.includes(name)) ?? "";
    const told = (name: string) => [rowOf(name).includes(">Yes<"), />Today \d/.exec(rowOf(name)) !== null];
    expect([told("Odile@"), told("lena@")]).toEqual([
      [true, true],
      [false, true],
    ]);
    expect(await list("q=LENA%40")).not.toContain("Odile@example.com");
    expect(await list("q=bernard")).toContain("Odile@example.com");
    expect(await list("q=%25")).toContain("Nobody like that.");
    expect(await list("group=wholesale")).not.toContain("lena@example.com");
    const order = (html: string) => [html.indexOf("Odile@example.com") < html.indexOf("lena@example.com")];
    expect(order(await list("sort=spent"))).toEqual([true]);
    expect(order(await list("sort=orders"))).toEqual([true]);
    expect(order(await list("sort=name"))).toEqual([false]);
    for (const sort of ["newest", "seen", "nonsense"])
      expect((await desk.get(`/admin/customers?sort=${sort}`)).status).toBe(200);
  });

  test("are found by a name in any letters, as it was typed", async () => {
    await account(shop, { ...lena, displayName: "Émile Åström" });
    const desk = await member(shop, "manager");
    for (const q of ["Émile", "Åström", "mile"])
      expect(await (await desk.get(`/admin/customers?q=${encodeURIComponent(q)}`)).text(), q).toContain(
        "lena@example.com",
      );
  });

  test("come in pages of fifty", async () => {
    const at = shop.deps.now();
    const row = (nth: number) => ({
      ...{ id: `c${nth}`, email: `c${nth}@example.com`, emailKey: `c${nth}@example.com`, createdAt: at },
      ...{ passwordHash: "none", displayName: `Customer ${String(nth).padStart(3, "0")}` },
    });
    await shop.deps.store.write((tx) => tx.insert(customers).values(Array.from({ length: 51 }, (_, nth) => row(nth))));
    const desk = await member(shop, "reader");
    const first = await (await desk.get("/admin/customers?sort=name")).text();
    expect([first.includes("Customer 049"), first.includes("Customer 050")]).toEqual([true, false]);
    const next = /href="([^"]*page=2[^"]*)"/.exec(first)?.[1]?.replaceAll("&amp;", "&") ?? "";
    const second = await (await desk.get(next)).text();
    expect([second.includes("Customer 050"), second.includes("Customer 049"), second.includes("Page before")]).toEqual([
      true,
      false,
      true,
    ]);
  });

  test("have a page with orders, addresses, reviews and facts; a guest is reached by an order", async () => {
    await wholeOdile(shop);
    const desk = await member(shop, "manager");
    const html = await (await desk.get(`/admin/customers/${await idOf(shop)}`)).text();
    for (const part of [
      "2 orders",
      "231 Warren Street",
      "It fell twice.",
      "Rings twice.",
      "wholesale",
      "Odile Bernard",
    ])
      expect(html).toContain(part);
    expect((await desk.get("/admin/customers/nobody")).status).toBe(404);
    expect((await desk.get("/admin/customers/guest-nobody")).status).toBe(404);

    const guest = shop.visitor();
    await order(guest, "on_delivery");
    const others = { email: "x@y.example", emailKey: "x@y.example", customerId: null };
    await shop.deps.store.write((tx) => tx.update(orders).set(others));
    const page = await (await desk.get(await guestAddress())).text();
    expect(page).toContain(", a guest");
    expect(page).not.toContain("Notes of the staff");
  });

  test("are put into groups and noted about, and each act is written down", async () => {
    await account(shop, lena);
    const id = await idOf(shop, lena.email);
    const desk = await member(shop, "manager");
    const at = `/admin/customers/${id}`;
    const joined = await desk.post(`${at}/groups`, { act: "join", group: "  Whole  Sale " });
    expect(joined.headers.get("Location")).toBe(`${at}?done=group`);
    expect(await (await desk.follow(joined)).text()).toContain("The groups are saved.");
    expect(await shop.deps.store.read.select().from(customerGroups)).toMatchObject([{ name: "whole sale" }]);
    await desk.post(`${at}/groups`, { act: "leave", group: "whole sale" });
    expect(await shop.deps.store.read.select().from(customerGroups)).toEqual([]);
    const wrong = await desk.post(`${at}/groups`, { act: "join", group: "<i>" });
    const html = await wrong.text();
    expect([wrong.status, html.includes("There is a problem"), html.includes('value="&lt;i>"')]).toEqual([
      422,
      true,
      true,
    ]);

    await desk.post(`${at}/notes`, { note: "Rings <twice>." });
    expect(await (await desk.get(at)).text()).toContain("Rings &lt;twice&gt;.");
    const [note] = await shop.deps.store.read.select().from(customerNotes);
    for (const bad of ["", "   ", "x".repeat(2001)])
      expect((await desk.post(`${at}/notes`, { note: bad })).status).toBe(422);
    await desk.post(`${at}/notes/end`, { note: note?.id ?? "" });
    expect(await shop.deps.store.read.select().from(customerNotes)).toEqual([]);
    expect(await acts()).toEqual(
      expect.arrayContaining(["put into a group", "take out of a group", "note about a customer", "take a note away"]),
    );
    expect((await desk.post("/admin/customers/nobody/notes", { note: "x" })).status).toBe(404);
  });

  test("T10: are saved as a file whose cells run nothing, with the password fresh", async () => {
    await account(shop, { ...lena, displayName: "=cmd|' /C calc'!A0" });
    const desk = await owner(shop);
    const file = await desk.get("/admin/customers.csv?sort=name");
    expect(file.headers.get("Content-Disposition")).toContain("customers.csv");
    const text = await file.text();
    expect(text).toStartWith('Name,Email,Confirmed,Registered,Last seen,Orders,"Spent, USD",Newsletter,Groups\n');
    expect(text).toContain("'=cmd|' /C calc'!A0,lena@example.com,yes,");
    shop.clock.forward(16 * 60_000);
    expect((await desk.get("/admin/customers.csv")).headers.get("Location")).toStartWith("/admin/again?next=");
    expect(await acts()).toContain("save the customers");
  });

  test("get all that is known of them in one file, when they ask the shop for it", async () => {
    await wholeOdile(shop);
    const desk = await owner(shop);
    const files = await unzip(await desk.post(`/admin/customers/${await idOf(shop)}/data`));
    expect(JSON.parse(files.get("data.json") ?? "")).toMatchObject({ notes: [{ note: "Rings twice." }] });
    expect(await acts()).toContain("save a customer's data");
    shop.clock.forward(16 * 60_000);
    expect((await desk.post(`/admin/customers/${await idOf(shop)}/data`)).status).toBe(303);
  });

  test("are erased by owners only, with the address typed out, as they would do it themselves", async () => {
    const { visitor, names } = await wholeOdile(shop);
    const desk = await owner(shop);
    const at = `/admin/customers/${await idOf(shop)}/erase`;
    expect((await (await member(shop, "manager")).post(at, { email: odile.email })).status).toBe(403);
    expect(await (await desk.get(at)).text()).toContain("tax law wants the bills kept");
    const wrong = await desk.post(at, { email: "lena@example.com" });
    expect([wrong.status, (await wrong.text()).includes("There is a problem")]).toEqual([422, true]);
    const done = await desk.post(at, { email: odile.email });
    expect(await (await desk.follow(done)).text()).toContain("what the shop knew of them is gone");
    expect((await visitor.get("/account")).status).toBe(303);
    const left = new Set((await rowsNaming(shop, names)).map(({ table }) => table));
    expect([...left].filter((table) => !["orders", "order_events", "audit_log", "outbox"].includes(table))).toEqual([]);
    expect((await desk.post(at, { email: odile.email })).status).toBe(404);
    const line = (await shop.deps.store.read.select().from(auditLog)).findLast(({ act }) => act === "erase a customer");
    expect([line?.who.startsWith("staff:"), JSON.stringify(line).includes("odile")]).toEqual([true, false]);
  });

  test("a guest is erased by address: the order stays, and somebody else's account with it does too", async () => {
    await order(shop.visitor(), "on_delivery");
    await shop.post("/newsletter", { email: odile.email });
    const unconfirmed = await account(shop, odile, { confirmed: false });
    const desk = await owner(shop);
    const at = `${await guestAddress()}/erase`;
    await desk.post(at, { email: odile.email });
    expect((await unconfirmed.get("/account")).status).toBe(200);
    expect(await shop.deps.store.read.select().from(orders)).toHaveLength(1);
    const left = new Set((await rowsNaming(shop, ["odile@example.com"])).map(({ table }) => table));
    expect(left.has("subscribers")).toBe(false);
  });

  test("Z01: a packer and who does content see none of them, and who reads changes nothing", async () => {
    await account(shop, lena);
    const id = await idOf(shop, lena.email);
    for (const role of ["packer", "content"] as const) {
      const desk = await member(shop, role);
      for (const path of ["/admin/customers", "/admin/customers.csv", `/admin/customers/${id}`])
        expect((await desk.get(path)).status, `${role} ${path}`).toBe(403);
    }
    const reader = await member(shop, "reader");
    const html = await (await reader.get(`/admin/customers/${id}`)).text();
    expect([html.includes("Erase"), html.includes("Keep the note"), html.includes("Save their data")]).toEqual([
      false,
      false,
      false,
    ]);
    expect((await reader.post(`/admin/customers/${id}/notes`, { note: "x" })).status).toBe(403);
  });
});
