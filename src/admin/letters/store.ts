import { and, desc, eq, inArray, lt, or } from "drizzle-orm";
import type { Reader, Tx } from "#db/open.ts";
import { outbox } from "#db/schema.ts";

const pageSize = 50;
const fields = {
  id: outbox.id,
  kind: outbox.kind,
  to: outbox.to,
  subject: outbox.subject,
  state: outbox.state,
  trouble: outbox.trouble,
  createdAt: outbox.createdAt,
};

/** A page of letters, newest first; `before` is "<milliseconds>-<id>" of the last one seen. */
export async function listLetters(db: Reader, before: string) {
  const [time = "", id = ""] = before.split(/-(.*)/s);
  const at = new Date(Number(time));
  const older = /^\d{1,15}$/.test(time)
    ? or(lt(outbox.createdAt, at), and(eq(outbox.createdAt, at), lt(outbox.id, id)))
    : undefined;
  const rows = await db
    .select(fields)
    .from(outbox)
    .where(older)
    .orderBy(desc(outbox.createdAt), desc(outbox.id))
    .limit(pageSize + 1);
  const shown = rows.slice(0, pageSize);
  const last = shown.at(-1);
  return {
    letters: shown,
    before: rows.length > pageSize && last ? `${last.createdAt.getTime()}-${last.id}` : undefined,
  };
}

export async function loadLetter(db: Reader, id: string) {
  const [row] = await db
    .select({ ...fields, html: outbox.html, text: outbox.text })
    .from(outbox)
    .where(eq(outbox.id, id));
  return row;
}

/** Puts a letter that was kept, given up or sent back into the queue. */
export async function queueAgain(tx: Tx, id: string, now: Date): Promise<boolean> {
  const changed = await tx
    .update(outbox)
    .set({ state: "waiting", tries: 0, nextAt: now, trouble: "" })
    .where(and(eq(outbox.id, id), inArray(outbox.state, ["kept", "failed", "sent"])))
    .returning({ id: outbox.id });
  return changed.length === 1;
}
