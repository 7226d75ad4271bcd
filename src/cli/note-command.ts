import type { Tx } from "#db/open.ts";
import { audit } from "../accounts/store.ts";
import type { Deps } from "../deps.ts";

/** Writes down in the audit log what was done by command, in the same write. */
export async function noteCommand(
  tx: Tx,
  { newId, now }: Pick<Deps, "newId" | "now">,
  act: string,
  subject: string,
  detail?: Readonly<Record<string, unknown>>,
): Promise<void> {
  await audit(tx, { id: newId(), at: now(), who: "command", act, subject, ...(detail && { detail }) });
}
