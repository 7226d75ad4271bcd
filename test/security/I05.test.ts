import { describe, expect, test, setDefaultTimeout } from "bun:test";
import { contact, expectCalm, few, hostileTexts, openHouse, type Door } from "./doors.ts";
import type { TestVisitor } from "#test/support/visitor.ts";

setDefaultTimeout(60_000);

type House = Awaited<ReturnType<typeof openHouse>>;
const loose = ["q", "sort", "page", "removed", "part", "option1", "quantity", "price_min", "glaze", "more", "of"];

/** Everything that can be sent to one door with one text: in its fields or query, and in the place of an id. */
async function attack({ address, whose }: House, door: Door, text: string): Promise<void> {
  const visitor = whose(door);
  const typed = text.toWellFormed();
  const targets = door.path.includes(":") ? [address(door), address(door, typed.slice(0, 500))] : [address(door)];
  for (const target of targets)
    await expectCalm(await ask(visitor, door, target, typed), typed, `${door.method} ${target}`);
}

function ask(visitor: TestVisitor, { method, path, fields, query }: Door, target: string, text: string) {
  if (method === "GET") {
    const names = [...query, ...loose, text.slice(0, 60)];
    return visitor.htmx.get(`${target}?${new URLSearchParams(names.map((name): [string, string] => [name, text]))}`);
  }
  const all = Object.fromEntries([...fields, text].map((name) => [name, text]));
  if (/^\/(api|auth)\//.test(path))
    return visitor.json.post(target, { ...all, email: text, password: text, displayName: text });
  return visitor.post(target, all);
}

const isTried = ({ method, path }: Door) => method !== "ALL" && !path.includes("logout");

describe("I05, I07, I12: whatever is sent to whichever address is text, and no fault", () => {
  test("one of each kind to all", async () => {
    const house = await openHouse();
    Object.assign(house.shop.deps.passwords, { verify: async () => false });
    for (const door of house.doors.filter(isTried)) for (const text of few) await attack(house, door, text);
    expect((await house.shopper.get("/products/mug")).status).toBe(200);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
    await house.shop.close();
  }, 300_000);

  test("every other text of the hostile lists, at each address in turn", async () => {
    const texts = hostileTexts(
      "naughty-strings",
      "sql-injection",
      "xss-payloads",
      "slugs-paths-own",
      "amounts-own",
      "csv-formulas",
    );
    const house = await openHouse();
    Object.assign(house.shop.deps.passwords, { verify: async () => false });
    const doors = house.doors.filter(isTried);
    for (const [at, text] of texts.entries())
      if (at % 2 === 0) await attack(house, doors[(at * 7) % doors.length] as Door, text);
    await house.shop.close();
  }, 300_000);

  test("also as JSON, where a form is expected, with half of a character; and cut in the middle of one", async () => {
    const house = await openHouse();
    Object.assign(house.shop.deps.passwords, { verify: async () => false });
    const halves = ["\ud800", "a\udfff b", "x\0\ud83d"];
    for (const door of house.doors.filter((each) => isTried(each) && each.method === "POST" && each.fields.length > 0))
      for (const half of halves) {
        const all = Object.fromEntries(door.fields.map((name) => [name, half]));
        await expectCalm(await house.whose(door).json.post(house.address(door), all), half, door.path);
      }
    // The checkout keeps a thousand units of each line: here the last is the first half of a face.
    const { shopper } = house;
    const name = `${"a".repeat(999)}😀`;
    await expectCalm(await shopper.post("/checkout", { ...contact, name, note: name }), name, "/checkout");
    expect(await (await shopper.get("/checkout")).text()).toContain("a".repeat(999));
    await house.shop.close();
  }, 120_000);

  test("a moment that no database keeps is none: where a list went on, from when to when, when something begins", async () => {
    const house = await openHouse();
    const { desk } = house;
    for (const after of ["999999999999999-x", "253402300800000-x", "99999999999999-x", "-1-x", "8640000000000001-x"])
      for (const list of [
        "/admin/audit",
        "/admin/audit.csv",
        "/admin/orders",
        "/admin/orders.csv",
        "/admin/promotions",
      ])
        await expectCalm(await desk.get(`${list}?after=${after}`), after, list);
    for (const day of ["0000-01-01", "0001-01-01", "9999-12-31", "9998-12-31"]) {
      await expectCalm(await desk.get(`/admin/audit?from=${day}&to=${day}`), day, "/admin/audit");
      const promotion = {
        name: "Ten",
        does: "percent-off-order",
        percent: "10",
        starts: day,
        ends: day,
        active: "yes",
      };
      await expectCalm(await desk.post("/admin/promotions/new", promotion), day, "/admin/promotions/new");
    }
    await house.shop.close();
  });

  test("also as a header or a cookie", async () => {
    const { shop, shopper } = await openHouse();
    const names = [
      "User-Agent",
      "Referer",
      "HX-Current-URL",
      "HX-Target",
      "HX-Source",
      "Accept-Language",
      "Authorization",
    ];
    for (const text of few.map((each) => each.replaceAll(/[\0\r\n]|[^\x01-\xff]/g, ""))) {
      for (const name of names) {
        const asked = { headers: { [name]: text } };
        await expectCalm(await shopper.get("/cart", asked), text, name);
        await expectCalm(await shopper.post("/theme", { theme: "dark" }, asked), text, name);
        await expectCalm(await shopper.post("/likes/mug", {}, asked), text, name);
      }
      for (const name of ["pc", "pc_admin", "pc_cart", "pc_guest", "pc_theme", "pc_notice"]) {
        for (const value of [text, encodeURIComponent(text)]) {
          const asked = { headers: { cookie: `${name}=${value}` } };
          await expectCalm(await shop.visitor().get("/account", asked), text, name);
          await expectCalm(await shop.visitor().get("/admin/orders", asked), text, name);
          await expectCalm(await shop.visitor().get("/cart", asked), text, name);
        }
      }
    }
    await shop.close();
  }, 300_000);
});
