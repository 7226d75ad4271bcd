import { checkPiece } from "./check.ts";
import { cutAt } from "./cut.ts";
import { joinPieces, type Verdict } from "./join.ts";
import { OtherEncoding, type Opened } from "./open.ts";

export { checkPiece, cutAt, joinPieces, OtherEncoding };

/** Where a record is longer than this, a quotation mark was never closed. */
export const longestRecord = 4 << 20;

/**
 * A whole file piece by piece on one thread: what a browser without workers does, and what theirs is held against.
 *
 * @throws OtherEncoding
 */
export function checkAlone(bytes: Uint8Array, opened: Opened, pieceBytes = 1 << 20): Verdict {
  const pieces = [];
  let isBroken = false;
  for (let at = 0, size = pieceBytes; at < bytes.length && !isBroken;) {
    const isLast = at + size >= bytes.length;
    const { end, isOpen } = cutAt(bytes.subarray(at, at + size), opened.writing, isLast);
    if (end > 0) pieces.push(checkPiece(bytes.subarray(at, at + end), opened, at === 0));
    isBroken = end === 0 ? isLast || size > longestRecord : isLast && isOpen;
    at += end;
    size = end === 0 ? size * 2 : pieceBytes;
  }
  return joinPieces(pieces, opened, isBroken);
}
