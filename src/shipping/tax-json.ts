import { QuoteError, readFields, readList, type Fields } from "#src/pricing/quote-fields.ts";
import { rateText } from "#src/pricing/rate.ts";
import { readTaxRow, type TaxField, type TaxRow, type TaxTexts } from "./tax-row.ts";
import type { NumberedTax, TaxFile, TaxTrouble } from "./tax-csv.ts";

const names: Readonly<Record<TaxField, string>> = {
  country: "country",
  region: "region",
  postcodes: "postcodes",
  cities: "cities",
  rate: "rate",
  name: "name",
  priority: "priority",
  compound: "compound",
  onShipping: "onShipping",
  taxClass: "class",
};
const fields = Object.entries(names) as [TaxField, string][];

/** Reads `{ "taxes": [{ "country": "DE", "rate": "19", ... }] }`. Rows are counted from 1. */
export function readTaxJson(text: string): TaxFile {
  const taxes: NumberedTax[] = [];
  const errors: TaxTrouble[] = [];
  for (const [index, entry] of entriesOf(text, errors).entries()) {
    const row = index + 1;
    try {
      const texts = textsOf(readFields(entry, `taxes[${index}]`));
      const wrong = (field: TaxField, reason: string) => void errors.push({ row, column: names[field], reason });
      const tax = readTaxRow(texts, wrong);
      if (tax) taxes.push({ row, tax });
    } catch (cause) {
      if (!(cause instanceof QuoteError)) throw cause;
      errors.push({ row, column: cause.field, reason: cause.message });
    }
  }
  return { taxes, errors };
}

function entriesOf(text: string, errors: TaxTrouble[]): readonly unknown[] {
  try {
    const file = readFields(JSON.parse(text), "the file");
    const other = Object.keys(file).find((key) => key !== "taxes");
    if (other !== undefined) throw new QuoteError(other.slice(0, 40), 'is not known: write { "taxes": [...] }');
    if (file.taxes === undefined) throw new QuoteError("taxes", "must be a list of taxes, but is missing");
    return readList(file.taxes, "taxes");
  } catch (cause) {
    const reason = cause instanceof QuoteError ? cause.message : "the file is not JSON";
    if (!(cause instanceof QuoteError || cause instanceof SyntaxError)) throw cause;
    errors.push({ row: 0, column: cause instanceof QuoteError ? cause.field : "", reason });
    return [];
  }
}

function textsOf(entry: Fields): TaxTexts {
  for (const key of Object.keys(entry)) {
    if (!fields.some(([, name]) => name === key))
      throw new QuoteError(
        key.slice(0, 40),
        `is not known here: there are ${fields.map(([, name]) => name).join(", ")}`,
      );
  }
  return Object.fromEntries(
    fields.flatMap(([field, name]) => (Object.hasOwn(entry, name) ? [[field, textOf(entry[name], name)]] : [])),
  );
}

/** Numbers as they are written plainly, lists joined as the CSV file has them. */
function textOf(value: unknown, name: string): string {
  if (typeof value === "string" || typeof value === "boolean" || typeof value === "number") return String(value);
  if (Array.isArray(value) && value.every((each) => typeof each === "string" && !each.includes(";")))
    return value.join(";");
  throw new QuoteError(name, "must be a text, or a list of texts");
}

export function writeTaxJson(taxes: readonly TaxRow[]): string {
  const list = taxes.map((tax) => ({
    country: tax.country,
    ...(tax.region !== "" && { region: tax.region }),
    ...(tax.postcodes.length > 0 && { postcodes: tax.postcodes }),
    ...(tax.cities.length > 0 && { cities: tax.cities }),
    class: tax.taxClass,
    rate: rateText(tax.rate),
    name: tax.name,
    priority: tax.priority,
    compound: tax.compound,
    onShipping: tax.onShipping,
  }));
  return `${JSON.stringify({ taxes: list }, null, 2)}\n`;
}
