// One five-pointed star of 16 by 16, as a polygon.
const star: readonly (readonly [number, number])[] = [
  [8, 1.2],
  [10.1, 5.6],
  [14.9, 6.3],
  [11.4, 9.7],
  [12.2, 14.5],
  [8, 12.2],
  [3.8, 14.5],
  [4.6, 9.7],
  [1.1, 6.3],
  [5.9, 5.6],
];
const round = (n: number) => Math.round(n * 10) / 10;
const pathOf = (points: readonly (readonly [number, number])[], left: number) =>
  `M${points.map(([x, y]) => `${round(x + left)} ${round(y)}`).join("L")}z`;

/** The part of a star left of `edge`. */
function cut(edge: number): (readonly [number, number])[] {
  return star.flatMap(([x, y], at) => {
    const [fromX, fromY] = star.at(at - 1) ?? [x, y];
    const crossing = fromX <= edge !== x <= edge;
    const onEdge = [edge, fromY + ((y - fromY) * (edge - fromX)) / (x - fromX)] as const;
    const here = x <= edge ? [[x, y] as const] : [];
    return crossing ? [onEdge, ...here] : here;
  });
}

const outlines = [0, 16, 32, 48, 64].map((left) => pathOf(star, left)).join("");
/** Five stars for 0.0 to 5.0, drawn without ids so that many may stand on a page. */
const stars = Array.from({ length: 51 }, (_, tenths) => {
  const parts = [0, 1, 2, 3, 4].map((at) => pathOf(cut(Math.min(16, (tenths * 16) / 10 - at * 16)), at * 16));
  const filled = parts.filter((path) => path !== "Mz").join("");
  return `<svg viewBox="0 0 80 16" aria-hidden="true"><path fill="none" stroke="currentColor" d="${outlines}"/><path fill="currentColor" d="${filled}"/></svg>`;
});
const single = `<svg viewBox="0 0 16 16" aria-hidden="true" fill="currentColor"><path d="${pathOf(star, 0)}"/></svg>`;

export type RatingProps = {
  /** Sum of all stars given, and by how many people. */
  readonly sum: number;
  readonly count: number;
};

const tenthsOf = ({ sum, count }: RatingProps) => (count > 0 ? Math.min(50, Math.round((sum * 10) / count)) : 0);

/** "4.6": the mean of all ratings. */
export function meanRating(rating: RatingProps): string {
  const tenths = tenthsOf(rating);
  return `${Math.floor(tenths / 10)}.${tenths % 10}`;
}

/** One star and two figures, for cards; nothing where nobody has said anything. */
export function RatingInShort({ sum, count }: RatingProps): JSX.Element {
  if (count === 0) return "";
  const told = `<span class="visually-hidden">Rated </span>${meanRating({ sum, count })}<span class="visually-hidden"> of 5</span> (${count}<span class="visually-hidden"> reviews</span>)`;
  return `<span class="rating one">${single}<span>${told}</span></span>`;
}

/** Five stars and what they come to. */
export function Rating({ sum, count }: RatingProps): JSX.Element {
  const told = `<span class="visually-hidden">Rated </span>${meanRating({ sum, count })}<span class="visually-hidden"> of 5</span> <span class="soft">(${count}<span class="visually-hidden"> reviews</span>)</span>`;
  return `<span class="rating">${stars[tenthsOf({ sum, count })] ?? ""}<span>${told}</span></span>`;
}

/** Five stars alone; `said` is what they say to those who do not see them, if nothing beside them does. */
export function Stars({
  sum,
  count,
  said = false,
}: RatingProps & { readonly said?: boolean | undefined }): JSX.Element {
  const words = said ? `<span class="visually-hidden">${meanRating({ sum, count })} of 5 stars</span>` : "";
  return `<span class="rating">${stars[tenthsOf({ sum, count })] ?? ""}${words}</span>`;
}
