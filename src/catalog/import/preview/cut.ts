/** How bytes are told apart: what stands between cells, and how many bytes a letter of the table has, the low one where. */
export type Writing = { readonly delimiter: number; readonly unit: 1 | 2; readonly low: 0 | 1 };

export type Cut = {
  /** Where the last whole record ends: what comes after belongs to the next piece. */
  readonly end: number;
  /** A quotation mark opens a cell behind that place, and does not close it before the bytes end. */
  readonly isOpen: boolean;
};

const [lf, cr, quote] = [10, 13, 34];
/** Any letter that means nothing here. */
const other = -1;

/**
 * Where a piece of a table may be cut off, by the same rules as `readRows`: a quotation mark opens a cell only at its
 * start, two are one, and a line's end within quotes ends nothing. Bytes begin where a record does. The rest of the last
 * piece is a record as well.
 */
export function cutAt(bytes: Uint8Array, { delimiter, unit, low }: Writing, isLast: boolean): Cut {
  const letter = (at: number) => {
    if (unit === 1) return bytes[at] ?? other;
    return bytes[at + 1 - low] === 0 ? (bytes[at + low] ?? other) : other;
  };
  const length = bytes.length - (bytes.length % unit);
  let end = 0;
  let state: "start" | "plain" | "quoted" | "closed" = "start";
  for (let at = 0; at < length; at += unit) {
    const found = letter(at);
    if (state === "quoted") {
      if (found === quote) state = "closed";
    } else if (state === "closed" && found === quote) state = "quoted";
    else if (found === lf || found === cr) {
      const isSplit = found === cr && at + unit >= length && !isLast; // its other half may be in the next piece
      if (found === cr && letter(at + unit) === lf) at += unit;
      if (!isSplit) end = at + unit;
      state = "start";
    } else if (found === delimiter) state = "start";
    else if (found === quote && state === "start") state = "quoted";
    else state = "plain";
  }
  const isOpen = state === "quoted";
  return { end: isLast && !isOpen ? bytes.length : end, isOpen };
}
