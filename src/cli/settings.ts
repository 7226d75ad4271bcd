import { decimalsOf, readMoney } from "../pricing/money.ts";
import {
  isSetting,
  knownSettings,
  movedSettings,
  readPercent,
  settingNames,
  settingTexts,
  wants,
} from "../settings/known.ts";
import type { ShopSettings } from "../settings/shop.ts";
import { hasAmounts, loadShop, saveShop } from "../settings/store.ts";
import { setDeliveryPrice, setCountryRate } from "../shipping/setup-store.ts";
import { noteCommand } from "./note-command.ts";
import { CliError, examples, exitCodes, type AddCommand } from "./context.ts";

const names: readonly string[] = [...settingNames, "shipping-price", "tax-rate"];

/** `pushcart settings`: show or set who the shop is and how it does business. */
export const settingsCommand: AddCommand = (program, context) => {
  const command = program
    .command("settings")
    .description("show or set the shop's name, address, currency, tax and so on");
  const sets = [
    'settings set name="My shop" currency=EUR prices-include-tax=yes',
    "settings set shipping-price=4.90 tax-rate=19",
  ];
  command.addHelpText("before", examples("settings", ...sets));
  command
    .command("show", { isDefault: true })
    .description("print them")
    .action(async () => {
      const cli = context();
      const shop = await loadShop((await cli.open()).store.read);
      if (cli.json) return cli.out(JSON.stringify(shop));
      for (const [name, text] of Object.entries(settingTexts(shop))) cli.out(`${name.padEnd(18)} ${text}`.trimEnd());
    });
  command
    .command("set")
    .addHelpText("before", examples(...sets))
    .description(`set some: ${names.join(", ")}`)
    .argument("<name=value...>")
    .option(
      "--keep-amounts",
      "let prices stand as they are in another currency: 5.00 of the one becomes 5.00 of the other",
    )
    .action(async (pairs: string[], options: { readonly keepAmounts?: true }) => {
      const cli = context();
      const wanted = pairs.map(readPair);
      const deps = await cli.open();
      await deps.store.write(async (tx) => {
        let shop = await loadShop(tx);
        const old = shop;
        const before = shop.currency;
        for (const { name, text } of wanted) {
          if (isSetting(name)) shop = { ...shop, ...named(name, () => knownSettings[name].read(text, shop)) };
        }
        if (shop.currency !== before && options.keepAmounts !== true && (await hasAmounts(tx)))
          throw new CliError(pricesStand(before, shop.currency), exitCodes.usage);
        await saveShop(tx, shop);
        await noteCommand(tx, deps, "change settings", "shop", changeOf(old, shop, wanted));
        for (const { name, text } of wanted) {
          if (name === "shipping-price")
            await setDeliveryPrice(
              tx,
              named(name, () => readMoney(text, shop.currency) ?? wants(priceForm(shop.currency))),
              deps,
            );
          if (name === "tax-rate")
            await setCountryRate(
              tx,
              shop.country,
              named(name, () => readPercent(text)),
              deps,
            );
        }
      });
      cli.say(`Set ${wanted.map(({ name }) => name).join(", ")}.`);
    });
};

/** What the audit log keeps: what is another now, and what was typed of the rest. */
function changeOf(before: ShopSettings, after: ShopSettings, wanted: readonly { name: string; text: string }[]) {
  const moved = movedSettings(before, after);
  const aside = wanted.filter(({ name }) => !isSetting(name)).map(({ name, text }) => [name, text]);
  return { before: moved.before, after: { ...moved.after, ...Object.fromEntries(aside) } };
}

const pricesStand = (before: string, after: string) =>
  `This shop has prices in ${before}, and a change of currency does not convert them.
  mend: take the demo's away first (pushcart demo --remove), or add --keep-amounts to let each amount stand as so many ${after}`;

function readPair(pair: string): { name: string; text: string } {
  const at = pair.indexOf("=");
  const name = pair.slice(0, at);
  if (at > 0 && names.includes(name)) return { name, text: pair.slice(at + 1).trim() };
  throw new CliError(
    `There is no setting "${at > 0 ? name : pair}".\n  mend: write name=value with one of ${names.join(", ")}`,
    exitCodes.usage,
  );
}

function named<T>(name: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw new CliError(`${name} wants ${cause.message}.`, exitCodes.usage);
  }
}

const priceForm = (currency: string) =>
  `an amount of ${currency} with at most ${decimalsOf(currency)} decimals, such as ${decimalsOf(currency) === 0 ? "490" : "4.90"}`;
