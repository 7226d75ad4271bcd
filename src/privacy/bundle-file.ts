import { join } from "node:path";
import { writeCsv } from "../catalog/export/csv.ts";
import type { Deps } from "../deps.ts";
import { buyerKeyOf } from "../reviews/write-review.ts";
import { loadBundle, type Bundle, type Row, type Value } from "./bundle.ts";
import { loadOwnPictures } from "./own-store.ts";
import type { Person } from "./person.ts";
import { zip, type ZipEntry } from "./zip.ts";

const cell = (value: Value | undefined): string => (value === null || value === undefined ? "" : String(value));

function table(rows: readonly Row[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return writeCsv([columns, ...rows.map((row) => columns.map((name) => cell(row[name])))]);
}

const readMe = (shop: string, at: Date) => `What ${shop} knows of you, as of ${at.toISOString()}.

data.json has all of it, for programs. Each .csv file has a part of it, for a spreadsheet.
Pictures that you sent along with reviews are in the folder "pictures".
Times are UTC. Amounts are in the currency named beside them.
A cell that a spreadsheet would run as a formula has an apostrophe before it.
Left out are secrets, of which the shop keeps digests only: your password, and the links in letters.
`;

/** Everything that the shop knows of somebody, as a file to keep. */
export async function answerBundle({ store, shop, config, now }: Deps, person: Person): Promise<Response> {
  const [bundle, { name }, sent] = await Promise.all([
    loadBundle(store.read, person),
    shop.read(),
    loadOwnPictures(store.read, person, buyerKeyOf(person)),
  ]);
  const files = sent.map((file) => [file, Bun.file(join(config.dataFolder, "pictures", file))] as const);
  const pictures: ZipEntry[] = [];
  for (const [file, at] of files)
    if (await at.exists()) pictures.push({ name: `pictures/${file}`, data: await at.bytes() });
  return bundleFile(bundle, pictures, name, now());
}

/** One file: as JSON, and as tables whose cells no spreadsheet runs. Parts without rows are in the JSON only. */
function bundleFile(bundle: Bundle, pictures: readonly ZipEntry[], shop: string, at: Date): Response {
  const tables = Object.entries(bundle).filter(([, rows]) => rows.length > 0);
  const json = JSON.stringify({ shop, madeAt: at.toISOString(), ...bundle }, null, 2);
  const file = zip(
    [
      { name: "read-me.txt", data: readMe(shop, at) },
      { name: "data.json", data: `${json}\n` },
      ...tables.map(([name, rows]) => ({ name: `${name}.csv`, data: table(rows) })),
      ...pictures,
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
