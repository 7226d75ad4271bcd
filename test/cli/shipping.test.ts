import { describe, expect, setDefaultTimeout, test } from "bun:test";
import { join } from "node:path";
import { shippingCommand } from "#src/cli/shipping.ts";
import { taxCommand } from "#src/cli/tax.ts";
import { shippingChoices, type Parcel } from "#src/shipping/shipping-method.ts";
import { setCountryRate, setDeliveryPrice } from "#src/shipping/setup-store.ts";
import { loadShippingTable } from "#src/shipping/store.ts";
import { taxesFor } from "#src/shipping/tax.ts";
import { toCents } from "#src/pricing/money.ts";
import { withList } from "#test/accounts/hostile-lists.ts";
import { root } from "#test/architecture/sources.ts";
import { setupTerminal } from "./setup-terminal.ts";

/** Many requests; a busy machine takes its time. */
setDefaultTimeout(60_000);

const guide = await Bun.file(join(root, "docs/reference/tax-and-shipping.md")).text();
/** The examples of the guide, by what stands behind the three marks. */
const example = (kind: string) => new RegExp(`\n\`\`\`${kind}\n([^]*?)\`\`\``).exec(guide)?.[1] ?? "";

const terminal = () =>
  setupTerminal({ tax: taxCommand, shipping: shippingCommand }, { currency: "EUR", country: "DE" });
type Terminal = Awaited<ReturnType<typeof terminal>>;

async function write({ folder }: Terminal, text: string, name: string) {
  const path = join(folder, name);
  await Bun.write(path, text);
  return path;
}

const parcel = (goods: number, weight: number): Parcel => ({
  items: [{ handle: "mug", title: "Mug", tags: [], weight, digital: false }],
  goods: toCents(goods),
});

describe("the guide's examples", () => {
  test("of delivery load, twice with the same result, and come back as they were", async () => {
    await using shop = await terminal();
    const path = await write(shop, example("json shipping"), "shipping.json");
    const sizes = { methods: 5, points: 1 };
    const dry = JSON.parse((await shop.run("shipping", "import", path, "--dry-run", "--json")).out[0] ?? "");
    expect(dry).toEqual({ ...sizes, created: 6, updated: 0, unchanged: 0, removed: 0, errors: [] });
    expect((await shop.run("shipping", "list")).out).toEqual([]);
    expect((await shop.run("shipping", "import", path)).out).toEqual([
      "5 ways and 1 places. 6 created, 0 updated, 0 unchanged.",
    ]);
    const back = join(shop.folder, "back.json");
    await shop.run("shipping", "export", back);
    for (const file of [path, back]) {
      const again = JSON.parse((await shop.run("shipping", "import", file, "--replace", "--json")).out[0] ?? "");
      expect(again).toEqual({ ...sizes, created: 0, updated: 0, unchanged: 6, removed: 0, errors: [] });
    }
  });

  test("of delivery hold as they read", async () => {
    await using shop = await terminal();
    await shop.run("shipping", "import", await write(shop, example("json shipping"), "shipping.json"));
    const { methods, points } = await loadShippingTable(shop.store.read);
    const offers = (country: string, postcode: string, goods: number, weight: number) =>
      shippingChoices(methods, { country, region: "", postcode }, parcel(goods, weight)).offers.map(
        ({ method, price }) => `${method.id} ${price}`,
      );
    expect(offers("DE", "04109", 5999, 900)).toEqual(["parcel 490", "fetch 0"]);
    expect(offers("DE", "04109", 6000, 900)).toEqual(["parcel 0", "fetch 0"]);
    expect(offers("DE", "10999", 3999, 900)).toEqual(["parcel 490", "bike 600", "fetch 0"]);
    expect(offers("DE", "10999", 4000, 900)).toEqual(["parcel 490", "bike 300", "fetch 0"]);
    expect(offers("FR", "69002", 4000, 2000)).toEqual(["parcel-eu 990"]);
    expect(offers("FR", "69002", 4000, 2001)).toEqual(["parcel-eu 1490"]);
    expect(offers("FR", "69002", 4000, 20_001)).toEqual([]);
    expect(offers("US", "12534", 4000, 900)).toEqual([]);
    expect(points).toMatchObject([{ hours: ["Mon to Fri 9 to 16", "Sat 10 to 13"], latitude: 51_340_199 }]);
  });

  test("of tax load, as CSV and as JSON, and hold as they read", async () => {
    await using shop = await terminal();
    const csv = await write(shop, example("csv"), "rates.csv");
    expect((await shop.run("tax", "import", csv)).out).toEqual(["6 taxes. 6 created, 0 updated, 0 unchanged."]);
    const json = await write(shop, example("json tax"), "taxes.json");
    const report = JSON.parse((await shop.run("tax", "import", json, "--replace", "--json")).out[0] ?? "");
    expect(report).toEqual({ taxes: 10, created: 6, updated: 0, unchanged: 4, removed: 2, errors: [] });
    const { zones } = await loadShippingTable(shop.store.read);
    const rates = (country: string, region: string, postcode: string, taxClass = "standard") =>
      taxesFor(zones, { country, region, postcode }, taxClass).map(({ rate }) => rate);
    expect(rates("DE", "", "10115", "reduced-rate")).toEqual([70_000]);
    expect(rates("ES", "", "35001")).toEqual([0]);
    expect(rates("ES", "", "28001")).toEqual([210_000]);
    expect(rates("CA", "QC", "H2X 1Y4")).toEqual([50_000, 99_750]);
    expect(rates("JP", "", "")).toEqual([0]);
  });
});

