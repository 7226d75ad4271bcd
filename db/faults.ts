type Trouble = "busy" | "full" | "down";

const sentences: Record<Trouble, string> = {
  busy: "The database is in use by another program and did not get free in time",
  full: "The disk that holds the database is full",
  down: "The database cannot be reached, or could not be saved to",
};

/** The store cannot serve this now. Nothing of the step was saved, and the same step may be tried again later. */
export class StoreUnavailable extends Error {
  readonly status = 503;
  readonly code: `STORE_${Uppercase<Trouble>}`;

  constructor(
    readonly trouble: Trouble,
    cause?: unknown,
  ) {
    super(sentences[trouble], { cause });
    this.name = "StoreUnavailable";
    this.code = `STORE_${trouble.toUpperCase() as Uppercase<Trouble>}`;
  }
}

/** A query that came too late, or after one that failed: a mistake in the code that made it. */
export class TxOver extends Error {
  constructor(sentence: string, cause?: unknown) {
    super(sentence, { cause });
    this.name = "TxOver";
  }
}

/** An error and what caused it, outermost first: Drizzle wraps what a driver throws. */
function* chain(error: unknown): Generator<Error> {
  for (let each = error; each instanceof Error; each = each.cause) yield each;
}

/** What SQLite calls it (SQLITE_FULL), or PostgreSQL's five characters, or the driver's own word. */
function codesOf(error: unknown): string[] {
  return [...chain(error)].flatMap((each) => {
    const { code, errno } = each as { code?: unknown; errno?: unknown };
    return [code, errno].filter((word): word is string => typeof word === "string");
  });
}

const has = (error: unknown, pattern: RegExp) => codesOf(error).some((code) => pattern.test(code));

/** Whether a row broke a UNIQUE rule or a primary key. The write it was in is undone, whether or not it is caught. */
export const isDuplicate = (error: unknown) => has(error, /^(SQLITE_CONSTRAINT_(UNIQUE|PRIMARYKEY|ROWID)|23505)$/);

/** Whether SQLite waits for another process. */
export const isBusy = (error: unknown) => has(error, /^SQLITE_(BUSY|LOCKED)/);

/** Whether the disk did not confirm a write: what it says next cannot be believed. */
export const isUnconfirmed = (error: unknown) => has(error, /^SQLITE_IOERR_(DIR_)?FSYNC$/);

/** Whether PostgreSQL asks to run the transaction again: a serialization failure or a deadlock. */
export const wantsAnotherTry = (error: unknown) => has(error, /^(40001|40P01)$/);

const troubles: readonly (readonly [Trouble, RegExp])[] = [
  ["full", /^(SQLITE_FULL|53100)$/],
  ["busy", /^(SQLITE_BUSY|SQLITE_LOCKED|55P03$|57014$|53300$|4000?1$|40P01$)/],
  [
    "down",
    /^(SQLITE_(IOERR|CANTOPEN|CORRUPT|NOTADB|READONLY)|08|57P0|ERR_POSTGRES_(CONNECTION|IDLE_TIMEOUT|LIFETIME)|ECONN)/,
  ],
];

/** The error as the rest of the shop should see it: `StoreUnavailable` when the database is the trouble. */
export function faultOf(error: unknown): unknown {
  for (const each of chain(error)) if (each instanceof StoreUnavailable) return each;
  const found = troubles.find(([, pattern]) => has(error, pattern));
  return found ? new StoreUnavailable(found[0], error) : error;
}
