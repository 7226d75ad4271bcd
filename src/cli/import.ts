import { rm } from "node:fs/promises";
import { join } from "node:path";
import { writeCsv } from "../catalog/export/csv.ts";
import { importCatalog, mostErrors, type ImportReport } from "../catalog/import/import-catalog.ts";
import { takePicturesBeside } from "../catalog/import/pictures-beside.ts";
import type { Form, Trouble } from "../catalog/import/product.ts";
import { UnknownForm } from "../catalog/import/read-products.ts";
import { countDemo } from "../catalog/import/runs-store.ts";
import { removePictures, shopPictures } from "../catalog/import/shop-pictures.ts";
import { fileSource, UnreadableFile } from "../catalog/import/source.ts";
import { undoImport } from "../catalog/import/undo.ts";
import { hasShop, loadShop, saveShop } from "../settings/store.ts";
import { CliError, exitCodes, type AddCommand, type CliContext } from "./context.ts";

type Options = {
  readonly from?: string;
  readonly dryRun?: boolean;
  readonly undo?: boolean;
  readonly errors?: string;
};

const forms: readonly Form[] = ["shopify", "woocommerce", "pushcart"];

const help = `Examples:
  pushcart import products_export.csv             what Shopify exports
  pushcart import wc-product-export.csv --dry-run what would happen
  pushcart import shop.csv --from pushcart        when the header should not decide
  pushcart import --undo                          take the last import back
`;

/** `pushcart import FILE`: a product file of Shopify, WooCommerce or Pushcart becomes the catalogue. */
export const importCommand: AddCommand = (program, context) => {
  program
    .command("import")
    .description("load a product file of Shopify, WooCommerce or Pushcart (.csv, .csv.gz)")
    .argument("[file]", "the file, or - for standard input")
    .option("--from <form>", `read it as ${forms.join(", ")}`)
    .option("--dry-run", "say what would happen and change nothing")
    .option("--errors <file>", "write every row that was left out, and why, to a CSV file")
    .option("--undo", "take back the last import that was not taken back yet")
    .addHelpText("before", help)
    .action(async (path: string | undefined, options: Options) => {
      const cli = context();
      if (options.undo) return undo(cli);
      if (path === undefined) throw new CliError("Which file?\n  mend: pushcart import FILE", exitCodes.usage);
      const from = forms.find((form) => form === options.from?.toLowerCase());
      if (options.from !== undefined && !from) {
        throw new CliError(`"${options.from}" is no form.\n  mend: --from ${forms.join(", ")}`, exitCodes.usage);
      }
      await take(cli, path, { ...options, form: from });
    });
};

async function take(
  cli: CliContext,
  path: string,
  options: Options & { readonly form: Form | undefined },
): Promise<void> {
  const deps = await cli.open();
  const { dataFolder } = deps.config;
  const spooled = path === "-" ? join(dataFolder, `import-${deps.newId()}.csv`) : undefined;
  if (spooled) await Bun.write(spooled, new Response(Bun.stdin.stream()));
  try {
    const source = await fileSource(spooled ?? path);
    const report = await importCatalog(deps, source, {
      currency: (await loadShop(deps.store.read)).currency,
      from: options.form,
      dryRun: options.dryRun,
      pace: (await isServed(deps.config.port)) ? "beside" : "alone",
      onProgress: progressOf(cli),
      hasPicture: shopPictures(dataFolder),
    });
    if (!options.dryRun && report.products > 0) await setUp(deps);
    const errors = [...report.errors, ...(options.dryRun ? [] : await picturesBeside(deps, source.folder, report))];
    if (options.errors) await Bun.write(options.errors, errorFile(errors));
    tell(cli, { ...report, errors }, { dry: options.dryRun === true, demo: await countDemo(deps.store.read) });
  } catch (cause) {
    if (cause instanceof UnreadableFile)
      throw new CliError(`${cause.message}.\n  mend: check the name, or copy it again`, exitCodes.usage);
    if (!(cause instanceof UnknownForm)) throw cause;
    throw new CliError(
      `${cause.message}.\n  mend: save it as CSV with its header, or say what it is with --from`,
      exitCodes.failed,
    );
  } finally {
    if (spooled) await rm(spooled, { force: true });
  }
}

