import { Command } from "commander";
import { CliError, type AddCommand, type CliContext } from "#src/cli/context.ts";
import type { Deps } from "#src/deps.ts";
import type { ShopSettings } from "#src/settings/shop.ts";
import { saveShop, shopReader } from "#src/settings/store.ts";
import { freshDatabase } from "#test/support/database.ts";

export type Ran = {
  readonly out: readonly string[];
  readonly said: readonly string[];
  readonly exitCode: number;
  /** What it stopped with, where it did. */
  readonly trouble: string;
};

/** A terminal with one fresh shop, for commands that set it up: `run` answers all that was printed. */
export async function setupTerminal(
  commands: Readonly<Record<string, AddCommand>>,
  settings: Partial<ShopSettings> = {},
) {
  const database = await freshDatabase();
  const { store, folder } = database;
  await store.write((tx) => saveShop(tx, settings));
  let made = 0;
  const deps = {
    store,
    shop: shopReader(store),
    now: () => new Date("2026-11-22T09:41:00Z"),
    newId: () => `id-${(made += 1)}`,
  } as Deps;

  async function run(...words: string[]): Promise<Ran> {
    const [out, said]: [string[], string[]] = [[], []];
    const context = {
      exitCode: 0,
      json: words.includes("--json"),
      out: (text: string) => void out.push(text),
      say: (text: string) => void said.push(text),
      open: async () => deps,
    } as unknown as CliContext;
    const program = new Command().exitOverride().configureOutput({ writeErr: () => {}, writeOut: () => {} });
    for (const add of Object.values(commands)) add(program, () => context);
    const given = words.filter((word) => word !== "--json");
    try {
      await program.parseAsync(given, { from: "user" });
      return { out, said, exitCode: context.exitCode, trouble: "" };
    } catch (cause) {
      if (cause instanceof CliError) return { out, said, exitCode: cause.exitCode, trouble: cause.message };
      if (cause instanceof Error && cause.name === "CommanderError")
        return { out, said, exitCode: 2, trouble: cause.message };
      throw cause;
    }
  }
  return { deps, store, folder, run, [Symbol.asyncDispose]: () => database.close() };
}
