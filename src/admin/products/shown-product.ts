import type { DeskProduct } from "#views/admin/product-rows.tsx";
import type { DeskProductRow } from "./store.ts";

/** A row of the list: each kind named by what it is chosen by. */
export const shownProduct = (row: DeskProductRow): DeskProduct => ({
  ...row,
  variants: row.variants.map((variant) => ({
    ...variant,
    name: [variant.option1, variant.option2, variant.option3].filter(Boolean).join(", "),
  })),
});
