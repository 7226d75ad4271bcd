import { afterAll, describe, expect, test } from "bun:test";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { auditLog, promotionCodes, promotions } from "#db/schema.ts";
import { importPromotions } from "#src/promotions/import-promotions.ts";
import { lettersOf, makeCodes } from "#src/promotions/make-codes.ts";
import { freshDatabase } from "#test/support/database.ts";
import { seedDemo } from "#src/cli/demo.ts";
import { promotionTerminal } from "./promotion-terminal.ts";

const folder = mkdtempSync(join(tmpdir(), "promotions-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const put = async (name: string, text: string) => {
  await Bun.write(join(folder, name), text);
  return join(folder, name);
};
const json = (...rows: readonly object[]) => JSON.stringify(rows);
const good = { id: "ten", name: "Ten", percent: 10 };

describe("a file of promotions", () => {
  test("the examples of the handbook load as they stand, twice the same, and come back as they were", async () => {
    const handbook = readFileSync("docs/reference/promotions.md", "utf8");
    const block = (form: string) => new RegExp(`\`\`\`${form}\\n([^]*?)\`\`\``).exec(handbook)?.[1] ?? "";
    await using shop = await promotionTerminal();
    await seedDemo(shop.deps);
    const files = [await put("book.json", block("json")), await put("book.csv", block("csv"))];
    const before = (await shop.deps.store.read.select().from(promotions)).length;
    expect(await shop.run("import", files[0] ?? "", "--dry-run")).toEqual([
      "Would be: 17 created, 0 updated, 0 unchanged.",
    ]);
    expect((await shop.deps.store.read.select().from(promotions)).length).toBe(before);
    expect(await shop.run("import", files[0] ?? "")).toEqual(["17 created, 0 updated, 0 unchanged."]);
    expect(await shop.run("import", files[1] ?? "")).toEqual(["5 created, 0 updated, 0 unchanged."]);
    const rows = await shop.deps.store.read.select().from(promotions);
    expect(rows.length).toBe(before + 22);
    for (const file of files) expect((await shop.run("import", file))[0]).toStartWith("0 created, 0 updated, ");

    for (const name of ["all.json", "all.csv"]) {
      await shop.run("export", join(folder, name));
      expect(await shop.run("import", join(folder, name))).toEqual([`0 created, 0 updated, ${before + 22} unchanged.`]);
    }
    expect(await shop.deps.store.read.select().from(promotions)).toEqual(rows);

    const other = await freshDatabase();
    await using _ = { [Symbol.asyncDispose]: other.close };
    await seedDemo({ store: other.store, now: shop.deps.now });
    const report = await importPromotions(other.store, await Bun.file(join(folder, "all.csv")).bytes(), {
      shop: await shop.deps.shop.read(),
    });
    expect(report).toMatchObject({ created: 22, errors: [] });
    const effects = (list: readonly (typeof rows)[number][]) => list.map(({ id, effect }) => [id, effect]).toSorted();
    expect(effects(await other.store.read.select().from(promotions))).toEqual(effects(rows));
  }, 60_000);

  test("changes what it says of one that is there, keeps its uses and codes, and is written down", async () => {
    await using shop = await promotionTerminal();
    const file = (more: object) => put("one.json", json({ ...good, codes: ["TEN"], limit: 5, ...more }));
    await shop.run("import", await file({}));
    await shop.deps.store.write(async (tx) => {
      await tx.update(promotions).set({ used: 3 });
    });
    expect(await shop.run("import", await file({ percent: "12.5", codes: ["TEN", "zehn"] }))).toEqual([
      "0 created, 1 updated, 0 unchanged.",
    ]);
    expect(await shop.deps.store.read.select().from(promotions)).toMatchObject([
      { id: "ten", used: 3, useLimit: 5, effect: { kind: "percent", rate: 125_000 } },
    ]);
    expect((await shop.deps.store.read.select().from(promotionCodes)).map(({ key }) => key)).toEqual(["TEN", "ZEHN"]);
    const refused = await shop.run("import", await file({ limit: 2 }), "--json");
    expect(JSON.parse(refused[0] ?? "")).toMatchObject({
      errors: [{ row: 1, field: "limit", reason: "It was used 3 times already." }],
    });
    expect((await shop.deps.store.read.select().from(auditLog)).map(({ act }) => act)).toEqual([
      "import promotions",
      "import promotions",
    ]);
  });

  test("with anything wrong in it changes nothing, and each mistake is named by row, field and reason", async () => {
    await using shop = await promotionTerminal();
    await shop.run("add", "Other", "--code", "TAKEN", "--percent", "5");
    const wrong: [object | string, string, string][] = [
      [{ ...good, id: "" }, "id", "Give it an id"],
      [{ ...good, id: "a b" }, "id", "Give it an id"],
      [{ ...good, name: " " }, "name", "Give it a name"],
      [{ ...good, percent: "ten" }, "percent", '"ten" is no percentage'],
      [{ ...good, percent: 1e21 }, "percent", "is no percentage"],
      [{ ...good, percent: 100.1 }, "percent", "is out of range"],
      [{ ...good, percent: -1 }, "percent", "is no percentage"],
      [{ ...good, percent: [10, 20] }, "percent", "is not what stands in this field"],
      [{ ...good, amount: 5 }, "does", "Say one thing"],
      [{ ...good, does: "magic" }, "does", '"magic" is none of'],
      [{ ...good, discount: 5 }, "discount", "There is no such field."],
      [{ ...good, ["__proto__x"]: 5 }, "__proto__x", "There is no such field."],
      [{ ...good, minSpend: "1.999" }, "minSpend", "is no amount of USD"],
      [{ ...good, minQuantity: 0 }, "minQuantity", "is no whole number"],
      [{ ...good, minQuantity: 1.5 }, "minQuantity", "is no whole number"],
      [{ ...good, products: ["nowhere"] }, "products", 'There is no product "nowhere".'],
      [{ ...good, ends: "2026-02-30" }, "ends", "is no day"],
      [{ ...good, starts: "2026-12-02", ends: "2026-12-01" }, "ends", "It ends before it starts."],
      [{ ...good, codes: ["taken"] }, "codes", 'Another promotion has the code "TAKEN".'],
      [{ ...good, codes: ["'; drop table"] }, "codes", "is no code"],
      [{ ...good, countries: "USA" }, "countries", "is no country"],
      [{ ...good, active: "perhaps" }, "active", "is neither yes nor no"],
      [{ ...good, stacking: "all" }, "stacking", "is none of best, combine, alone"],
      ["[1]", "file", "A promotion is an object of fields."],
      ['{"a": 1}', "file", "Expected a list"],
      ["[", "file", "This is no JSON"],
      ["", "file", "The file is empty."],
      ["id,nam\nx,y\n", "nam", "There is no such field."],
      ['id,name,percent\nx,"never closed,10\n', "file", "a quotation mark opens a cell"],
    ];
    for (const [entry, field, reason] of wrong) {
      const text = typeof entry === "string" ? entry : json({ ...good, id: "fine", codes: ["FINE"] }, entry);
      const [said] = await shop.run("import", await put("wrong.json", text), "--json");
      const report = JSON.parse(said ?? "") as {
        created: number;
        errors: { row: number; field: string; reason: string }[];
      };
      expect(report.errors[0]?.field, text).toBe(field);
      expect(report.errors[0]?.reason, text).toContain(reason);
      if (typeof entry !== "string") expect([report.created, report.errors[0]?.row], text).toEqual([0, 2]);
    }
    expect(await shop.deps.store.read.$count(promotions)).toBe(1);
    const twice = await shop.run("import", await put("twice.json", json(good, good)), "--json");
    expect(twice[0]).toContain("Another promotion of this file has the id");
  });

  const hostile = join(import.meta.dir, "../../../shared/data/hostile");
  for (const name of ["amounts-own.json", "naughty-strings.json", "csv-formulas.json", "sql-injection.json"]) {
    test(`of hostile text (${name}) is refused with a field and a sentence, or kept as text`, async () => {
      const file = Bun.file(join(hostile, name));
      if (!(await file.exists())) return console.warn(`SKIPPED: there is no ${join(hostile, name)}`);
      const texts = [...new Set(textsIn(JSON.parse(await file.text())))].slice(0, 600);
      await using shop = await promotionTerminal();
      const settings = await shop.deps.shop.read();
      const fields = ["id", "name", "percent", "minSpend", "minQuantity", "starts", "codes", "limit", "tags", "groups"];
      for (const field of fields) {
        const rows = texts.map((text, at) => ({ ...good, id: `p${at}`, [field]: field === "codes" ? [text] : text }));
        const bytes = new TextEncoder().encode(json(...rows));
        const { errors } = await importPromotions(shop.deps.store, bytes, { shop: settings, dryRun: true });
        for (const error of errors) {
          // Without a percentage it does nothing at all.
          expect([field, ...(field === "percent" ? ["does"] : [])]).toContain(error.field);
          expect(error.reason.length).toBeGreaterThan(10);
          expect(error.reason.length).toBeLessThan(200);
        }
      }
      expect(await shop.deps.store.read.$count(promotions)).toBe(0);
    }, 60_000);
  }
});

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value === "number") return [String(value)];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

