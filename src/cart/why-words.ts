import { exactMoney, isHalf, isWhole } from "#src/pricing/exact-money.ts";
import { formatMoney } from "#src/pricing/money.ts";
import { rateText, whole } from "#src/pricing/rate.ts";
import type { Step } from "#src/pricing/step.ts";
import { taxInWords } from "./ledger.ts";

export type Goods = ReadonlyMap<string, { readonly title: string; readonly options: string }>;
type Words = { readonly title: string; readonly note: string };

/** A step that adds nothing: it says how much of a price is tax. */
export const insideTax = ({ kind }: Step): boolean => kind === "net" || kind === "net-unit";

/** What a step did, as one would say it across the counter. */
export function wordsOf(step: Step, goods: Goods, currency: string): Words {
  const money = (figure: string) => exactMoney(figure, currency);
  const thing = goods.get(step.subject)?.title ?? "";
  switch (step.kind) {
    case "line": {
      const options = goods.get(step.subject)?.options ?? "";
      const price = step.times === "1" ? money(step.of) : `${money(step.of)} each`;
      return { title: `${step.times} × ${thing}`, note: [options, price].filter(Boolean).join(", ") };
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
      const once = step.on === "order" ? "once for the whole order" : `for ${thing || "delivery"}`;
      const rounded = isWhole(step.exact) ? `, ${once}` : `, rounded ${once} to ${formatMoney(step.amount, currency)}`;
      return {
        title: taxInWords(step.name, step.rate),
        note: `${rate} of ${money(step.of)} is ${money(step.exact)}${rounded}`,
      };
    }
    case "net":
    case "net-unit":
      return { title: `Tax inside: ${taxInWords(step.name, step.rate)}`, note: insideNote(step, currency) };
  }
}

function insideNote(step: Step, currency: string): string {
  const rounded = isWhole(step.exact) ? "" : `, rounded to ${formatMoney(step.amount, currency)}`;
  const rest = step.rest === undefined ? "" : `: ${formatMoney(step.rest, currency)} of it is tax`;
  return `${exactMoney(step.of, currency)} is ${exactMoney(step.exact, currency)} without tax${rounded}${rest}`;
}

function discountNote(step: Step, thing: string, currency: string): string {
  const money = (figure: string) => exactMoney(figure, currency);
  const on = thing === "" ? "" : `On ${thing}: `;
  if (step.rate === whole) {
    if (step.on === "shipping") return `${money(step.of)}, all of it taken off`;
    return `${step.units === 1 ? "One" : (step.units ?? "")}${thing === "" ? "" : ` ${thing}`} free, worth ${money(step.of)}`;
  }
  if (step.rate !== undefined) {
    return `${on}${rateText(step.rate)}% of ${money(step.of)} is ${money(step.exact)}${roundedOff(step, currency)}`;
  }
  const asked = step.times === "1" ? money(step.of) : `${step.times} × ${money(step.of)}`;
  const capped = step.cap === undefined ? "" : `, but no more than the ${money(step.cap)} that was left`;
  return `${on}${asked} off${capped}${roundedOff(step, currency)}`;
}

/** Half a cent is left in what is paid, never taken off. */
function roundedOff({ exact, amount }: Step, currency: string): string {
  if (isWhole(exact)) return "";
  const saved = formatMoney(amount, currency);
  return isHalf(exact) ? `: the half stays in the price, so you save ${saved}` : `, rounded to ${saved}`;
}
