import type { Wanted } from "./store.ts";

type Kind = Wanted["variants"][number];

const nameOf = ({ option1, option2, option3 }: Kind) => [option1, option2, option3].filter(Boolean).join(", ");
const isThere = ({ tracked, backorder, stock }: Kind) => !tracked || backorder || stock > 0;

/** "12 on the shelf", or for several kinds which there are. The points are filled from one shelf. */
export function stockWords({ variants, digital }: Pick<Wanted, "variants" | "digital">): string {
  if (digital) return "It comes by email, so there is nothing to pick up.";
  const there = variants.filter(isThere);
  if (there.length === 0) return "None on the shelf just now.";
  const [only] = variants;
  if (variants.length === 1 && only)
    return only.tracked && only.stock > 0 ? `${only.stock} on the shelf.` : "On the shelf.";
  if (there.length === variants.length) return "On the shelf in every kind.";
  return `On the shelf in ${there.slice(0, 6).map(nameOf).join("; ")}${there.length > 6 ? " and more" : ""}.`;
}