describe("codes that work once", () => {
  test("are made by the thousand in a moment, all different, and written to a file that no spreadsheet runs", async () => {
    await using shop = await promotionTerminal();
    await shop.run("add", "Thanks", "--amount", "3", "--needs-code");
    const started = performance.now();
    const path = join(folder, "codes.csv");
    expect(await shop.run("codes", "thanks", "--generate", "10000", "--out", path)).toEqual([path]);
    const took = performance.now() - started;
    const lines = readFileSync(path, "utf8").trim().split("\n");
    expect(lines[0]).toBe("Code,Used,Limit,Orders");
    expect(lines.length).toBe(10_001);
    expect(new Set(lines).size).toBe(10_001);
    for (const line of lines.slice(1)) expect(line).toMatch(/^[34679CDFGHJKMNPQRTVWXY]{10},0,1,$/);
    expect(await shop.deps.store.read.$count(promotionCodes)).toBe(10_000);
    expect(took).toBeLessThan(5_000);
    console.log(`10,000 codes: ${Math.round(took)} ms`);
    const prefixed = await shop.run("codes", "thanks", "--generate", "3", "--prefix", "=cmd", "--json").catch(String);
    expect(prefixed).toContain("--prefix: Use up to 20 letters");
    const three = await shop.run("codes", "thanks", "--generate", "3", "--prefix", "so-", "--per-code", "any");
    expect(three.every((line) => /^SO-[34679CDFGHJKMNPQRTVWXY]{10} {2}used 0$/.test(line))).toBeTrue();
    expect((await shop.run("codes", "thanks", "--unused")).length).toBe(10_003);
  });

  test("asks for what makes sense", async () => {
    await using shop = await promotionTerminal();
    await shop.run("add", "Plain", "--percent", "5");
    await shop.run("add", "Coded", "--percent", "5", "--code", "CODED");
    const failed = (...words: string[]) => shop.run("codes", ...words).catch((cause: Error) => cause.message);
    expect(await failed("nothing")).toContain("There is no promotion");
    expect(await failed("Plain", "--generate", "5")).toContain("holds without a code");
    for (const count of ["0", "-1", "1.5", "1e3", "100001", "many", ""])
      expect(await failed("coded", "--generate", count), count).toContain("--generate:");
    expect(await failed("coded", "--generate", "5", "--per-code", "0")).toContain("--per-code:");
    expect(await shop.run("codes", "coded")).toEqual(["CODED  used 0"]);
  });

  test("a code that is there already is never made again", async () => {
    await using database = await freshDatabase();
    const { store } = database;
    await store.write((tx) =>
      tx.insert(promotions).values({ id: "p", name: "P", effect: {}, conditions: {}, coded: true }),
    );
    // The same chance twice, then another: as if two codes had come out alike.
    const chance = (byte: number) => Buffer.alloc(32, byte).toString("base64url");
    const tokens = [chance(1), chance(1), chance(2), chance(3)];
    const make = (count: number) =>
      store.write((tx) => makeCodes(tx, { promotionId: "p", count, newToken: () => tokens.shift() ?? "" }));
    expect(await make(1)).toEqual(["4444444444"]);
    // Two letters were left of what had come out alike.
    expect(await make(1)).toEqual(["4466666666"]);
    expect(lettersOf(new Uint8Array([0, 21, 22, 241, 242, 255]))).toBe("3Y3Y");
  });
});
