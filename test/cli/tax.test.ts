import { describe, expect, setDefaultTimeout, test } from "bun:test";
import { join } from "node:path";
import { taxCommand } from "#src/cli/tax.ts";
import { loadShippingTable } from "#src/shipping/store.ts";
import { taxesFor } from "#src/shipping/tax.ts";
import { withList } from "#test/accounts/hostile-lists.ts";
import { setupTerminal } from "./setup-terminal.ts";

/** Many requests; a busy machine takes its time. */
setDefaultTimeout(60_000);

const woo = join(import.meta.dir, "../fixtures/shipping/woocommerce-rates.csv");
const header = "Country code,State code,Postcode / ZIP,City,Rate %,Tax name,Priority,Compound,Shipping,Tax class\n";
const terminal = () => setupTerminal({ tax: taxCommand });
type Terminal = Awaited<ReturnType<typeof terminal>>;

async function write({ folder }: Terminal, text: string, name = "rates.csv") {
  const path = join(folder, name);
  await Bun.write(path, text);
  return path;
}

const counts = { created: 0, updated: 0, unchanged: 0, removed: 0 };

describe("pushcart tax import", () => {
  test("takes WooCommerce's file, twice with the same result, and writes it back", async () => {
    await using shop = await terminal();
    const dry = await shop.run("tax", "import", woo, "--dry-run", "--json");
    expect(JSON.parse(dry.out[0] ?? "")).toEqual({ ...counts, taxes: 12, created: 12, errors: [] });
    expect((await shop.run("tax", "list")).out).toEqual([]);
    const first = await shop.run("tax", "import", woo, "--json");
    expect(JSON.parse(first.out[0] ?? "")).toEqual({ ...counts, taxes: 12, created: 12, errors: [] });
    const stamp = await shop.store.stamp(["shipping"]);
    expect((await shop.run("tax", "import", woo)).out).toEqual(["12 taxes. 0 created, 0 updated, 12 unchanged."]);
    expect(await shop.store.stamp(["shipping"])).toBe(stamp);

    for (const name of ["back.csv", "back.json"]) {
      const path = join(shop.folder, name);
      expect((await shop.run("tax", "export", path, "--json")).out).toEqual([
        JSON.stringify({ file: path, taxes: 12 }),
      ]);
      const again = await shop.run("tax", "import", path, "--replace", "--json");
      expect(JSON.parse(again.out[0] ?? "")).toEqual({ ...counts, taxes: 12, unchanged: 12, errors: [] });
    }
  });

  test("finds the rates as WooCommerce would: one of each priority, and those for delivery", async () => {
    await using shop = await terminal();
    await shop.run("tax", "import", woo);
    const { zones } = await loadShippingTable(shop.store.read);
    const at = (country: string, region: string, postcode: string, city = "", on: "goods" | "shipping" = "goods") =>
      taxesFor(zones, { country, region, postcode, city }, "standard", on).map(({ name, rate }) => `${name} ${rate}`);
    expect(at("US", "CA", "95814")).toEqual(["CA State Tax 72500"]);
    expect(at("US", "CA", "90212")).toEqual(["CA State Tax 72500", "District 22500"]);
    expect(at("US", "CA", "94110-1234")).toEqual(["CA State Tax 72500", "District 22500"]);
    expect(at("US", "CA", "95110", "San José")).toEqual(["CA State Tax 72500", "City 10000"]);
    expect(at("US", "CA", "90212", "", "shipping")).toEqual([]);
    expect(at("US", "AL", "35004", "", "shipping")).toEqual(["AL TAX 40000"]);
    expect(at("CA", "QC", "H2X1Y4")).toEqual(["GST 50000", "QST 99750"]);
    expect(taxesFor(zones, { country: "CA", region: "PE", postcode: "" }, "standard")).toMatchObject([
      { rate: 50_000, compound: false },
      { rate: 100_000, compound: true },
    ]);
    expect(at("BR", "", "")).toEqual(["No tax 0"]);
    expect(taxesFor(zones, { country: "DE", region: "", postcode: "" }, "reduced-rate")).toMatchObject([
      { rate: 70_000 },
    ]);
  });

  test("names row, column and reason of what is wrong, and then changes nothing", async () => {
    await using shop = await terminal();
    await shop.run("tax", "add", "DE", "--rate", "19");
    const before = (await shop.run("tax", "list", "--json")).out;
    const wrong: readonly (readonly [string, string, string])[] = [
      ["UK,,,,20,VAT,1,0,1,", "Country code", '"UK" is not a country'],
      ["DE,,,,-1,VAT,1,0,1,", "Rate %", '"-1" is not a percentage'],
      ["DE,,,,100.01,VAT,1,0,1,", "Rate %", "from 0 to 100"],
      ["DE,,,,1.00001,VAT,1,0,1,", "Rate %", "more than four decimals"],
      ["DE,,,,,VAT,1,0,1,", "Rate %", '"" is not'],
      ["DE,,10...9,,19,VAT,1,0,1,", "Postcode / ZIP", "does not run"],
      ["DE,,1*0,,19,VAT,1,0,1,", "Postcode / ZIP", '"1*0" is not a postcode'],
      ["DE,,,,19,VAT,0,0,1,", "Priority", '"0" is not a whole number'],
      ["DE,,,,19,VAT,1,perhaps,1,", "Compound", '"perhaps" is not 1 or 0'],
      ["DE,,,,19,VAT,1,0,2,", "Shipping", '"2" is not 1 or 0'],
      ["DE,,,,19,VAT,1,0,1,<b>", "Tax class", "is not a tax class"],
      [",WI,,,19,VAT,1,0,1,", "Country code", "name the country"],
    ];
    for (const [row, column, reason] of wrong) {
      const ran = await shop.run(
        "tax",
        "import",
        await write(shop, `${header}GB,,,,20,VAT,1,0,1,\n${row}\n`),
        "--json",
      );
      const { errors, ...report } = JSON.parse(ran.out[0] ?? "") as {
        errors: { row: number; column: string; reason: string }[];
      };
      expect(report, row).toEqual({ ...counts, taxes: 1 });
      expect(errors, row).toHaveLength(1);
      expect(errors[0], row).toMatchObject({ row: 3, column });
      expect(errors[0]?.reason, row).toContain(reason);
      expect(ran.exitCode).toBe(1);
    }
    const twice = await shop.run("tax", "import", await write(shop, `${header}GB,,,,20,A,1,0,1,\nGB,,,,5,B,1,0,1,\n`));
    expect(twice.said.join("\n")).toContain("row 3, Priority: row 2 has this place, class and priority already");
    expect((await shop.run("tax", "list", "--json")).out).toEqual(before);
  });

  test("of what is no such file, too", async () => {
    await using shop = await terminal();
    const files = [
      "",
      "a,b\n1,2\n",
      "{",
      "[1]",
      '{"taxes":[5]}',
      '{"taxes":[{"rate":"19","vat":"x"}]}',
      '{"rates":[]}',
      '{"taxes":[{"country":"DE","rate":19,"postcodes":[1]}]}',
      `${header}"DE,,,19\n`,
    ];
    for (const text of files) {
      const ran = await shop.run("tax", "import", await write(shop, text), "--json");
      expect(JSON.parse(ran.out[0] ?? "").errors.length, text).toBeGreaterThan(0);
      expect(ran.exitCode, text).toBe(1);
    }
    expect((await shop.run("tax", "import", "/nowhere/rates.csv")).trouble).toContain("There is no file");
    expect((await shop.run("tax", "list")).out).toEqual([]);
  });

  withList<string>("amounts-own", (amounts) => {
    test("hostile rates are plain percentages or are refused by their column", async () => {
      await using shop = await terminal();
      const plain = amounts.filter(
        (amount) => /^\s*\d{1,3}(\.\d{1,4})?\s*$/.test(amount) && !/^\s*0?\d{3}/.test(amount),
      );
      for (const amount of amounts) {
        const path = await write(shop, `${header}DE,,,,"${amount}",VAT,1,0,1,\n`);
        const { errors } = JSON.parse((await shop.run("tax", "import", path, "--dry-run", "--json")).out[0] ?? "");
        const fine = plain.includes(amount) || amount === "100" || amount === "007";
        expect([amount, errors.map((each: { column: string }) => each.column)]).toEqual([
          amount,
          fine ? [] : ["Rate %"],
        ]);
      }
    });
  });

  withList<string>("naughty-strings", (texts) => {
    test("hostile texts in every column are refused by name or kept as they are", async () => {
      await using shop = await terminal();
      const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
      const rows = texts
        .filter((text) => !/[\r\n]/.test(text))
        .map(
          (text, at) =>
            `DE,${Array(3).fill(quoted(text)).join(",")},19,${quoted(text)},${(at % 900) + 1},0,1,${quoted(text)}`,
        );
      const ran = await shop.run("tax", "import", await write(shop, `${header}${rows.join("\n")}\n`), "--json");
      const { errors } = JSON.parse(ran.out[0] ?? "") as { errors: { column: string; reason: string }[] };
      expect(errors.every(({ column, reason }) => column !== "" && reason.length < 300)).toBe(true);
      expect((await shop.run("tax", "list")).out).toEqual([]);
    });
  });
});

