import { emptyCart, type Cart, type CartLine } from "../../cart/cart.ts";
import { sumRows, type SumRow } from "../../cart/ledger.ts";
import { quoteCart } from "../../cart/quote.ts";
import type { Terms } from "../../cart/terms.ts";
import { largestAmount } from "../../pricing/limits.ts";
import { decimalsOf, readMoney, type Cents } from "../../pricing/money.ts";
import type { ShopSettings } from "../../settings/shop.ts";
import { isCountryCode } from "../../shipping/countries.ts";
import { readKilograms } from "../../shipping/grams.ts";
import type { Place } from "../../shipping/place.ts";
import { placeInWords, regionOf } from "../../shipping/regions.ts";
import { closestZone } from "../../shipping/tax.ts";
import { readVatNumber } from "../../shipping/vat-number.ts";

/** A parcel as it was typed. */
export type Typed = Readonly<Partial<Record<TriedField, string>>>;
export type TriedField = "goods" | "weight" | "class" | "country" | "region" | "postcode" | "city" | "vat";

export type TriedWay = {
  readonly name: string;
  readonly total: Cents;
  /** Goods, delivery, taxes and total, as the cart would show them. */
  readonly rows: readonly SumRow[];
};
export type Tried =
  | { readonly ok: false; readonly errors: Readonly<Partial<Record<TriedField, string>>> }
  | {
      readonly ok: true;
      /** "France": where it would go. */
      readonly place: string;
      /** The name of the place whose taxes are closest; undefined where no tax is taken. */
      readonly zone: string | undefined;
      readonly exempt: boolean;
      readonly ways: readonly TriedWay[];
      readonly refusals: readonly string[];
    };

type Given = { readonly shop: ShopSettings; readonly terms: Terms; readonly now: Date };

/** What a parcel would cost each way, through the function that carts and orders are reckoned by. */
export function tryParcel(typed: Typed, { shop, terms, now }: Given): Tried {
  const read = readParcel(typed, shop);
  if (!read.ok) return read;
  const { cart, place } = read;
  const till = { shop, terms, now, place, vatNumber: typed.vat };
  const first = quoteCart(cart, till);
  const ways = first.choices.offers.map(({ method }) => {
    const { totals, arrival } = quoteCart(cart, { ...till, shippingMethodId: method.id });
    const rows = sumRows(totals, { delivery: method.name, deliveryNote: arrival });
    return { name: method.name, total: totals.total, rows, exempt: totals.taxExempt };
  });
  return {
    ok: true,
    place: placeInWords(place),
    zone: closestZone(terms.zones, place)?.name,
    exempt: ways.some((way) => way.exempt),
    ways: ways.map(({ name, total, rows }) => ({ name, total, rows })),
    refusals: first.choices.refusals.map(({ method, why }) => `${method.name}: ${why}`),
  };
}

type Read = { readonly ok: true; readonly cart: Cart; readonly place: Place } | Extract<Tried, { ok: false }>;

function readParcel(typed: Typed, { currency, vatNumbers }: ShopSettings): Read {
  const errors: Partial<Record<TriedField, string>> = {};
  const { goods = "", weight = "", country = "", region = "", postcode = "", city = "", vat = "" } = typed;
  const unit = readMoney(goods, currency);
  const grams = readKilograms(weight);
  if (unit === undefined || unit > largestAmount)
    errors.goods = `Write what the goods cost in ${currency}, such as ${decimalsOf(currency) === 0 ? "4000" : "40.00"}`;
  if (grams === undefined) errors.weight = "Write the weight in kilograms, such as 2 or 0.25";
  if (!isCountryCode(country)) errors.country = "Choose the country";
  if (!/^[A-Za-z0-9 -]{0,16}$/.test(postcode))
    errors.postcode = "A postcode is made of letters, digits, spaces and hyphens";
  if (vatNumbers && vat !== "") {
    const number = readVatNumber(vat);
    if ("wrong" in number) errors.vat = number.wrong;
  }
  if (unit === undefined || grams === undefined || Object.keys(errors).length > 0) return { ok: false, errors };
  const place = { country, region: region || regionOf(country, postcode), postcode, city };
  return { ok: true, place, cart: { ...emptyCart("tried"), lines: [lineOf(unit, grams, typed.class)], count: 1 } };
}

const lineOf = (unit: Cents, weight: number, taxClass = "standard"): CartLine => ({
  ...{
    id: "tried",
    variantId: "tried",
    productId: "tried",
    handle: "tried",
    title: "These goods",
    options: "",
    sku: "",
  },
  ...{ picture: "", quantity: 1, unit, compareAt: null, seenPrice: unit, stock: 1, tracked: false, backorder: true },
  ...{ maxPerOrder: 1, weight, taxClass, digital: false, tags: [], collections: [], sold: true },
});
