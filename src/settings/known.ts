import { expressRate, whole, type Millionths } from "../pricing/rate.ts";
import { newShop, type ShopSettings } from "./shop.ts";

/** One setting as people write it: at the desk and on the command line alike. */
type Known = {
  /** What it changes. @throws RangeError that says what is wanted, such as "yes or no". */
  readonly read: (text: string, shop: ShopSettings) => Partial<ShopSettings>;
  /** As `read` would take it back. */
  readonly show: (shop: ShopSettings) => string;
};

type Words = "name" | "tagline" | "email" | "phone" | "region" | "seoTitle" | "seoDescription";
const words = (key: Words): Known => ({ read: (text) => ({ [key]: text }), show: (shop) => shop[key] });
const yes = (key: "pricesIncludeTax" | "vatNumbers" | "testMode"): Known => ({
  read: (text) => ({ [key]: readYes(text) }),
  show: (shop) => yesOrNo(shop[key]),
});
const address = (key: keyof ShopSettings["address"], read = plain): Known => ({
  read: (text, shop) => ({ address: { ...shop.address, [key]: read(text) } }),
  show: (shop) => shop.address[key],
});
const bank = (key: "holder" | "account" | "routing" | "name"): Known => ({
  read: (text, shop) => ({ bank: { ...shop.bank, [key]: text } }),
  show: (shop) => shop.bank[key],
});
const pay = (key: keyof ShopSettings["payments"]): Known => ({
  read: (text, shop) => ({ payments: { ...shop.payments, [key]: readYes(text) } }),
  show: (shop) => yesOrNo(shop.payments[key]),
});
const home = (key: "heading" | "text"): Known => ({
  read: (text, shop) => ({ home: { ...shop.home, [key]: text } }),
  show: (shop) => shop.home[key],
});

/** Settings by their names. */
export const knownSettings = {
  name: { read: (text) => ({ name: text === "" ? wants("a name") : text }), show: (shop) => shop.name },
  tagline: words("tagline"),
  email: words("email"),
  phone: words("phone"),
  currency: { read: (text) => ({ currency: readCurrency(text) }), show: (shop) => shop.currency },
  "prices-include-tax": yes("pricesIncludeTax"),
  "tax-rounding": {
    read: (text) => ({ taxRounding: text === "line" || text === "document" ? text : wants("line or document") }),
    show: (shop) => shop.taxRounding,
  },
  "tax-elsewhere": {
    read: (text) => ({
      taxElsewhere: text === "keep-gross" || text === "keep-net" ? text : wants("keep-gross or keep-net"),
    }),
    show: (shop) => shop.taxElsewhere,
  },
  "vat-numbers": yes("vatNumbers"),
  "staff-second-step": {
    read: (text) => ({
      staffSecondStep: text === "required" || text === "offered" || text === "" ? text : wants("required or offered"),
    }),
    show: (shop) => shop.staffSecondStep,
  },
  country: {
    read: (text, shop) => ({ country: readCountry(text), locale: localeFor(readCountry(text), shop) }),
    show: (shop) => shop.country,
  },
  locale: { read: (text) => ({ locale: readLocale(text) }), show: (shop) => shop.locale },
  region: words("region"),
  "time-zone": { read: (text) => ({ timeZone: readTimeZone(text) }), show: (shop) => shop.timeZone },
  "test-mode": yes("testMode"),
  "address.street": address("street"),
  "address.city": address("city"),
  "address.region": address("region"),
  "address.postcode": address("postcode"),
  "address.country": address("country", readCountry),
  "bank.holder": bank("holder"),
  "bank.account": bank("account"),
  "bank.routing": bank("routing"),
  "bank.name": bank("name"),
  "bank.days": {
    read: (text, shop) => ({ bank: { ...shop.bank, daysToPay: readDays(text) } }),
    show: (shop) => String(shop.bank.daysToPay),
  },
  "pay.transfer": pay("transfer"),
  "pay.on-delivery": pay("onDelivery"),
  "pay.on-pickup": pay("onPickup"),
  "home.heading": home("heading"),
  "home.text": home("text"),
  "home.trust": {
    read: (text, shop) => ({ home: { ...shop.home, trust: promises(text) } }),
    show: (shop) => shop.home.trust.join("; "),
  },
  "seo-title": words("seoTitle"),
  "seo-description": words("seoDescription"),
} as const satisfies Readonly<Record<string, Known>>;

export type SettingName = keyof typeof knownSettings;
export const settingNames = Object.keys(knownSettings) as readonly SettingName[];
export const isSetting = (name: string): name is SettingName => Object.hasOwn(knownSettings, name);

/** Every setting as it would be written. */
export const settingTexts = (shop: ShopSettings): Readonly<Record<SettingName, string>> =>
  Object.fromEntries(settingNames.map((name) => [name, knownSettings[name].show(shop)])) as Record<SettingName, string>;

/** What the audit log keeps: the settings that are others now, before and after. */
export function movedSettings(before: ShopSettings, after: ShopSettings) {
  const moved = Object.entries(after).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name as keyof ShopSettings]),
  );
  return {
    before: Object.fromEntries(moved.map(([name]) => [name, before[name as keyof ShopSettings]])),
    after: Object.fromEntries(moved),
  };
}

/** A tax rate, with or without its sign. @throws RangeError that says what is wanted. */
export function readPercent(text: string): Millionths {
  const wanted = "a percentage from 0 to 100, such as 19 or 8.875";
  try {
    const rate = expressRate(text.replace(/%$/, "").trim());
    return rate <= whole ? rate : wants(wanted);
  } catch {
    return wants(wanted);
  }
}

/** @throws RangeError always: what a setting wants, as the end of a sentence. */
export function wants(what: string): never {
  throw new RangeError(what);
}

/** What buying here takes and costs, with semicolons or lines between. */
function promises(text: string): readonly string[] {
  const told = text
    .split(/[;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  return told.length <= 4 ? told : wants("at most four, with semicolons between");
}
function plain(text: string): string {
  return text;
}
function yesOrNo(is: boolean): string {
  return is ? "yes" : "no";
}
const readYes = (text: string) =>
  /^(yes|true|on|1)$/i.test(text) ? true : /^(no|false|off|0)$/i.test(text) ? false : wants("yes or no");
const readDays = (text: string) => (/^[1-9]\d?$/.test(text) ? Number(text) : wants("1 to 99 days"));
function readCountry(text: string): string {
  return /^[a-z]{2}$/i.test(text) ? text.toUpperCase() : wants("two letters, such as US or DE");
}
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
