import { quoteCase } from "#src/pricing/quote.ts";

/** A cart with the figures it must come to; the parts that are read here. */
export type Case = {
  readonly id: string;
  readonly input: unknown;
  readonly taxRounding?: string;
  readonly expect: Readonly<Record<string, unknown>>;
  readonly pushcartExpect?: Readonly<Record<string, unknown>>;
};

export type Result = { readonly passed: number; readonly failures: readonly string[] };

/** Quotes every case and compares each figure it expects. */
export function runCases(cases: readonly Case[]): Result {
  const failures = cases.flatMap((one) => {
    const wrong = wrongFigures(one);
    return wrong.length === 0 ? [] : [`${one.id}: ${wrong.join("; ")}`];
  });
  return { passed: cases.length - failures.length, failures };
}

/** A copy that expects one more of everything: no engine can pass any of it. */
export function raised(cases: readonly Case[]): Case[] {
  return cases.map(({ expect, pushcartExpect, ...words }) => {
    const figures = Object.entries(pushcartExpect ?? expect).map(([name, figure]) => [name, plusOne(figure)]);
    return { ...words, expect: Object.fromEntries(figures) };
  });
}

/** A copy of a case for each figure it expects, lists figure by figure, in which only that one is raised by one. */
export function raisedOneByOne({ expect, pushcartExpect, ...words }: Case): Case[] {
  const figures = pushcartExpect ?? expect;
  return Object.entries(figures).flatMap(([name, figure]) =>
    oneHigher(figure).map((higher, at) => {
      return { ...words, id: `${words.id}, ${name}[${at}]`, expect: { ...figures, [name]: higher } };
    }),
  );
}

function oneHigher(figure: unknown): unknown[] {
  return Array.isArray(figure)
    ? figure.map((_, at) => figure.map((part, other) => (other === at ? plusOne(part) : part)))
    : [plusOne(figure)];
}

function wrongFigures({ input, taxRounding, expect, pushcartExpect }: Case): string[] {
  const answer: Readonly<Record<string, unknown>> = quoteCase({ input, taxRounding });
  return Object.entries(pushcartExpect ?? expect).flatMap(([name, figure]) => {
    const [wanted, got] = [inOrder(name, figure), inOrder(name, answer[name])].map((value) => JSON.stringify(value));
    return wanted === got ? [] : [`${name} is ${got ?? `missing (${answer.error})`}, not ${wanted}`];
  });
}

function inOrder(name: string, figure: unknown): unknown {
  return name === "partsAnyOrder" && Array.isArray(figure) ? figure.toSorted((a, b) => a - b) : figure;
}

function plusOne(figure: unknown): unknown {
  return Array.isArray(figure) ? figure.map(plusOne) : Number(figure) + 1;
}