describe("pushcart shipping", () => {
  test("adds ways and places, lists them, switches them and takes them away", async () => {
    await using shop = await terminal();
    const added = async (...words: string[]) => (await shop.run("shipping", ...words)).out;
    expect(
      await added(
        "add",
        "Parcel",
        "--by-weight",
        "2000:4.90",
        "5000:6.90",
        "--country",
        "de",
        "at",
        "--free-from",
        "60",
        "--days",
        "2-3",
      ),
    ).toEqual(["parcel"]);
    expect(
      await added(
        "add",
        "Parcel",
        "--by-value",
        "0:6.90",
        "50:4.90",
        "--postcode",
        "10115...14199",
        "--country",
        "DE",
        "--class",
        "Reduced rate",
      ),
    ).toEqual(["parcel-2"]);
    expect(
      await added(
        "add-point",
        "The Old Mill",
        "--street",
        "Mill 1",
        "--city",
        "Leipzig",
        "--country",
        "DE",
        "--hours",
        "Mon 9 to 4",
      ),
    ).toEqual(["the-old-mill"]);
    expect(await added("add", "Pick up", "--price", "0", "--point", "the-old-mill")).toEqual(["pick-up"]);
    expect(await added("add", "Courier", "--price", "12", "--dry-run")).toEqual(["Would be added: €12.00."]);
    expect(await added("list")).toEqual([
      "parcel  Parcel: €4.90 up to 2 kg, €6.90 up to 5 kg; free from €60.00",
      "    Germany, Austria; tax class standard",
      "parcel-2  Parcel: €6.90 from €0.00 of goods, €4.90 from €50.00 of goods",
      "    Germany, 10115-14199; tax class reduced-rate",
      "pick-up  Pick up: free",
      "    everywhere; tax class standard; at the-old-mill",
      "the-old-mill  The Old Mill: Mill 1, Leipzig; Mon 9 to 4",
    ]);
    await shop.run("shipping", "off", "parcel-2");
    expect((await loadShippingTable(shop.store.read)).methods.map(({ id }) => id)).toEqual(["parcel", "pick-up"]);
    expect((await shop.run("shipping", "remove", "the-old-mill")).trouble).toContain("fetched there by Pick up");
    expect(await added("remove", "pick-up")).toEqual(["Removed: Pick up."]);
    expect(await added("remove", "the-old-mill", "--json")).toEqual(['{"removed":["the-old-mill"]}']);
    for (const word of ["on", "off", "remove"]) expect((await shop.run("shipping", word, "nothing")).exitCode).toBe(1);
  });

  test("stands beside the two settings for a shop with one price and one rate", async () => {
    await using shop = await terminal();
    await shop.run("shipping", "add", "Parcel", "--by-value", "0:6.90", "50:4.90");
    await shop.run("tax", "add", "DE", "--postcode", "27498", "--rate", "0", "--name", "Heligoland");
    await shop.store.write(async (tx) => {
      await setDeliveryPrice(tx, toCents(300), shop.deps);
      await setCountryRate(tx, "DE", 190_000, shop.deps);
    });
    expect((await shop.run("shipping", "list")).out[0]).toBe("parcel  Parcel: €3.00");
    expect((await shop.run("tax", "list")).out.map((line) => line.replace(/^\S+ {2}/, "")).toSorted()).toEqual([
      "DE 27498: 0% Heligoland on standard",
      "DE: 19% Tax on standard",
    ]);
  });

  test("says which option it cannot read, and changes nothing", async () => {
    await using shop = await terminal();
    for (const [words, said] of [
      [[], "--price or byWeight or byValue says what it costs"],
      [["--price", "-1"], "--price must be an amount of EUR"],
      [["--price", "4.999"], "--price must be an amount of EUR"],
      [["--price", "1e2"], "--price must be"],
      [["--price", "9999999999999"], "--price must be"],
      [["--price", "1", "--by-value", "0:1"], "price and byValue are there"],
      [["--by-weight", "2kg:4"], "--by-weight must be a whole number"],
      [["--by-weight", "2000:4", "1000:5"], "--by-weight must be more than that of the step before"],
      [["--by-value", "0"], "--by-value must be an amount"],
      [["--price", "1", "--country", "XX"], "--country must be a country"],
      [["--price", "1", "--postcode", "10115"], "--country must name the country"],
      [["--price", "1", "--country", "DE", "--postcode", "9...1"], "--postcode cannot be used"],
      [["--price", "1", "--days", "5-2"], "--days must not be fewer"],
      [["--price", "1", "--days", "soon"], "--days must be a whole number"],
      [["--price", "1", "--point", "nowhere"], '--point names "nowhere"'],
      [["--price", "1", "--class", "a/b"], "--class cannot be used"],
      [["--price", "1", "--free-from", "much"], "--free-from must be"],
      [["--price", "1", "--id", "a b"], "--id must be"],
    ] as const) {
      const ran = await shop.run("shipping", "add", "Parcel", ...words);
      expect([ran.exitCode, ran.trouble.includes(said)], `${words.join(" ")}: ${ran.trouble}`).toEqual([2, true]);
    }
    expect((await shop.run("shipping", "list")).out).toEqual([]);
  });

  test("names the field of a file that it cannot read, and then takes nothing of it", async () => {
    await using shop = await terminal();
    const good = { id: "good", name: "Good", price: "1" };
    const wrong: readonly (readonly [unknown, string])[] = [
      [{ methods: [good, { id: "b", name: "B", price: "1,50" }] }, "methods[1].price"],
      [
        { methods: [good, { id: "b", name: "B", price: "1", byWeight: [{ upTo: 1.5, price: "1" }] }] },
        "methods[1].price",
      ],
      [
        { methods: [good, { id: "b", name: "B", byWeight: [{ upTo: 1.5, price: "1" }] }] },
        "methods[1].byWeight[0].upTo",
      ],
      [{ methods: [good, { id: "b", name: "B", price: "1", zone: "Nowhere" }] }, "methods[1].zone"],
      [{ methods: [good, { id: "b", name: "B", price: "1", weight: 5 }] }, "methods[1].weight"],
      [{ methods: [good, { id: "b", name: "\u202eB", price: "1" }] }, "methods[1].name"],
      [{ methods: [good, { id: "b", name: "B", price: "1", type: "drone" }] }, "methods[1].type"],
      [{ methods: [good, good] }, "methods[1].id"],
      [{ methods: [good], zones: { Here: { countries: ["Germany"] } } }, "zones.Here.countries[0]"],
      [
        { methods: [good], points: [{ id: "p", name: "P", street: "S", city: "C", country: "DE", latitude: "91" }] },
        "points[0].latitude",
      ],
      [{ methods: "all" }, "methods"],
      [{ ways: [] }, "the file.ways"],
      [[], "the file"],
    ];
    for (const [file, column] of wrong) {
      const path = await write(shop, JSON.stringify(file), "wrong.json");
      const ran = await shop.run("shipping", "import", path, "--json");
      const { errors } = JSON.parse(ran.out[0] ?? "") as { errors: { column: string; reason: string }[] };
      expect([ran.exitCode, errors.map((each) => each.column)]).toEqual([1, [column]]);
      expect(errors[0]?.reason).toContain(column);
    }
    expect((await shop.run("shipping", "import", await write(shop, "{", "wrong.json"))).said.join()).toContain(
      "not JSON",
    );
    expect((await shop.run("shipping", "list")).out).toEqual([]);
  });

  withList<string>("amounts-own", (amounts) => {
    test("hostile amounts are plain amounts, or are refused by their field", async () => {
      await using shop = await terminal();
      for (const price of amounts) {
        const path = await write(shop, JSON.stringify({ methods: [{ id: "p", name: "P", price }] }), "p.json");
        const { errors } = JSON.parse((await shop.run("shipping", "import", path, "--dry-run", "--json")).out[0] ?? "");
        const fine = /^\s*\d{1,10}(\.\d{1,2})?\s*$/.test(price);
        expect([price, errors.map((each: { column: string }) => each.column)]).toEqual([
          price,
          fine ? [] : ["methods[0].price"],
        ]);
      }
    });
  });
});
