import { Database } from "bun:sqlite";
import { afterAll, expect, test } from "bun:test";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isPostgres } from "#db/dialect.ts";
import { migrate } from "#db/migrate.ts";
import { MigrationError } from "#db/migration.ts";
import { freshDatabase, type FreshDatabase } from "#test/support/database.ts";

const root = mkdtempSync(join(tmpdir(), "pushcart-migrations-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const real = join(import.meta.dir, "../../db/migrations");
const now = () => new Date(1_234_567_890_123);
let made = 0;

/** The shop's migrations and some more, in a folder of their own. */
async function withMore(...more: readonly string[]): Promise<string> {
  const folder = join(root, `migrations-${(made += 1)}`);
  for (const dialect of ["sqlite", "postgres"]) {
    const to = join(folder, dialect);
    mkdirSync(join(to, "meta"), { recursive: true });
    const journal = (await Bun.file(join(real, dialect, "meta/_journal.json")).json()) as {
      entries: { tag: string; when: number }[];
    };
    for (const { tag } of journal.entries)
      writeFileSync(join(to, `${tag}.sql`), await Bun.file(join(real, dialect, `${tag}.sql`)).text());
    const last = Math.max(...journal.entries.map(({ when }) => when));
    for (const [nth, text] of more.entries()) {
      const tag = `900${nth}_more`;
      writeFileSync(join(to, `${tag}.sql`), text);
      journal.entries.push({ tag, when: last + 1 + nth });
    }
    writeFileSync(join(to, "meta/_journal.json"), JSON.stringify(journal));
  }
  return folder;
}

const bringUp = ({ store, folder }: FreshDatabase, migrations: string) =>
  migrate(store, { folder: migrations, backups: join(folder, "backups"), now });
const backupsOf = ({ folder }: FreshDatabase) => {
  const backups = join(folder, "backups");
  return readdirSync(folder).includes("backups") ? readdirSync(backups).map((name) => join(backups, name)) : [];
};
const refusal = (answer: Promise<unknown>) =>
  answer.then(
    () => undefined,
    (cause: unknown) => cause as Error,
  );

const good = "create table extra (id text primary key not null)";
const bad = "insert into settings values ('a', '1');--> statement-breakpoint\nselect * from nowhere";

test("a second start changes nothing", async () => {
  await using database = await freshDatabase();
  expect(await bringUp(database, real)).toEqual({ applied: [], backup: undefined });
});

test("a newer program's changes are made, after a copy of a SQLite file that only its owner may read", async () => {
  await using database = await freshDatabase();
  const { applied, backup } = await bringUp(database, await withMore(good, "insert into extra values ('a')"));
  expect(applied).toEqual(["9000_more", "9001_more"]);
  expect(backupsOf(database)).toEqual(backup ? [backup] : []);
  if (isPostgres || !backup) return expect(backup).toBeUndefined();

  expect(backup).toEndWith("before-9000_more-20090213T233130123Z.db");
  expect(statSync(backup).mode & 0o777).toBe(0o600);
  const copy = new Database(backup);
  expect(copy.query("select name from sqlite_schema where name in ('extra', 'settings')").values()).toEqual([
    ["settings"],
  ]);
  copy.close();
});

test("a change that fails leaves the database as it was, says where, and keeps no copy", async () => {
  await using database = await freshDatabase();
  const cause = await refusal(bringUp(database, await withMore(good, bad)));
  expect(cause).toBeInstanceOf(MigrationError);
  expect(cause?.message).toContain("9001_more failed");
  expect(cause?.message).toContain("select * from nowhere");
  expect(backupsOf(database)).toEqual([]);
  expect((await bringUp(database, await withMore(good))).applied).toEqual(["9000_more"]);
});

test("an older program leaves a newer one's database alone, and says what to do", async () => {
  await using database = await freshDatabase();
  await bringUp(database, await withMore(good));
  const cause = await refusal(bringUp(database, real));
  expect(cause).toBeInstanceOf(MigrationError);
  expect(cause?.message).toContain("a newer Pushcart");
  expect(cause?.message).toContain("mend: start that version again");
});

test("of two that start at once, one makes the changes", async () => {
  await using database = await freshDatabase();
  const folder = await withMore(good, "insert into extra values ('once')");
  const both = await Promise.all([bringUp(database, folder), bringUp(database, folder)]);
  expect(both.map(({ applied }) => applied.length).sort()).toEqual([0, 2]);
});

test.skipIf(isPostgres)("a rebuilt table keeps the rows that point to it", async () => {
  await using database = await freshDatabase();
  const rebuilt = [
    "create table parent (id text primary key not null) strict",
    "create table child (id text primary key not null, parent_id text not null references parent(id) on delete cascade) strict",
    "insert into parent values ('p')",
    "insert into child values ('c', 'p')",
  ];
  const rebuild = [
    "PRAGMA foreign_keys=OFF",
    "create table __new_parent (id text primary key not null, more text) strict",
    "insert into __new_parent (id) select id from parent",
    "drop table parent",
    "alter table __new_parent rename to parent",
    "PRAGMA foreign_keys=ON",
  ];
  const text = (statements: string[]) => statements.join(";--> statement-breakpoint\n");
  await bringUp(database, await withMore(text(rebuilt), text(rebuild)));
  const file = new Database(database.url.replace("sqlite:", ""), { readonly: true });
  expect(file.query("select parent.id, child.id from child join parent on parent.id = parent_id").values()).toEqual([
    ["p", "c"],
  ]);
  file.close();

  const orphans = await refusal(bringUp(database, await withMore(text(rebuilt), text(rebuild), "delete from parent")));
  expect(orphans?.message).toContain("rows of child would point to rows that are gone");
});
