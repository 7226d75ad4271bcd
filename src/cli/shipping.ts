import type { Command } from "commander";
import { resolve } from "node:path";
import { importShipping, type ShippingReport } from "../shipping/import-shipping.ts";
import { listMethods, listPoints, methodsAt, saveShipping, switchShipping } from "../shipping/method-store.ts";
import { priceInWords, reachInWords } from "../shipping/method-words.ts";
import { writeShippingFile } from "../shipping/shipping-file.ts";
import { CliError, examples, exitCodes, type AddCommand, type CliContext } from "./context.ts";
import { noteCommand } from "./note-command.ts";
import { writeWhole } from "./promotion-codes.ts";
import { addShippingCommand, shippingAdds } from "./shipping-add.ts";
import { addPointCommand } from "./shipping-point.ts";

const imports = ["shipping import shipping.json --dry-run", "shipping import shipping.json --replace"];

/** `pushcart shipping`: how goods leave the shop. docs/reference/tax-and-shipping.md describes it with its file. */
export const shippingCommand: AddCommand = (program, context) => {
  const command = program
    .command("shipping")
    .description("set up ways of delivery and pick-up points, by command or file, switch them off");
  const more = ["shipping off parcel", "shipping remove parcel", "shipping export shipping.json"];
  command.addHelpText("before", examples("shipping list", ...shippingAdds, ...imports, ...more));
  command
    .command("list", { isDefault: true })
    .addHelpText("before", examples("shipping list", "shipping list --json"))
    .description("print all ways and places")
    .action(() => list(context()));
  addShippingCommand(command, context);
  addPointCommand(command, context);
  for (const word of ["on", "off"] as const)
    command
      .command(word)
      .addHelpText("before", examples(`shipping ${word} parcel`))
      .description(`switch a way or a place ${word}`)
      .argument("<id>")
      .action((id: string) => turn(context(), id, word === "on"));
  fileCommands(command, context);
  command
    .command("remove")
    .addHelpText("before", examples("shipping remove parcel", "shipping remove parcel --dry-run"))
    .description("take a way or a place away; orders keep what they were sent by")
    .argument("<id>")
    .option("--dry-run", "say what would happen and change nothing")
    .action((id: string, { dryRun = false }: { dryRun?: boolean }) => remove(context(), id, dryRun));
};

function fileCommands(command: Command, context: () => CliContext): void {
  command
    .command("import")
    .addHelpText("before", examples(...imports))
    .description("set up what a JSON file says: all of it, or nothing where anything is wrong")
    .argument("<file>", "the file, or - for standard input")
    .option("--dry-run", "say what would happen and change nothing")
    .option("--replace", "take away what the file does not name, and take its order")
    .action((path: string, options: TakeOptions) => take(context(), path, options));
  command
    .command("export")
    .addHelpText("before", examples("shipping export shipping.json"))
    .description("write all ways and places as a file that import takes")
    .argument("[file]", "where to; standard output otherwise")
    .action((path: string | undefined) => write(context(), path));
}

async function list(cli: CliContext): Promise<void> {
  const { store, shop } = await cli.open();
  const { currency } = await shop.read();
  const [methods, points] = [await listMethods(store.read), await listPoints(store.read)];
  if (cli.json) return cli.out(JSON.stringify({ methods, points }));
  if (methods.length === 0) cli.say("Nothing can be delivered yet. Add a way: pushcart shipping add --help");
  for (const method of methods) {
    cli.out(`${method.id}  ${method.name}${method.active ? "" : " (off)"}: ${priceInWords(method, currency)}`);
    const more = [method.time, `tax class ${method.taxClass}`, ...method.pickupPointIds.map((id) => `at ${id}`)];
    cli.out(`    ${[reachInWords(method), ...more].filter((part) => part !== "").join("; ")}`);
  }
  for (const { id, name, active, street, city, hours } of points)
    cli.out(`${id}  ${name}${active ? "" : " (off)"}: ${[`${street}, ${city}`, ...hours].join("; ")}`);
}

