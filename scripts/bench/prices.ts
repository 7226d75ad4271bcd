import { toCents } from "../../src/pricing/money.ts";
import type { PricingPromotion } from "../../src/pricing/promotion.ts";
import { priceCart, type PricingInput, type TaxRate } from "../../src/pricing/totals.ts";
import { cartWithCodes } from "./codes.ts";
import { naiveTotals } from "./naive-totals.ts";
import { aimsTable, type Aim } from "./report.ts";

// What exact prices cost. `bun scripts/bench/prices.ts` takes a few seconds and needs nothing built.

const state: TaxRate = { id: "state", name: "State", rate: 55_000 };
const city: TaxRate = { id: "city", name: "City", rate: 8_750 };
const rates = [[state], [state, city], [city]] as const;
const shared = { priority: 0, stacking: "combines" } as const;
const percent = (id: string, rate: number, lines?: readonly string[]): PricingPromotion => ({
  ...{ ...shared, id, name: id, class: "product", effect: { kind: "percent", percent: rate } },
  ...(lines && { lines }),
});

/** Fifty lines under ten promotions that all take something off. */
function fiftyLines(): PricingInput {
  const lines = Array.from({ length: 50 }, (_, at) => ({
    id: `line-${at}`,
    variantId: `variant-${(at * 7919) % 50}`,
    unit: toCents(333 + ((at * 7919) % 9000)),
    quantity: 1 + (at % 12),
    taxes: rates[at % 3] ?? [],
  }));
  const every = (nth: number) => lines.filter((_, at) => at % nth === 0).map(({ id }) => id);
  const tiers = [
    [3, 50_000],
    [6, 100_000],
    [10, 150_000],
  ] as const;
  const promotions: PricingPromotion[] = [
    ...[2, 3, 5, 7].map((nth) => percent(`every-${nth}`, 10_000 * nth + 500, every(nth))),
    percent("all", 12_500),
    {
      ...shared,
      id: "many",
      name: "Many",
      class: "product",
      effect: { kind: "tieredPercent", by: "lineQuantity", tiers },
    },
    ...[33_000, 17_500].map((rate, at): PricingPromotion => {
      return {
        ...shared,
        id: `order-${at}`,
        name: "Order",
        class: "order",
        effect: { kind: "percent", percent: rate },
      };
    }),
    { ...shared, id: "fixed", name: "Fixed", class: "order", effect: { kind: "fixed", amount: toCents(1999) } },
    { ...shared, id: "free", name: "Free", class: "shipping", effect: { kind: "free" } },
  ];
  return {
    ...{ currency: "USD", pricesIncludeTax: false, taxRounding: "document", lines, promotions },
    shipping: { price: toCents(1295), taxes: [state] },
  };
}

/** Microseconds of one, of the processor: how long it waits for that is the machine's affair. */
function timeOf(work: () => unknown, milliseconds: number): number {
  const start = Bun.nanoseconds();
  const used = process.cpuUsage();
  let done = 0;
  do {
    for (let again = 0; again < 20; again += 1) work();
    done += 20;
  } while (Bun.nanoseconds() - start < milliseconds * 1e6);
  const { user, system } = process.cpuUsage(used);
  return (user + system) / done;
}

type Totalled = { readonly exact: number; readonly naive: number; readonly ratio: number };

/** By turns, and of each the quickest: what it takes where nothing is in its way. */
function measureTotals(rounds = 25, slice = 60): Totalled {
  const cart = fiftyLines();
  const exactly = () => priceCart(cart);
  const naively = () => naiveTotals(cart);
  timeOf(exactly, slice * 6);
  timeOf(naively, slice * 6);
  const turns = Array.from({ length: rounds }, () => [timeOf(exactly, slice), timeOf(naively, slice)] as const);
  const [exact, naive] = [Math.min(...turns.map(([time]) => time)), Math.min(...turns.map(([, time]) => time))];
  return { exact, naive, ratio: exact / naive };
}

/** What was aimed for: exact totals within ten times the naive ones; codes that cost a cart nothing. */
export async function priceAims(): Promise<readonly Aim[]> {
  const { exact, naive, ratio } = measureTotals();
  const codes = await cartWithCodes();
  const times = `${exact.toFixed(0)} us to ${naive.toFixed(0)} us`;
  return [
    {
      name: `Totals, 50 lines, 10 promotions, to a naive loop (${times})`,
      got: ratio,
      aim: "at most 10",
      met: ratio <= 10,
    },
    { name: "Cart page, 1,000 codes to none: queries more", got: codes.queries, aim: "0", met: codes.queries === 0 },
    {
      name: "Cart page, 1,000 codes to none: time",
      got: codes.time,
      aim: "at most 1.1",
      met: codes.time <= 1.1,
    },
  ];
}

if (import.meta.main) console.log(aimsTable(await priceAims()));
