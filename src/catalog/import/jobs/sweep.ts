import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Deps } from "../../../deps.ts";
import { importFolder, keptFor, toldFor } from "./job.ts";
import { forgetJobs, listWanted } from "./store.ts";

/** So long may a file be on its way to us. */
const hour = 3_600_000;

/** Takes away files that nobody will want any more, what is left of uploads that broke off, and jobs of long ago. */
export async function sweepImports({ store, config, now }: Pick<Deps, "store" | "config" | "now">): Promise<void> {
  await store.write((tx) => forgetJobs(tx, new Date(now().getTime() - toldFor)));
  const folder = importFolder(config.dataFolder);
  const names = await readdir(folder).catch(() => []);
  if (names.length === 0) return;
  const at = now().getTime();
  const wanted = new Set(await listWanted(store.read, new Date(at - keptFor)));
  for (const name of names.filter((each) => !wanted.has(each.split(".")[0] ?? ""))) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => undefined);
    if (found && at - found.mtimeMs > hour) await rm(path, { force: true });
  }
}
