import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

// `bun run db:new <name>` writes what changed in db/schema.ts as a migration for each database; `--custom` writes a pair
// of empty ones, for what a schema cannot say (search tables, moving data). Read both before you commit them.

const dialects = { sqlite: "sqlite:", postgresql: "postgres://localhost/none" } as const;
const folders = { sqlite: "db/migrations/sqlite", postgresql: "db/migrations/postgres" } as const;
type Dialect = keyof typeof dialects;

const words = process.argv.slice(2);
const custom = words.includes("--custom");
const [name, ...more] = words.filter((word) => word !== "--custom");
if (!name || more.length > 0 || !/^[a-z0-9_]+$/.test(name)) {
  console.error("Which change is it?\n  mend: bun run db:new <name> [--custom], with a name like add_gift_cards");
  process.exit(2);
}

/** drizzle-kit knows nothing of STRICT tables, in which SQLite keeps to the types it is told. */
const madeStrict = (text: string) => text.replaceAll(/^(CREATE TABLE [\s\S]*?^\))(;)/gm, "$1 STRICT$2");

function generate(dialect: Dialect) {
  const kit = join(import.meta.dir, "../node_modules/drizzle-kit/bin.cjs");
  const settings = [`--dialect=${dialect}`, "--schema=db/schema.ts", `--out=${folders[dialect]}`, `--name=${name}`];
  const ran = Bun.spawnSync([process.execPath, kit, "generate", ...settings, ...(custom ? ["--custom"] : [])], {
    env: { ...process.env, DATABASE_URL: dialects[dialect] },
    stdio: ["inherit", "inherit", "inherit"],
  });
  if (!ran.success) throw new Error(`drizzle-kit could not write the migration for ${dialect}; see above.`);
}

for (const dialect of ["sqlite", "postgresql"] as const) {
  mkdirSync(folders[dialect], { recursive: true });
  const before = new Set(listed(dialect));
  generate(dialect);
  for (const file of listed(dialect).filter((each) => !before.has(each))) {
    if (dialect === "sqlite") writeFileSync(file, madeStrict(readFileSync(file, "utf8")));
    console.log(`Read ${file} before you commit it.`);
  }
}

function listed(dialect: Dialect): string[] {
  return [...new Bun.Glob("*.sql").scanSync({ cwd: folders[dialect], onlyFiles: true })].map((file) =>
    join(folders[dialect], file),
  );
}
