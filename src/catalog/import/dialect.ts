import { decoded, detectEncoding, type Encoding } from "./encoding.ts";
import type { Source } from "./source.ts";

/** How one file writes its table. Delimiter and number format go together: semicolons are used where commas are decimals. */
export type Dialect = {
  readonly encoding: Encoding;
  readonly delimiter: string;
  readonly decimal: "." | ",";
  /** Whether the first line is a note to spreadsheets ("sep=;") and not the header. */
  readonly noted: boolean;
};

const delimiters = [",", ";", "\t", "|"] as const;
const headerLimit = 1 << 20;

export async function detectDialect(source: Source): Promise<Dialect> {
  const encoding = await detectEncoding(source);
  return { encoding, ...dialectIn(await firstText(source, encoding)) };
}

/** How a table is written that begins with this text, without blanks before it. */
export function dialectIn(start: string): Omit<Dialect, "encoding"> {
  const note = /^sep=(.)\r?\n/i.exec(start);
  const delimiter = note?.[1] ?? mostUsed(firstRecord(start));
  return { delimiter, decimal: delimiter === ";" ? "," : ".", noted: note !== null };
}

async function firstText(source: Source, encoding: Encoding): Promise<string> {
  let text = "";
  for await (const piece of decoded(source, encoding)) {
    text += piece;
    if (text.length > 65_536 && (/\S[^]*[\r\n]/.test(text) || text.length > headerLimit)) break;
  }
  return text.trimStart();
}

/** The header without what stands in quotes. */
function firstRecord(text: string): string {
  const outside = text.slice(0, headerLimit).replace(/"(?:[^"]|"")*"/g, "");
  return /^[^\r\n]*/.exec(outside)?.[0] ?? "";
}

function mostUsed(header: string): string {
  const uses = delimiters.map((mark) => ({ mark, count: header.split(mark).length }));
  return uses.reduce((best, next) => (next.count > best.count ? next : best)).mark;
}
