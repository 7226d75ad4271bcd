import { exactMoney, isWhole } from "#src/pricing/exact-money.ts";
import { formatMoney, type Cents } from "#src/pricing/money.ts";
import { rateText, whole } from "#src/pricing/rate.ts";
import type { Totals } from "#src/pricing/totals.ts";
import { reasonInWords } from "#src/promotions/refusal.ts";
import { taxInWords } from "./ledger.ts";

type Step = Totals["steps"][number];
export type Goods = ReadonlyMap<string, { readonly title: string; readonly options: string }>;

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
  readonly total: Cents;
  readonly rows: readonly WhyRow[];
  /** Promotions that took nothing off, and why. */
  readonly unused: readonly { readonly name: string; readonly why: string; readonly saves: Cents | undefined }[];
};

/** The stored steps of a total in words. `goods` names lines by their ids. Nothing is reckoned here. */
export function whyThisPrice(totals: Totals, goods: Goods): Why {
  const { currency, total, steps, notApplied } = totals;
  const told = steps.filter((step) => step.kind !== "total");
  return {
    currency,
    total,
    rows: told.map((step) => {
      const inside = step.kind === "net" || step.kind === "net-unit";
      const { title, note } = wordsOf(step, goods, currency);
      return {
        title,
        note,
        amount: inside ? undefined : step.effect,
        soFar: step.soFar,
        rounded: !isWhole(step.exact),
      };
    }),
    unused: notApplied.map(({ name, reason }) => {
      const why = reasonInWords(reason, currency);
      const sentence = `${why.charAt(0).toUpperCase()}${why.slice(1)}.`;
      return { name, why: sentence, saves: "saves" in reason ? reason.saves : undefined };
    }),
  };
}

type Words = { readonly title: string; readonly note: string };

function wordsOf(step: Step, goods: Goods, currency: string): Words {
  const money = (figure: string) => exactMoney(figure, currency);
  const thing = goods.get(step.subject)?.title ?? "";
  const paid = formatMoney(step.amount, currency);
  switch (step.kind) {
    case "line": {
      const options = goods.get(step.subject)?.options ?? "";
      const at = options === "" ? "At" : `${options}, at`;
      const note = step.times === "1" ? `${at} ${money(step.of)}` : `${at} ${money(step.of)} each`;
      return { title: `${step.times} ${thing}`, note };
    }
    case "shipping":
      return { title: step.name === "" ? "Delivery" : `Delivery: ${step.name}`, note: "" };
    case "fee":
    case "total":
      return { title: step.name, note: "" };
    case "discount":
      return { title: step.name, note: discountNote(step, thing, currency) };
    case "tax": {
      const rate = `${rateText(step.rate ?? 0)}%`;
      const once = step.on === "order" ? ", once for the whole order" : ` for ${thing || "delivery"}`;
      const rounding = isWhole(step.exact) ? "" : ", half up";
      return {
        title: taxInWords(step.name, step.rate),
        note: `${rate} of ${money(step.of)} is ${money(step.exact)}${once}${rounding}`,
      };
    }
    case "net":
    case "net-unit": {
      const rate = step.rate === undefined ? "" : `, ${rateText(step.rate)}%`;
      const rest = step.rest === undefined ? "" : `, so ${formatMoney(step.rest, currency)} of it is tax`;
      const rounding = isWhole(step.exact) ? "" : `, rounded half up to ${paid}`;
      return {
        title: `Tax inside: ${step.name}${rate}`,
        note: `${money(step.of)} is ${money(step.exact)} without tax${rounding}${rest}`,
      };
    }
  }
}

function discountNote(step: Step, thing: string, currency: string): string {
  const money = (figure: string) => exactMoney(figure, currency);
  const on = thing === "" ? "" : `, on ${thing}`;
  const rounding = isWhole(step.exact)
    ? ""
    : `. What you pay rounds half up, so the saving is ${formatMoney(step.amount, currency)}`;
  if (step.rate === whole) {
    if (step.on === "shipping") return `${money(step.of)} waived`;
    return `${step.units === 1 ? "One" : (step.units ?? "")} free, worth ${money(step.of)}${on}`;
  }
  if (step.rate !== undefined) {
    return `${rateText(step.rate)}% of ${money(step.of)} is ${money(step.exact)}${on}${rounding}`;
  }
  const asked = step.times === "1" ? money(step.of) : `${step.times} × ${money(step.of)}`;
  const capped = step.cap === undefined ? "" : `, but no more than the ${money(step.cap)} that were left`;
  return `${asked} off${on}${capped}${rounding}`;
}
