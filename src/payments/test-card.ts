import type { Cents } from "#src/pricing/money.ts";
import type { Outcome } from "./payment.ts";

export type Charge = {
  /** The same key is never charged twice. */
  readonly key: string;
  readonly amount: Cents;
  readonly currency: string;
  readonly cardNumber: string;
};

export type Gateway = {
  charge(charge: Charge): Promise<Outcome>;
  /** How a payment stands of which we know no end: it waits for a bank, or we never heard (then without a reference). */
  ask(payment: OpenPayment, now: Date): Promise<Outcome>;
};

export type OpenPayment = { readonly key: string; readonly reference: string; readonly begunAt: Date };

export type TestCard = { readonly number: string; readonly does: string };

/** The only numbers that the test till takes: no bank has given them out. */
export const testCards: readonly TestCard[] = [
  { number: "4242 4242 4242 4242", does: "pays" },
  { number: "4000 0000 0000 0002", does: "is declined by the bank" },
  { number: "4000 0000 0000 9995", does: "is declined, for want of money" },
  { number: "4000 0000 0000 3220", does: "pays after a few seconds" },
];

const whyDeclined: Readonly<Record<string, string>> = {
  "0002": "The bank declined this card.",
  "9995": "There is not enough money on this card.",
};
const slow = "3220";
const slowSeconds = 6;
/** After which a charge that nobody has heard of was never made. */
const lostSeconds = 60;

const digitsOf = (text: string) => text.replace(/[\s-]/g, "");
const known = new Set(testCards.map(({ number }) => digitsOf(number)));

/** The digits of a test number however it was spaced; undefined for every other number, a real card's above all. */
export function readTestCard(typed: string): string | undefined {
  const digits = digitsOf(typed);
  return known.has(digits) ? digits : undefined;
}

/**
 * The built-in till for trying the shop out. No money moves, nothing of the card is kept but its last four digits, and
 * the number alone decides the answer, so that the same key always gets the same one.
 */
export const testGateway: Gateway = {
  async charge({ cardNumber }) {
    const last4 = cardNumber.slice(-4);
    const why = whyDeclined[last4];
    if (why !== undefined) return { state: "declined", reference: `test-${last4}`, last4, why };
    return { state: last4 === slow ? "waiting" : "paid", reference: `test-${last4}`, last4 };
  },
  async ask({ reference, begunAt }, now) {
    const seconds = (now.getTime() - begunAt.getTime()) / 1000;
    const last4 = reference.slice(-4);
    if (reference !== "") return { state: seconds >= slowSeconds ? "paid" : "waiting", reference, last4 };
    const why = "The payment did not get through to the bank.";
    return seconds >= lostSeconds
      ? { state: "declined", reference, last4, why }
      : { state: "waiting", reference, last4 };
  },
};
