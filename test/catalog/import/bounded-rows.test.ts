import { describe, expect, setDefaultTimeout, test } from "bun:test";
import { mostOfOne } from "#src/catalog/import/bounded-rows.ts";
import { mostErrors } from "#src/catalog/import/import-catalog.ts";
import { textSource } from "#src/catalog/import/source.ts";
import { emptyShop } from "./import-shop.ts";
import { readAll } from "./reading.ts";

setDefaultTimeout(60_000);

const times = (count: number, line: (nth: number) => string) => Array.from({ length: count }, (_, nth) => line(nth));
const table = (...lines: string[]) => textSource(`${lines.join("\n")}\n`);
const tooMany = (row: number) => ({
  row,
  column: "",
  leftOut: true,
  reason: expect.stringContaining("more than 5,000"),
});

describe("a file cannot fill the memory, whatever it says", () => {
  test("Shopify: rows of one handle count to a bound, wherever they stand; all others come in", async () => {
    const many = times(mostOfOne + 50, (nth) => `mug,${nth === 0 ? "Mug" : ""},Size,S${nth},12\nbowl-${nth},Bowl,,,9`);
    const read = await readAll(table("Handle,Title,Option1 Name,Option1 Value,Variant Price", ...many));
    expect(read.product("mug").variants).toHaveLength(mostOfOne);
    expect(read.products).toHaveLength(mostOfOne + 51);
    expect(read.troubles).toEqual([tooMany(2 * mostOfOne + 2)]);
  });

  test("WooCommerce: variations of one parent, and those of none", async () => {
    const head = "ID,Type,SKU,Name,Published,Regular price,Parent,Attribute 1 name,Attribute 1 value(s)";
    const parent = '1,variable,mug,Mug,1,,,Size,"S1, S2"';
    const children = times(mostOfOne + 5, (nth) => `${nth + 2},variation,m-${nth},Mug,1,12,mug,Size,S${nth}`);
    const read = await readAll(table(head, parent, ...children));
    expect(read.product("mug").variants.length).toBeLessThanOrEqual(mostOfOne);
    expect(read.troubles).toContainEqual(tooMany(mostOfOne + 3));
    const orphans = times(50_010, (nth) => `${nth},variation,o-${nth},O,1,12,none-${nth},Size,S`);
    const { troubles } = await readAll(table(head, parent, ...orphans));
    expect(troubles.filter(({ column }) => column === "Parent")).toHaveLength(50_010);
  });

  test("what is wrong is counted to the end, and kept to a bound", async () => {
    await using shop = await emptyShop();
    const report = await shop.takeText(
      ["Handle,Title,Variant Price", ...times(mostErrors + 10, () => ",,x")].join("\n"),
    );
    expect([report.errors.length, report.troubles, report.skipped]).toEqual([
      mostErrors,
      mostErrors + 10,
      mostErrors + 10,
    ]);
  });
});
