import { cellsOf, straightRows, type Cells } from "../cells.ts";
import { handleIn, handleOf } from "../handle.ts";
import { repeatsHeader } from "../header.ts";
import type { Trouble } from "../product.ts";
import { textOf, type Opened } from "./open.ts";
import { rowsIn } from "./rows.ts";

/** More are only counted. */
export const mostShown = 200;

/** What one piece came to. Rows are counted within it, from 1; lists are plain memory, to be handed over whole. */
export type Checked = {
  /** Records of any kind. */
  readonly records: number;
  /** Rows with something in them, the header aside. */
  readonly rows: number;
  readonly ragged: number;
  readonly troubles: readonly Trouble[];
  readonly troubled: number;
  /** A number for the handle of each run of rows, the row at which it begins, and what it said of itself. */
  readonly keys: Float64Array;
  readonly begins: Uint32Array;
  readonly told: Uint8Array;
};

/** What a run of rows said: that it has a title, that it has a price, and that it was told why a row was left out. */
export const says = { title: 1, price: 2, trouble: 4 } as const;

type Said = { readonly key: string; readonly told: number };
type Read = (cells: Cells, troubles: Trouble[]) => Said | undefined;

const yes = (flag: boolean, bit: number) => (flag ? bit : 0);
const anyLeftOut = (troubles: readonly Trouble[]) =>
  yes(
    troubles.some((each) => each.leftOut),
    says.trouble,
  );

/** What a row of each form is asked. One that has nothing to say of a product answers undefined. */
const reads: Readonly<Record<Opened["header"]["form"], Read>> = {
  shopify(cells, troubles) {
    const key = handleIn(cells.text("handle"));
    if (key === "") {
      cells.trouble("handle", "there is no handle", true);
      return undefined;
    }
    const sold = cells.text("price") !== "" || cells.text("option1Value") !== "";
    const priced = sold && readFigures(cells);
    const told = yes(cells.line("title") !== "", says.title) | yes(priced, says.price);
    return { key, told: told | anyLeftOut(troubles) };
  },

  woocommerce(cells) {
    const isKind = /variation|variante|variación|variazione|variatie|вариаци|wariant|variação/i.test(
      cells.text("type"),
    );
    for (const field of ["regularPrice", "salePrice"] as const) cells.priceOrNone(field);
    if (isKind) return undefined;
    if (cells.line("name") === "") {
      cells.trouble("name", "the product has no title", true);
      return undefined;
    }
    const key = cells.text("id") || cells.text("sku") || cells.line("name");
    return { key, told: says.title | says.price };
  },

  pushcart(cells) {
    const row = cells.text("row").toLowerCase();
    const key = handleOf(cells.text("handle"));
    if (key === "") cells.trouble("handle", "there is no handle", true);
    else if (row === "variant") readFigures(cells);
    else if (row === "product" && cells.line("title") === "")
      cells.trouble("title", "there is no product row with a handle and a title above it", true);
    else if (!["product", "picture", "collection"].includes(row))
      cells.trouble("row", `"${cells.text("row")}" is no kind of row`, true);
    return row === "product" && key !== "" ? { key, told: says.title | says.price } : undefined;
  },
};

/** Whether there is a price; what else cannot be read is told. */
function readFigures(cells: Cells): boolean {
  const price = cells.price("price");
  cells.priceOrNone("compareAt");
  cells.whole("stock");
  cells.weight("weight");
  return price !== undefined;
}

/** Checks the rows of one piece, each for itself. @throws OtherEncoding */
export function checkPiece(bytes: Uint8Array, opened: Opened, isFirst: boolean): Checked {
  const records = rowsIn(textOf(bytes, opened, isFirst), opened.delimiter);
  const read = reads[opened.header.form];
  const [shown, keys, begins, told]: [Trouble[], number[], number[], number[]] = [[], [], [], []];
  let [rows, ragged, troubled, last] = [0, 0, 0, ""];

  for (const [at, cells] of records.entries()) {
    if (isFirst && at === 0 && opened.noted) continue;
    if (cells.every((cell) => cell.trim() === "") || repeatsHeader(opened.header, cells)) continue;
    rows += 1;
    const row = { number: at + 1, cells };
    const troubles: Trouble[] = [];
    const isStraight = straightRows(opened, [row], troubles).length > 0;
    if (!isStraight) ragged += 1;
    const said = isStraight ? read(cellsOf(opened, row, troubles), troubles) : undefined;
    if (isStraight) {
      if (said && said.key === last) told.push((told.pop() ?? 0) | said.told);
      else if (said) {
        keys.push(numberOf(said.key));
        begins.push(row.number);
        told.push(said.told);
      }
      last = said?.key ?? "";
    }
    troubled += troubles.length;
    if (shown.length < mostShown) shown.push(...troubles);
  }
  return {
    ...{ records: records.length, rows, ragged, troubles: shown, troubled },
    ...{ keys: Float64Array.from(keys), begins: Uint32Array.from(begins), told: Uint8Array.from(told) },
  };
}

/** 53 bits that stand for a text. */
export function numberOf(text: string): number {
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charCodeAt(at);
    high = Math.imul(high ^ letter, 2_654_435_761);
    low = Math.imul(low ^ letter, 1_597_334_677);
  }
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909);
  return 4_294_967_296 * (2_097_151 & low) + (high >>> 0);
}
