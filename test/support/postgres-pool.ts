/** A database of a test: given back, it is emptied while the next test runs, and then given to another. */
export type PooledDatabase = { readonly url: string; giveBack(): void };

/** Rows that migrations bring along, kept beside the tables they belong to. */
const aside = "as_migrated";

/**
 * To make a database costs PostgreSQL longer than most tests take, so the few that are in use at a time are used again.
 * Each is as it was migrated: same tables, same rows. One whose tables a test has changed is dropped.
 */
export async function postgresPool(server: string, prepare: (url: string) => Promise<void>) {
  const open = (name: string) => new Bun.SQL({ url: named(server, name), max: 1, onclose: () => {} });
  const admin = open("postgres");
  const template = `pushcart_template_${process.pid}`;
  await drop(admin, template);
  await admin.unsafe(`create database ${template}`);
  await prepare(named(server, template));
  const migrated = open(template);
  const filled = await layAside(migrated);
  const shape = await shapeOf(migrated);
  const emptied = await emptyAll(migrated, filled);
  await migrated.close();

  const free: Kept[] = [];
  const leaving = new Set<Promise<void>>();
  let made = 0;

  async function make(): Promise<Kept> {
    const name = `pushcart_test_${process.pid}_${(made += 1)}`;
    await admin.unsafe(`create database ${name} template ${template} strategy wal_log`);
    return { name, keeper: open(name) };
  }

  async function empty(each: Kept): Promise<void> {
    const { name, keeper } = each;
    // What a test left running must not write into the next one's.
    await keeper.unsafe(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and pid <> pg_backend_pid()",
      [name],
    );
    if ((await shapeOf(keeper)) === shape) {
      await keeper.unsafe(emptied);
      free.push(each);
      return;
    }
    await keeper.close();
    await drop(admin, name);
  }

  return {
    async take(): Promise<PooledDatabase> {
      const each = free.pop() ?? (await make());
      const giveBack = () => {
        const gone = empty(each)
          .catch(() => {}) // a server that was ended on purpose
          .finally(() => leaving.delete(gone));
        leaving.add(gone);
      };
      return { url: named(server, each.name), giveBack };
    },
    /** When all that was given back is settled, and nothing of it stays open. */
    async end(): Promise<void> {
      await Promise.all(leaving);
      for (const { name, keeper } of free.splice(0)) {
        await keeper.close();
        await drop(admin, name).catch(() => {});
      }
    },
  };
}

type Kept = { readonly name: string; readonly keeper: Bun.SQL };

function named(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

const drop = (admin: Bun.SQL, name: string) => admin.unsafe(`drop database if exists ${name} with (force)`);

async function tablesOf(database: Bun.SQL): Promise<string[]> {
  const rows = await database.unsafe(
    "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema', $1) order by 1",
    [aside],
  );
  return rows.map(({ name }: { readonly name: string }) => name);
}

/** Copies the rows that are there beside their tables, and answers which tables have any. */
async function layAside(database: Bun.SQL): Promise<readonly (readonly [table: string, copy: string])[]> {
  await database.unsafe(`create schema ${aside}`);
  const filled: [string, string][] = [];
  for (const [at, table] of (await tablesOf(database)).entries()) {
    const [found] = await database.unsafe(`select exists (select from ${table}) as some`);
    if (!found.some) continue;
    const copy = `${aside}.t${at}`;
    await database.unsafe(`create table ${copy} as table ${table}`);
    filled.push([table, copy]);
  }
  return filled;
}

/** One text that makes every table hold again what it held when it was migrated. References are not looked at meanwhile. */
async function emptyAll(database: Bun.SQL, filled: readonly (readonly [string, string])[]): Promise<string> {
  const all = await tablesOf(database);
  const counters: string[] = [];
  for (const { name } of await database.unsafe(
    "select format('%I.%I', schemaname, sequencename) as name from pg_sequences",
  )) {
    const [at] = await database.unsafe(`select last_value, is_called from ${name}`);
    counters.push(`select setval('${name}', ${at.last_value}, ${at.is_called})`);
  }
  return [
    "begin",
    "set local session_replication_role = replica",
    ...all.map((table) => `delete from ${table}`),
    ...filled.map(([table, copy]) => `insert into ${table} select * from ${copy}`),
    ...counters,
    "commit",
  ].join(";\n");
}

/** All tables, columns and indexes as one text. */
async function shapeOf(database: Bun.SQL): Promise<string> {
  const [row] = await database.unsafe(`
    select md5(string_agg(concat_ws(' ', c.relnamespace, c.relname, c.relkind, a.attname, a.atttypid, a.attnotnull), ',' order by c.relnamespace, c.relname, a.attnum)) as shape
    from pg_class c left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace in (select oid from pg_namespace where nspname not like 'pg\\_%' and nspname <> 'information_schema')`);
  return row.shape;
}
