/** A rate or percentage in whole millionths: 88750 is 8.875 %, 1000000 is 100 %. */
export type Millionths = number;

/** All of it: 100 %. */
export const whole: Millionths = 1_000_000;

/**
 * Reads a percentage such as "8.875" exactly, as 88750 millionths.
 *
 * @throws RangeError for anything but plain digits with at most four decimals, and for more than 1,000 %.
 */
export function expressRate(percent: string): Millionths {
  const found = /^(\d{1,4})(?:\.(\d{1,12}))?$/.exec(percent);
  if (!found) throw new RangeError(`"${percent}" is not a percentage such as "8.875"`);
  const decimals = (found[2] ?? "").replace(/0+$/, "");
  if (decimals.length > 4)
    throw new RangeError(`"${percent}" has more than four decimals, which cannot be held exactly`);
  const rate = Number(found[1]) * 10_000 + Number(decimals.padEnd(4, "0"));
  if (rate > 10 * whole) throw new RangeError(`"${percent}" is more than 1000 %`);
  return rate;
}

/** `rateText(88750)` is "8.875": what `expressRate` reads back. */
export function rateText(rate: Millionths): string {
  const digits = String(rate).padStart(5, "0");
  const decimals = digits.slice(-4).replace(/0+$/, "");
  return decimals === "" ? digits.slice(0, -4) : `${digits.slice(0, -4)}.${decimals}`;
}
