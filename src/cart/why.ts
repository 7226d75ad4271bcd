import { amountSteps, type AmountSteps } from "#src/pricing/amount-steps.ts";
import { exactMoney, isWhole } from "#src/pricing/exact-money.ts";
import { formatMoney, type Cents } from "#src/pricing/money.ts";
import type { Step } from "#src/pricing/step.ts";
import type { Totals } from "#src/pricing/totals.ts";
import { reasonInWords } from "#src/promotions/refusal.ts";
import { taxInWords } from "./ledger.ts";
import { insideTax, wordsOf, type Goods } from "./why-words.ts";

export type WhyRow = {
  readonly title: string;
  readonly note: string;
  /** What the step adds; undefined where it only says what is inside. */
  readonly amount: Cents | undefined;
  readonly soFar: Cents;
  /** The figure had to be rounded. */
  readonly rounded: boolean;
};

export type Why = {
  readonly currency: string;
  /** "Why $36.00?", "Sales tax, 5.5%: why $1.98?" */
  readonly title: string;
  /** What the last amount is called. */
  readonly label: string;
  readonly total: Cents;
  /** Of one amount only, not of the whole total. */
  readonly isPart: boolean;
  readonly rows: readonly WhyRow[];
  /** Promotions that took nothing off, and why in half a sentence. */
  readonly unused: readonly { readonly name: string; readonly why: string; readonly saves: Cents | undefined }[];
};

/**
 * The stored steps of a total, or of one amount in it, in words. `goods` names lines by their ids. Nothing is reckoned
 * here. An amount that is not there is answered by the whole.
 */
export function whyThisPrice(totals: Totals, goods: Goods, of?: string): Why {
  const steps = of === undefined ? undefined : amountSteps(totals, of);
  return of !== undefined && steps ? whyAmount(totals, goods, of, steps) : whyTotal(totals, goods);
}

/** Which amount an address asks about; undefined: all of it. */
export const askedAmount = ({ of }: Readonly<Record<string, unknown>>): string | undefined =>
  typeof of === "string" && of !== "" && of.length <= 300 ? of : undefined;

function whyTotal(totals: Totals, goods: Goods): Why {
  const { currency, total, steps, notApplied } = totals;
  const told = steps.filter((step) => step.kind !== "total");
  return {
    currency,
    total,
    title: `Why ${formatMoney(total, currency)}?`,
    label: "You pay",
    isPart: false,
    rows: told.map((step) => {
      const amount = insideTax(step) ? undefined : step.effect;
      return { ...wordsOf(step, goods, currency), amount, soFar: step.soFar, rounded: !isWhole(step.exact) };
    }),
    unused: notApplied.map(({ name, reason }) => {
      return { name, why: reasonInWords(reason, currency), saves: "saves" in reason ? reason.saves : undefined };
    }),
  };
}

function whyAmount(totals: Totals, goods: Goods, of: string, { steps, amount }: AmountSteps): Why {
  const { currency } = totals;
  const rows = steps.map(({ step, amount: adds, share, soFar }): WhyRow => {
    const { title, note } = wordsOf(step, goods, currency);
    const part = share === undefined ? "" : `. ${shareInWords(share, step, of, currency)}`;
    return { title, note: `${note}${part}`, amount: adds, soFar, rounded: !isWhole(share?.exact ?? step.exact) };
  });
  return { currency, total: amount, isPart: true, rows, unused: [], ...namesOf(totals, goods, of, amount) };
}

type Share = NonNullable<AmountSteps["steps"][number]["share"]>;

/** "Of that, $4.2755… is for this line, counted as $4.28" */
function shareInWords({ exact, counted }: Share, step: Step, of: string, currency: string): string {
  const whose = { line: "for this line", fee: "for this", delivery: "for delivery" }[of.split(".")[0] ?? ""];
  const that = insideTax(step) ? "Of that tax" : "Of that";
  const rounded = isWhole(exact) ? "" : `, counted as ${formatMoney(counted, currency)}`;
  return `${that}, ${exactMoney(exact, currency)} is ${whose ?? "at this rate"}${rounded}`;
}

/** What an amount is called where it is explained. */
function namesOf(totals: Totals, goods: Goods, of: string, amount: Cents): Pick<Why, "title" | "label"> {
  const [kind = "", ...rest] = of.split(".");
  const key = rest.join(".");
  const asked = `why ${formatMoney(amount, totals.currency)}?`;
  switch (kind) {
    case "line": {
      const { title = "This line", options = "" } = goods.get(key) ?? {};
      const quantity = totals.lines.find((line) => line.id === key)?.quantity ?? 1;
      const named = [title, options].filter(Boolean).join(", ");
      return { title: `${quantity} × ${named}: why this price?`, label: "You pay for it" };
    }
    case "goods":
      return { title: `Goods: ${asked}`, label: "Goods" };
    case "fee":
      return { title: "Why this fee?", label: "You pay for it" };
    case "delivery":
      return { title: "Delivery: why this price?", label: "You pay for delivery" };
    case "promotion": {
      const name = totals.applied.find((each) => each.promotionId === key)?.name ?? "";
      return { title: `${name}: ${asked}`, label: "Taken off" };
    }
    case "saving":
      return { title: `What you save: ${asked}`, label: "Taken off in all" };
    default: {
      const [rate = "", ...name] = rest;
      const label = taxInWords(name.join("."), Number(rate));
      return { title: `${label}: ${asked}`, label: totals.pricesIncludeTax ? "Of it tax" : "Tax" };
    }
  }
}
