import type { Deps } from "../deps.ts";
import { dropLate, listErased } from "./erase-store.ts";

/** Nothing that somebody began before goes on for longer. */
const lately = 86_400_000;

/**
 * Takes away what was written for accounts that were erased in the meantime: by who signed in, or pressed a heart, in
 * that very moment. Such rows open nothing, but name somebody who wanted to be forgotten.
 */
export async function sweepErased({ store, now }: Pick<Deps, "store" | "now">): Promise<void> {
  for (const id of await listErased(store.read, new Date(now().getTime() - lately)))
    await store.write((tx) => dropLate(tx, id));
}
