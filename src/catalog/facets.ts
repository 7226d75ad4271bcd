/** One thing that a product can be found by in a list: "Glaze", "Oat". */
export type Facet = { readonly name: string; readonly value: string };

/** Names of facets that every product has by its nature; the colon keeps them apart from what a shopkeeper may write. */
export const ownFacets = {
  vendor: ":vendor",
  type: ":type",
  available: ":available",
  reduced: ":reduced",
  rated: ":rated",
} as const;

const longest = 80;
/** What takes longer to say of a thing is a sentence, not something to look for. */
const longestTold = 24;

type Faceted = {
  readonly vendor: string;
  readonly type: string;
  readonly options: readonly { readonly name: string }[];
  readonly attributes: readonly Facet[];
  readonly variants: readonly { readonly option1: string; readonly option2: string; readonly option3: string }[];
};
type State = {
  readonly available: boolean;
  readonly reduced: boolean;
  readonly ratingSum: number;
  readonly ratingCount: number;
};

/** Everything a product can be found by, each once. What is too long for a list of choices is left out. */
export function facetsOf(product: Faceted, state: State): Facet[] {
  const options = product.options.map((option) => facetName(option.name));
  const chosen = product.variants.flatMap(({ option1, option2, option3 }) =>
    [option1, option2, option3].map((value, at) => ({ name: options[at] ?? "", value })),
  );
  const told = product.attributes
    .map(({ name, value }) => ({ name: facetName(name), value }))
    .filter(({ name, value }) => !options.includes(name) && value.length <= longestTold);
  const nature = [
    { name: ownFacets.vendor, value: product.vendor },
    { name: ownFacets.type, value: product.type },
    { name: ownFacets.available, value: state.available ? "1" : "" },
    { name: ownFacets.reduced, value: state.reduced ? "1" : "" },
    ...[4, 3].map((stars) => ({ name: ownFacets.rated, value: isRated(state, stars) ? String(stars) : "" })),
  ];
  return unique([...chosen, ...told, ...nature].map(({ name, value }) => ({ name, value: value.trim() })));
}

const isRated = ({ ratingSum, ratingCount }: State, stars: number) =>
  ratingCount > 0 && ratingSum >= stars * ratingCount;

/** "color" and "Color" are the same to whoever looks. */
const facetName = (name: string) => {
  const trimmed = name.trim().replace(/^:+/, "");
  return trimmed.charAt(0).toUpperCase() + trimmed.slice(1);
};

export const facetKey = ({ name, value }: Facet): string => `${name}\u0000${value}`;

function unique(facets: readonly Facet[]): Facet[] {
  const fit = facets.filter(
    ({ name, value }) => name !== "" && value !== "" && name.length <= longest && value.length <= longest,
  );
  return [...new Map(fit.map((facet) => [facetKey(facet), facet])).values()];
}
