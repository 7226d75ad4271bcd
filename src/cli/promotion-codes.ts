import type { Command } from "commander";
import { rename } from "node:fs/promises";
import { resolve } from "node:path";
import type { Tx } from "#db/open.ts";
import { writeCsv } from "../catalog/export/csv.ts";
import type { Deps } from "../deps.ts";
import { makeCodes, mostCodes, prefixTrouble } from "../promotions/make-codes.ts";
import { listUsedCodes, type UsedCode } from "../promotions/codes-store.ts";
import { CliError, examples, exitCodes, type CliContext } from "./context.ts";
import { findCampaign } from "./find-campaign.ts";
import { noteCommand } from "./note-command.ts";

type Options = {
  readonly generate?: string;
  readonly prefix?: string;
  readonly perCode?: string;
  readonly out?: string;
  readonly unused?: boolean;
};

/** `pushcart promotion codes`: the codes of a campaign, how each was used, and new ones. */
export function codesCommand(command: Command, context: () => CliContext): void {
  command
    .command("codes")
    .addHelpText(
      "before",
      examples("promotion codes Welcome --generate 500 --out codes.csv", "promotion codes Welcome"),
    )
    .description("list a promotion's codes and their use, or make new ones that work once each")
    .argument("<id, code or name>")
    .option("--generate <count>", "make so many new codes, and print these")
    .option("--prefix <text>", "what each of them begins with")
    .option("--per-code <orders>", "how many orders may use each of them, or any", "1")
    .option("--unused", "only codes that may still be used")
    .option("--out <file>", "write them to a CSV file")
    .action((which: string, options: Options) => codes(context(), which, options));
}

async function codes(cli: CliContext, which: string, options: Options): Promise<void> {
  const deps = await cli.open();
  const promotion = await findCampaign(deps.store.read, which);
  const list =
    options.generate === undefined ? await existing(deps, promotion.id, options) : await made(deps, promotion, options);
  if (options.out !== undefined) {
    await writeWhole(resolve(options.out), codesFile(list));
    cli.say(`${list.length} codes of "${promotion.name}" are in ${resolve(options.out)}.`);
    return cli.out(
      cli.json ? JSON.stringify({ file: resolve(options.out), codes: list.length }) : resolve(options.out),
    );
  }
  if (cli.json) return cli.out(JSON.stringify(list));
  if (list.length === 0) cli.say("It has no codes. Make some: pushcart promotion codes NAME --generate 100");
  for (const { key, used, useLimit, orders } of list) {
    const of = useLimit === null ? "" : ` of ${useLimit}`;
    cli.out(`${key}  used ${used}${of}${orders.length > 0 ? `  ${orders.join(", ")}` : ""}`);
  }
}

async function existing({ store }: Deps, id: string, { unused = false }: Options): Promise<UsedCode[]> {
  const all: UsedCode[] = [];
  for (let after = ""; ; after = all.at(-1)?.key ?? "") {
    const page = await listUsedCodes(store.read, id, after, 1000);
    all.push(...page);
    if (page.length < 1000) return unused ? all.filter(isFree) : all;
  }
}

const isFree = ({ used, useLimit }: UsedCode) => useLimit === null || used < useLimit;

type Campaign = { readonly id: string; readonly name: string; readonly coded: boolean };

async function made(deps: Deps, { id, name, coded }: Campaign, options: Options): Promise<UsedCode[]> {
  if (!coded) throw new CliError(`"${name}" holds without a code.\n  mend: add one with --needs-code`, exitCodes.usage);
  const count = wholeOf("--generate", options.generate ?? "", mostCodes);
  const prefix = options.prefix ?? "";
  const trouble = prefixTrouble(prefix);
  if (trouble !== undefined) throw new CliError(`--prefix: ${trouble}`, exitCodes.usage);
  const codeLimit = options.perCode === "any" ? null : wholeOf("--per-code", options.perCode ?? "1", 999_999_999);
  const making = { promotionId: id, count, prefix, codeLimit, newToken: deps.newToken };
  const keys = await deps.store.write(async (tx: Tx) => {
    const all = await makeCodes(tx, making);
    await noteCommand(tx, deps, "make codes", id, { count });
    return all;
  });
  return keys.map((key) => ({ key, used: 0, useLimit: codeLimit, orders: [] }));
}

function wholeOf(option: string, text: string, most: number): number {
  const found = /^[1-9]\d{0,8}$/.test(text) ? Number(text) : 0;
  if (found > 0 && found <= most) return found;
  throw new CliError(
    `${option}: "${text}" is no whole number from 1 to ${most.toLocaleString("en-US")}.`,
    exitCodes.usage,
  );
}

export const codesFile = (list: readonly UsedCode[]): string =>
  writeCsv([
    ["Code", "Used", "Limit", "Orders"],
    ...list.map(({ key, used, useLimit, orders }) => [
      key,
      String(used),
      useLimit === null ? "" : String(useLimit),
      orders.join(" "),
    ]),
  ]);

/** Under its name stands a whole file or none; only its owner may read it. */
export async function writeWhole(path: string, text: string): Promise<void> {
  await Bun.write(`${path}.part`, text, { mode: 0o600 });
  await rename(`${path}.part`, path);
}
