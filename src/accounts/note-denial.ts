import type { Deps } from "../deps.ts";
import { audit, type Audited } from "./store.ts";

type Denial = Pick<Audited, "who" | "act" | "subject" | "address" | "detail">;

/** Writes down that somebody was refused. They are refused whether or not that works. */
export async function noteDenial(deps: Deps, denial: Denial): Promise<void> {
  const row = { ...denial, id: deps.newId(), at: deps.now(), result: "denied" };
  await deps.store
    .write((tx) => audit(tx, row))
    .catch((error: unknown) => deps.log.error({ err: error, ...row }, "a denial could not be written down"));
}
