import { markEnd, markStart, personalPart } from "#views/personal.tsx";
import type { Personal } from "./shell.ts";

/** A body cut at its marks, in the bytes that are sent: `texts[0]`, what stands at `marks[0]`, `texts[1]` and so on. */
export type Slotted = { readonly texts: readonly Uint8Array[]; readonly marks: readonly string[] };

export const hasMarks = (body: string): boolean => body.includes(markStart);

/** Encoded first: to look for a few bytes among bytes is quicker than to look for a pattern in a text. */
export function cut(body: string): Slotted {
  const bytes = Buffer.from(body);
  const texts: Uint8Array[] = [];
  const marks: string[] = [];
  let from = 0;
  for (let at = bytes.indexOf(markStart); at >= 0; at = bytes.indexOf(markStart, from)) {
    const end = bytes.indexOf(markEnd, at);
    texts.push(bytes.subarray(from, at));
    marks.push(bytes.toString("utf8", at + markStart.length, end));
    from = end + markEnd.length;
  }
  texts.push(bytes.subarray(from));
  return { texts, marks };
}

/** Puts a visitor's own parts in at the marks. */
export function fill({ texts, marks }: Slotted, personal: Personal): Uint8Array<ArrayBuffer> {
  const parts = partsOf(personal);
  const pieces = texts.flatMap((text, at) => {
    const mark = marks[at];
    return mark === undefined ? [text] : [text, parts(mark)];
  });
  return Buffer.concat(pieces);
}

type Parts = Map<string, Uint8Array>;
/** The parts of the visitors that came last: one and the same is on every page, and many are alike. */
const drawn = new Map<string, Parts>();
const mostDrawn = 500;

function partsOf(personal: Personal): (mark: string) => Uint8Array {
  const who = JSON.stringify([personal.cartCount, personal.account, personal.theme, personal.xray ?? false]);
  let parts = drawn.get(who);
  if (!parts) {
    if (drawn.size >= mostDrawn) drawn.clear();
    drawn.set(who, (parts = new Map()));
  }
  const known = parts;
  return (mark) => {
    const draw = () => Buffer.from(personalPart(mark, personal));
    if (mark.startsWith("like:")) return draw(); // each product has its own
    if (mark === "email" || mark === "news") return draw(); // so does each visitor
    const part = known.get(mark) ?? draw();
    known.set(mark, part);
    return part;
  };
}
