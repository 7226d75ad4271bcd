import { describe, expect, setDefaultTimeout, test } from "bun:test";
import { getTableName, is, Table } from "drizzle-orm";
import * as schema from "#db/schema.ts";
import { createApp } from "#src/app.ts";
import { openLog } from "#src/log.ts";
import { testVisitor } from "#test/support/visitor.ts";
import { contact, lastPage, openHouse } from "./doors.ts";

setDefaultTimeout(60_000);

// What needs a hand inside the shop: something broken on purpose, a look at the log.

test("E01: a fault is told without its cause, whoever asks and however", async () => {
  const { shop, doors, address, whose } = await openHouse({ inside: true });
  function broken(): never {
    throw new Error('SELECT "secret" FROM sqlite_master at /srv/shop/src/app.ts:1:1');
  }
  const read = new Proxy({}, { get: () => broken });
  Object.assign(shop.deps.store, { read, write: async () => broken(), stamp: broken });
  for (const door of doors.filter(({ method }) => method !== "ALL")) {
    const visitor = whose(door);
    const fields = Object.fromEntries(door.fields.map((name) => [name, "1"]));
    const answers =
      door.method === "GET"
        ? [await visitor.get(address(door)), await visitor.htmx.get(address(door))]
        : [await visitor.post(address(door), fields), await visitor.htmx.post(address(door), fields)];
    for (const answer of answers) {
      const text = await answer.text();
      expect(text, `${door.method} ${door.path}`).not.toMatch(/SELECT|sqlite|\/srv|\.ts:\d|secret/);
    }
  }
  await shop.close();
});

describe("E06: numbers of cards are kept nowhere", () => {
  test("not of the card that pays, nor of one that somebody types where none belongs; not in the log either", async () => {
    const { shop } = await openHouse({ inside: true });
    const lines: string[] = [];
    const log = openLog("debug", { write: (line: string) => void lines.push(line) });
    const visitor = testVisitor(createApp({ ...shop.deps, log }), shop.deps.config.url);
    const card = "4242 4242 4242 4242";
    const typed = { ...contact, note: `Take it from ${card}, or 5555-5555-5555-4444.`, company: "4111111111111111" };
    await visitor.post("/cart/items", { handle: "mug", quantity: "1" });
    await visitor.post("/checkout", typed);
    await visitor.post("/checkout/delivery", typed);
    const begun = await visitor.post("/checkout/place", { ...(await lastPage(visitor)), ...typed, pay: "test_card" });
    const page = begun.headers.get("Location") ?? "";
    expect(page).toStartWith("/checkout/test-card/");
    await visitor.post(page, { number: card, card, expiry: "12/30", cvc: "123", name: "Odile" });
    const rows = await Promise.all(
      Object.values(schema)
        .filter((each) => is(each, Table))
        .map(async (table) => [
          getTableName(table),
          JSON.stringify(await shop.deps.store.read.select().from(table as typeof schema.carts)),
        ]),
    );
    const pan = /(?:4242|5555|4111)[ -]?(?:4242|5555|1111)[ -]?(?:4242|5555|1111)/;
    for (const [name = "", text = ""] of rows) expect(text, name).not.toMatch(pan);
    expect(JSON.stringify(rows)).toContain("•••• 4242");
    expect(lines.length).toBeGreaterThan(4);
    expect(lines.join("")).not.toMatch(pan);
    await shop.close();
  });
});
