import type { Cents } from "#src/pricing/money.ts";
import type { Field, Header } from "./header.ts";
import type { Trouble } from "./product.ts";
import { readBarcode, readWeight, readWhole } from "./read-number.ts";
import { readPrice, type Read } from "./read-price.ts";
import type { Row } from "./records.ts";

/** One file's header with what its cells must be read by. */
export type Sheet = {
  readonly header: Header;
  readonly currency: string;
  readonly decimal: "." | ",";
  readonly now: Date;
};

/** One row, asked by field. What cannot be read is put among the troubles. */
export type Cells = ReturnType<typeof cellsOf>;

export function cellsOf({ header, currency, decimal }: Sheet, row: Row, troubles: Trouble[]) {
  const at = (place: number) => cleaned(row.cells[place] ?? "", header.form === "pushcart");
  const text = (field: Field): string => textAt({ header }, row, field);
  const label = (field: Field) => header.labels[header.places.get(field)?.[0] ?? -1] ?? field;
  const trouble = (field: Field, reason: string, leftOut = false) =>
    void troubles.push({ row: row.number, column: label(field), reason, leftOut });
  const read = <T>(field: Field, value: Read<T>, otherwise: T): T => {
    if (!value.ok) trouble(field, value.reason);
    return value.ok ? value.value : otherwise;
  };

  return {
    number: row.number,
    at,
    text,
    line: (field: Field) => text(field).replace(/\s+/g, " "),
    has: (field: Field) => header.places.has(field),
    trouble,
    /** Undefined, and the row is left out, when there is none or it cannot be read. */
    price(field: Field): Cents | undefined {
      const value =
        text(field) === ""
          ? { ok: false as const, reason: "there is no price" }
          : readPrice(text(field), currency, decimal);
      if (!value.ok) trouble(field, value.reason, true);
      return value.ok ? value.value : undefined;
    },
    /** A price that may be missing: null then, and also when it cannot be read. */
    priceOrNone: (field: Field): Cents | null =>
      text(field) === "" ? null : read<Cents | null>(field, readPrice(text(field), currency, decimal), null),
    whole: (field: Field): number => (text(field) === "" ? 0 : read(field, readWhole(text(field)), 0)),
    weight: (field: Field, unit = "g"): number =>
      text(field) === "" ? 0 : read(field, readWeight(text(field), decimal, unit), 0),
    barcode: (field: Field): string => read(field, readBarcode(text(field)), ""),
    list: (field: Field): string[] => unique(splitList(text(field))),
  };
}

/** Without NUL and broken surrogates, without blanks around it, without the apostrophe that guards a formula. */
function cleaned(cell: string, own: boolean): string {
  if (cell === "") return cell;
  const sound = cell.isWellFormed() ? cell : cell.toWellFormed();
  const text = (sound.includes("\0") ? sound.replaceAll("\0", "") : sound).trim();
  if (!text.startsWith("'")) return text;
  return own ? text.replace(/^'(?=['=+\-@\t\r])/, "") : text.replace(/^'(?=[=+\-@])/, "");
}

/** One cell of a row by its field, without making all that `cellsOf` makes. */
export function textAt({ header }: Pick<Sheet, "header">, row: Row, field: Field): string {
  for (const place of header.places.get(field) ?? []) {
    const text = cleaned(row.cells[place] ?? "", header.form === "pushcart");
    if (text !== "") return text;
  }
  return "";
}

/** A comma list in which "\," is a comma of its own. */
export function splitList(text: string): string[] {
  const parts = text.split(/(?<!\\),/).map((part) => part.replaceAll("\\,", ",").replace(/\s+/g, " ").trim());
  return parts.filter((part) => part !== "");
}

export function unique(words: readonly string[]): string[] {
  const seen = new Set<string>();
  return words.filter((word) => !seen.has(word.toLowerCase()) && seen.add(word.toLowerCase()));
}

/** The rows whose cells stand under their names; of the others it notes why they are left out. */
export const straightRows = (sheet: Sheet, rows: readonly Row[], troubles: Trouble[]): readonly Row[] =>
  rows.filter((row) => {
    const trouble = shifted(sheet.header, row);
    if (trouble) troubles.push(trouble);
    return !trouble;
  });

/** A row with more in it than the header names has shifted cells: what it says cannot be trusted. */
function shifted(header: Header, row: Row): Trouble | undefined {
  const extra = row.cells.slice(header.labels.length).findIndex((cell) => cell.trim() !== "");
  if (extra < 0) return undefined;
  const reason = `the row has more cells than the header (${header.labels.length}); is a comma or a quotation mark missing?`;
  return { row: row.number, column: `column ${header.labels.length + extra + 1}`, reason, leftOut: true };
}
