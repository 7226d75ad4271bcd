import type { Command } from "commander";
import { resolve } from "node:path";
import { rateText } from "../pricing/rate.ts";
import { importTaxes, type TaxReport } from "../shipping/import-taxes.ts";
import { writeTaxCsv } from "../shipping/tax-csv.ts";
import { writeTaxJson } from "../shipping/tax-json.ts";
import { placeName } from "../shipping/tax-row.ts";
import { listTaxes, saveTaxes, type StoredTax } from "../shipping/tax-store.ts";
import { CliError, examples, exitCodes, type AddCommand, type CliContext } from "./context.ts";
import { noteCommand } from "./note-command.ts";
import { writeWhole } from "./promotion-codes.ts";
import { addTaxCommand, taxAdds, taxInWords } from "./tax-add.ts";

const imports = ["tax import rates.csv --dry-run", "tax import rates.csv", "tax import taxes.json --replace"];
const exports = ["tax export rates.csv", "tax export taxes.json"];

/** `pushcart tax`: which taxes hold where. docs/reference/tax-and-shipping.md describes it with its files. */
export const taxCommand: AddCommand = (program, context) => {
  const command = program.command("tax").description("set up taxes by place and class, by command or file");
  command.addHelpText("before", examples("tax list", ...taxAdds, ...imports, ...exports, "tax remove DE"));
  command
    .command("list", { isDefault: true })
    .addHelpText("before", examples("tax list", "tax list --json"))
    .description("print all taxes")
    .action(() => list(context()));
  addTaxCommand(command, context);
  command
    .command("import")
    .addHelpText("before", examples(...imports))
    .description("set up what a file says, WooCommerce's CSV or JSON: all of it, or nothing where anything is wrong")
    .argument("<file>", "the file, or - for standard input")
    .option("--dry-run", "say what would happen and change nothing")
    .option("--replace", "take away taxes that the file does not name")
    .action((path: string, options: TakeOptions) => take(context(), path, options));
  command
    .command("export")
    .addHelpText("before", examples(...exports))
    .description("write all taxes as a file that import takes")
    .argument("[file]", "where to, as CSV or JSON by its name; standard output otherwise, as CSV")
    .action((path: string | undefined) => write(context(), path));
  removeCommand(command, context);
};

function removeCommand(command: Command, context: () => CliContext): void {
  command
    .command("remove")
    .addHelpText("before", examples("tax remove DE", "tax remove 0192f1c0", "tax remove '*' --dry-run"))
    .description("take taxes away")
    .argument("<country or id>", "all of a country (* for everywhere else), or one by its id")
    .option("--dry-run", "say what would happen and change nothing")
    .action((which: string, { dryRun = false }: { dryRun?: boolean }) => remove(context(), which, dryRun));
}

async function list(cli: CliContext): Promise<void> {
  const { store } = await cli.open();
  const all = await listTaxes(store.read);
  if (cli.json) return cli.out(JSON.stringify(all.map(({ id, tax }) => ({ id, ...tax, rate: rateText(tax.rate) }))));
  if (all.length === 0) cli.say("No tax is taken anywhere. Add one: pushcart tax add --help");
  for (const each of all) cli.out(lineOf(each));
}

const lineOf = ({ id, tax }: StoredTax) => `${id}  ${placeName(tax)}: ${taxInWords(tax)}`;

type TakeOptions = { readonly dryRun?: boolean; readonly replace?: boolean };

async function take(cli: CliContext, path: string, { dryRun = false, replace = false }: TakeOptions): Promise<void> {
  const file = path === "-" ? Bun.stdin : Bun.file(path);
  const bytes = await file.bytes().catch(() => undefined);
  if (!bytes) throw new CliError(`There is no file ${path} that can be read.`, exitCodes.usage);
  const deps = await cli.open();
  const report = await importTaxes(deps.store, bytes, {
    newId: deps.newId,
    dryRun,
    replace,
    note: (tx) => noteCommand(tx, deps, "import taxes", path === "-" ? "standard input" : path.slice(-200)),
  });
  if (report.errors.length > 0) cli.exitCode = exitCodes.failed;
  if (cli.json) return cli.out(JSON.stringify(report));
  tell(cli, report, dryRun);
}

const shownErrors = 20;

function tell(cli: CliContext, report: TaxReport, dryRun: boolean): void {
  const { taxes, created, updated, unchanged, removed, errors } = report;
  if (errors.length === 0) {
    const gone = removed === 0 ? "" : `, ${removed} removed`;
    const counts = `${created} created, ${updated} updated, ${unchanged} unchanged${gone}`;
    return cli.out(`${taxes} taxes. ${dryRun ? "Would be: " : ""}${counts}.`);
  }
  const many = errors.length === 1 ? "one thing is" : `${errors.length} things are`;
  cli.out(`Nothing was changed: ${many} wrong in the file.`);
  for (const { row, column, reason } of errors.slice(0, shownErrors))
    cli.say(`  ${[row === 0 ? "" : `row ${row}`, column].filter(Boolean).join(", ")}: ${reason}`);
  if (errors.length > shownErrors) cli.say(`  and ${errors.length - shownErrors} more (--json prints all of them)`);
}

async function write(cli: CliContext, path: string | undefined): Promise<void> {
  const { store } = await cli.open();
  const taxes = (await listTaxes(store.read)).map(({ tax }) => tax);
  const text = path?.toLowerCase().endsWith(".json") || (!path && cli.json) ? writeTaxJson(taxes) : writeTaxCsv(taxes);
  if (path === undefined) return cli.out(text.trimEnd());
  await writeWhole(resolve(path), text);
  cli.say(`${taxes.length === 1 ? "One tax is" : `${taxes.length} taxes are`} in ${resolve(path)}.`);
  cli.out(cli.json ? JSON.stringify({ file: resolve(path), taxes: taxes.length }) : resolve(path));
}

async function remove(cli: CliContext, which: string, dryRun: boolean): Promise<void> {
  const deps = await cli.open();
  const gone = await deps.store.write(async (tx) => {
    const stored = await listTaxes(tx);
    const found = stored.filter(({ id, tax }) => id === which || tax.country === which.toUpperCase());
    const removed = found.map(({ id }) => id);
    if (!dryRun && removed.length > 0) {
      await saveTaxes(tx, { created: [], updated: [], removed }, { stored, newId: deps.newId });
      await noteCommand(tx, deps, "remove taxes", which.slice(0, 200));
    }
    return found;
  });
  if (gone.length === 0) throw new CliError(`There is no tax with the id or country "${which}".`);
  if (cli.json) return cli.out(JSON.stringify({ removed: gone.map(({ id }) => id) }));
  for (const each of gone) cli.say(lineOf(each));
  cli.out(`${dryRun ? "Would be: " : ""}${gone.length} removed.`);
}
