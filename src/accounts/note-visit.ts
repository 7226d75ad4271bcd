import type { Deps } from "../deps.ts";
import { notedBefore } from "./session-span.ts";
import { noteSeen } from "./store.ts";

/** Notes every few minutes that a session is in use. Nobody waits for it, and no page fails for it. */
export function noteVisit(deps: Deps, sessionId: string, seenAt: Date | undefined): void {
  const now = deps.now();
  if (!seenAt || seenAt > notedBefore(now)) return;
  deps.store
    .write((tx) => noteSeen(tx, sessionId, now))
    .catch((error: unknown) => deps.log.warn({ err: error }, "a visit could not be noted"));
}
