import type { Command } from "commander";
import { QuoteError } from "../pricing/quote-fields.ts";
import { readMethod, type Known } from "../shipping/read-method.ts";
import { listMethods, listPoints, saveShipping } from "../shipping/method-store.ts";
import { priceInWords } from "../shipping/method-words.ts";
import { CliError, examples, exitCodes, type CliContext } from "./context.ts";
import { noteCommand } from "./note-command.ts";

export const shippingAdds = [
  "shipping add Parcel --price 4.90 --country DE AT --free-from 60 --days 2-3",
  "shipping add Parcel --by-weight 2000:4.90 5000:6.90 20000:12.90 --country DE",
  "shipping add Parcel --by-value 0:6.90 50:4.90 100:0",
  'shipping add-point "The Old Mill" --street "14 Mill Street" --city Leipzig --country DE --hours "Mon to Fri 9 to 4"',
  'shipping add "Pick up" --price 0 --point the-old-mill',
];

type Options = {
  readonly id?: string;
  readonly price?: string;
  readonly byWeight?: string[];
  readonly byValue?: string[];
  readonly freeFrom?: string;
  readonly country?: string[];
  readonly region?: string[];
  readonly postcode?: string[];
  readonly point?: string[];
  readonly digital?: boolean;
  readonly class?: string;
  readonly time?: string;
  readonly days?: string;
  readonly dryRun?: boolean;
};

/** `pushcart shipping add`. */
export function addShippingCommand(command: Command, context: () => CliContext): void {
  command
    .command("add")
    .addHelpText("before", examples(...shippingAdds.filter((each) => !each.includes("add-point"))))
    .description("add a way of delivery")
    .argument("<name>", "what shoppers see")
    .option("--price <money>", "what it costs, whatever is sent")
    .option("--by-weight <grams:money...>", "so much up to so many grams; what is heavier cannot go this way")
    .option("--by-value <money:money...>", "so much where the goods come to at least so much")
    .option("--free-from <money>", "free where the goods come to at least so much")
    .option("--country <codes...>", "only there; everywhere otherwise")
    .option("--region <regions...>", "only there")
    .option("--postcode <postcodes...>", 'only there: 10115, "902*" or "90210...90299"')
    .option("--point <ids...>", "to be fetched at these places")
    .option("--digital", "for what comes by email")
    .option("--class <class>", "its tax class; standard otherwise")
    .option("--time <words>", "how long it takes, in words")
    .option("--days <from-to>", "how many days, such as 2-3, for the date that shoppers see")
    .option("--id <id>", "what files and commands call it; made of the name otherwise")
    .option("--dry-run", "say what would happen and change nothing")
    .action((name: string, options: Options) => add(context(), name, options));
}

const optionOf: Readonly<Record<string, string>> = {
  name: "name",
  id: "--id",
  price: "--price",
  byWeight: "--by-weight",
  byValue: "--by-value",
  freeFrom: "--free-from",
  countries: "--country",
  regions: "--region",
  postcodes: "--postcode",
  points: "--point",
  taxClass: "--class",
  time: "--time",
  minDays: "--days",
  maxDays: "--days",
  street: "--street",
  city: "--city",
  region: "--region",
  postcode: "--postcode",
  country: "--country",
  hours: "--hours",
  note: "--note",
};

/** Reads what options say; what is wrong is told by its option. */
export function byOptions<T>(read: () => T): T {
  try {
    return read();
  } catch (cause) {
    if (!(cause instanceof QuoteError)) throw cause;
    const name = /^\w+\.(\w+)/.exec(cause.field)?.[1] ?? cause.field;
    const said = cause.message.replace(cause.field, "").trim();
    throw new CliError(`${optionOf[name] ?? name} ${said}.`, exitCodes.usage);
  }
}

const slug = (name: string) =>
  name
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "")
    .slice(0, 40);

/** The id that was asked for, or one made of the name that nothing else has. */
export function freeId(asked: string | undefined, name: string, taken: readonly string[]): string {
  if (asked !== undefined) {
    if (taken.includes(asked)) throw new CliError(`--id: "${asked}" is there already.`, exitCodes.usage);
    return asked;
  }
  const base = slug(name) || "way";
  const tried = [base, ...taken.map((_, at) => `${base}-${at + 2}`)];
  return tried.find((id) => !taken.includes(id)) ?? base;
}

/** "2000:4.90" as a step; the edge of one by weight is a number. */
const steps = (pairs: readonly string[] | undefined, edge: "upTo" | "from") =>
  pairs?.map((pair) => {
    const [at = "", price = ""] = pair.split(":");
    return { [edge]: edge === "upTo" && /^\d{1,9}$/.test(at) ? Number(at) : at, price };
  });

const dayOf = (text: string | undefined) => (text !== undefined && /^\d{1,3}$/.test(text) ? Number(text) : text);

async function add(cli: CliContext, name: string, options: Options): Promise<void> {
  const deps = await cli.open();
  const { currency } = await deps.shop.read();
  const [from, to = from] = options.days?.split("-") ?? [];
  const made = await deps.store.write(async (tx) => {
    const [there, points] = [await listMethods(tx), await listPoints(tx)];
    const known: Known = { currency, zones: new Map(), points: new Set(points.map(({ id }) => id)) };
    const id = freeId(
      options.id,
      name,
      [...there, ...points].map((each) => each.id),
    );
    const fields = {
      ...{ id, name, price: options.price, freeFrom: options.freeFrom, taxClass: options.class, time: options.time },
      byWeight: steps(options.byWeight, "upTo"),
      byValue: steps(options.byValue, "from"),
      countries: options.country,
      regions: options.region,
      postcodes: options.postcode,
      points: options.point,
      type: options.digital ? "digital" : undefined,
      minDays: dayOf(from),
      maxDays: dayOf(to),
    };
    const method = byOptions(() => readMethod(fields, "method", known));
    if (options.dryRun) return method;
    const position = Math.max(-1, ...there.map((each) => each.position)) + 1;
    await saveShipping(tx, { methods: [{ ...method, position }], points: [], removedMethods: [], removedPoints: [] });
    await noteCommand(tx, deps, "add a way of delivery", id);
    return method;
  });
  if (options.dryRun)
    return cli.out(cli.json ? JSON.stringify({ method: made }) : `Would be added: ${priceInWords(made, currency)}.`);
  cli.say(`Added "${made.name}".`);
  cli.out(cli.json ? JSON.stringify({ id: made.id }) : made.id);
}
