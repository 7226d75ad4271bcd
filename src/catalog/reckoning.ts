import type { Cents } from "#src/pricing/money.ts";
import type { StoredVariant } from "./buying.ts";

/** What the till must know of a product beside its variants. */
export type Goods = {
  readonly id: string;
  readonly handle: string;
  readonly title: string;
  readonly tags: readonly string[];
  /** Ids. */
  readonly collections: readonly string[];
  readonly taxClass: string;
  readonly digital: boolean;
};

/** From so many on, one costs so much. */
export type Tier = {
  readonly from: number;
  /** Undefined: and more. */
  readonly to: number | undefined;
  readonly each: Cents;
  /** It is no whole amount: the cart rounds once for all of them. */
  readonly isRounded: boolean;
  /** The quantity that is shown lies in it. */
  readonly isReached: boolean;
};

/** What so many of a variant come to by themselves, in the figures that a cart with nothing else would show. */
export type Reckoning = {
  /** All units, after what promotions take off this very line. */
  readonly line: Cents;
  readonly saved: Cents;
  /** Names of the promotions that save it. */
  readonly savedBy: readonly string[];
  /** Empty where more units cost no less. */
  readonly tiers: readonly Tier[];
  /** How many more until each costs less. */
  readonly next: { readonly more: number; readonly tier: Tier } | undefined;
  /** "With delivery to Wisconsin and tax". */
  readonly heading: string;
  readonly rows: readonly {
    readonly name: string;
    readonly value: string;
    readonly note?: string;
    readonly kind?: "less" | "total";
  }[];
  readonly total: Cents;
  /** Where it is worked out for, and whether anybody has said so. */
  readonly placeWords: string;
  readonly placeIsGuess: boolean;
};

/** `quantity` is 0 where what was typed is no quantity. */
export type Reckon = (goods: Goods, variant: StoredVariant, quantity: number) => Reckoning;

/** Where somebody wants things to go, and how. */
export type Destination = {
  readonly place: { readonly country: string; readonly region: string; readonly postcode: string };
  readonly shippingMethodId: string | null;
};

/** The till, which stands behind the goods: it is handed to the catalogue. */
export type ProductTill = {
  /** `until`: when a promotion starts or ends and all of this is said anew. */
  open(to?: Destination): Promise<{ readonly reckon: Reckon; readonly until: Date | undefined }>;
};
