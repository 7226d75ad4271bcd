import type { Tx } from "#db/open.ts";
import type { Deps } from "../deps.ts";
import { digestOf } from "../keys.ts";
import { endOf } from "./session-span.ts";
import { signSessionToken, type Audience } from "./session-token.ts";
import { insertSession } from "./store.ts";

export type NewSession = { readonly token: string; readonly save: (tx: Tx) => Promise<void> };

/**
 * A new session under a new identifier: the token for the cookie, and the row to save in the write that signs in. The
 * token is signed before that write, since a write does nothing but queries.
 */
export async function startSession(
  deps: Deps,
  audience: Audience,
  accountId: string,
  agent: string,
  /** The session it takes the place of: it began then, and ends no later. */
  before?: { readonly createdAt: Date; readonly expiresAt: Date },
): Promise<NewSession> {
  const at = deps.now();
  const expiresAt = before?.expiresAt ?? endOf(audience, at);
  const sid = deps.newToken();
  const token = await signSessionToken(
    deps,
    { sub: accountId, sid, exp: Math.floor(expiresAt.getTime() / 1000) },
    audience,
  );
  const row = {
    id: digestOf(sid),
    audience,
    accountId,
    createdAt: before?.createdAt ?? at,
    seenAt: at,
    provenAt: at,
    expiresAt,
    agent: agent.slice(0, 300),
  };
  return { token, save: (tx) => insertSession(tx, row) };
}
