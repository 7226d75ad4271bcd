import type { Reader } from "#db/open.ts";
import { csvLine } from "../../catalog/export/csv.ts";
import { listTroubles } from "../../catalog/import/jobs/store.ts";

const headers = (name: string) => ({
  "Content-Type": "text/csv; charset=utf-8",
  "Content-Disposition": `attachment; filename="${name}"`,
  "Cache-Control": "private, no-store",
});

/** What is wrong in a file, page by page as it is read. Cells cannot become formulas. */
export function troublesFile(db: Reader, jobId: string): Response {
  const size = 1000;
  let after = 0;
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const found = await listTroubles(db, jobId, after, size);
      const lines = found.map(({ row, column, reason, leftOut }) =>
        csvLine([String(row), column, reason, leftOut ? "yes" : "no"]),
      );
      const text = `${after === 0 ? csvLine(["Row", "Column", "Reason", "Left out"]) : ""}${lines.join("")}`;
      after = found.at(-1)?.nth ?? after;
      if (text !== "") controller.enqueue(encoder.encode(text));
      if (found.length < size) controller.close();
    },
  });
  return new Response(body, { headers: headers("import-errors.csv") });
}

const columns = [
  ...["Handle", "Title", "Body (HTML)", "Vendor", "Type", "Tags", "Status"],
  ...["Option1 Name", "Option1 Value", "Variant SKU", "Variant Price", "Variant Compare At Price"],
  ...["Variant Inventory Qty", "Variant Grams", "Image Src", "Image Alt Text"],
] as const;

const samples: readonly Partial<Record<(typeof columns)[number], string>>[] = [
  {
    ...{ Handle: "plain-mug", Title: "Plain mug", "Body (HTML)": "<p>Stoneware, 350 ml.</p>", Vendor: "Mill Pottery" },
    ...{ Type: "Mugs", Tags: "kitchen, gift", Status: "active", "Variant SKU": "MUG-1", "Variant Price": "18.00" },
    ...{ "Variant Inventory Qty": "12", "Variant Grams": "350" },
  },
  {
    ...{ Handle: "striped-socks", Title: "Striped socks", Vendor: "Wool & Co", Type: "Socks", Status: "draft" },
    ...{ "Option1 Name": "Size", "Option1 Value": "Small", "Variant SKU": "SOCK-S", "Variant Price": "9.50" },
    ...{ "Variant Compare At Price": "12.00", "Variant Inventory Qty": "5", "Variant Grams": "80" },
  },
  {
    ...{ Handle: "striped-socks", "Option1 Value": "Large", "Variant SKU": "SOCK-L", "Variant Price": "9.50" },
    ...{ "Variant Inventory Qty": "7", "Variant Grams": "90" },
  },
];

/** A file to begin with: two products, one of them in two sizes. */
export function templateFile(): Response {
  const rows = [columns, ...samples.map((sample) => columns.map((column) => sample[column] ?? ""))];
  return new Response(rows.map(csvLine).join(""), { headers: headers("products-template.csv") });
}
