import type { Trouble } from "../product.ts";
import { mostShown, says, type Checked } from "./check.ts";
import { labelOf, type Opened } from "./open.ts";

/** What a browser makes of a whole file. The shop decides: it knows what is there already, and looks more closely. */
export type Verdict = {
  readonly form: Opened["header"]["form"];
  readonly rows: number;
  readonly products: number;
  readonly ragged: number;
  /** The first of them, by their rows in the file. */
  readonly troubles: readonly Trouble[];
  readonly troubled: number;
};

type Kept = { row: number; told: number };

/** Joins what the pieces of a file came to, in their order. `isBroken`: a quotation mark opens a cell after them, for good. */
export function joinPieces(pieces: readonly Checked[], opened: Opened, isBroken: boolean): Verdict {
  const label = labelOf(opened);
  const known = new Map<number, Kept>();
  const troubles: Trouble[] = [];
  let [records, rows, ragged, troubled] = [0, 0, 0, 0];
  const note = (trouble: Trouble) => {
    troubled += 1;
    troubles.push(trouble);
  };

  for (const piece of pieces) {
    for (let at = 0; at < piece.keys.length; at += 1) {
      const [key = 0, told = 0] = [piece.keys[at], piece.told[at]];
      const before = known.get(key);
      if (before) before.told |= told;
      else known.set(key, { row: records + (piece.begins[at] ?? 0), told });
    }
    if (troubles.length < mostShown)
      for (const each of piece.troubles) troubles.push({ ...each, row: each.row + records });
    troubled += piece.troubled;
    records += piece.records;
    rows += piece.rows;
    ragged += piece.ragged;
  }
  let products = 0;
  for (const { row, told } of known.values()) {
    if (!(told & says.title)) note({ row, column: label("title"), reason: "the product has no title", leftOut: true });
    else if (told & says.price) products += 1;
    else if (!(told & says.trouble))
      note({ row, column: label("price"), reason: "the product has no price", leftOut: true });
  }
  if (isBroken) note({ row: records + 1, column: "", reason: neverClosed, leftOut: true });
  const shown = troubles.toSorted((left, right) => left.row - right.row).slice(0, mostShown);
  return { form: opened.header.form, rows, products, ragged, troubles: shown, troubled };
}

const neverClosed = "a quotation mark opens a cell here and is never closed; nothing after it was read";
