import type { Case } from "./cases.ts";
import { load, type Measured } from "./load.ts";
import { processorTime, type Server } from "./servers.ts";

export type Pair = { readonly shop: Server; readonly reference: Server };
/** `cost`: microseconds of a processor for one answer. It says what a server could do, also while others use its core. */
export type Turn = Measured & { readonly cost: number };
export type Figures = {
  readonly name: string;
  readonly aim: number | undefined;
  readonly shop: Turn;
  readonly reference: Turn;
  /** Answers of the shop to those of the reference: the median of the rounds, both measured right after one another. */
  readonly ratio: number;
  /** The same of what an answer costs: how many the shop gives in the time that the reference needs for one. */
  readonly costRatio: number;
};

type Measuring = {
  readonly servers: Pair;
  readonly connections: number;
  readonly rounds: number;
  /** Milliseconds of one turn. */
  readonly slice: number;
  /** Called before each turn. */
  readonly before: () => void;
};

/** Measures a case in `rounds`, shop and reference by turns, after both have warmed up on it. */
export async function measure(
  each: Case,
  { servers, connections, rounds, slice, before }: Measuring,
): Promise<Figures> {
  async function turn(who: keyof Pair, milliseconds: number): Promise<Turn> {
    before();
    const { port, pid } = servers[who];
    const used = processorTime(pid);
    const measured = await load({ port, connections, milliseconds, request: each[who] });
    if (measured.refused > 0) throw new Error(`${each.name}: ${measured.refused} answers of the ${who} were errors.`);
    return { ...measured, cost: ((processorTime(pid) - used) / measured.answers) * 1000 };
  }

  await turn("shop", slice * 1.5);
  await turn("reference", slice / 2);
  const pairs: { readonly shop: Turn; readonly reference: Turn }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const shopFirst = round % 2 === 0;
    const early = shopFirst ? await turn("shop", slice) : undefined;
    const reference = await turn("reference", slice);
    pairs.push({ shop: early ?? (await turn("shop", slice)), reference });
  }
  return {
    name: each.name,
    aim: each.aim,
    shop: middle(pairs.map((pair) => pair.shop)),
    reference: middle(pairs.map((pair) => pair.reference)),
    ratio: median(pairs.map(({ shop, reference }) => shop.perSecond / reference.perSecond)),
    costRatio: median(pairs.map(({ shop, reference }) => reference.cost / shop.cost)),
  };
}

export const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;

function middle(turns: readonly Turn[]): Turn {
  const of = (figure: Exclude<keyof Turn, "answers" | "refused">) => median(turns.map((turn) => turn[figure]));
  const answers = turns.reduce((sum, turn) => sum + turn.answers, 0);
  return {
    perSecond: of("perSecond"),
    p50: of("p50"),
    p95: of("p95"),
    p99: of("p99"),
    cost: of("cost"),
    answers,
    refused: 0,
  };
}
