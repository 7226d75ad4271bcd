import { checkedAmount, checkedQuantity } from "./limits.ts";
import { times, toCents, type Cents } from "./money.ts";
import { countedPrice } from "./net-price.ts";
import type { TieOrder } from "./split.ts";
import { spanOf } from "./tax-span.ts";
import type { PricingInput, PricingLine } from "./totals.ts";

/** The lines of a cart as they enter the computation. Lists run side by side, one place for each line. */
export type Sheet = {
  readonly lines: readonly PricingLine[];
  /** Where a line is, by its id. */
  readonly places: ReadonlyMap<string, number>;
  readonly quantities: readonly number[];
  /** What a unit counts as, and unit x quantity. */
  readonly units: readonly Cents[];
  readonly bases: readonly Cents[];
  /** Who gets an odd cent: the higher tax rate, then the lower variant id, then the lower line id. */
  readonly ties: TieOrder;
};

/** @throws RangeError for an amount or quantity that cannot be held, or an id that is there twice. */
export function readSheet(input: PricingInput): Sheet {
  const { lines } = input;
  const places = new Map(lines.map(({ id }, place) => [id, place]));
  if (places.size < lines.length) throw new RangeError("two lines have the same id");
  const units: Cents[] = [];
  const bases: Cents[] = [];
  for (const line of lines) {
    if (checkedAmount(line.unit) < 0) throw new RangeError(`line ${line.id} costs less than nothing`);
    const unit = countedPrice(input, toCents(line.unit), line);
    units.push(unit);
    bases.push(times(unit, checkedQuantity(line.quantity)));
  }
  return { lines, places, quantities: lines.map(({ quantity }) => quantity), units, bases, ties: tieOrder(lines) };
}

function tieOrder(lines: readonly PricingLine[]): TieOrder {
  return (a, b) => {
    const [first, second] = [lines[a], lines[b]];
    if (!first || !second) return 0;
    const byRate = first.taxes === second.taxes ? 0 : effectiveRate(second) - effectiveRate(first);
    const byVariant = byRate || byText(first.variantId ?? first.id, second.variantId ?? second.id);
    return byVariant || byText(first.id, second.id);
  };
}

/** All rates of a line together, near enough to say which is higher: the same rates give the same number. */
function effectiveRate({ taxes }: PricingLine): number {
  const { gross, net } = spanOf(taxes);
  return gross / net;
}

/** The same everywhere: by code unit, whatever the language of the machine. */
export function byText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