/** Whether a shop answers where this one would be served: then the import leaves it more room, and takes longer. */
async function isServed(port: number): Promise<boolean> {
  const answer = await fetch(`http://127.0.0.1:${port}/healthz`, { signal: AbortSignal.timeout(500) }).catch(
    () => undefined,
  );
  return answer !== undefined;
}

/** A shop with products is set up: the first start must not fill it with the demo. */
async function setUp({ store }: Shop): Promise<void> {
  if (!(await hasShop(store.read))) await store.write((tx) => saveShop(tx, {}));
}

type Shop = Awaited<ReturnType<CliContext["open"]>>;

async function picturesBeside(deps: Shop, folder: string, { beside }: ImportReport): Promise<Trouble[]> {
  const { missing } = await takePicturesBeside(deps.store, folder, deps.config.dataFolder);
  return missing.map(({ name, reason }) => ({
    row: beside.get(name) ?? 0,
    column: "picture",
    reason: `"${name.slice(0, 80)}": ${reason}`,
    leftOut: false,
  }));
}

/** One line that is drawn over itself, where somebody is looking. */
function progressOf(cli: CliContext): ((done: number, of: number) => void) | undefined {
  if (!cli.terminal || cli.quiet || cli.json) return undefined;
  return (done, of) => {
    const share = of === 0 ? 1 : done / of;
    const bar = "#".repeat(Math.round(share * 24)).padEnd(24, ".");
    process.stderr.write(`\r  ${bar} ${done} of ${of} products${done >= of ? "\n" : ""}`);
  };
}

const plain = ({ row, column, reason }: Trouble) => ({ row, column, reason });

function errorFile(errors: readonly Trouble[]): string {
  return writeCsv([
    ["Row", "Column", "Reason", "Left out"],
    ...errors.map((each) => [String(each.row), each.column, each.reason, each.leftOut ? "yes" : "no"]),
  ]);
}

const named: Readonly<Record<Form, string>> = { shopify: "Shopify", woocommerce: "WooCommerce", pushcart: "Pushcart" };
const shownErrors = 20;

type Told = { readonly dry: boolean; readonly demo: number };

function tell(cli: CliContext, report: ImportReport, { dry, demo }: Told): void {
  const { products, variants, images, collections, created, updated, unchanged, skipped, errors } = report;
  if (created + updated + unchanged === 0 && skipped > 0) cli.exitCode = exitCodes.failed;
  if (cli.json) {
    const counts = { products, variants, images, collections, created, updated, unchanged, skipped };
    return cli.out(JSON.stringify({ ...counts, errors: errors.map(plain) }));
  }
  cli.out(
    `${named[report.form]} file: ${products} products, ${variants} variants, ${images} pictures, ${collections} collections.`,
  );
  cli.out(
    `${dry ? "Would be: " : ""}${created} created, ${updated} updated, ${unchanged} unchanged; ${skipped === 1 ? "1 row" : `${skipped} rows`} left out.`,
  );
  for (const { row, column, reason } of errors.slice(0, shownErrors))
    cli.say(`  row ${row}${column ? `, ${column}` : ""}: ${reason}`);
  const more = Math.max(errors.length, report.troubles) - shownErrors;
  if (more > 0) cli.say(`  and ${more} more (--errors FILE writes ${mostErrors} of them at most)`);
  if (!dry && report.runId !== undefined) {
    cli.say("Pictures are fetched while the shop is served. To take this back: pushcart import --undo");
    if (demo > 0) cli.say(`${demo} products of the demo are still there: pushcart demo --remove takes them away.`);
  }
}

async function undo(cli: CliContext): Promise<void> {
  const deps = await cli.open();
  const report = await undoImport(deps);
  if (!report) throw new CliError("There is no import to take back.", exitCodes.failed);
  await removePictures(deps.config.dataFolder, report.pictures);
  const { file, removed, restored } = report;
  if (cli.json) return cli.out(JSON.stringify({ file, removed, restored }));
  cli.out(`Took back the import of ${file}: ${removed} products removed, ${restored} as they were before.`);
}
