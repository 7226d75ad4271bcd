import type { Command } from "commander";
import { rateText } from "../pricing/rate.ts";
import { rateKey, readTaxRow, type TaxField, type TaxRow, type TaxTexts } from "../shipping/tax-row.ts";
import { listTaxes, saveTaxes } from "../shipping/tax-store.ts";
import { CliError, examples, exitCodes, type CliContext } from "./context.ts";
import { noteCommand } from "./note-command.ts";

export const taxAdds = [
  "tax add DE --rate 19 --name MwSt.",
  "tax add DE --rate 7 --name MwSt. --class reduced-rate",
  'tax add US --region CA --postcode "90210...90299" "941*" --rate 2.25 --name "District tax" --priority 2',
  "tax add CA --region QC --rate 9.975 --name QST --priority 2",
  "tax add '*' --rate 0",
];

type Options = {
  readonly rate: string;
  readonly name?: string;
  readonly class?: string;
  readonly region?: string;
  readonly postcode?: string[];
  readonly city?: string[];
  readonly priority?: string;
  readonly compound?: boolean;
  readonly notOnDelivery?: boolean;
  readonly dryRun?: boolean;
};

/** `pushcart tax add`. */
export function addTaxCommand(command: Command, context: () => CliContext): void {
  command
    .command("add")
    .addHelpText("before", examples(...taxAdds))
    .description("add one")
    .argument("<country>", "two letters, or * for everywhere else")
    .requiredOption("--rate <percent>", "such as 19 or 8.875")
    .option("--name <name>", "what papers call it; Tax otherwise")
    .option("--class <class>", "of goods or delivery; standard otherwise")
    .option("--region <region>", "only there, such as CA")
    .option("--postcode <postcodes...>", 'only there: 10115, "902*" or "90210...90299"')
    .option("--city <towns...>", "only there")
    .option("--priority <number>", "taxes of other priorities are taken beside it; 1 otherwise")
    .option("--compound", "on top of the others")
    .option("--not-on-delivery", "only on goods")
    .option("--dry-run", "say what would happen and change nothing")
    .action((country: string, options: Options) => add(context(), country, options));
}

const optionOf: Readonly<Record<TaxField, string>> = {
  country: "country",
  region: "--region",
  postcodes: "--postcode",
  cities: "--city",
  rate: "--rate",
  name: "--name",
  priority: "--priority",
  compound: "--compound",
  onShipping: "--not-on-delivery",
  taxClass: "--class",
};

async function add(cli: CliContext, country: string, options: Options): Promise<void> {
  const tax = read(country, options);
  const deps = await cli.open();
  const id = await deps.store.write(async (tx) => {
    const stored = await listTaxes(tx);
    const before = stored.find((each) => rateKey(each.tax) === rateKey(tax));
    if (before)
      throw new CliError(
        `There is a tax of this place, class and priority already: ${before.id}.\n  mend: pushcart tax remove ${before.id}, or give this one a --priority of its own`,
      );
    if (options.dryRun) return "";
    const [made = ""] = await saveTaxes(
      tx,
      { created: [tax], updated: [], removed: [] },
      { stored, newId: deps.newId },
    );
    await noteCommand(tx, deps, "add a tax", `${tax.country} ${tax.name}`);
    return made;
  });
  if (options.dryRun) return cli.out(cli.json ? JSON.stringify({ tax }) : `Would be added: ${taxInWords(tax)}.`);
  cli.say(`Added "${tax.name}".`);
  cli.out(cli.json ? JSON.stringify({ id }) : id);
}

function read(country: string, options: Options): TaxRow {
  const texts: { [K in TaxField]?: string | undefined } = {
    country: country === "" ? "-" : country,
    region: options.region,
    postcodes: options.postcode?.join(";"),
    cities: options.city?.join(";"),
    rate: options.rate,
    name: options.name,
    priority: options.priority,
    compound: options.compound ? "1" : undefined,
    onShipping: options.notOnDelivery ? "0" : undefined,
    taxClass: options.class,
  };
  const wrong: string[] = [];
  const given = Object.entries(texts).filter(([, text]) => text !== undefined);
  const tax = readTaxRow(Object.fromEntries(given) as TaxTexts, (field, reason) =>
    wrong.push(`${optionOf[field]}: ${reason}`),
  );
  if (!tax) throw new CliError(`${wrong.join("\n")}\n  mend: pushcart tax add --help shows examples`, exitCodes.usage);
  return tax;
}

export function taxInWords({ rate, name, taxClass, priority, compound, onShipping }: TaxRow): string {
  const rest = [
    ...(priority === 1 ? [] : [`priority ${priority}`]),
    ...(compound ? ["on top of the others"] : []),
    ...(onShipping ? [] : ["not on delivery"]),
  ];
  return [`${rateText(rate)}% ${name} on ${taxClass}`, ...rest].join(", ");
}
