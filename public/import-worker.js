// Looks at pieces of a product file away from the page's own thread, by the shop's own rules.

import { checkPiece, cutAt, joinPieces, OtherEncoding } from "./import-check.js";
import { openTable } from "./import-open.js";

const bytes = (buffer) => new Uint8Array(buffer);

const acts = {
  open: ({ buffer, asked }) => openTable(bytes(buffer), asked),
  cut: ({ buffer, writing, isLast }) => cutAt(bytes(buffer), writing, isLast),
  check({ buffer, opened, isFirst }) {
    try {
      return checkPiece(bytes(buffer), opened, isFirst);
    } catch (error) {
      if (error instanceof OtherEncoding) return { otherEncoding: true };
      throw error;
    }
  },
  join: ({ pieces, opened, isBroken }) => joinPieces(pieces, opened, isBroken),
};

/** Lists of numbers go back whole, without being copied. */
const memoryOf = ({ keys, begins, told }) => [keys, begins, told].flatMap((list) => list?.buffer ?? []);

onmessage = ({ data: { id, act, given } }) => {
  try {
    const done = acts[act](given);
    postMessage({ id, done }, memoryOf(done));
  } catch (error) {
    postMessage({ id, failed: String(error?.message ?? error) });
  }
};