async function turn(cli: CliContext, id: string, active: boolean): Promise<void> {
  const deps = await cli.open();
  const found = await deps.store.write(async (tx) => {
    const switched = await switchShipping(tx, id, active);
    if (switched) await noteCommand(tx, deps, `switch ${active ? "on" : "off"} delivery`, id.slice(0, 200));
    return switched;
  });
  if (!found) throw new CliError(`There is no way and no place with the id "${id}".`);
  cli.say(`Switched ${active ? "on" : "off"}: ${found.name}.`);
}

type TakeOptions = { readonly dryRun?: boolean; readonly replace?: boolean };

async function take(cli: CliContext, path: string, { dryRun = false, replace = false }: TakeOptions): Promise<void> {
  const file = path === "-" ? Bun.stdin : Bun.file(path);
  const text = await file.text().catch(() => undefined);
  if (text === undefined) throw new CliError(`There is no file ${path} that can be read.`, exitCodes.usage);
  const deps = await cli.open();
  const { currency } = await deps.shop.read();
  const report = await importShipping(deps.store, text.replace(/^\uFEFF/, ""), {
    currency,
    dryRun,
    replace,
    note: (tx) => noteCommand(tx, deps, "import shipping", path === "-" ? "standard input" : path.slice(-200)),
  });
  if (report.errors.length > 0) cli.exitCode = exitCodes.failed;
  if (cli.json) return cli.out(JSON.stringify(report));
  tell(cli, report, dryRun);
}

function tell(cli: CliContext, report: ShippingReport, dryRun: boolean): void {
  const { methods, points, created, updated, unchanged, removed, errors } = report;
  if (errors.length === 0) {
    const gone = removed === 0 ? "" : `, ${removed} removed`;
    const counts = `${created} created, ${updated} updated, ${unchanged} unchanged${gone}`;
    return cli.out(`${methods} ways and ${points} places. ${dryRun ? "Would be: " : ""}${counts}.`);
  }
  const many = errors.length === 1 ? "one thing is" : `${errors.length} things are`;
  cli.out(`Nothing was changed: ${many} wrong in the file.`);
  for (const { reason } of errors.slice(0, 20)) cli.say(`  ${reason}`);
  if (errors.length > 20) cli.say(`  and ${errors.length - 20} more (--json prints all of them)`);
}

async function write(cli: CliContext, path: string | undefined): Promise<void> {
  const { store, shop } = await cli.open();
  const { currency } = await shop.read();
  const plain = <T extends { readonly position: number }>(all: readonly T[]) =>
    all.map(({ position: _position, ...each }) => each);
  const [methods, points] = [plain(await listMethods(store.read)), plain(await listPoints(store.read))];
  const text = writeShippingFile(methods, points, currency);
  if (path === undefined) return cli.out(text.trimEnd());
  await writeWhole(resolve(path), text);
  cli.say(`${methods.length} ways and ${points.length} places are in ${resolve(path)}.`);
  const counts = { file: resolve(path), methods: methods.length, points: points.length };
  cli.out(cli.json ? JSON.stringify(counts) : resolve(path));
}

async function remove(cli: CliContext, id: string, dryRun: boolean): Promise<void> {
  const deps = await cli.open();
  const name = await deps.store.write(async (tx) => {
    const method = (await listMethods(tx)).find((each) => each.id === id);
    const point = method ? undefined : (await listPoints(tx)).find((each) => each.id === id);
    const users = point ? await methodsAt(tx, id) : [];
    if (users.length > 0) throw new CliError(`Goods are fetched there by ${users.join(", ")}: take that away first.`);
    if ((method || point) && !dryRun) {
      await saveShipping(tx, {
        methods: [],
        points: [],
        removedMethods: method ? [id] : [],
        removedPoints: point ? [id] : [],
      });
      await noteCommand(tx, deps, "remove delivery", id);
    }
    return (method ?? point)?.name;
  });
  if (name === undefined) throw new CliError(`There is no way and no place with the id "${id}".`);
  cli.out(cli.json ? JSON.stringify({ removed: [id] }) : `${dryRun ? "Would be removed" : "Removed"}: ${name}.`);
}
