import type { FacetGroup } from "#src/catalog/facet-groups.ts";
import type { ProductCardProps } from "./product-card.tsx";

/** A list of products as an address asks for it: a collection, filtered and sorted, one page of it. */
export type ListProps = {
  /** Where the list is, without a query. */
  readonly path: string;
  readonly cards: readonly ProductCardProps[];
  readonly currency: string;
  readonly groups: readonly FacetGroup[];
  /** As typed, and what the list spans, in whole money: "9" to "60". Left out where all cost the same. */
  readonly price?: PriceRange | undefined;
  readonly sort: string;
  readonly sorts: readonly { readonly value: string; readonly label: string }[];
  /** Every filter in use, with the address of the same list without it. */
  readonly chips: readonly Chip[];
  readonly clearHref: string;
  readonly total: number;
  /** From 1. */
  readonly page: number;
  readonly perPage: number;
  readonly hrefOf: (page: number) => string;
  /** When nothing is left: the filter without which most would be, if one is to blame. */
  readonly culprit?: (Chip & { readonly count: number }) | undefined;
};

export type Chip = { readonly label: string; readonly href: string };
export type PriceRange = {
  readonly min: string;
  readonly max: string;
  readonly lowest: string;
  readonly highest: string;
};

/** "1 thing", "14 things". */
export const things = (count: number): string => (count === 1 ? "1 thing" : `${count} things`);

export const pagesOf = ({ total, perPage }: Pick<ListProps, "total" | "perPage">) =>
  Math.max(1, Math.ceil(total / perPage));
