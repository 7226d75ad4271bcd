import { writeCsv } from "#src/catalog/export/csv.ts";
import { detectDialect } from "#src/catalog/import/dialect.ts";
import { BrokenTable, readRows, type Row } from "#src/catalog/import/records.ts";
import { textSource } from "#src/catalog/import/source.ts";
import { rateText } from "#src/pricing/rate.ts";
import { readTaxRow, type TaxField, type TaxRow, type TaxTexts } from "./tax-row.ts";

/** WooCommerce's file of tax rates: its header, in its order. */
const columns: readonly (readonly [string, TaxField])[] = [
  ["Country code", "country"],
  ["State code", "region"],
  ["Postcode / ZIP", "postcodes"],
  ["City", "cities"],
  ["Rate %", "rate"],
  ["Tax name", "name"],
  ["Priority", "priority"],
  ["Compound", "compound"],
  ["Shipping", "onShipping"],
  ["Tax class", "taxClass"],
];

export type TaxTrouble = { readonly row: number; readonly column: string; readonly reason: string };
export type NumberedTax = { readonly row: number; readonly tax: TaxRow };
export type TaxFile = { readonly taxes: readonly NumberedTax[]; readonly errors: readonly TaxTrouble[] };

const plain = (name: string) => name.toLowerCase().replaceAll(/[^a-z]/g, "");
const fieldOf = new Map(columns.map(([name, field]) => [plain(name), field]));
const columnOf = new Map(columns.map(([name, field]) => [field, name]));

/** Reads WooCommerce's file. Every row that cannot be used is told with its column and why. */
export async function readTaxCsv(bytes: Uint8Array): Promise<TaxFile> {
  const taxes: NumberedTax[] = [];
  const errors: TaxTrouble[] = [];
  let fields: readonly (TaxField | undefined)[] | undefined;
  try {
    const source = textSource(bytes, "taxes.csv");
    for await (const row of readRows(source, await detectDialect(source))) {
      if (!fields) {
        const header = headerOf(row);
        if (!header) return { taxes: [], errors: [noHeader(row)] };
        fields = header;
        continue;
      }
      const wrong = (field: TaxField, reason: string) =>
        void errors.push({ row: row.number, column: columnOf.get(field) ?? field, reason });
      const tax = readTaxRow(textsOf(row, fields), wrong);
      if (tax) taxes.push({ row: row.number, tax });
    }
  } catch (cause) {
    if (!(cause instanceof BrokenTable)) throw cause;
    errors.push({ row: cause.row, column: "", reason: cause.message });
  }
  if (!fields) errors.push({ row: 1, column: "", reason: "the file is empty" });
  return { taxes, errors };
}

function headerOf({ cells }: Row): (TaxField | undefined)[] | undefined {
  const fields = cells.map((cell) => fieldOf.get(plain(cell)));
  return fields.includes("country") && fields.includes("rate") ? fields : undefined;
}

const noHeader = ({ number, cells }: Row): TaxTrouble => ({
  row: number,
  column: "",
  reason: `this is no header: it has ${cells.length === 1 ? "one column" : `${cells.length} columns`}, and needs ${columns.map(([name]) => name).join(", ")}`,
});

/** An apostrophe before what a spreadsheet would run is taken off again. */
const textsOf = ({ cells }: Row, fields: readonly (TaxField | undefined)[]): TaxTexts =>
  Object.fromEntries(
    fields.flatMap((field, at) => (field ? [[field, (cells[at] ?? "").replace(/^'(?=[=+\-@'])/, "")]] : [])),
  );

const yes = (flag: boolean) => (flag ? "1" : "0");

/** The same file back: importing it changes nothing. */
export function writeTaxCsv(taxes: readonly TaxRow[]): string {
  return writeCsv([
    columns.map(([name]) => name),
    ...taxes.map((tax) => [
      tax.country === "*" ? "" : tax.country,
      tax.region,
      tax.postcodes.map((entry) => entry.replace("-", "...")).join(";"),
      tax.cities.join(";"),
      rateText(tax.rate),
      tax.name,
      String(tax.priority),
      yes(tax.compound),
      yes(tax.onShipping),
      tax.taxClass === "standard" ? "" : tax.taxClass,
    ]),
  ]);
}
