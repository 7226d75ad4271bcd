import { and, asc, desc, eq, gt, inArray, isNull, lte, ne, sql } from "drizzle-orm";
import type { Reader, Tx } from "#db/open.ts";
import { prepared } from "#db/prepared.ts";
import { outbox } from "#db/schema.ts";
import { farewell, headerLine, nextTry, type Letter } from "./letter.ts";

export type Queued = {
  readonly id: string;
  readonly orderId: string | null;
  readonly at: Date;
  /** Not before; at once where it is left out. */
  readonly notBefore?: Date;
};

/** Puts a letter into the outbox, in the same write as what it tells of. */
export async function queueLetter(tx: Tx, letter: Letter, { id, orderId, at, notBefore = at }: Queued): Promise<void> {
  const subject = headerLine(letter.subject);
  await tx.insert(outbox).values({ ...letter, subject, id, orderId, nextAt: notBefore, createdAt: at });
}

/** Puts letters that are about no order into the outbox, all in one statement: keep them to some dozens. */
export async function queueLetters(
  tx: Tx,
  letters: readonly { readonly letter: Letter; readonly id: string }[],
  at: Date,
): Promise<void> {
  if (letters.length === 0) return;
  const rows = letters.map(({ letter, id }) => ({ ...letter, subject: headerLine(letter.subject), id }));
  await tx.insert(outbox).values(rows.map((row) => ({ ...row, orderId: null, nextAt: at, createdAt: at })));
}

/** Writes a letter about an order anew while it is held back, and lets it go at once. Answers whether there was one. */
export async function rewriteLetter(tx: Tx, orderId: string, letter: Letter, now: Date): Promise<boolean> {
  const held = and(
    eq(outbox.orderId, orderId),
    eq(outbox.kind, letter.kind),
    eq(outbox.state, "waiting"),
    gt(outbox.nextAt, now),
    eq(outbox.tries, 0),
  );
  const rewritten = await tx
    .update(outbox)
    .set({ subject: headerLine(letter.subject), html: letter.html, text: letter.text, nextAt: now })
    .where(held)
    .returning({ id: outbox.id });
  return rewritten.length > 0;
}

export type DueLetter = Pick<typeof outbox.$inferSelect, "id" | "to" | "subject" | "html" | "text" | "tries"> & {
  readonly leave?: string;
};

const due = prepared((db: Reader) =>
  db
    .select({
      id: outbox.id,
      to: outbox.to,
      subject: outbox.subject,
      html: outbox.html,
      text: outbox.text,
      leave: outbox.leave,
      tries: outbox.tries,
    })
    .from(outbox)
    .where(and(eq(outbox.state, "waiting"), lte(outbox.nextAt, sql.param(sql.placeholder("now"), outbox.nextAt))))
    .orderBy(asc(outbox.nextAt))
    .limit(20),
);

/** The next letters that are to go, at most 20. */
export function dueLetters(db: Reader, now: Date): Promise<DueLetter[]> {
  return due(db).execute({ now });
}

/**
 * Takes a letter to send it: counts the try and plans the next, before anything is sent. Another process, or a try
 * that was cut short, then does not send it a second time for at least a minute. Answers whether it was still there.
 */
export async function takeLetter(tx: Tx, letter: DueLetter, now: Date): Promise<boolean> {
  const taken = await tx
    .update(outbox)
    .set({ tries: letter.tries + 1, nextAt: nextTry(letter.tries + 1, now) ?? now })
    .where(and(eq(outbox.id, letter.id), eq(outbox.state, "waiting"), eq(outbox.tries, letter.tries)))
    .returning({ id: outbox.id });
  return taken.length === 1;
}

/** The last letter to somebody who was erased is itself forgotten. */
const isFarewell = eq(outbox.kind, farewell);

export async function noteSent(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.delete(outbox).where(and(eq(outbox.id, id), isFarewell));
  await tx.update(outbox).set({ state: "sent", sentAt: now, trouble: "" }).where(eq(outbox.id, id));
}

/** Notes why a letter did not go; `over` when it is not tried again. */
export async function noteTrouble(tx: Tx, id: string, trouble: string, over: boolean): Promise<void> {
  const state = over ? "failed" : "waiting";
  if (over) await tx.delete(outbox).where(and(eq(outbox.id, id), isFarewell));
  await tx
    .update(outbox)
    .set({ state, trouble: headerLine(trouble) })
    .where(eq(outbox.id, id));
}

/** Without a mail server letters stay in the shop, where the owner reads them. */
export async function keepLetters(tx: Tx, now: Date): Promise<void> {
  const isDue = and(eq(outbox.state, "waiting"), lte(outbox.nextAt, now));
  await tx.delete(outbox).where(and(isDue, isFarewell));
  await tx.update(outbox).set({ state: "kept" }).where(isDue);
}

const aMonth = 30 * 86_400_000;
/** Nobody else can write meanwhile. */
const mostForgotten = 500;

/**
 * Forgets letters of a month ago that are no papers of an order: their links are dead, and some went to addresses that
 * nobody can find again when their owner wants to be forgotten, such as one that an account had before. Some at a time.
 */
export async function sweepLetters(tx: Tx, now: Date): Promise<void> {
  const isOld = lte(outbox.createdAt, new Date(now.getTime() - aMonth));
  const some = tx
    .select({ id: outbox.id })
    .from(outbox)
    .where(and(isOld, isNull(outbox.orderId), ne(outbox.state, "waiting")))
    .orderBy(asc(outbox.createdAt))
    .limit(mostForgotten);
  await tx.delete(outbox).where(inArray(outbox.id, some));
}

export type LetterState = "waiting" | "sent" | "kept" | "failed";
type Row = typeof outbox.$inferSelect;
export type LetterHead = Pick<Row, "id" | "kind" | "to" | "subject" | "state" | "tries" | "createdAt" | "orderId"> & {
  readonly sentAt: Date | null;
  readonly trouble: string;
};

const headColumns = {
  id: outbox.id,
  kind: outbox.kind,
  to: outbox.to,
  subject: outbox.subject,
  state: outbox.state,
  tries: outbox.tries,
  createdAt: outbox.createdAt,
  orderId: outbox.orderId,
  sentAt: outbox.sentAt,
  trouble: outbox.trouble,
};

export type LettersAsked = {
  readonly state?: LetterState | undefined;
  /** Id of the last letter of the page before. */
  readonly after?: string | undefined;
  readonly limit?: number;
};

/** The outbox, newest first: ids grow with time. Asks for one more than shown, so that the page knows of a next. */
export function listLetters(db: Reader, { state, after, limit = 50 }: LettersAsked): Promise<LetterHead[]> {
  const older = after === undefined ? undefined : sql`${outbox.id} < ${after}`;
  return db
    .select(headColumns)
    .from(outbox)
    .where(and(state === undefined ? undefined : eq(outbox.state, state), older))
    .orderBy(desc(outbox.id))
    .limit(limit + 1);
}

export async function loadLetter(db: Reader, id: string): Promise<Row | undefined> {
  const [row] = await db.select().from(outbox).where(eq(outbox.id, id));
  return row;
}

/** Lets a letter that failed or was kept go again, with a whole day of tries. Answers whether there was one. */
export async function retryLetter(tx: Tx, id: string, now: Date): Promise<boolean> {
  const again = await tx
    .update(outbox)
    .set({ state: "waiting", tries: 0, nextAt: now, trouble: "" })
    .where(and(eq(outbox.id, id), sql`${outbox.state} in ('failed', 'kept')`))
    .returning({ id: outbox.id });
  return again.length === 1;
}
