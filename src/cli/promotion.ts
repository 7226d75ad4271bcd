import type { Command } from "commander";
import { codeKey } from "../promotions/code.ts";
import { describePromotion, type Described } from "../promotions/described.ts";
import type { Goods } from "../promotions/promotion.ts";
import { refusalOf } from "../promotions/refusal.ts";
import {
  addPromotion,
  findGoods,
  listPromotions,
  switchPromotion,
  type ListedPromotion,
} from "../promotions/setup-store.ts";
import { promotionInWords } from "../promotions/words.ts";
import type { Deps } from "../deps.ts";
import { CliError, examples, exitCodes, type AddCommand, type CliContext } from "./context.ts";

const adds = [
  "promotion add Staff --code STAFF50 --percent 50",
  'promotion add "Free delivery from $75" --free-delivery --min 75',
  'promotion add "Three candles for two" --buy 2 --get 1 --tag candle',
  'promotion add Winter --percent 20 --collection candles-light --starts 2026-12-01 --ends "2026-12-24 18:00"',
];

type Options = Omit<Described, "name" | "codes" | "goods" | "countries"> & {
  readonly code?: string[];
  readonly collection?: string[];
  readonly product?: string[];
  readonly tag?: string[];
  readonly country?: string[];
};

/** `pushcart promotion`: discounts and their codes. */
export const promotionCommand: AddCommand = (program, context) => {
  const command = program.command("promotion").description("set up discounts and codes, list them, switch them off");
  command.addHelpText("before", examples(...adds, "promotion list", "promotion off STAFF50"));
  addCommand(command).action((name: string, options: Options) => add(context(), name, options));
  command
    .command("list", { isDefault: true })
    .description("print all, with what they do and how often they were used")
    .action(() => list(context()));
  for (const [word, active] of [
    ["off", false],
    ["on", true],
  ] as const) {
    command
      .command(word)
      .addHelpText("before", examples(`promotion ${word} STAFF50`))
      .description(`switch one ${word}`)
      .argument("<code or id>")
      .action((which: string) => turn(context(), which, active));
  }
};

const addCommand = (command: Command) =>
  command
    .command("add")
    .addHelpText("before", examples(...adds))
    .description("add one")
    .argument("<name>", "what shoppers see")
    .option("--code <codes...>", "codes that are needed for it; none: it holds for everybody")
    .option("--percent <number>", "so much off, such as 10 or 12.5")
    .option("--amount <money>", "so much off: once off the order, or off each unit of some goods")
    .option("--free-delivery", "delivery costs nothing")
    .option("--buy <units>", "with --get: of so many, the cheapest are free (or --percent off)")
    .option("--get <units>", "how many of them")
    .option("--collection <handles...>", "only these goods")
    .option("--product <handles...>", "only these goods")
    .option("--tag <tags...>", "only these goods")
    .option("--min <money>", "from so much of the goods it is about")
    .option("--min-units <units>", "from so many units of them")
    .option("--country <codes...>", "only for orders that go there")
    .option("--not-reduced", "not on reduced goods")
    .option("--first-order", "only for a customer's first order")
    .option("--alone", "with no other promotion beside it")
    .option("--starts <day>", "2026-12-01 or '2026-12-01 09:00', by the shop's clock")
    .option("--ends <day>", "the first moment at which it does not hold any more")
    .option("--limit <orders>", "how many orders may use it")
    .option("--per-customer <orders>", "how many orders of each customer")
    .option("--per-code <orders>", "how many orders for each code");

async function add(cli: CliContext, name: string, options: Options): Promise<void> {
  const deps = await cli.open();
  const goods = await goodsOf(deps, options);
  const { code: codes, country: countries, ...rest } = options;
  const promotion = described({ ...rest, name, codes, countries, goods }, await deps.shop.read());
  const id = deps.newId();
  const taken = await deps.store.write((tx) => addPromotion(tx, id, promotion));
  if (taken.length > 0) throw new CliError(`Another promotion has the code ${taken.join(", ")} already.`);
  cli.say(`Added "${promotion.name}".`);
  cli.out(cli.json ? JSON.stringify({ id }) : id);
}

function described(said: Described, shop: { readonly currency: string; readonly timeZone: string }) {
  try {
    return describePromotion(said, shop);
  } catch (cause) {
    if (cause instanceof RangeError) throw new CliError(cause.message, exitCodes.usage);
    throw cause;
  }
}

async function goodsOf(deps: Deps, { collection = [], product = [], tag = [] }: Options): Promise<Goods | undefined> {
  if (collection.length + product.length + tag.length === 0) return undefined;
  const found = await findGoods(deps.store.read, collection, product);
  const idOf = (known: readonly { id: string; handle: string }[], what: string) => (handle: string) => {
    const id = known.find((each) => each.handle === handle)?.id;
    if (id === undefined) throw new CliError(`There is no ${what} "${handle}".`, exitCodes.usage);
    return id;
  };
  return {
    ...(collection.length > 0 && { collections: collection.map(idOf(found.collections, "collection")) }),
    ...(product.length > 0 && { products: product.map(idOf(found.products, "product")) }),
    ...(tag.length > 0 && { tags: tag }),
  };
}

async function list(cli: CliContext): Promise<void> {
  const deps = await cli.open();
  const shop = await deps.shop.read();
  const all = await listPromotions(deps.store.read);
  if (cli.json) return cli.out(JSON.stringify(all));
  if (all.length === 0) cli.say("There are no promotions. Add one: pushcart promotion add --help");
  const situation = { country: shop.country, methodId: undefined, now: deps.now(), timeZone: shop.timeZone };
  for (const promotion of all) {
    const state = refusalOf(promotion, situation) ?? "holds now";
    cli.out(`${promotion.id}  ${promotion.name}: ${state}, used ${promotion.used} times`);
    cli.out(`    ${promotionInWords(promotion, shop.currency)}${codesInWords(promotion)}`);
  }
}

function codesInWords({ codes }: ListedPromotion): string {
  return codes.length === 0
    ? ""
    : ` Codes: ${codes.map((code) => code.key).join(", ")}${codes.length === 10 ? ", ..." : ""}`;
}

async function turn(cli: CliContext, which: string, active: boolean): Promise<void> {
  const { store } = await cli.open();
  const found = await store.write((tx) => switchPromotion(tx, which, codeKey(which), active));
  if (!found) throw new CliError(`There is no promotion with the code or id "${which}".`);
  cli.say(`Switched ${active ? "on" : "off"}.`);
}
