import type { Command } from "commander";
import { nameGoods, titlesOf } from "../promotions/goods-store.ts";
import { refusalOf } from "../promotions/refusal.ts";
import { listPromotions, switchPromotion, type ListedPromotion } from "../promotions/setup-store.ts";
import { stateOf } from "../promotions/state.ts";
import { promotionInWords } from "../promotions/words.ts";
import { examples, type AddCommand, type CliContext } from "./context.ts";
import { findCampaign } from "./find-campaign.ts";
import { noteCommand } from "./note-command.ts";
import { addCommand, adds } from "./promotion-add.ts";
import { codesCommand } from "./promotion-codes.ts";
import { fileCommands } from "./promotion-file.ts";

/** `pushcart promotion`: discounts and their codes. */
export const promotionCommand: AddCommand = (program, context) => {
  const command = program
    .command("promotion")
    .description("set up discounts and codes, by command or file, list them, switch them off");
  const files = ["promotion import promotions.json --dry-run", "promotion export promotions.csv"];
  command.addHelpText("before", examples(...adds, "promotion list", "promotion off STAFF50", ...files));
  addCommand(command, context);
  command
    .command("list", { isDefault: true })
    .description("print all, with what they do and how often they were used")
    .action(() => list(context()));
  switchCommand(command, "off", context);
  switchCommand(command, "on", context);
  codesCommand(command, context);
  fileCommands(command, context);
};

function switchCommand(command: Command, word: "on" | "off", context: () => CliContext): void {
  command
    .command(word)
    .addHelpText("before", examples(`promotion ${word} STAFF50`))
    .description(`switch one ${word}`)
    .argument("<id, code or name>")
    .action((which: string) => turn(context(), which, word === "on"));
}

async function list(cli: CliContext): Promise<void> {
  const deps = await cli.open();
  const { store } = deps;
  const shop = await deps.shop.read();
  const all = await listPromotions(store.read);
  const names = titlesOf(
    await nameGoods(
      store.read,
      all.map(({ effect }) => effect),
    ),
  );
  const said = all.map((promotion) => ({
    ...promotion,
    state: stateOf(promotion, deps.now()),
    sentence: promotionInWords(promotion, shop.currency, names, shop),
  }));
  if (cli.json) return cli.out(JSON.stringify(said));
  if (all.length === 0) cli.say("There are no promotions. Add one: pushcart promotion add --help");
  const { country, timeZone, locale } = shop;
  const situation = { country, timeZone, locale, methodId: undefined, now: deps.now() };
  for (const promotion of said) {
    const { state, useLimit, used } = promotion;
    const why = state === "used up" ? "is already used up" : (refusalOf(promotion, situation) ?? "holds now");
    const of = useLimit === null ? "times" : `of ${useLimit} times`;
    cli.out(`${promotion.id}  ${promotion.name}: ${why}, used ${used} ${of}`);
    cli.out(`    ${promotion.sentence}${codesInWords(promotion)}`);
  }
}

function codesInWords({ codes, freeCodes, shownCodes }: ListedPromotion): string {
  if (codes === 0) return "";
  if (codes > 10) return ` ${codes} codes, ${freeCodes} of them free: pushcart promotion codes`;
  return ` Codes: ${shownCodes.map((code) => code.key).join(", ")}`;
}

async function turn(cli: CliContext, which: string, active: boolean): Promise<void> {
  const deps = await cli.open();
  const word = active ? "on" : "off";
  const found = await deps.store.write(async (tx) => {
    const promotion = await findCampaign(tx, which);
    if (await switchPromotion(tx, promotion.id, active))
      await noteCommand(tx, deps, `switch promotion ${word}`, promotion.id);
    return promotion;
  });
  if (cli.json) return cli.out(JSON.stringify({ id: found.id, active }));
  cli.say(`"${found.name}" is ${word}.`);
}
