import type { Reader } from "#db/open.ts";
import { loadPoints } from "./store.ts";

const atOnce = 10_000;
const bytesPerPoint = 12;
const minute = 60_000;

/**
 * Every order as 12 bytes, the oldest first: minutes since 1970 (4 bytes) and the total in minor units (8 bytes, as a
 * double, which holds them exactly). Read piece by piece as it is sent, so that other pages come in between.
 */
export function pointStream(db: Reader): ReadableStream<Uint8Array> {
  let after = { at: new Date(0), id: "" };
  return new ReadableStream({
    async pull(controller) {
      const rows = await loadPoints(db, after, atOnce);
      const bytes = new Uint8Array(rows.length * bytesPerPoint);
      const view = new DataView(bytes.buffer);
      rows.forEach(({ at, total }, nth) => {
        view.setUint32(nth * bytesPerPoint, Math.floor(at.getTime() / minute));
        view.setFloat64(nth * bytesPerPoint + 4, total);
      });
      if (bytes.length > 0) controller.enqueue(bytes);
      const last = rows.at(-1);
      if (last && rows.length === atOnce) after = last;
      else controller.close();
    },
  });
}
