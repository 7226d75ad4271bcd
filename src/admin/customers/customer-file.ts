import type { Reader } from "#db/open.ts";
import { csvLine } from "../../catalog/export/csv.ts";
import { spentPlainly } from "./spent.ts";
import { listCustomers, type CustomerQuery } from "./list-store.ts";
import { type CustomerRow } from "./store.ts";

const columns = ["Name", "Email", "Confirmed", "Registered", "Last seen", "Orders", "Spent", "Newsletter", "Groups"];

function cells(row: CustomerRow, currency: string): string[] {
  const [confirmed, newsletter] = [row.verifiedAt !== null, row.newsletterAt !== null].map((is) => (is ? "yes" : "no"));
  const groups = row.groups.map(({ name }) => name).join(", ");
  const [registered, seen] = [row.createdAt.toISOString(), row.seenAt?.toISOString() ?? ""];
  const spent = spentPlainly(row.spent, currency);
  return [row.name, row.email, confirmed ?? "", registered, seen, `${row.orders}`, spent, newsletter ?? "", groups];
}

/** The customers as a file, page by page as it is read. Cells cannot become formulas. */
export function customerFile(db: Reader, query: CustomerQuery): Response {
  const size = 500;
  let page = 1;
  const encoder = new TextEncoder();
  const head = columns.map((name) => (name === "Spent" ? `Spent, ${query.currency}` : name));
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const found = await listCustomers(db, { ...query, page }, size);
      const rows = found.slice(0, size).map((row) => cells(row, query.currency));
      const text = [...(page === 1 ? [head] : []), ...rows].map(csvLine).join("");
      if (text !== "") controller.enqueue(encoder.encode(text));
      page += 1;
      if (found.length <= size) controller.close();
    },
  });
  const headers = {
    "Content-Type": "text/csv; charset=utf-8",
    "Content-Disposition": 'attachment; filename="customers.csv"',
    "Cache-Control": "private, no-store",
  };
  return new Response(body, { headers });
}
