import { describe, expect, test } from "bun:test";
import { getTableColumns, getTableName, is, Table } from "drizzle-orm";
import * as schema from "#db/schema.ts";
import { loadBundle } from "#src/privacy/bundle.ts";
import { traces } from "#src/privacy/traces.ts";
import { idOf, odile, rowsNaming, shopFor, wholeOdile } from "./odile.ts";

/** Names of columns that may hold somebody's address, account, or a name for them. */
const personal = /customer|e_?mail|recipient|owner|buyer|account_id|subject|author|^who$|phone/;
const tables = Object.values<unknown>(schema).filter((each): each is Table => is(each, Table));
const tellsOfPeople = (table: Table) => Object.values(getTableColumns(table)).some(({ name }) => personal.test(name));

describe("every table that may tell of a person", () => {
  test("is in src/privacy/traces.ts. Mend: say there what becomes of it, let erase-store.ts do it and bundle.ts show it", () => {
    const found = tables.filter(tellsOfPeople).map(getTableName);
    expect(found.filter((name) => traces[name] === undefined)).toEqual([]);
    expect(Object.keys(traces).filter((name) => !found.includes(name))).toEqual([]);
  });

  test("has a row of Odile's in these tests. Mend: let wholeOdile in test/privacy/odile.ts write one", async () => {
    await using shop = await shopFor();
    const { names } = await wholeOdile(shop);
    const there = new Set((await rowsNaming(shop, names)).map(({ table }) => table));
    const about = Object.entries(traces).filter(([, { fate }]) => fate !== "none");
    expect(about.map(([name]) => name).filter((name) => !there.has(name))).toEqual([]);
    expect([...there].filter((name) => traces[name] === undefined)).toEqual([]);
  });

  test("stands in the download. Mend: load it in src/privacy/bundle.ts, under the part that traces.ts names", async () => {
    await using shop = await shopFor();
    await wholeOdile(shop);
    const person = {
      customerId: await idOf(shop),
      email: odile.email,
      emailKey: "odile@example.com",
      ownsAddress: true,
    };
    const bundle = await loadBundle(shop.deps.store.read, person);
    const parts = [...new Set(Object.values(traces).flatMap((trace) => trace.parts))];
    expect(parts.filter((part) => (bundle[part]?.length ?? 0) === 0)).toEqual([]);
  });
});
