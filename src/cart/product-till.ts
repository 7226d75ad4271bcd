import type { StoredVariant } from "#src/catalog/buying.ts";
import type { Destination, Goods, ProductTill, Reckon, Reckoning, Tier } from "#src/catalog/reckoning.ts";
import { minus, zero, type Cents } from "#src/pricing/money.ts";
import { isWhole } from "#src/pricing/exact-money.ts";
import { unitPrice } from "#src/pricing/unit-price.ts";
import { linesAmong } from "#src/promotions/goods.ts";
import { placeInWords } from "#src/shipping/regions.ts";
import { rowsOf, savedOn } from "./cart-screen.ts";
import { emptyCart, mostOf, type Cart, type CartLine } from "./cart.ts";
import { quoteCart, type Quote, type Till } from "./quote.ts";
import { termsReader } from "./terms.ts";
import type { TillParts } from "./till.ts";

/** The till of a product's page: what it says of so many is what a cart with nothing else in it would show. */
export function productTill({ store, now }: TillParts): ProductTill {
  return {
    async open(to) {
      const { shop, terms } = await termsReader(store).readWithShop();
      const till: Till = { shop, terms, now: now() };
      return { reckon: reckonFor(till, to), until: nextChange(till) };
    },
  };
}

function nextChange({ terms, now }: Till): Date | undefined {
  const moments = terms.promotions.flatMap(({ startsAt, endsAt }) => [startsAt, endsAt]);
  const toCome = moments.filter((moment) => moment !== null && moment > now);
  return toCome.toSorted((a, b) => Number(a) - Number(b))[0] ?? undefined;
}

const reckonFor =
  (till: Till, to: Destination | undefined): Reckon =>
  (goods, variant, quantity) => {
    const one = lineOf(goods, variant);
    const quoteOf = (units: number, explain = false): Quote =>
      quoteCart(cartOf({ ...one, quantity: units }, to), { ...till, explain });
    const quote = quoteOf(Math.max(1, quantity));
    const shown = quantity === 0 ? undefined : quote;
    const [line] = quote.totals.lines;
    const saved = savedOn(one.id, quote.totals);
    const tiers = tiersOf(one, till, quoteOf).map((tier) => ({ ...tier, isReached: isIn(tier, quantity) }));
    return {
      line: shown && line ? minus(line.base, saved) : zero,
      saved: shown ? saved : zero,
      savedBy: quote.totals.applied.filter((each) => each.class === "product").map((each) => each.name),
      tiers,
      next: nextOf(tiers, quantity, mostOf(one).most),
      heading: headingOf(quote),
      rows: shown ? rowsOf(shown, till, shown.chosen?.method.name ?? "") : [],
      total: shown?.totals.total ?? zero,
      placeWords: placeInWords(quote.place),
      placeIsGuess: quote.placeIsGuess,
    };
  };

const isIn = ({ from, to = Infinity }: Pick<Tier, "from" | "to">, quantity: number) =>
  quantity >= from && quantity <= to;

type Step = Omit<Tier, "isReached">;

/** What one costs from which quantity on, found by asking the till at each step: whatever else applies is in it. */
function tiersOf(one: CartLine, { terms }: Till, quoteOf: (units: number, explain: boolean) => Quote): Step[] {
  const starts = terms.promotions.flatMap(({ effect }) =>
    "tiers" in effect && (effect.on === undefined || linesAmong(effect.on, [one]).length > 0)
      ? effect.tiers.map(({ from }) => from)
      : [],
  );
  if (starts.length === 0) return [];
  const wanted = [...new Set([1, ...starts])].filter((from) => from <= mostOfOrder(one)).toSorted((a, b) => a - b);
  const cheaper: { from: number; each: Cents; isRounded: boolean }[] = [];
  for (const from of wanted) {
    const price = priceAt(quoteOf(from, true), one.id, from);
    const before = cheaper.at(-1);
    if (!before || price.each < before.each) cheaper.push({ from, ...price });
  }
  if (cheaper.length < 2) return [];
  return cheaper.map((step, at) => ({ ...step, to: lastBefore(cheaper[at + 1]?.from) }));
}

const mostOfOrder = ({ maxPerOrder }: CartLine) => Math.min(maxPerOrder, 99);
const lastBefore = (from: number | undefined) => (from === undefined ? undefined : from - 1);

function priceAt({ totals }: Quote, id: string, units: number) {
  const line = totals.lines.find((each) => each.id === id);
  const { each, isRounded } = unitPrice(minus(line?.base ?? zero, savedOn(id, totals)), units);
  const even = totals.steps.every((step) => step.kind !== "discount" || isWhole(step.exact));
  return { each, isRounded: isRounded || !even };
}

function nextOf(tiers: readonly Tier[], quantity: number, most: number): Reckoning["next"] {
  const tier = tiers.find(({ from }) => from > quantity);
  return quantity === 0 || !tier || tier.from > most ? undefined : { more: tier.from - quantity, tier };
}

/** What the total below it has in it beside the goods. */
function headingOf({ totals, place }: Quote): string {
  const parts = [
    totals.shipping ? `delivery to ${placeInWords(place)}` : "",
    totals.tax > 0 && !totals.pricesIncludeTax ? "tax" : "",
  ].filter(Boolean);
  return parts.length === 0 ? "In the cart" : `With ${parts.join(" and ")}`;
}

function cartOf(line: CartLine, to: Destination | undefined): Cart {
  return { ...emptyCart(), lines: [line], count: line.quantity, ...to };
}

function lineOf(goods: Goods, variant: StoredVariant): CartLine {
  const { id, price, weight } = variant;
  const { id: productId, handle, title, tags, collections, taxClass, digital } = goods;
  return {
    ...variant,
    ...{ id, variantId: id, productId, handle, title, tags, collections, taxClass, digital, weight },
    ...{ unit: price, seenPrice: price, quantity: 1, options: "", sku: "", picture: "", sold: true },
  };
}
