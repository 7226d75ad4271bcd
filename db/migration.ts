import { readFileSync } from "node:fs";
import { join } from "node:path";

/** One change of the schema: a file that drizzle-kit wrote, or a person did. */
export type Migration = {
  readonly tag: string;
  readonly when: number;
  readonly hash: string;
  readonly statements: readonly string[];
};

export type Migrated = {
  /** The names of the migrations that ran now. */
  readonly applied: readonly string[];
  /** The copy of the SQLite file as it was before, where it held anything. */
  readonly backup: string | undefined;
};

/** The database cannot be brought up to date by this program. It is left as it was; the message says what to do. */
export class MigrationError extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause });
    this.name = "MigrationError";
  }
}

/** Reads a folder of drizzle-kit's in the order of its journal. Also from inside the binary. */
export function readMigrations(folder: string): Migration[] {
  const text = (file: string) => readFileSync(join(folder, file), "utf8");
  const journal = JSON.parse(text("meta/_journal.json")) as { entries: { tag: string; when: number }[] };
  return journal.entries.map(({ tag, when }) => {
    const file = text(`${tag}.sql`);
    const hash = new Bun.CryptoHasher("sha256").update(file).digest("hex");
    const statements = file
      .split("--> statement-breakpoint")
      .filter((part) => part.replaceAll(/^\s*--.*$/gm, "").trim());
    return { tag, when, hash, statements };
  });
}

/** Those still to run. @throws MigrationError when one ran that this program lacks; `copies` is where older data may be. */
export function pending(
  migrations: readonly Migration[],
  ran: readonly number[],
  copies: string,
): readonly Migration[] {
  const known = new Set(migrations.map(({ when }) => when));
  const foreign = ran.filter((when) => !known.has(when));
  if (foreign.length > 0) {
    const who = Math.max(...foreign) > Math.max(0, ...known) ? "a newer Pushcart" : "another edition of Pushcart";
    throw new MigrationError(
      `This database was changed by ${who} (${foreign.length} changes that this one does not know), and is left alone.\n  mend: start that version again, or put back the copy that was made before the change (${copies})`,
    );
  }
  return migrations.filter(({ when }) => !ran.includes(when));
}

const unchanged =
  "Nothing of it was saved; the database is as it was before.\n  mend: start the version you had before, and report this";

/** Says which migration failed and at what. */
export function failed({ tag }: Migration, statement: string, cause: unknown): MigrationError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new MigrationError(
    `The database could not be changed: ${tag} failed (${why}) at\n${statement.trim()}\n${unchanged}`,
    cause,
  );
}

/** Says which tables would have rows that point nowhere. */
export function orphaned(tables: readonly string[]): MigrationError {
  return new MigrationError(
    `The database could not be changed: rows of ${tables.join(", ")} would point to rows that are gone.\n${unchanged}`,
  );
}
