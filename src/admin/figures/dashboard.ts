import type { Reader } from "#db/open.ts";
import type { DashboardProps, Figure } from "#views/admin/dashboard.tsx";
import type { Beginning } from "#views/admin/first-steps.tsx";
import type { May } from "../../accounts/permissions.ts";
import { growthOf, marksUpTo, meanOf } from "../../pricing/figures.ts";
import { decimalsOf, formatMoney, minus, plainMoney, toCents, type Cents } from "../../pricing/money.ts";
import { countWaiting } from "../../reviews/store.ts";
import { sayDate } from "../../settings/calendar.ts";
import type { ShopSettings } from "../../settings/shop.ts";
import { countToShip } from "../orders/store.ts";
import { deskMoment } from "../when.ts";
import { spanOf, type Bar, type SpanName } from "./span.ts";
import * as store from "./store.ts";
import { tally, together, type Tallied } from "./tally.ts";

const day = 86_400_000;
const beforeWords: Readonly<Record<SpanName, string>> = {
  today: "yesterday",
  "7": "week before",
  "30": "30 days before",
  "365": "year before",
};

type Seen = { readonly span: SpanName; readonly now: Date; readonly shop: ShopSettings; readonly may: May };

type Begun = Awaited<ReturnType<typeof store.loadBeginnings>>;

/** What a shop still lacks before it opens; nothing once the first order is there, or where nothing is lacking. */
function missingIn({ email, address }: ShopSettings, begun: Begun): readonly Beginning[] {
  if (begun.hasOrders && begun.hasProducts) return [];
  const lacks: Readonly<Record<Beginning, boolean>> = {
    settings: email === "" || address.street === "",
    products: !begun.hasProducts,
    pages: !begun.hasPages,
  };
  return (Object.keys(lacks) as Beginning[]).filter((name) => lacks[name]);
}

/** All that the front of the desk shows. */
export async function dashboard(db: Reader, { span, now, shop, may }: Seen): Promise<Omit<DashboardProps, "desk">> {
  const { currency } = shop;
  const { bars, before, until } = spanOf(span, now, shop);
  const [from, start] = [bars[0]?.from ?? now, before[0]?.from ?? now];
  const sales = await store.loadSales(db, { from: start, until });
  const [begun, mostSold, low, left] = await Promise.all([
    store.loadBeginnings(db),
    store.loadMostSold(db, { from, until }),
    store.loadLow(db, new Date(now.getTime() - 30 * day)),
    store.loadLeft(db, { from: new Date(now.getTime() - 14 * day), until: new Date(now.getTime() - day / 24) }),
  ]);
  const [shown, earlier] = [tally(bars, until, sales), tally(before, from, sales)];
  return {
    span,
    missing: missingIn(shop, begun),
    today: sayDate(now, shop, { weekday: "long", day: "numeric", month: "long" }),
    tasks: await tasksOf(db, shop, may),
    figures: figuresOf(together(shown), together(earlier), currency, beforeWords[span]),
    chart: chartOf({ bars, shown, earlier, now, currency }),
    beforeName: beforeWords[span],
    mostSold: mostSold.map(({ sales: amount, ...each }) => ({ ...each, sales: formatMoney(amount, currency) })),
    low: low.map(({ title, option1, option2, option3, stock, sold }) => ({
      name: [title, option1, option2, option3].filter(Boolean).join(", "),
      left: stock,
      days: sold > 0 ? Math.max(1, Math.round((stock * 30) / sold)) : undefined,
    })),
    left: left.map(({ name, draft, at, worth }) => ({
      who: name ?? draft?.["name"] ?? (draft?.["city"] ? `Guest, ${draft["city"]}` : "Guest"),
      where: draft?.["street"] ? "Payment" : draft?.["email"] ? "Address" : "Cart",
      when: deskMoment(at, now, shop),
      worth: formatMoney(worth, currency),
    })),
  };
}

async function tasksOf(db: Reader, { currency }: ShopSettings, may: May): Promise<DashboardProps["tasks"]> {
  const [toShip, unpaid, low, waiting] = await Promise.all([
    countToShip(db),
    store.loadUnpaid(db),
    store.countLow(db),
    countWaiting(db),
  ]);
  return [
    { kind: "ship", count: toShip, more: "", shown: may("orders.see") },
    { kind: "unpaid", count: unpaid.orders, more: formatMoney(unpaid.total, currency), shown: may("orders.see") },
    { kind: "low", count: low, more: "", shown: may("products.see") },
    { kind: "reviews", count: waiting, more: "", shown: may("reviews.see") },
  ];
}

function figuresOf(now: Tallied, before: Tallied, currency: string, than: string): Figure[] {
  const means = [meanOf(now.total, now.orders), meanOf(before.total, before.orders)] as const;
  const growth = growthOf(now.total, before.total);
  const percent = growth === undefined ? "" : `${Math.floor(Math.abs(growth) / 10)}.${Math.abs(growth) % 10}%`;
  return [
    {
      name: "Sales",
      value: formatMoney(now.total, currency),
      ...change(now.total, before.total, percent === "" ? "" : `${percent} on the ${than}`),
    },
    {
      name: "Orders",
      value: String(now.orders),
      ...change(
        now.orders,
        before.orders,
        `${Math.abs(now.orders - before.orders)} ${now.orders > before.orders ? "more" : "fewer"}`,
      ),
    },
    {
      name: "Average order",
      value: now.orders === 0 ? "–" : formatMoney(means[0], currency),
      ...(now.orders === 0 || before.orders === 0
        ? change(now.orders, before.orders, "")
        : change(means[0], means[1], differenceInWords(...means, currency))),
    },
  ];
}

const differenceInWords = (now: Cents, before: Cents, currency: string) =>
  now > before
    ? `${formatMoney(minus(now, before), currency)} more`
    : `${formatMoney(minus(before, now), currency)} less`;

function change(now: number, before: number, words: string): Pick<Figure, "trend" | "words"> {
  if (now === before) return { trend: "same", words: now === 0 ? "nothing yet" : "as before" };
  if (words === "") return { trend: "same", words: "nothing before" };
  return { trend: now > before ? "up" : "down", words };
}

type Charted = {
  readonly bars: readonly Bar[];
  readonly shown: readonly Tallied[];
  readonly earlier: readonly Tallied[];
  readonly now: Date;
  readonly currency: string;
};

function chartOf({ bars, shown, earlier, now, currency }: Charted): DashboardProps["chart"] {
  const whole = (amount: number) => plainMoney(toCents(amount), currency).split(".")[0] ?? "0";
  const all = [...shown, ...earlier].map(({ total }) => total);
  const marks = marksUpTo(Math.max(0, ...all), 10 ** decimalsOf(currency));
  const best = shown.reduce((top, each, at) => (each.total > (shown[top]?.total ?? 0) ? at : top), 0);
  const bestTotal = shown[best]?.total ?? 0;
  return {
    best: bestTotal > 0 ? `${bars[best]?.name} was best: ${formatMoney(toCents(bestTotal), currency)}` : undefined,
    marks: marks.map((value) => ({ value, label: whole(value) })),
    bars: bars.map(({ label, name, from }, at) => {
      const [total, before] = [shown[at]?.total ?? toCents(0), earlier[at]?.total ?? toCents(0)];
      return {
        label,
        name,
        value: total,
        before,
        short: whole(total),
        said: formatMoney(total, currency),
        beforeSaid: formatMoney(before, currency),
        orders: shown[at]?.orders ?? 0,
        isToCome: from > now,
        isLast: from <= now && (bars[at + 1]?.from ?? new Date(8.64e15)) > now,
      };
    }),
    currency,
  };
}
