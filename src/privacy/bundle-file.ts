import { writeCsv } from "../catalog/export/csv.ts";
import type { Bundle, Row, Value } from "./bundle.ts";
import { zip } from "./zip.ts";

const cell = (value: Value | undefined): string => (value === null || value === undefined ? "" : String(value));

function table(rows: readonly Row[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return writeCsv([columns, ...rows.map((row) => columns.map((name) => cell(row[name])))]);
}

const readMe = (shop: string, at: Date) => `What ${shop} knows of you, as of ${at.toISOString()}.

data.json has all of it, for programs. Each .csv file has a part of it, for a spreadsheet.
Times are UTC. Amounts are in the currency named beside them.
A cell that a spreadsheet would run as a formula has an apostrophe before it.
Left out are secrets, of which the shop keeps digests only: your password, and the links in letters.
`;

/** One file with everything: as JSON, and as tables whose cells no spreadsheet runs. Parts without rows are in the JSON only. */
export function bundleFile(bundle: Bundle, shop: string, at: Date): Response {
  const tables = Object.entries(bundle).filter(([, rows]) => rows.length > 0);
  const json = JSON.stringify({ shop, madeAt: at.toISOString(), ...bundle }, null, 2);
  const file = zip(
    [
      { name: "read-me.txt", text: readMe(shop, at) },
      { name: "data.json", text: `${json}\n` },
      ...tables.map(([name, rows]) => ({ name: `${name}.csv`, text: table(rows) })),
    ],
    at,
  );
  const headers = {
    "Content-Type": "application/zip",
    "Content-Disposition": `attachment; filename="data-${at.toISOString().slice(0, 10)}.zip"`,
    "Cache-Control": "private, no-store",
  };
  return new Response(file, { headers });
}
