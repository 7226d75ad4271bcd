import type { Row } from "./records.ts";

/** So many rows may speak of one product: all of them are in memory together. */
export const mostOfOne = 5000;

/** Names are counted by their hash; that two of them may share a place matters to nobody who is far below the bound. */
const places = 1 << 20;

/** The rows without those that are too many for one name; `leftOut` hears of the first of each. */
export async function* boundedRows(
  rows: AsyncIterable<Row>,
  nameOf: (row: Row) => string,
  leftOut: (row: Row) => void,
): AsyncGenerator<Row> {
  const counts = new Uint16Array(places);
  for await (const row of rows) {
    const name = nameOf(row);
    const place = name === "" ? undefined : Number(BigInt(Bun.hash(name)) % BigInt(places));
    const before = place === undefined ? 0 : (counts[place] ?? 0);
    if (place !== undefined && before <= mostOfOne) counts[place] = before + 1;
    if (before < mostOfOne) yield row;
    else if (before === mostOfOne) leftOut(row);
  }
}
