import { personalMark, personalPart } from "#views/personal.tsx";
import { nobody, type Personal } from "./shell.ts";

/** A body cut at its marks: text and the name of a mark by turns. */
export type Slotted = readonly string[];

export const cut = (body: string): Slotted => body.split(personalMark);

/** What an anonymous visitor gets, who is most of them: joined once for each body. */
const forNobody = new WeakMap<Slotted, string>();

function join(pieces: Slotted, personal: Personal): string {
  let body = "";
  for (let at = 0; at < pieces.length; at += 1) {
    const piece = pieces[at] ?? "";
    body += at % 2 === 1 ? personalPart(piece, personal) : piece;
  }
  return body;
}

/** Puts a visitor's own parts in at the marks. */
export function fill(pieces: Slotted, personal: Personal): string {
  if (personal !== nobody) return join(pieces, personal);
  const known = forNobody.get(pieces);
  if (known !== undefined) return known;
  const body = join(pieces, nobody);
  forNobody.set(pieces, body);
  return body;
}
