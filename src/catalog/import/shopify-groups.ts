import { cellsOf, textAt, type Sheet } from "./cells.ts";
import { handleIn } from "./handle.ts";
import type { Made } from "./product.ts";
import type { Row } from "./records.ts";
import { shopifyProduct } from "./shopify.ts";

export type Rows = () => AsyncIterable<Row>;

/**
 * The products of a Shopify file, one at a time. A first reading finds handles that come back further down, and only
 * those are held until their last rows were seen: what is kept of all others is one number each.
 */
export async function* shopifyProducts(sheet: Sheet, rows: Rows): AsyncGenerator<Made> {
  const returning = new Map(await surveyed(sheet, rows));
  const held = new Map<string, Row[]>();
  for await (const { handle, run } of runsOf(sheet, rows)) {
    if (handle === "") yield* run.map((row) => withoutHandle(sheet, row));
    else if (!returning.has(handle)) yield shopifyProduct(sheet, run);
    else {
      const all = held.get(handle) ?? [];
      for (const row of run) all.push(row);
      const left = (returning.get(handle) ?? 1) - 1;
      returning.set(handle, left);
      held.set(handle, all);
      if (left === 0) {
        held.delete(handle);
        yield shopifyProduct(sheet, all);
      }
    }
  }
  for (const run of held.values()) yield shopifyProduct(sheet, run);
}

const surveys = new WeakMap<Sheet, Promise<ReadonlyMap<string, number>>>();

/** The first reading is made once, however often the products are read. */
function surveyed(sheet: Sheet, rows: Rows): Promise<ReadonlyMap<string, number>> {
  const known = surveys.get(sheet) ?? handlesThatReturn(sheet, rows);
  surveys.set(sheet, known);
  return known;
}

/** Handles whose rows do not all stand together, with how many runs of rows each has. */
async function handlesThatReturn(sheet: Sheet, rows: Rows): Promise<Map<string, number>> {
  const seen = new Set<number>();
  const returning = new Map<string, number>();
  let last = "";
  for await (const row of rows()) {
    const handle = handleAt(sheet, row);
    if (handle === last) continue;
    last = handle;
    const short = shortOf(handle);
    if (seen.has(short)) returning.set(handle, (returning.get(handle) ?? 1) + 1);
    seen.add(short);
  }
  return returning;
}

/** 53 bits of a hash. Two handles that share them are only held a little longer. */
export function shortOf(text: string): number {
  return Number(BigInt(Bun.hash(text)) >> 11n);
}

async function* runsOf(sheet: Sheet, rows: Rows): AsyncGenerator<{ readonly handle: string; readonly run: Row[] }> {
  let handle = "";
  let run: Row[] = [];
  for await (const row of rows()) {
    const next = handleAt(sheet, row);
    if (next !== handle && run.length > 0) yield { handle, run };
    if (next === handle) run.push(row);
    else run = [row];
    handle = next;
  }
  if (run.length > 0) yield { handle, run };
}

const handleAt = (sheet: Sheet, row: Row) => handleIn(textAt(sheet, row, "handle"));

function withoutHandle(sheet: Sheet, row: Row): Made {
  const troubles: Made["troubles"][number][] = [];
  cellsOf(sheet, row, troubles).trouble("handle", "there is no handle", true);
  return { troubles };
}
