/** An exact fraction in lowest terms, the denominator above zero. For explanations and parts of lines; the rest uses `exact.ts`. */
export type Fraction = { readonly top: bigint; readonly bottom: bigint };

export function fraction(top: number | bigint, bottom: number | bigint = 1n): Fraction {
  const sign = BigInt(bottom) < 0n ? -1n : 1n;
  const [above, below] = [sign * BigInt(top), sign * BigInt(bottom)];
  const shared = commonDivisor(above < 0n ? -above : above, below);
  return { top: above / shared, bottom: below / shared };
}

export const multiply = (a: Fraction, b: Fraction) => fraction(a.top * b.top, a.bottom * b.bottom);
export const add = (a: Fraction, b: Fraction) => fraction(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom);
export const isLess = (a: Fraction, b: Fraction) => a.top * b.bottom < b.top * a.bottom;
export const smaller = (a: Fraction, b: Fraction) => (isLess(b, a) ? b : a);

/** "1499/2", or "750" where it is whole. */
export const fractionText = (value: Fraction) =>
  value.bottom === 1n ? `${value.top}` : `${value.top}/${value.bottom}`;

/** Reads what `fractionText` wrote. @throws SyntaxError for anything else. */
export function readFraction(text: string): Fraction {
  const [top = "", bottom = "1"] = text.split("/");
  return fraction(BigInt(top), BigInt(bottom));
}

/** The largest whole number that is not above it. */
export function floor({ top, bottom }: Fraction): bigint {
  const rest = ((top % bottom) + bottom) % bottom;
  return (top - rest) / bottom;
}

const half = fraction(1, 2);

export const roundHalfUp = (value: Fraction) => floor(add(value, half));
/** The mirror image of rounding up: minus the floor of minus the value and a half. */
export const roundHalfDown = ({ top, bottom }: Fraction) => -floor(add(fraction(-top, bottom), half));

/** The same proportions in whole numbers, each `scale` times as large. */
export function inWholes(values: readonly Fraction[]): { readonly scale: bigint; readonly wholes: bigint[] } {
  const scale = values.reduce((all, { bottom }) => all * (bottom / commonDivisor(all, bottom)), 1n);
  return { scale, wholes: values.map(({ top, bottom }) => (top * scale) / bottom) };
}

function commonDivisor(a: bigint, b: bigint): bigint {
  let [larger, smaller] = [a, b];
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger === 0n ? 1n : larger;
}
