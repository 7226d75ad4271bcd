import type { Deps } from "../deps.ts";
import { sweepNews } from "./store.ts";
import { sweepNotices } from "./telling-store.ts";

/** Forgets old news, and who was told or has waited too long. */
export async function sweepAllNews({ store, now }: Pick<Deps, "store" | "now">): Promise<void> {
  await store.write(async (tx) => {
    await sweepNews(tx, now());
    await sweepNotices(tx, now());
  });
}