describe("pushcart tax", () => {
  test("adds, lists and removes; --dry-run changes nothing", async () => {
    await using shop = await terminal();
    expect((await shop.run("tax", "add", "de", "--rate", "19", "--name", "MwSt.", "--dry-run")).out).toEqual([
      "Would be added: 19% MwSt. on standard.",
    ]);
    expect((await shop.run("tax", "add", "de", "--rate", "19", "--name", "MwSt.")).exitCode).toBe(0);
    await shop.run("tax", "add", "DE", "--rate", "7%", "--class", "Reduced rate");
    await shop.run(
      "tax",
      "add",
      "US",
      "--region",
      "ca",
      "--postcode",
      "90210...90299",
      "941*",
      "--rate",
      "2.25",
      "--priority",
      "2",
      "--not-on-delivery",
    );
    await shop.run("tax", "add", "*", "--rate", "0");
    const lines = (await shop.run("tax", "list")).out.map((line) => line.replace(/^\S+ {2}/, ""));
    expect(lines).toEqual([
      "Everywhere else: 0% Tax on standard",
      "DE: 7% Tax on reduced-rate",
      "DE: 19% MwSt. on standard",
      "US CA 90210-90299, 941*: 2.25% Tax on standard, priority 2, not on delivery",
    ]);
    expect((await shop.run("tax", "add", "DE", "--rate", "16")).trouble).toContain("already");
    expect((await shop.run("tax", "remove", "DE", "--dry-run")).out).toEqual(["Would be: 2 removed."]);
    expect((await shop.run("tax", "remove", "DE")).out).toEqual(["2 removed."]);
    expect((await shop.run("tax", "remove", "DE")).trouble).toContain('"DE"');
    expect((await loadShippingTable(shop.store.read)).zones).toHaveLength(2);
  });

  test("says which option it cannot read", async () => {
    await using shop = await terminal();
    for (const [words, said] of [
      [["ZZ", "--rate", "19"], 'country: "ZZ" is not a country'],
      [["DE", "--rate", "1e1"], '--rate: "1e1" is not a percentage'],
      [["DE", "--rate", "19,5"], "--rate"],
      [["DE", "--rate", "19", "--postcode", "9...1"], "--postcode"],
      [["DE", "--rate", "19", "--priority", "1.5"], "--priority"],
      [["DE", "--rate", "19", "--class", "a/b"], "--class"],
      [["DE"], "--rate"],
    ] as const) {
      const ran = await shop.run("tax", "add", ...words);
      expect([ran.exitCode, ran.trouble.includes(said)], `${words.join(" ")}: ${ran.trouble}`).toEqual([2, true]);
    }
    expect((await shop.run("tax", "list")).out).toEqual([]);
  });
});
