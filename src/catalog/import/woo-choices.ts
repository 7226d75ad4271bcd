import type { ImportedProduct } from "./product.ts";

type Options = ImportedProduct["options"];
/** One value of each option, of however many there are. */
export type Place = readonly string[];

const most = 3;

/** What there is to choose: where there are more than three options, those with a single value are facts, not choices. */
export function choicesOf(options: Options): Options {
  const filled = options.filter(({ values }) => values.length > 0);
  return filled.length > most ? filled.filter(({ values }) => values.length > 1) : filled;
}

/** A place by three options: what is beyond the second is chosen together, "Oak / Linen". */
export function fold(place: Place): [string, string, string] {
  const [first = "", second = "", ...more] = place;
  return [first, second, more.join(" / ")];
}

/** The options as shoppers see them: three at most, with those values that are sold. */
export function foldedOptions(options: Options, sold: readonly Place[]): Options {
  const alone = options.length > most ? most - 1 : most;
  const separate = options.slice(0, alone).map(({ name, values }, at) => {
    const used = new Set(sold.map((place) => place[at]));
    return { name, values: values.filter((value) => used.has(value)) };
  });
  const more = options.slice(alone);
  if (more.length === 0) return separate;
  const rank = (place: Place) =>
    more.reduce((sum, { values }, at) => sum * (values.length + 1) + values.indexOf(place[alone + at] ?? ""), 0);
  const values = new Set(sold.toSorted((left, right) => rank(left) - rank(right)).map((place) => fold(place)[2]));
  return [...separate, { name: more.map(({ name }) => name).join(" / "), values: [...values] }];
}
