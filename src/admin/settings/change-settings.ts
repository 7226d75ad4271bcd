import type { Tx } from "#db/open.ts";
import { emailTrouble } from "../../accounts/account.ts";
import type { By } from "../../accounts/by.ts";
import { audit } from "../../accounts/store.ts";
import { readMoney } from "../../pricing/money.ts";
import { isSetting, knownSettings, movedSettings, readPercent, settingTexts } from "../../settings/known.ts";
import type { ShopSettings } from "../../settings/shop.ts";
import { hasAmounts, loadShop, saveShop } from "../../settings/store.ts";
import { setCountryRate, setDeliveryPrice } from "../../shipping/setup-store.ts";

/** Those that are written or chosen, as `pushcart settings` calls them. */
export const writtenSettings = [
  ...["name", "tagline", "email", "phone"],
  ...["address.street", "address.postcode", "address.city", "address.region", "address.country"],
  ...["currency", "prices-include-tax", "country", "time-zone"],
  ...["bank.holder", "bank.account", "bank.routing", "bank.name", "bank.days"],
  ...["home.heading", "home.text", "home.trust", "seo-title", "seo-description"],
] as const;
/** Those that are on or off. */
export const tickedSettings = ["pay.transfer", "pay.on-delivery", "pay.on-pickup", "test-mode"] as const;

type Typed = Readonly<Record<string, string>>;
export type Change =
  | { readonly ok: true; readonly shop: ShopSettings }
  /** Somebody changed them since they were seen. */
  | { readonly ok: false; readonly why: "changed"; readonly seen: string }
  | { readonly ok: false; readonly why: "wrong"; readonly errors: Readonly<Record<string, string>> };

/** By which a form knows whether the settings are still those it shows. */
export const seenOf = (shop: ShopSettings): string => Bun.hash(JSON.stringify(settingTexts(shop))).toString(36);

/**
 * Writes the settings that were typed otherwise than they stand, all or none. `tax-rate` is that of the shop's country, and
 * `shipping-price` that of the first way of delivery; left empty, they stay as they are.
 */
export async function changeSettings(tx: Tx, typed: Typed, by: By): Promise<Change> {
  const before = await loadShop(tx);
  const seen = seenOf(before);
  if (typed["seen"] !== seen) return { ok: false, why: "changed", seen };
  const { shop, errors } = readTyped(before, typed);
  if (shop.currency !== before.currency && (await hasAmounts(tx))) errors["currency"] = pricesStand(before, shop);
  const price = typed["shipping-price"] ? readMoney(typed["shipping-price"], shop.currency) : undefined;
  if (typed["shipping-price"] && price === undefined)
    errors["shipping-price"] = `Write an amount in ${shop.currency}, such as 4.90.`;
  const rate = typed["tax-rate"] ? tried("tax-rate", errors, () => readPercent(typed["tax-rate"] ?? "")) : undefined;
  if (Object.keys(errors).length > 0) return { ok: false, why: "wrong", errors };

  const moved = movedSettings(before, shop);
  const aside = {
    ...(price !== undefined && { "shipping-price": typed["shipping-price"] }),
    ...(rate !== undefined && { "tax-rate": typed["tax-rate"] }),
  };
  const after = { ...moved.after, ...aside };
  if (Object.keys(after).length === 0) return { ok: true, shop };
  await saveShop(tx, shop);
  if (price !== undefined) await setDeliveryPrice(tx, price, by);
  if (rate !== undefined) await setCountryRate(tx, shop.country, rate, by);
  const { who, address, now, newId } = by;
  const detail = { before: moved.before, after };
  await audit(tx, { id: newId(), at: now, who, address, act: "change settings", subject: "shop", detail });
  return { ok: true, shop };
}

/** The settings with what was typed otherwise; what cannot be read is said. */
function readTyped(before: ShopSettings, typed: Typed) {
  const errors: Record<string, string> = {};
  const stands = settingTexts(before);
  let shop = before;
  for (const [name, text] of Object.entries(typed)) {
    if (!isSetting(name) || text === stands[name]) continue;
    shop = { ...shop, ...tried(name, errors, () => knownSettings[name].read(text, shop)) };
  }
  const { email } = shop;
  const trouble = email === before.email || email === "" ? undefined : emailTrouble(email);
  if (trouble !== undefined) errors["email"] = trouble;
  return { shop, errors };
}

function tried<T>(name: string, errors: Record<string, string>, read: () => T): T | undefined {
  try {
    return read();
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    errors[name] = `Write ${cause.message}.`;
    return undefined;
  }
}

const pricesStand = ({ currency: before }: ShopSettings, { currency: after }: ShopSettings) =>
  `There are prices in ${before} already, and a change of currency does not convert them. To let each stand as so many ${after}: pushcart settings set currency=${after} --keep-amounts`;
