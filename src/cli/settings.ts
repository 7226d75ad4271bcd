import { expressRate, whole } from "../pricing/rate.ts";
import { decimalsOf, readMoney } from "../pricing/money.ts";
import { newShop, type ShopSettings } from "../settings/shop.ts";
import { hasAmounts, loadShop, saveShop } from "../settings/store.ts";
import { setDeliveryPrice, setCountryRate } from "../shipping/setup-store.ts";
import { noteCommand } from "./note-command.ts";
import { CliError, examples, exitCodes, type AddCommand } from "./context.ts";

/** Settings by their names on the command line; each reads its text or says what it wants. */
const known: Readonly<Record<string, (text: string, shop: ShopSettings) => Partial<ShopSettings>>> = {
  name: (text) => ({ name: text }),
  tagline: (text) => ({ tagline: text }),
  email: (text) => ({ email: text }),
  phone: (text) => ({ phone: text }),
  currency: (text) => ({ currency: readCurrency(text) }),
  "prices-include-tax": (text) => ({ pricesIncludeTax: readYes(text) }),
  "tax-rounding": (text) => ({
    taxRounding: text === "line" || text === "document" ? text : wants("line or document"),
  }),
  "tax-elsewhere": (text) => ({
    taxElsewhere: text === "keep-gross" || text === "keep-net" ? text : wants("keep-gross or keep-net"),
  }),
  "vat-numbers": (text) => ({ vatNumbers: readYes(text) }),
  "staff-second-step": (text) => ({
    staffSecondStep: text === "required" || text === "offered" || text === "" ? text : wants("required or offered"),
  }),
  country: (text, shop) => ({ country: readCountry(text), locale: localeFor(readCountry(text), shop) }),
  locale: (text) => ({ locale: readLocale(text) }),
  region: (text) => ({ region: text }),
  "time-zone": (text) => ({ timeZone: readTimeZone(text) }),
  "test-mode": (text) => ({ testMode: readYes(text) }),
  "address.street": (text, shop) => ({ address: { ...shop.address, street: text } }),
  "address.city": (text, shop) => ({ address: { ...shop.address, city: text } }),
  "address.region": (text, shop) => ({ address: { ...shop.address, region: text } }),
  "address.postcode": (text, shop) => ({ address: { ...shop.address, postcode: text } }),
  "address.country": (text, shop) => ({ address: { ...shop.address, country: readCountry(text) } }),
  "bank.holder": (text, shop) => ({ bank: { ...shop.bank, holder: text } }),
  "bank.account": (text, shop) => ({ bank: { ...shop.bank, account: text } }),
  "bank.routing": (text, shop) => ({ bank: { ...shop.bank, routing: text } }),
  "bank.name": (text, shop) => ({ bank: { ...shop.bank, name: text } }),
  "bank.days": (text, shop) => ({ bank: { ...shop.bank, daysToPay: readDays(text) } }),
  "pay.transfer": (text, shop) => ({ payments: { ...shop.payments, transfer: readYes(text) } }),
  "pay.on-delivery": (text, shop) => ({ payments: { ...shop.payments, onDelivery: readYes(text) } }),
  "pay.on-pickup": (text, shop) => ({ payments: { ...shop.payments, onPickup: readYes(text) } }),
};

const names = [...Object.keys(known), "shipping-price", "tax-rate"];

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
      for (const [name, value] of Object.entries(shop).filter(([name]) => name !== "home")) {
        cli.out(`${name.padEnd(18)} ${typeof value === "object" ? JSON.stringify(value) : String(value)}`);
      }
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
          const change = known[name];
          if (change) shop = { ...shop, ...named(name, () => change(text, shop)) };
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

/** What the audit log keeps: the settings that are others now, before and after, and what was typed of the rest. */
function changeOf(before: ShopSettings, after: ShopSettings, wanted: readonly { name: string; text: string }[]) {
  const moved = Object.entries(after).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name as keyof ShopSettings]),
  );
  const aside = wanted.filter(({ name }) => !(name in known)).map(({ name, text }) => [name, text]);
  return {
    before: Object.fromEntries(moved.map(([name]) => [name, before[name as keyof ShopSettings]])),
    after: Object.fromEntries([...moved, ...aside]),
  };
}

const pricesStand = (before: string, after: string) =>
  `This shop has prices in ${before}, and a change of currency does not convert them.
  mend: import them anew in ${after} afterwards, or add --keep-amounts to let each amount stand as so many ${after}`;

function readPair(pair: string): { name: string; text: string } {
  const at = pair.indexOf("=");
  const name = pair.slice(0, at);
  if (at > 0 && names.includes(name)) return { name, text: pair.slice(at + 1).trim() };
  throw new CliError(
    `There is no setting "${at > 0 ? name : pair}".\n  mend: write name=value with one of ${names.join(", ")}`,
    exitCodes.usage,
  );
}

function wants(what: string): never {
  throw new RangeError(what);
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
const readYes = (text: string) =>
  /^(yes|true|on|1)$/i.test(text) ? true : /^(no|false|off|0)$/i.test(text) ? false : wants("yes or no");
const readDays = (text: string) => (/^[1-9]\d?$/.test(text) ? Number(text) : wants("1 to 99 days"));
const readCountry = (text: string) =>
  /^[a-z]{2}$/i.test(text) ? text.toUpperCase() : wants("two letters, such as US or DE");
/** A shop that never chose how to say a day says it as its country does. */
const localeFor = (country: string, shop: ShopSettings) =>
  shop.locale === `en-${shop.country}` ? `en-${country}` : shop.locale;

function readLocale(text: string): string {
  try {
    const [locale] = Intl.getCanonicalLocales(text);
    if (locale !== undefined) return locale;
  } catch {
    // Said below.
  }
  return wants("a language and a country, such as en-GB");
}

const readCurrency = (text: string) =>
  Intl.supportedValuesOf("currency").includes(text.toUpperCase())
    ? text.toUpperCase()
    : wants("three letters, such as USD or EUR");

function readTimeZone(text: string): string {
  return text === "UTC" || Intl.supportedValuesOf("timeZone").includes(text)
    ? text
    : wants(`a time zone such as Europe/Berlin; now ${newShop.timeZone}`);
}

function readPercent(text: string): number {
  const wanted = "a percentage from 0 to 100, such as 19 or 8.875";
  try {
    const rate = expressRate(text.replace(/%$/, "").trim());
    return rate <= whole ? rate : wants(wanted);
  } catch {
    return wants(wanted);
  }
}
