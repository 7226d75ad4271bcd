import { join } from "node:path";
import { migrate } from "#db/migrate.ts";
import { openStore } from "#db/open.ts";
import type { Config } from "../config.ts";
import type { Deps } from "../deps.ts";
import { embeddedFolder } from "../embedded.ts";
import { deriveKeys } from "../keys.ts";
import { rotateKeys } from "../orders/rotate-keys.ts";
import { openLog } from "../log.ts";
import { wire } from "../wire.ts";
import { exitCodes } from "./context.ts";
import { makeDataFolder, readSecrets } from "./data-folder.ts";
import type { Outside } from "./outside.ts";

export type OpenShop = { readonly deps: Deps; close(): Promise<void> };

/** Folder, secret, database and migrations: all that must be there before anything is read. A second time changes nothing. */
export async function openShop(config: Config, outside: Outside): Promise<OpenShop> {
  const { now, newId, newToken } = outside;
  makeDataFolder(config.dataFolder);
  const { secret, secretBefore } = readSecrets(config.dataFolder, config, newToken);
  const log = openLog(config.logLevel);
  const store = openStore({ url: config.databaseUrl, onBroken: (cause) => giveUp(cause) });
  function giveUp(cause: unknown): never {
    log.fatal(
      { err: cause },
      "the disk did not confirm a write: closing, so that a fresh start reads what is really there",
    );
    return outside.exit(exitCodes.database);
  }
  try {
    await migrate(store, { folder: embeddedFolder("migrations"), backups: join(config.dataFolder, "backups"), now });
  } catch (error) {
    await store.close();
    throw error;
  }
  const deps = wire({ store, config, keys: deriveKeys(secret, secretBefore), log, now, newId, newToken });
  await rotateKeys(deps);
  return { deps, close: () => store.close() };
}
