import type { Reader } from "#db/open.ts";
import { csvLine } from "../../catalog/export/csv.ts";
import { detailInWords, whoInWords } from "./in-words.ts";
import { afterOf, listAudit, type AuditLine, type AuditQuery } from "./store.ts";

const columns = ["Time (UTC)", "Who", "Name", "What", "About", "Result", "Address", "Detail"];

function cells(line: AuditLine, names: ReadonlyMap<string, string>): string[] {
  const { at, who, act, subject, result, address, detail } = line;
  return [at.toISOString(), who, whoInWords(who, names), act, subject, result, address, detailInWords(detail)];
}

/** The audit log as a file, page by page as it is read. Cells cannot become formulas. */
export function auditFile(db: Reader, query: AuditQuery, names: ReadonlyMap<string, string>): Response {
  const size = 500;
  let after = query.after;
  let begun = false;
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const found = await listAudit(db, { ...query, after }, size);
      const shown = found.slice(0, size);
      const rows = shown.map((line) => cells(line, names));
      const text = [...(begun ? [] : [columns]), ...rows].map(csvLine).join("");
      begun = true;
      if (text !== "") controller.enqueue(encoder.encode(text));
      const last = shown.at(-1);
      if (found.length > size && last) after = afterOf(last);
      else controller.close();
    },
  });
  const headers = {
    "Content-Type": "text/csv; charset=utf-8",
    "Content-Disposition": 'attachment; filename="audit.csv"',
    "Cache-Control": "private, no-store",
  };
  return new Response(body, { headers });
}
