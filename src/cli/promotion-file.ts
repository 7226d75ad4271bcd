import type { Command } from "commander";
import { resolve } from "node:path";
import { promotionsAsCsv, promotionsAsJson } from "../promotions/file.ts";
import { factsOf } from "../promotions/facts-of.ts";
import { nameGoods } from "../promotions/goods-store.ts";
import { importPromotions, type PromotionReport } from "../promotions/import-promotions.ts";
import { listCodes, listPromotions, type ListedCode } from "../promotions/setup-store.ts";
import type { Deps } from "../deps.ts";
import { CliError, examples, exitCodes, type CliContext } from "./context.ts";
import { noteCommand } from "./note-command.ts";
import { writeWhole } from "./promotion-codes.ts";

/** `pushcart promotion import` and `export`: docs/reference/promotions.md describes the file. */
export function fileCommands(command: Command, context: () => CliContext): void {
  command
    .command("import")
    .addHelpText("before", examples("promotion import promotions.json --dry-run", "promotion import promotions.csv"))
    .description("set up what a JSON or CSV file says: all of it, or nothing where anything is wrong")
    .argument("<file>", "the file, or - for standard input")
    .option("--dry-run", "say what would happen and change nothing")
    .action((path: string, { dryRun = false }: { dryRun?: boolean }) => take(context(), path, dryRun));
  command
    .command("export")
    .addHelpText("before", examples("promotion export promotions.json", "promotion export promotions.csv"))
    .description("write all promotions as a file that import takes")
    .argument("[file]", "where to, as JSON or CSV by its name; standard output otherwise, as JSON")
    .action((path: string | undefined) => write(context(), path));
}

async function take(cli: CliContext, path: string, dryRun: boolean): Promise<void> {
  const file = path === "-" ? Bun.stdin : Bun.file(path);
  const bytes = await file.bytes().catch(() => undefined);
  if (!bytes) throw new CliError(`There is no file ${path} that can be read.`, exitCodes.usage);
  const deps = await cli.open();
  const shop = await deps.shop.read();
  const report = await importPromotions(deps.store, bytes, {
    shop,
    dryRun,
    note: (tx) => noteCommand(tx, deps, "import promotions", path === "-" ? "standard input" : path.slice(-200)),
  });
  if (report.errors.length > 0) cli.exitCode = exitCodes.failed;
  if (cli.json) return cli.out(JSON.stringify(report));
  tell(cli, report, dryRun);
}

const shownErrors = 20;

function tell(cli: CliContext, { created, updated, unchanged, errors }: PromotionReport, dryRun: boolean): void {
  if (errors.length === 0) {
    return cli.out(`${dryRun ? "Would be: " : ""}${created} created, ${updated} updated, ${unchanged} unchanged.`);
  }
  cli.out(
    `Nothing was changed: ${errors.length === 1 ? "one thing is" : `${errors.length} things are`} wrong in the file.`,
  );
  for (const { row, field, reason } of errors.slice(0, shownErrors))
    cli.say(`  ${row === 0 ? "" : `row ${row}, `}${field}: ${reason}`);
  if (errors.length > shownErrors) cli.say(`  and ${errors.length - shownErrors} more (--json prints all of them)`);
}

async function write(cli: CliContext, path: string | undefined): Promise<void> {
  const all = await allFacts(await cli.open());
  const text = path?.toLowerCase().endsWith(".csv") ? promotionsAsCsv(all) : promotionsAsJson(all);
  if (path === undefined) return cli.out(text.trimEnd());
  await writeWhole(resolve(path), text);
  cli.say(`${all.length === 1 ? "One promotion is" : `${all.length} promotions are`} in ${resolve(path)}.`);
  cli.out(cli.json ? JSON.stringify({ file: resolve(path), promotions: all.length }) : resolve(path));
}

async function allFacts({ store, shop }: Deps) {
  const settings = await shop.read();
  const all = await listPromotions(store.read);
  const words = await nameGoods(
    store.read,
    all.map(({ effect }) => effect),
  );
  const facts = [];
  for (const promotion of all) {
    const codes = await allCodes(store, promotion.id);
    facts.push(factsOf(promotion, limitOf(codes), words, settings));
  }
  return facts;
}

async function allCodes({ read }: Deps["store"], id: string): Promise<ListedCode[]> {
  const all: ListedCode[] = [];
  for (let after = ""; ; after = all.at(-1)?.key ?? "") {
    const page = await listCodes(read, id, after, 5000);
    all.push(...page);
    if (page.length < 5000) return all;
  }
}

/** A file says one limit for all codes of a promotion: those with the commonest are named. */
function limitOf(codes: readonly ListedCode[]) {
  const byLimit = Map.groupBy(codes, (code) => code.useLimit);
  const [limit, most] = [...byLimit].toSorted(([, a], [, b]) => b.length - a.length)[0] ?? [null, []];
  return { codes: most.map((code) => code.key), codeLimit: limit };
}
