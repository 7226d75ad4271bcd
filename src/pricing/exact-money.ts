import { readFraction } from "./fraction.ts";
import { decimalsOf, formatMoney, toCents } from "./money.ts";

/**
 * An exact figure of a step, in money: "993/2" is "$4.965", "313039/800" is "$3.9129…": two digits more than the
 * currency has, and a mark where there would be more still.
 */
export function exactMoney(exact: string, currency: string): string {
  const { top, bottom } = readFraction(exact);
  const hundredths = (top * 100n) / bottom;
  const more = hundredths * bottom !== top * 100n;
  const whole = formatMoney(toCents(Number(hundredths / 100n)), currency);
  const rest = String(hundredths < 0n ? -(hundredths % 100n) : hundredths % 100n).padStart(2, "0");
  const digits = more ? rest : rest.replace(/0+$/, "");
  if (digits === "") return whole;
  return `${whole}${decimalsOf(currency) === 0 ? "." : ""}${digits}${more ? "…" : ""}`;
}

/** Whether a figure lies in the middle between two amounts. */
export const isHalf = (exact: string): boolean => exact.endsWith("/2");

/** Whether a figure has to be rounded to be paid. */
export const isWhole = (exact: string): boolean => !exact.includes("/");
