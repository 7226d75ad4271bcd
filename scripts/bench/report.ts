import type { Figures } from "./measure.ts";

export type Size = {
  readonly products: number;
  readonly figures: readonly Figures[];
  /** Milliseconds from nothing to the first page: the median of several starts. */
  readonly start: number;
  /** Megabytes. */
  readonly memory: { readonly idle: number; readonly loaded: number };
};

export type Aim = { readonly name: string; readonly got: number; readonly aim: string; readonly met: boolean };

const plain = (number: number) => Math.round(number).toLocaleString("en-US");
const fine = (number: number) => number.toFixed(2);

function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]?.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0))) ?? [];
  const line = (row: readonly string[]) =>
    row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join("  ");
  return rows.map(line).join("\n");
}

/** The figures of one catalogue as a table. */
export function sizeTable({ products, figures, start, memory }: Size): string {
  const head = [
    "",
    "ratio",
    "by cost",
    "aim",
    "shop/s",
    "reference/s",
    "shop us",
    "reference us",
    "p50 ms",
    "p95 ms",
    "p99 ms",
  ];
  const rows = figures.map(({ name, aim, ratio, costRatio, shop, reference }) => [
    name,
    fine(ratio),
    fine(costRatio),
    aim === undefined ? "" : fine(aim),
    plain(shop.perSecond),
    ...[reference.perSecond, shop.cost, reference.cost].map(plain),
    ...[shop.p50, shop.p95, shop.p99].map(fine),
  ]);
  const rest = `start to first page ${plain(start)} ms; memory ${plain(memory.idle)} MB idle, ${plain(memory.loaded)} MB after the load`;
  return `${plain(products)} products\n${table([head, ...rows])}\n${rest}`;
}

/** What was aimed for, and what came of it: within each size, and between the least and the greatest. */
export function aims(sizes: readonly Size[]): readonly Aim[] {
  const [small, large] = [
    sizes.find((size) => size.products === 1000),
    sizes.find((size) => size.products === 100_000),
  ];
  const own = sizes.flatMap(({ products, figures }) =>
    figures.flatMap(({ name, ratio, aim }) =>
      aim === undefined
        ? []
        : [{ name: `${name}, ${plain(products)} products`, got: ratio, aim: `at least ${aim}`, met: ratio >= aim }],
    ),
  );
  const ofMachine = sizes.flatMap(({ products, start, memory }) => [
    { name: `First page, ${plain(products)} products (ms)`, got: start, aim: "below 400", met: start < 400 },
    ...(products === 10_000
      ? [
          {
            name: "Memory after load, 10,000 products (MB)",
            got: memory.loaded,
            aim: "below 150",
            met: memory.loaded < 150,
          },
        ]
      : []),
  ]);
  return [...own, ...ofMachine, ...(small && large ? growth(small, large) : [])];
}

function growth(small: Size, large: Size): readonly Aim[] {
  const of = (size: Size, name: string) => size.figures.find((each) => each.name === name)?.shop;
  const share = (name: string, figure: "perSecond" | "p95") =>
    (of(large, name)?.[figure] ?? Number.NaN) / (of(small, name)?.[figure] ?? Number.NaN);
  const page = share("Product page, not kept", "perSecond");
  const search = share("Search, not kept", "p95");
  return [
    { name: "Product page, not kept: 100,000 to 1,000", got: page, aim: "at least 0.85", met: page >= 0.85 },
    { name: "Search p95: 100,000 to 1,000", got: search, aim: "at most 5", met: search <= 5 },
  ];
}

export const aimsTable = (all: readonly Aim[]): string =>
  table([
    ["Aims", "got", "aim", ""],
    ...all.map(({ name, got, aim, met }) => [name, fine(got), aim, met ? "met" : "FALLS SHORT"]),
  ]);
