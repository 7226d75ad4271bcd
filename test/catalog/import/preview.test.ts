import { describe, expect, setDefaultTimeout, test } from "bun:test";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gunzipSync } from "node:zlib";
import fc from "fast-check";
import { checkAlone } from "#src/catalog/import/preview/alone.ts";
import { cutAt } from "#src/catalog/import/preview/cut.ts";
import type { Verdict } from "#src/catalog/import/preview/join.ts";
import { openTable, OtherEncoding, type Asked } from "#src/catalog/import/preview/open.ts";
import { rowsIn } from "#src/catalog/import/preview/rows.ts";
import { readRows } from "#src/catalog/import/records.ts";
import { textSource } from "#src/catalog/import/source.ts";
import { fixture, readAll } from "./reading.ts";

setDefaultTimeout(120_000);

const bytesOf = (text: string) => new TextEncoder().encode(text);
const tables = fc.array(
  fc.constantFrom('"', '""', ",", "\n", "\r", "\r\n", "a", "b c", " ", "é", "\0", '",', '"\n', ',"', "1.50"),
  { maxLength: 60 },
);

/** The file as the browser sees it, cut at this many bytes. */
function preview(bytes: Uint8Array, pieceBytes = 1 << 20, asked: Asked = { currency: "USD" }): Verdict | string {
  const opened = openTable(bytes.subarray(0, Math.max(pieceBytes, 4096)), asked);
  if ("refused" in opened) return opened.refused;
  try {
    return checkAlone(bytes, opened, pieceBytes);
  } catch (cause) {
    if (!(cause instanceof OtherEncoding)) throw cause;
    return preview(bytes, pieceBytes, { ...asked, encoding: "windows-1252" });
  }
}

async function rowsOfServer(text: string): Promise<string[][]> {
  const rows: string[][] = [];
  const dialect = { encoding: "utf-8", delimiter: ",", decimal: ".", noted: false } as const;
  try {
    for await (const { cells } of readRows(textSource(text), dialect)) rows.push([...cells]);
  } catch {
    // it breaks off: what stands before was read
  }
  return rows;
}

const isBlank = (cells: readonly string[]) => cells.every((cell) => cell.trim() === "");
const writing = { delimiter: 44, unit: 1, low: 0 } as const;

describe("a product file looked at in the browser", () => {
  test("has the same rows and cells as the shop reads, whatever quotes, blanks and line ends it has", async () => {
    await fc.assert(
      fc.asyncProperty(tables, async (parts) => {
        const text = parts.join("");
        const bytes = bytesOf(text);
        const { end, isOpen } = cutAt(bytes, writing, true);
        const ours = rowsIn(new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes.subarray(0, end)), ",");
        expect(ours.filter((cells) => !isBlank(cells))).toEqual(await rowsOfServer(text));
        expect(isOpen).toBe(end < bytes.length);
      }),
      { numRuns: 3000 },
    );
  });

  test("is the same however small the pieces are that it is cut into", () => {
    fc.assert(
      fc.property(tables, fc.integer({ min: 1, max: 40 }), (parts, size) => {
        const text = `Handle,Title,Variant Price\n${parts.join("")}`;
        expect(preview(bytesOf(text), size)).toEqual(preview(bytesOf(text)));
      }),
      { numRuns: 2000 },
    );
  });

  test("tells what is wrong by the row that a spreadsheet shows, in the shop's own words", async () => {
    const text = [
      "Handle;Title;Variant Price;Variant Inventory Qty",
      'a;"A mug,\nof ""stone""";12,50;3',
      ";No handle;5,00;1",
      "",
      "b;B;lots;1",
      "c;C;5,00;many",
      "d;;5,00;1",
      "e;E;5,00;1;too;much",
      "f;F;;",
    ].join("\r\n");
    const verdict = preview(bytesOf(text), 16);
    expect(verdict).toMatchObject({ form: "shopify", rows: 7, products: 2, ragged: 1, troubled: 6 });
    const { troubles } = verdict as Verdict;
    expect(troubles.map(({ row, column }) => `${row} ${column}`)).toEqual([
      ...["3 Handle", "5 Variant Price", "6 Variant Inventory Qty", "7 Title", "8 column 5", "9 Variant Price"],
    ]);
    const server = await readAll(textSource(text));
    for (const trouble of troubles) expect(server.troubles).toContainEqual(trouble);
  });

  test("is read in UTF-16 and Windows-1252 as well, and what is none is refused in a sentence", () => {
    const text = "Handle,Title,Variant Price\ncafé,Café crème,5.00\n";
    const wide = Buffer.from(`\ufeff${text}`, "utf16le");
    const same = preview(bytesOf(text));
    expect(same).toMatchObject({ products: 1, troubled: 0 });
    expect(preview(wide, 7)).toEqual(same);
    expect(preview(Buffer.from(wide).swap16(), 9)).toEqual(same);
    expect(preview(Buffer.from(text, "latin1"))).toEqual(same);
    expect(preview(Buffer.from(`\ufeff${text}`), 5)).toEqual(same);
    expect(preview(bytesOf("a,b\n1,2\n"))).toMatch(/no product file .* its header reads "a, b"/);
    expect(preview(bytesOf("  \n"))).toMatch("holds nothing");
  });

  test("ends where a quotation mark is never closed, and says at which row", () => {
    const verdict = preview(bytesOf(`Handle,Title,Price\na,A,1\nb,"B,2\n${"c,C,3\n".repeat(50)}`), 32);
    expect(verdict).toMatchObject({ rows: 1, products: 1, troubles: [{ row: 3, column: "" }] });
  });

  const folder = join(import.meta.dir, "../../../../shared/data");
  const real = ["shopify", "woocommerce", "big", "orders"].flatMap((name) =>
    existsSync(join(folder, name))
      ? readdirSync(join(folder, name))
          .filter((each) => /\.csv(\.gz)?$/.test(each))
          .map((each) => join(folder, name, each))
      : [],
  );
  if (real.length === 0) console.warn("SKIPPED real files: ../shared/data is not there");
  const own = ["shopify-new", "shopify-old", "woo-german-1252", "woo-russian", "woo-swedish", "woo"];
  for (const path of [...own.map((name) => fixture(`${name}.csv`)), ...real]) {
    test(`${path.split("/").slice(-2).join("/")}: the same in small pieces as in one, and as many products as the shop finds`, async () => {
      const file = readFileSync(path);
      const bytes = path.endsWith(".gz") ? gunzipSync(file) : file;
      const verdict = preview(bytes, 64 << 20);
      expect(preview(bytes, 10_007)).toEqual(verdict);
      if (typeof verdict === "string") {
        await expect(readAll(textSource(bytes))).rejects.toThrow("is not a product file");
        return;
      }
      const server = await readAll(textSource(bytes));
      expect(verdict.form).toBe(server.form);
      if (server.form === "shopify") expect(verdict.products).toBe(server.products.length);
      if (server.troubles.length === 0) expect(verdict.troubles).toEqual([]);
    });
  }

  test("is looked at by modules that stay small: 6 KB each", () => {
    for (const name of [
      "import-preview.js",
      "import-pool.js",
      "import-worker.js",
      "generated/import-open.js",
      "generated/import-check.js",
    ]) {
      const text = readFileSync(join(import.meta.dir, "../../../public", name));
      expect(brotliCompressSync(text).length, name).toBeLessThanOrEqual(6 * 1024);
    }
  });
});
