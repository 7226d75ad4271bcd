import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from "bun:test";
import { parse } from "csv-parse/sync";
import { auditLog, variants } from "#db/schema.ts";
import { codeOf, filesOf } from "#test/architecture/sources.ts";
import { member } from "#test/admin/staff.ts";
import { openHouse } from "./doors.ts";

setDefaultTimeout(60_000);

let house: Awaited<ReturnType<typeof openHouse>>;
beforeAll(async () => void (house = await openHouse({ inside: true })));
afterAll(() => house.shop.close());

const log = () => house.shop.deps.store.read.select().from(auditLog);
const linesOf = async (act: string) => (await log()).filter((line) => line.act === act);
const mug = async () => (await house.shop.deps.store.read.select().from(variants)).find(({ id }) => id === "mug-0");
const version = async () => String((await mug())?.version);

describe("E02: what counts is written down: when in UTC, who, what, from where, with what result", () => {
  test("a price and a stock, with what they were and are; and nothing where nothing changed", async () => {
    const { desk } = house;
    const set = async (price: string, stock: string) =>
      desk.post("/admin/variants/mug-0", { price, stock, version: await version() });
    expect((await set("31.00", "40")).status).toBe(303);
    const [price] = await linesOf("change price");
    expect(price).toMatchObject({ subject: "variant:mug-0", result: "done", address: "127.0.0.1" });
    expect(price?.who).toStartWith("staff:");
    expect(price?.at).toEqual(house.shop.deps.now());
    expect(price?.detail).toEqual({ sku: "MUG-1", before: { price: "29.99 USD" }, after: { price: "31.00 USD" } });
    expect((await linesOf("change stock"))[0]?.detail).toMatchObject({ after: { stock: 40 } });
    expect((await set("31.00", "40")).status).toBe(303);
    expect([await linesOf("change price"), await linesOf("change stock")].map((lines) => lines.length)).toEqual([1, 1]);
  });

  test("a state, an order's payment and its end, a letter sent again, a file taken home", async () => {
    const { desk, ids } = house;
    expect((await desk.post("/admin/products/jug", { status: "draft", version: "1" })).status).toBe(303);
    expect((await linesOf("change status"))[0]?.detail).toMatchObject({
      before: { status: "active" },
      after: { status: "draft" },
    });
    const order = ids["/admin/orders"] ?? "";
    expect((await desk.post(`/admin/orders/${order}/canceled`, { version: "1" })).status).toBe(303);
    expect(await linesOf("cancel order")).toHaveLength(1);
    expect((await desk.post(`/admin/orders/${order}/canceled`, { version: "1" })).status).toBe(409);
    expect(await linesOf("cancel order")).toHaveLength(1);
    expect((await desk.get("/admin/orders.csv")).status).toBe(200);
    expect(await linesOf("save the order book")).toHaveLength(1);
  });

  test("a sign-in, a wrong password, and a door that stayed shut", async () => {
    const stranger = house.shop.visitor("10.1.2.3");
    await stranger.post("/admin/login", { email: "ines@example.com", password: "not this one" });
    await stranger.post("/login", { email: "ines@example.com", password: "not this one" });
    const packer = await member(house.shop, "packer");
    expect((await packer.get("/admin/audit")).status).toBe(403);
    const denied = (await log()).filter(({ result }) => result === "denied");
    expect(denied.filter(({ address }) => address === "10.1.2.3").map(({ act }) => act)).toEqual([
      "sign in at the desk",
      "sign in",
    ]);
    expect(denied.find(({ subject }) => subject === "GET /admin/audit")?.detail).toEqual({
      role: "packer",
      needs: "audit.see",
    });
    expect((await linesOf("become owner"))[0]).toMatchObject({ result: "done" });
    expect(JSON.stringify(await log())).not.toContain("not this one");
  });

  test("of a stranger who knocks on and on, sixty times an hour: nobody fills the disk through a log that is never cut", async () => {
    const { shop } = await openHouse({ inside: true, limits: true });
    const lines = async () =>
      (await shop.deps.store.read.select().from(auditLog)).filter(({ act }) => act === "enter the desk");
    const knock = async (address: string) => {
      const stranger = shop.visitor(address);
      stranger.cookies.set("pc_admin", "a.b.c");
      return (await stranger.get("/admin/orders")).status;
    };
    const statuses = new Set<number>();
    for (let time = 0; time < 100; time += 1) statuses.add(await knock("10.0.0.7"));
    expect([...statuses]).toEqual([401]);
    expect(await lines()).toHaveLength(60);
    expect(await knock("10.0.0.8")).toBe(401);
    expect((await lines()).filter(({ address }) => address === "10.0.0.8")).toHaveLength(1);
    await shop.close();
  });

  test("a packer counts the shelf, and is refused another price", async () => {
    const packer = await member(house.shop, "packer");
    const counted = await packer.post("/admin/variants/mug-0", {
      price: "31.00",
      stock: "39",
      version: await version(),
    });
    expect(counted.status).toBe(303);
    const cheap = await packer.post("/admin/variants/mug-0", { price: "0.01", stock: "39", version: await version() });
    expect(cheap.status).toBe(403);
    expect((await mug())?.price).toBe(3100 as never);
    expect((await log()).at(-1)).toMatchObject({ result: "denied", detail: { needs: "products.price" } });
  });

  test("the log is shown with its filters, by whom, what came of it, when and about what", async () => {
    const { desk } = house;
    const show = async (query: string) => (await desk.get(`/admin/audit?${query}`)).text();
    const all = await show("");
    expect(all).toContain("price: 29.99 USD → 31.00 USD");
    expect(all).toContain("Ines");
    const denied = await show("result=denied");
    expect([denied.includes("sign in at the desk"), denied.includes("29.99 USD")]).toEqual([true, false]);
    expect(await show("who=guest")).not.toContain("change price");
    expect(await show("q=MUG-0")).toContain("change price");
    expect(await show("q=%25")).toContain("Nothing like that was written down.");
    const today = house.shop.deps.now().toISOString().slice(0, 10);
    expect(await show(`from=${today}&to=${today}`)).toContain("change price");
    expect(await show("to=2001-01-01")).toContain("Nothing like that was written down.");
    const wrong = await desk.get("/admin/audit?from=2026-02-30&who=guest");
    expect([wrong.status, (await wrong.text()).includes("Write the day as")]).toEqual([422, true]);
  });

  test("I09: the log as a file: times in UTC, and no cell is a formula", async () => {
    const { desk, shop } = house;
    await shop.visitor().post("/admin/orders/x/paid", {}, { headers: { "x-forwarded-for": "=1+1" } });
    await desk.post("/admin/staff", { email: "=cmd@example.com", role: "packer" });
    const answer = await desk.get("/admin/audit.csv");
    expect(answer.headers.get("Content-Disposition")).toBe('attachment; filename="audit.csv"');
    const rows = parse(await answer.text(), { columns: true }) as Record<string, string>[];
    expect(rows.length).toBe((await log()).length);
    expect(rows[0]).toMatchObject({ What: "save the audit log", Result: "done", Name: "Ines" });
    expect(rows.every((row) => /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(row["Time (UTC)"] ?? ""))).toBe(true);
    for (const row of rows) for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+@\t\r]/);
  });

  test("a line is never changed and never taken out: no code does either", async () => {
    const found: string[] = [];
    for (const path of filesOf("{src,db}/**/*.{ts,tsx}")) {
      const code = await codeOf(path);
      if (/\b(update|delete)\(\s*(schema\.)?auditLog\b|(update|delete from|truncate)\s+"?audit_log/i.test(code))
        found.push(path);
    }
    expect(found).toEqual([]);
  });

  test("letters that open an account are for owners: who may read the others cannot use the link", async () => {
    const { desk, shop } = house;
    await desk.post("/admin/staff", { email: "boss@example.com", role: "owner" });
    const list = await (await desk.get("/admin/mail")).text();
    const path = /href="(\/admin\/mail\/[\w-]+)"[^>]*>\s*Your place at the desk/.exec(list)?.[1] ?? "none";
    expect(await (await desk.get(path)).text()).toContain("/admin/join/");
    for (const role of ["manager", "reader", "packer", "content"] as const) {
      const visitor = await member(shop, role);
      for (const part of [path, `${path}/body`, `${path}/raw`])
        expect((await visitor.get(part)).status, `${role} ${part}`).toBe(403);
      expect(await (await visitor.get("/admin/mail")).text()).not.toContain(path);
    }
  });
});
