import { add, fraction, fractionText, multiply, type Fraction } from "./fraction.ts";
import { minus, sum, zero, type Cents } from "./money.ts";
import type { Cart, Outcome } from "./outcome.ts";
import type { Draft, Part, RatePart, Subject } from "./step.ts";
import type { TaxGroup } from "./tax-groups.ts";
import type { TaxedGroup } from "./taxed.ts";

/** Members of a group that are rounded together: all of them, or one by one in line mode. Positions in the group. */
type Together = {
  readonly cart: Cart;
  readonly amounts: readonly Cents[];
  readonly taxed: TaxedGroup;
  readonly at: readonly number[];
};

/** The steps of one group of rates: once for the document, or for each member by itself. */
export function explainTaxes(cart: Cart, { amounts }: Outcome, taxed: TaxedGroup): Draft[] {
  const all = taxed.group.members.map((_, at) => at);
  const sets = cart.input.taxRounding === "document" ? [all] : all.map((at) => [at]);
  return sets.flatMap((at) => {
    const together = { cart, amounts: taxed.group.members.map((member) => amounts[member] as Cents), taxed, at };
    return taxed.group.includesTax ? [explainInside(together)] : explainOnTop(together);
  });
}

/** One step for each rate on top of the net amounts. */
function explainOnTop(together: Together): Draft[] {
  const { amounts, taxed, at } = together;
  const of = sum(at.map((position) => amounts[position] as Cents));
  return taxed.group.taxes.map(({ name, rate }, index): Draft => {
    const times = shareOf(taxed.group, index);
    const amount = sum(at.map((position) => taxed.result.byRate[position]?.[index] as Cents));
    const parts = partsOf(together, times, (position) => taxed.result.byRate[position]?.[index] as Cents);
    const figures = { of: `${of}`, times: fractionText(times), exact: fractionText(multiply(fraction(of), times)) };
    return {
      kind: "tax",
      ...subjectOf(together),
      name,
      rate,
      ...figures,
      rounding: "half-up",
      amount,
      ...parts,
      effect: amount,
    };
  });
}

/** One step for the net amount inside the gross amounts; what is left is tax. */
function explainInside(together: Together): Draft {
  const { amounts, taxed, at } = together;
  const { group, result } = taxed;
  const of = sum(at.map((position) => amounts[position] as Cents));
  const rest = sum(at.map((position) => result.taxes[position] as Cents));
  const times = fraction(group.span.net, group.span.gross);
  const inside = fraction(group.span.gross - group.span.net, group.span.gross);
  const parts = partsOf(together, inside, (position) => result.taxes[position] as Cents);
  const figures = { of: `${of}`, times: fractionText(times), exact: fractionText(multiply(fraction(of), times)) };
  const name = group.taxes.map((tax) => tax.name).join(", ");
  const rates = group.taxes.length > 1 ? { rates: ratesOf(together, rest) } : { rate: group.taxes[0]?.rate ?? 0 };
  const step = { kind: "net", ...subjectOf(together), name, ...figures, rounding: "half-up" } as const;
  return { ...step, amount: minus(of, rest), rest, ...parts, ...rates, effect: zero };
}

function subjectOf({ cart, taxed, at }: Together): Subject {
  if (cart.input.taxRounding === "document") return { on: "order", subject: "order" };
  return subjectAt(cart, taxed.group.members[at[0] ?? 0] ?? 0);
}

function subjectAt({ input }: Cart, member: number): Subject {
  const line = input.lines[member];
  if (line) return { on: "line", subject: line.id };
  const fee = input.fees?.[member - input.lines.length];
  return fee ? { on: "fee", subject: fee.id } : { on: "shipping", subject: "shipping" };
}

/** The members' shares of a tax, those that would get an odd cent first at the front. None where there is one member. */
function partsOf(
  { cart, amounts, taxed, at }: Together,
  share: Fraction,
  taken: (position: number) => Cents,
): { readonly parts?: readonly Part[] } {
  const { members } = taxed.group;
  if (cart.input.taxRounding === "line") return {};
  const order = at.toSorted(
    (a, b) => (amounts[b] ?? 0) - (amounts[a] ?? 0) || cart.taxables.ties(members[a] ?? 0, members[b] ?? 0),
  );
  const parts = order.map((position) => {
    const exact = fractionText(multiply(fraction(amounts[position] ?? 0), share));
    return { ...subjectAt(cart, members[position] ?? 0), exact, amount: taken(position) };
  });
  return { parts };
}

/** The rates' shares of the tax inside an amount, the largest first. */
function ratesOf({ taxed, at }: Together, rest: Cents): RatePart[] {
  const { group, result } = taxed;
  const shares = group.taxes.map((_, index) => shareOf(group, index));
  const all = shares.reduce(add);
  const each = all.top === 0n ? fraction(0) : fraction(BigInt(rest) * all.bottom, all.top);
  return group.taxes.map(({ id, name }, index) => {
    const exact = fractionText(multiply(shares[index] ?? all, each));
    return { id, name, exact, amount: sum(at.map((position) => result.byRate[position]?.[index] as Cents)) };
  });
}

function shareOf({ span }: TaxGroup, index: number): Fraction {
  return fraction(span.shares[index]?.top ?? 0, span.shares[index]?.bottom ?? 1);
}
