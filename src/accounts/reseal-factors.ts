import type { Deps } from "../deps.ts";
import { keyIdOf, seal, unseal } from "../keys.ts";
import { listFactors, setSeed } from "./factor-store.ts";

/** Seals every seed by the key of now that was sealed by the key before. */
export async function resealFactors({ store, keys }: Pick<Deps, "store" | "keys">): Promise<void> {
  const { before, secondFactor } = keys;
  if (!before) return;
  const old = (await listFactors(store.read)).filter(({ seed }) => !seed.startsWith(`${keyIdOf(secondFactor)}.`));
  for (const { owner, seed } of old) {
    const open = unseal([before.secondFactor], seed, owner);
    if (open !== undefined) await store.write((tx) => setSeed(tx, owner, seal(secondFactor, open, owner)));
  }
}
