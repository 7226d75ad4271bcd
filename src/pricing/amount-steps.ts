import { minus, plus, sum, zero, type Cents } from "./money.ts";
import type { Part, Step } from "./step.ts";
import type { Totals } from "./totals.ts";

/** What one amount is about: "line.<id>", "goods", "fee.<id>", "delivery", "promotion.<id>", "saving", "tax.<rate>.<name>". */
export type AmountOf = string;

/** A stored step as far as it is about one amount. */
export type AmountStep = {
  readonly step: Step;
  /** What it adds, as stored; undefined where it only says what is inside. */
  readonly amount: Cents | undefined;
  /** Its share, where the step was taken for several things together: the exact figure, and what was counted. */
  readonly share: { readonly exact: string; readonly counted: Cents } | undefined;
  /** The amounts so far: the last of them is what is explained. */
  readonly soFar: Cents;
};

export type AmountSteps = { readonly steps: readonly AmountStep[]; readonly amount: Cents };

type Found = Omit<AmountStep, "soFar">;

/**
 * The stored steps behind one amount of a total, and that amount as it is stored. Nothing is priced: only what stands
 * there is looked up, and summed up beside it.
 */
export function amountSteps(totals: Totals, of: AmountOf): AmountSteps | undefined {
  const [kind = "", ...rest] = of.split(".");
  const key = rest.join(".");
  const found = finders.get(kind)?.(totals, key);
  if (!found || found.steps.length === 0) return undefined;
  let soFar = zero;
  const steps = found.steps.map((each) => {
    soFar = plus(soFar, each.amount ?? zero);
    return { ...each, soFar };
  });
  return { steps, amount: found.amount };
}

type Finder = (totals: Totals, key: string) => { readonly steps: Found[]; readonly amount: Cents } | undefined;

const finders: ReadonlyMap<string, Finder> = new Map(
  Object.entries<Finder>({
    line: (totals, id) => about(totals, "line", id, totals.lines.find((line) => line.id === id)?.gross),
    fee: (totals, id) => about(totals, "fee", id, totals.fees.find((fee) => fee.id === id)?.gross),
    delivery: (totals) => about(totals, "shipping", "shipping", totals.shipping?.gross),
    goods: (totals) => ({
      steps: whole(
        totals.steps.filter((step) => step.on === "line" && (step.kind === "line" || step.kind === "net-unit")),
      ),
      amount: totals.subtotal,
    }),
    promotion: (totals, id) => taken(totals, (each) => each.promotionId === id),
    saving: (totals) => taken(totals, () => true),
    tax: taxed,
  }),
);

const whole = (steps: readonly Step[]): Found[] =>
  steps.map((step) => ({ step, amount: isInside(step) ? undefined : step.effect, share: undefined }));

const isInside = ({ kind }: Step) => kind === "net" || kind === "net-unit";

function taken({ applied, steps }: Totals, isMeant: (each: { readonly promotionId?: string }) => boolean) {
  const amounts = applied.filter(isMeant).map((each) => each.amount);
  return {
    steps: whole(steps.filter((step) => step.kind === "discount" && isMeant(step))),
    amount: minus(zero, sum(amounts)),
  };
}

/** What concerns one line, one fee or the shipping: its own steps, and its share of the others. */
function about({ steps }: Totals, on: Step["on"], subject: string, amount: Cents | undefined): ReturnType<Finder> {
  if (amount === undefined) return undefined;
  const found = steps.flatMap((step): Found[] => {
    if (step.on === on && step.subject === subject) return whole([step]);
    const part = step.parts?.find((each) => each.on === on && each.subject === subject && !each.unused);
    return part
      ? [{ step, amount: shareOf(step, part), share: step.parts?.length === 1 ? undefined : shareIn(part) }]
      : [];
  });
  return { steps: found, amount };
}

const shareIn = ({ exact, amount }: Pick<Part, "exact" | "amount">) => ({ exact, counted: amount });

function shareOf(step: Step, { amount }: Part): Cents | undefined {
  if (step.kind === "net") return undefined;
  return step.kind === "discount" ? minus(zero, amount) : amount;
}

/** A tax by its rate and name, over all that it was taken on. */
function taxed({ steps, taxes }: Totals, key: string): ReturnType<Finder> {
  const [rate = "", ...rest] = key.split(".");
  const meant = taxes.filter((tax) => tax.name === rest.join(".") && String(tax.rate) === rate);
  const found = steps.flatMap((step): Found[] => {
    if (step.kind !== "tax" && step.kind !== "net") return [];
    const part = step.rates?.find(({ id }) => meant.some((tax) => tax.id === id));
    if (part) return [{ step, amount: part.amount, share: shareIn(part) }];
    const isMeant = meant.some((tax) => tax.name === step.name && tax.rate === step.rate);
    return isMeant ? [{ step, amount: step.rest ?? step.amount, share: undefined }] : [];
  });
  return { steps: found, amount: sum(meant.map((tax) => tax.amount)) };
}
