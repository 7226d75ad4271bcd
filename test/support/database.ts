import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isPostgres } from "#db/dialect.ts";
import { migrate } from "#db/migrate.ts";
import { openStore, type Store, type StoreOptions } from "#db/open.ts";
import { postgresPool } from "./postgres-pool.ts";

// DATABASE_URL chooses where tests keep their data: unset for SQLite, or a PostgreSQL server on which they may make
// databases (`startPostgres` gives one). Each test gets a copy of a database that was migrated once.

export type FreshDatabase = {
  /** A data folder of its own, also on PostgreSQL. */
  readonly folder: string;
  readonly url: string;
  readonly store: Store;
  /** Closes the store and takes the database away. */
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
};

const migrations = join(import.meta.dir, "../../db/migrations");
const prefix = "pushcart-tests-";
forgetEarlierRuns();
const root = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));

let made = 0;
let template: Promise<(folder: string, name: string) => Promise<Place>> | undefined;
type Place = { readonly url: string; remove(): Promise<void> };

/** A migrated database of its own, for one test: `await using database = await freshDatabase()`. */
export async function freshDatabase(options: Omit<StoreOptions, "url"> = {}): Promise<FreshDatabase> {
  template ??= isPostgres ? postgresTemplate(process.env["DATABASE_URL"] ?? "") : sqliteTemplate();
  const copy = await template;
  const name = `pushcart_test_${process.pid}_${(made += 1)}`;
  const folder = join(root, name);
  mkdirSync(folder);
  const { url, remove } = await copy(folder, name);
  const store = openStore({ connections: 3, ...options, url });
  const close = async () => {
    await store.close();
    await remove();
    rmSync(folder, { recursive: true, force: true });
  };
  return { folder, url, store, close, [Symbol.asyncDispose]: close };
}

/** `bun test` ends without telling, so each run takes away what the ones before it left. */
function forgetEarlierRuns() {
  for (const name of readdirSync(tmpdir()).filter((each) => each.startsWith(prefix))) {
    const pid = Number(name.slice(prefix.length).split("-")[0]);
    if (isAlive(pid)) continue;
    try {
      rmSync(join(tmpdir(), name), { recursive: true, force: true });
    } catch {
      // Something still holds it: the next run takes it away.
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function prepare(url: string) {
  const store = openStore({ url, connections: 1 });
  await migrate(store, { folder: migrations, backups: root, now: () => new Date(0) });
  await store.close();
}

async function sqliteTemplate() {
  const file = join(root, "template.db");
  await prepare(`sqlite:${file}`);
  return async (folder: string): Promise<Place> => {
    const path = join(folder, "shop.db");
    copyFileSync(file, path);
    return { url: `sqlite:${path}`, remove: async () => {} };
  };
}

async function postgresTemplate(server: string) {
  const pool = await (running ??= postgresPool(server, prepare));
  return async (): Promise<Place> => {
    const { url, giveBack } = await pool.take();
    return { url, remove: async () => giveBack() };
  };
}

let running: ReturnType<typeof postgresPool> | undefined;

/** When nothing is left open on PostgreSQL. */
export const allGone = async (): Promise<void> => (await running)?.end();
