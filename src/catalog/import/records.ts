import { Readable } from "node:stream";
import { parse } from "csv-parse";
import type { Dialect } from "./dialect.ts";
import { decoded } from "./encoding.ts";
import type { Source } from "./source.ts";

/** One record. `number` is its row in a spreadsheet: the header is 1, blank rows count, line breaks in cells do not. */
export type Row = { readonly number: number; readonly cells: readonly string[] };

/** Where a file stops making sense as a table; what stands before it was read. */
export class BrokenTable extends Error {
  constructor(
    readonly row: number,
    message: string,
  ) {
    super(message);
  }
}

/** More than any real cell: a quotation mark that never closes would swallow the rest of the file. */
const longestRecord = 2 << 20;

/**
 * The rows of a file, one at a time, blank ones left out. Line ends may be CRLF, LF and CR, also mixed and also inside
 * quotes; a quotation mark within an unquoted cell is a character like any other; rows may be short or long.
 *
 * @throws BrokenTable when a quotation mark opens a cell and never closes it.
 */
export async function* readRows(source: Source, dialect: Dialect): AsyncGenerator<Row> {
  let whole = Number.POSITIVE_INFINITY;
  const parser = parse({
    bom: true,
    delimiter: dialect.delimiter,
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: longestRecord,
    // Skipping keeps the rows before the trouble, which an error thrown into the stream would drop.
    skip_records_with_error: true,
    on_skip: () => void (whole = Math.min(whole, parser.info.records)),
  });
  const bytes = Readable.from(utf8(source, dialect)).on("error", (cause) => parser.destroy(cause));
  const records: AsyncIterable<string[]> = bytes.pipe(parser);
  let number = 0;
  for await (const cells of records) {
    if (number === whole) break;
    number += 1;
    const blank = cells.every((cell) => cell.trim() === "");
    if (!blank && !(number === 1 && dialect.noted)) yield { number, cells };
  }
  if (whole < Number.POSITIVE_INFINITY) {
    throw new BrokenTable(
      whole + 1,
      "a quotation mark opens a cell here and is never closed; nothing after it was read",
    );
  }
}

async function* utf8(source: Source, { encoding }: Dialect): AsyncGenerator<Uint8Array | string> {
  if (encoding === "utf-8") yield* source.bytes();
  else for await (const piece of decoded(source, encoding)) if (piece) yield piece;
}
