import { and, desc, eq, gt, ne } from "drizzle-orm";
import type { Reader, Tx } from "#db/open.ts";
import { sessions } from "#db/schema.ts";
import { idleSince } from "./session-span.ts";
import type { Audience } from "./session-token.ts";

type Whose = { readonly audience: Audience; readonly accountId: string };
const theirs = ({ audience, accountId }: Whose) =>
  and(eq(sessions.audience, audience), eq(sessions.accountId, accountId));

/** Where somebody is signed in, last used first; what ran out is left out. At most fifty. */
export function listSessions(db: Reader, whose: Whose, now: Date) {
  return db
    .select({ id: sessions.id, agent: sessions.agent, createdAt: sessions.createdAt, seenAt: sessions.seenAt })
    .from(sessions)
    .where(and(theirs(whose), gt(sessions.expiresAt, now), gt(sessions.seenAt, idleSince(whose.audience, now))))
    .orderBy(desc(sessions.seenAt))
    .limit(50);
}

/** Ends one of somebody's own sessions; another's stays. Answers whether there was one. */
export async function endOwnSession(tx: Tx, whose: Whose, id: string): Promise<boolean> {
  const ended = await tx
    .delete(sessions)
    .where(and(theirs(whose), eq(sessions.id, id)))
    .returning({ id: sessions.id });
  return ended.length === 1;
}

export async function endOtherSessions(tx: Tx, whose: Whose, keptId: string): Promise<void> {
  await tx.delete(sessions).where(and(theirs(whose), ne(sessions.id, keptId)));
}
