import { csvLine } from "#src/catalog/export/csv.ts";
import { detectDialect } from "#src/catalog/import/dialect.ts";
import { BrokenTable, readRows } from "#src/catalog/import/records.ts";
import { textSource, type Source } from "#src/catalog/import/source.ts";
import { factFields, factNames, shown, type FactField, type Facts } from "./facts.ts";

/** What is wrong with a file: the row in a spreadsheet, or which of a JSON list, from 1; 0 for the file as a whole. */
export type FileTrouble = { readonly row: number; readonly field: string; readonly reason: string };
export type FileRow = { readonly row: number; readonly facts: Facts };
export type PromotionFile = { readonly rows: readonly FileRow[]; readonly troubles: readonly FileTrouble[] };

/** Bytes that a file may have: ten thousand codes take some 200 KB. */
const largest = 20_000_000;

/** Reads a file of promotions: JSON where it begins with a bracket, else CSV. */
export async function readPromotionFile(bytes: Uint8Array): Promise<PromotionFile> {
  if (bytes.length > largest) return broken("The file is larger than 20 MB.");
  const start = new TextDecoder().decode(bytes.subarray(0, 200)).replace("\uFEFF", "").trimStart();
  return /^[[{]/.test(start) ? readJson(bytes) : readCsv(textSource(bytes));
}

const broken = (reason: string, row = 0): PromotionFile => ({ rows: [], troubles: [{ row, field: "file", reason }] });

function readJson(bytes: Uint8Array): PromotionFile {
  let read: unknown;
  try {
    read = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes).replace(/^\uFEFF/, ""));
  } catch (cause) {
    return broken(`This is no JSON: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
  const list = Array.isArray(read) ? read : (read as { promotions?: unknown }).promotions;
  if (!Array.isArray(list)) return broken('Expected a list, or {"promotions": [ … ]}.');
  return gather(list.map((each, at) => readEntry(each, at + 1)));
}

type Entry = { readonly row: FileRow; readonly troubles: readonly FileTrouble[] };
const gather = (entries: readonly Entry[]): PromotionFile => ({
  rows: entries.map(({ row }) => row),
  troubles: entries.flatMap(({ troubles }) => troubles),
});

function readEntry(entry: unknown, row: number): Entry {
  const troubles: FileTrouble[] = [];
  const facts: Record<string, string | readonly string[]> = {};
  if (typeof entry !== "object" || entry === null || Array.isArray(entry)) {
    return {
      row: { row, facts: {} },
      troubles: [{ row, field: "file", reason: "A promotion is an object of fields." }],
    };
  }
  for (const [field, value] of Object.entries(entry)) {
    if (!isField(field)) troubles.push({ row, field, reason: unknownField });
    else if (value !== null && value !== "") {
      const read = readValue(field, value);
      if (read !== undefined) facts[field] = read;
      else troubles.push({ row, field, reason: `${shown(JSON.stringify(value))} is not what stands in this field.` });
    }
  }
  return { row: { row, facts }, troubles };
}

const unknownField = "There is no such field.";
const isField = (field: string): field is FactField => Object.hasOwn(factFields, field);

function readValue(field: FactField, value: unknown): string | readonly string[] | undefined {
  if (factFields[field] === "list") {
    const list = (Array.isArray(value) ? value : [value]).map(readText);
    return list.every((each) => each !== undefined) ? list.filter((each) => each !== "") : undefined;
  }
  if (typeof value === "boolean") return factFields[field] === "yes" ? (value ? "yes" : "no") : undefined;
  return readText(value);
}

const readText = (value: unknown): string | undefined => {
  if (typeof value === "string") return cleaned(value);
  return typeof value === "number" ? String(value) : undefined;
};

/** Neither PostgreSQL nor a person has a use for NUL. */
const cleaned = (text: string) => text.replaceAll("\0", "").trim();

async function readCsv(source: Source): Promise<PromotionFile> {
  const entries: Entry[] = [];
  let header: readonly string[] | undefined;
  try {
    for await (const { number, cells } of readRows(source, await detectDialect(source))) {
      if (header) entries.push(readRow(header, cells, number));
      else {
        header = cells.map((cell) => cell.trim());
        const wrong = header.filter((name) => name !== "" && !isField(name));
        if (wrong.length > 0) {
          return { rows: [], troubles: wrong.map((field) => ({ row: number, field, reason: unknownField })) };
        }
      }
    }
  } catch (cause) {
    if (cause instanceof BrokenTable) return broken(`${cause.message}.`, cause.row);
    throw cause;
  }
  return header ? gather(entries) : broken("The file is empty.");
}

/** Spreadsheets get an apostrophe before what they might run: it is taken off again. Lists are parted by "|". */
function readRow(header: readonly string[], cells: readonly string[], row: number): Entry {
  const given = header.flatMap((field, at): [string, unknown][] => {
    const text = cleaned(cells[at] ?? "").replace(/^'(?=[=+\-@\t\r'])/, "");
    if (field === "" || text === "") return [];
    return [[field, factFields[field as FactField] === "list" ? text.split("|") : text]];
  });
  return readEntry(Object.fromEntries(given), row);
}

export function promotionsAsJson(all: readonly Facts[]): string {
  return `${JSON.stringify({ promotions: all }, null, 2)}\n`;
}

export function promotionsAsCsv(all: readonly Facts[]): string {
  const cell = (value: string | readonly string[] | undefined) =>
    typeof value === "object" ? value.join("|") : (value ?? "");
  return [factNames as readonly string[], ...all.map((facts) => factNames.map((field) => cell(facts[field])))]
    .map(csvLine)
    .join("");
}
