import { formatMoney, minus, plainMoney, toCents, type Cents } from "../../pricing/money.ts";

type Paid = { readonly currency: string; readonly paid: number; readonly refunded: number };

/** What somebody spent in one currency: paid, less what went back. */
const spentIn = (all: readonly Paid[], currency: string): Cents => {
  const found = all.find((each) => each.currency === currency);
  return minus(toCents(found?.paid ?? 0), toCents(found?.refunded ?? 0));
};

/** "$59.98", or "$59.98, €12.00" where they paid in several; "" for nothing. */
export const spentInWords = (all: readonly Paid[]): string =>
  all
    .filter(({ paid }) => paid > 0)
    .map(({ currency }) => formatMoney(spentIn(all, currency), currency))
    .join(", ");

/** For a file, in the shop's currency. */
export const spentPlainly = (all: readonly Paid[], currency: string): string =>
  plainMoney(spentIn(all, currency), currency);
