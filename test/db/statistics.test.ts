import { expect, test } from "bun:test";
import { Database } from "bun:sqlite";
import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { isPostgres } from "#db/dialect.ts";
import { openStore, sqlitePath } from "#db/open.ts";
import { products } from "#db/schema.ts";
import { freshDatabase } from "#test/support/database.ts";
import { makeWorld } from "#test/support/world.ts";

test.skipIf(isPostgres)("a small shop leaves no statistics behind that would mislead it once it is large", async () => {
  await using database = await freshDatabase();
  await database.store.write((tx) => makeWorld(tx, { products: [{ title: "Mug", price: 1200 }] }));
  const copy = join(database.folder, "copy.db");
  copyFileSync(sqlitePath(database.url), copy);
  copyFileSync(`${sqlitePath(database.url)}-wal`, `${copy}-wal`);
  const store = openStore({ url: `sqlite:${copy}` });
  expect(await store.read.$count(products)).toBe(1);
  await store.close();

  using file = new Database(copy, { readonly: true });
  const counted = file.query("SELECT 1 FROM sqlite_schema WHERE name = 'sqlite_stat1'").get() !== null;
  expect(counted ? file.query("SELECT tbl FROM sqlite_stat1").all() : []).toEqual([]);
});
