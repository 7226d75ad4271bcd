import { spawnSync } from "node:child_process";
import { copyFileSync } from "node:fs";
import { StoreUnavailable } from "#db/faults.ts";
import { openStore } from "#db/open.ts";
import { counters } from "#db/schema.ts";

// Run by itself where mounts end with the process: puts a copy of a database on a disk of 2 MB, fills the disk, gives it
// room again, and prints what happened. `full-disk.ts <database file> <empty folder>`.

const [file = "", disk = ""] = process.argv.slice(2);
const mount = (...options: string[]) => {
  const { status, stderr } = spawnSync("mount", options);
  if (status !== 0) throw new Error(String(stderr));
};

mount("-t", "tmpfs", "-o", "size=2m", "tmpfs", disk);
copyFileSync(file, `${disk}/shop.db`);
const store = openStore({ url: `sqlite:${disk}/shop.db` });
const pair = (key: string, value: number) =>
  store.write(async (tx) => {
    await tx.insert(counters).values({ key, value });
    await tx.insert(counters).values({ key: `half ${value}`, value });
  });

const big = "x".repeat(100_000);
const answers = await Promise.allSettled(Array.from({ length: 40 }, (_, nth) => pair(`${big}${nth}`, nth)));
const refused = answers.flatMap((each) => (each.status === "rejected" ? [each.reason as unknown] : []));
const health = store.health();
const rows = await store.read.$count(counters);

mount("-o", "remount,size=64m", disk);
await pair("after", 1000);
console.log(
  JSON.stringify({
    kept: answers.length - refused.length,
    troubles: [...new Set(refused.map((cause) => (cause instanceof StoreUnavailable ? cause.trouble : String(cause))))],
    health,
    rows,
    healthAfter: store.health(),
    rowsAfter: await store.read.$count(counters),
  }),
);
await store.close();
