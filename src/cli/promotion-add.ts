import type { Command } from "commander";
import { describePromotion } from "../promotions/described.ts";
import { FactError, type FactField, type Facts } from "../promotions/facts.ts";
import { goodsAsked } from "../promotions/found-goods.ts";
import { findGoods } from "../promotions/goods-store.ts";
import { idTrouble } from "../promotions/promotion-id.ts";
import { addPromotion, loadSetUp } from "../promotions/setup-store.ts";
import { CliError, examples, exitCodes, type CliContext } from "./context.ts";
import { noteCommand } from "./note-command.ts";

export const adds = [
  "promotion add Staff --code STAFF50 --percent 50",
  'promotion add "Free delivery from $75" --free-delivery --min 75',
  'promotion add "Three candles for two" --buy 2 --get 1 --tag candle',
  "promotion add Bulk --product beeswax-candle --tier 10:5% 50:10%",
  'promotion add Winter --percent 20 --collection candles-light --starts 2026-12-01 --ends "2026-12-24 18:00"',
  "promotion add Welcome --amount 5 --needs-code && pushcart promotion codes Welcome --generate 500 --out codes.csv",
];

/** Options by the fact that each of them says. */
const flags: Readonly<Partial<Record<FactField, readonly [flag: string, words: string]>>> = {
  id: ["--id <id>", "what files and commands call it; made up where not given"],
  codes: ["--code <codes...>", "codes that are needed for it; none: it holds for everybody"],
  needsCode: ["--needs-code", "needs a code; make them with: promotion codes"],
  percent: ["--percent <number>", "so much off, such as 10 or 12.5"],
  amount: ["--amount <money>", "so much off: once off the order, or off each unit of some goods"],
  class: ["--class <class>", "order: once off the sum of its goods; product: off each line or unit"],
  buy: ["--buy <units>", "with --get: of so many, the cheapest are free (or --percent off)"],
  get: ["--get <units>", "how many of them"],
  tiers: ["--tier <steps...>", "the more the cheaper: 10:5% 50:10%, or 10:1.50 off each"],
  count: ["--count <what>", "what steps count: line (each by itself) or goods (all together)"],
  products: ["--product <handles...>", "only these goods"],
  variants: ["--sku <numbers...>", "only these articles"],
  collections: ["--collection <handles...>", "only these goods"],
  tags: ["--tag <tags...>", "only these goods"],
  giftProducts: ["--gift-product <handles...>", "with --buy: what is given is among these instead"],
  giftVariants: ["--gift-sku <numbers...>", "the same by article number"],
  giftCollections: ["--gift-collection <handles...>", "the same by collection"],
  giftTags: ["--gift-tag <tags...>", "the same by tag"],
  methods: ["--method <names...>", "with --free-delivery: only these ways"],
  minSpend: ["--min <money>", "from so much of the goods it is about"],
  minQuantity: ["--min-units <units>", "from so many units of them"],
  countries: ["--country <codes...>", "only for orders that go there"],
  groups: ["--group <names...>", "only for customers of these groups (pushcart customer group)"],
  notReduced: ["--not-reduced", "not on reduced goods"],
  firstOrder: ["--first-order", "only for a customer's first order"],
  starts: ["--starts <day>", "2026-12-01 or '2026-12-01 09:00', by the shop's clock"],
  ends: ["--ends <day>", "the first moment at which it does not hold any more"],
  limit: ["--limit <orders>", "how many orders may use it"],
  perCustomer: ["--per-customer <orders>", "how many orders of each customer"],
  perCode: ["--per-code <orders>", "how many orders for each code"],
  priority: ["--priority <number>", "lower goes first; 0 where nothing is said"],
};

const nameOf = (flag: string) => flag.replace(/ .*/, "").slice(2);
const keyOf = (flag: string) => nameOf(flag).replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
type Options = Readonly<Record<string, string | readonly string[] | boolean | undefined>>;

export function addCommand(command: Command, context: () => CliContext): void {
  const add = command
    .command("add")
    .addHelpText("before", examples(...adds))
    .description("add one")
    .argument("<name>", "what shoppers see");
  for (const [flag, words] of Object.values(flags)) add.option(flag, words);
  add
    .option("--free-delivery", "delivery costs nothing")
    .option("--alone", "with no other promotion beside it")
    .option("--combine", "also beside others of its kind that say so")
    .action((name: string, options: Options) => run(context(), factsIn(name, options)));
}

function factsIn(name: string, options: Options): Facts {
  const said = Object.entries(flags).flatMap(([field, [flag]]) => {
    const value = options[keyOf(flag)];
    return value === undefined || value === false ? [] : [[field, value === true ? "yes" : value]];
  });
  const stacking = options["alone"] ? "alone" : options["combine"] ? "combine" : undefined;
  return {
    ...(Object.fromEntries(said) as Facts),
    name,
    ...(options["freeDelivery"] && { does: "free-delivery" }),
    ...(stacking && { stacking }),
  };
}

async function run(cli: CliContext, facts: Facts): Promise<void> {
  const deps = await cli.open();
  const { store, newId } = deps;
  const found = await findGoods(store.read, goodsAsked([facts]));
  const promotion = await described(() => deps.shop.read().then((shop) => describePromotion(facts, shop, found)));
  const id = facts.id ?? newId();
  const trouble = idTrouble(id);
  if (trouble !== undefined) throw new CliError(`--id: ${trouble}`, exitCodes.usage);
  const taken = await store.write(async (tx) => {
    const known = await loadSetUp(tx, [id], []);
    if (known.promotions.has(id))
      throw new CliError(`There is a promotion with the id "${id}" already.`, exitCodes.usage);
    const codes = await addPromotion(tx, id, promotion);
    if (codes.length === 0) await noteCommand(tx, deps, "add promotion", id);
    return codes;
  });
  if (taken.length > 0) throw new CliError(`Another promotion has the code ${taken.join(", ")} already.`);
  cli.say(`Added "${promotion.name}".`);
  cli.out(cli.json ? JSON.stringify({ id }) : id);
}

async function described<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (!(cause instanceof FactError)) throw cause;
    const flag = flags[cause.field]?.[0];
    throw new CliError(`${flag ? `--${nameOf(flag)}` : cause.field}: ${cause.reason}`, exitCodes.usage);
  }
}
