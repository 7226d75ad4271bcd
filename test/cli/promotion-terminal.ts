import { Command } from "commander";
import type { CliContext } from "#src/cli/context.ts";
import { promotionCommand } from "#src/cli/promotion.ts";
import type { Deps } from "#src/deps.ts";
import { saveShop, shopReader } from "#src/settings/store.ts";
import { freshDatabase } from "#test/support/database.ts";

/** A terminal with one shop: `run` answers what was printed, or throws what went wrong. */
export async function promotionTerminal() {
  const database = await freshDatabase();
  const { store } = database;
  await store.write((tx) => saveShop(tx, { timeZone: "America/Chicago" }));
  let made = 0;
  const deps = {
    store,
    shop: shopReader(store),
    now: () => new Date("2026-11-22T09:41:00Z"),
    newId: () => `p${(made += 1)}`,
    newToken: () => Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString("base64url"),
  } as Deps;

  async function run(...words: string[]): Promise<string[]> {
    const printed: string[] = [];
    const context = {
      exitCode: 0,
      json: words.includes("--json"),
      out: (text: string) => void printed.push(text),
      say: () => {},
      open: async () => deps,
    } as unknown as CliContext;
    const program = new Command().exitOverride().configureOutput({ writeErr: () => {} });
    promotionCommand(program, () => context);
    await program.parseAsync(["promotion", ...words.filter((word) => word !== "--json")], { from: "user" });
    return printed;
  }
  return { deps, store, run, [Symbol.asyncDispose]: () => database.close() };
}
