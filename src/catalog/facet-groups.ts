import { ownFacets, type Facet } from "./facets.ts";
import { ownParameters, type Listing } from "./listing.ts";
import { fold } from "./words.ts";

export type FacetCount = Facet & { readonly count: number };

/** One box to tick. `parameter` and `value` are what it sends. */
export type FacetChoice = {
  readonly parameter: string;
  readonly value: string;
  readonly label: string;
  /** How many things the list would then hold; undefined where that was not counted. */
  readonly count: number | undefined;
  readonly isChosen: boolean;
};
export type FacetGroup = { readonly label: string; readonly choices: readonly FacetChoice[] };

const parameterNames: Readonly<Record<string, string>> = {
  [ownFacets.vendor]: "vendor",
  [ownFacets.type]: "type",
  [ownFacets.available]: "stock",
  [ownFacets.reduced]: "reduced",
  [ownFacets.rated]: "rated",
};
const taken = new Set([...Object.values(parameterNames), ...ownParameters]);

/** What a facet is called in addresses: "Frame color" is `frame_color`; `f_` goes before what is taken. */
export function parameterOf(name: string): string {
  const own = parameterNames[name];
  if (own !== undefined) return own;
  const plain = fold(name)
    .replace(/[^\p{L}\p{N}]+/gu, "_")
    .replace(/^_|_$/g, "");
  return plain === "" || taken.has(plain) ? `f_${plain}` : plain;
}

/** The facets that an address chooses, of those that this list has. Values as they stand or as one would type them. */
export function chosenFacets(listing: Listing, known: readonly FacetCount[]): Facet[] {
  const names = new Map(known.map(({ name }) => [parameterOf(name), name]));
  return Object.entries(listing.chosen).flatMap(([parameter, values]) => {
    const name = names.get(parameter);
    if (name === undefined) return [];
    const there = known.filter((facet) => facet.name === name).map((facet) => facet.value);
    const found = values.map(
      (value) => there.find((each) => each === value) ?? there.find((each) => fold(each) === fold(value)),
    );
    return [...new Set(found)].flatMap((value) => (value === undefined ? [] : [{ name, value }]));
  });
}

const most = { groups: 6, choices: 12 };

type Counted = {
  /** What the list holds without any filter. */
  readonly known: readonly FacetCount[];
  readonly chosen: readonly Facet[];
  /** How many the list would hold with each; undefined where they were not counted. */
  readonly countOf: (facet: Facet) => number | undefined;
};

/** The boxes to tick beside a list: what tells its things apart, not what each of them has or only one of them. */
export function facetGroups({ known, chosen, countOf }: Counted): FacetGroup[] {
  const byName = Map.groupBy(known, (facet) => facet.name);
  const isChosen = (facet: Facet) => chosen.some((each) => each.name === facet.name && each.value === facet.value);
  const choice = (facet: Facet, label = facet.value): FacetChoice => ({
    parameter: parameterOf(facet.name),
    value: facet.value,
    label,
    count: countOf(facet),
    isChosen: isChosen(facet),
  });
  const telling = [...byName]
    .filter(([name, facets]) => isTelling(name, facets) || facets.some(isChosen))
    .toSorted(([left, a], [right, b]) => weightOf(right, b) - weightOf(left, a))
    .filter(([, facets], at) => at < most.groups || facets.some(isChosen))
    .map(([name, all]) => ({ label: labelOf(name), choices: shownOf(all, isChosen).map((facet) => choice(facet)) }));
  const rated = (byName.get(ownFacets.rated) ?? []).toSorted((a, b) => b.value.localeCompare(a.value));
  const shelf = [...(byName.get(ownFacets.available) ?? []), ...(byName.get(ownFacets.reduced) ?? [])];
  return [
    ...telling,
    { label: "Rated", choices: rated.map((facet) => choice(facet, `${facet.value} and up`)) },
    { label: "On the shelf", choices: shelf.map((facet) => choice(facet, labelOf(facet.name))) },
  ].filter((group) => group.choices.length > 0);
}

const isOwn = (name: string) => name.startsWith(":");
const labels: Readonly<Record<string, string>> = {
  [ownFacets.vendor]: "Maker",
  [ownFacets.type]: "Kind",
  [ownFacets.available]: "In stock",
  [ownFacets.reduced]: "Reduced",
  [ownFacets.rated]: "Rated",
};
export const labelOf = (name: string): string => labels[name] ?? name;

const sumOf = (all: readonly FacetCount[]) => all.reduce((total, { count }) => total + count, 0);

function isTelling(name: string, all: readonly FacetCount[]): boolean {
  if (name === ownFacets.available || name === ownFacets.reduced || name === ownFacets.rated) return false;
  return all.length >= 2 && all.length <= 400 && sumOf(all) >= all.length * 1.25;
}

/** What many of the things have comes first; what every shop has, maker and kind, after what is this list's own. */
const weightOf = (name: string, all: readonly FacetCount[]) => sumOf(all) * (isOwn(name) ? 0.5 : 1);

function shownOf(all: readonly FacetCount[], isChosen: (facet: Facet) => boolean): FacetCount[] {
  const sorted = all.toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  const late = sorted.slice(most.choices).filter(isChosen);
  return [...sorted.slice(0, most.choices), ...late];
}
