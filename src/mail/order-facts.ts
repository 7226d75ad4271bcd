import type { Cents } from "../pricing/money.ts";

/** A row of a sum: a name, a word or two below it, an amount in words. */
export type SumLine = {
  readonly name: string;
  readonly value: string;
  readonly note?: string;
  readonly kind?: "less" | "total";
};

export type LetterShop = {
  readonly name: string;
  /** Without a slash at the end. */
  readonly url: string;
  readonly email: string;
  readonly phone: string;
  readonly place: string;
};

/** What letters about an order tell of it: words and amounts, nothing left to decide. */
export type OrderFacts = {
  readonly shop: LetterShop;
  readonly to: string;
  readonly number: string;
  readonly firstName: string;
  /** The order's own address, whole. */
  readonly link: string;
  /** Where each amount is explained, whole. */
  readonly why: string;
  readonly currency: string;
  readonly lines: readonly {
    readonly title: string;
    readonly options: string;
    readonly quantity: number;
    readonly amount: Cents;
  }[];
  readonly sums: readonly SumLine[];
  /** Where it goes, or where it is fetched; nothing for goods without delivery. */
  readonly goes: { readonly heading: string; readonly lines: readonly string[] } | undefined;
  readonly comes: string;
  readonly pay: PayFacts;
  readonly tracking: string;
  readonly note: string;
};

/** How it is paid, in a sentence, and what a bank needs to know. */
export type PayFacts = {
  readonly sentence: string;
  readonly details: readonly (readonly [name: string, value: string])[];
  /** Whether the order's page is where it can be paid. */
  readonly there: boolean;
};
