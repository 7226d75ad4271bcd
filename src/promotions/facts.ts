/**
 * What a promotion is set up by, the same on the command line, in a file and in the desk's form: a name and words as
 * somebody types them. "list" takes several, "yes" is yes or no.
 */
export const factFields = {
  id: "text",
  name: "text",
  does: "text",
  percent: "text",
  amount: "text",
  class: "text",
  buy: "text",
  get: "text",
  tiers: "list",
  count: "text",
  products: "list",
  variants: "list",
  collections: "list",
  tags: "list",
  giftProducts: "list",
  giftVariants: "list",
  giftCollections: "list",
  giftTags: "list",
  methods: "list",
  minSpend: "text",
  minQuantity: "text",
  notReduced: "yes",
  firstOrder: "yes",
  groups: "list",
  countries: "list",
  starts: "text",
  ends: "text",
  limit: "text",
  perCustomer: "text",
  codes: "list",
  needsCode: "yes",
  perCode: "text",
  stacking: "text",
  priority: "text",
  active: "yes",
} as const;

export type FactField = keyof typeof factFields;
export const factNames = Object.keys(factFields) as FactField[];

export type Facts = {
  readonly [K in FactField]?: (typeof factFields)[K] extends "list" ? readonly string[] : string;
};

/** A fact that cannot be used: which, and a sentence that says why. */
export class FactError extends RangeError {
  override readonly name = "FactError";

  constructor(
    readonly field: FactField,
    readonly reason: string,
  ) {
    super(`${field}: ${reason}`);
  }
}

/** What was typed, short enough for a sentence. */
export const shown = (typed: string): string => `"${typed.length > 40 ? `${typed.slice(0, 40)}…` : typed}"`;
