import { link, paths } from "#src/paths.ts";
import type { ProductRows } from "./product-store.ts";

type Shelf = ProductRows["collections"][number];
const mostShelves = 3;

/**
 * From the stall to the shelf a product stands on: one filled by hand sooner than one by rule, by a tag last, and the lowest
 * where it stands on shelves above as well, with those above it.
 */
export function trailOf(shelves: readonly Shelf[]) {
  const isAbove = ({ id }: Shelf) => shelves.some((each) => each.parentId === id);
  const kind = ({ rule }: Shelf) => (rule === null ? 0 : rule.conditions.some(({ field }) => field === "tag") ? 2 : 1);
  const rank = (shelf: Shelf) => 2 * kind(shelf) + Number(isAbove(shelf));
  const trail = shelves.toSorted((left, right) => rank(left) - rank(right)).slice(0, 1);
  for (let [first] = trail; first && trail.length < mostShelves;) {
    const { parentId } = first;
    first = shelves.find((each) => each.id === parentId && !trail.includes(each));
    if (first) trail.unshift(first);
  }
  return [
    { title: "Stall", href: paths.home },
    ...trail.map(({ title, handle }) => ({ title, href: link(paths.collection, { handle }) })),
  ];
}
