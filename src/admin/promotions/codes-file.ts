import type { Reader } from "#db/open.ts";
import { csvLine } from "../../catalog/export/csv.ts";
import { listUsedCodes } from "../../promotions/codes-store.ts";

/** The codes of a promotion as a file, page by page as they are read. Cells cannot become formulas. */
export function codesFile(db: Reader, promotionId: string): Response {
  const size = 1000;
  let after = "";
  let begun = false;
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const found = await listUsedCodes(db, promotionId, after, size);
      const lines = found.map(({ key, used, useLimit, orders }) =>
        csvLine([key, String(used), useLimit === null ? "" : String(useLimit), orders.join(" ")]),
      );
      const text = `${begun ? "" : csvLine(["Code", "Used", "Limit", "Orders"])}${lines.join("")}`;
      begun = true;
      after = found.at(-1)?.key ?? after;
      if (text !== "") controller.enqueue(encoder.encode(text));
      if (found.length < size) controller.close();
    },
  });
  const headers = {
    "Content-Type": "text/csv; charset=utf-8",
    "Content-Disposition": 'attachment; filename="codes.csv"',
    "Cache-Control": "private, no-store",
  };
  return new Response(body, { headers });
}
