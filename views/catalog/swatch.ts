/** Colours that the stylesheet has a swatch for, as `.swatch-<name>`. */
const known = new Set(
  (
    "oxblood bottle-green oat midnight honey celadon ink kraft cream ivory natural walnut maple rose sage slate moss zinc " +
    "red blue green yellow orange purple pink brown black white gray grey beige navy gold silver teal"
  ).split(" "),
);

/** The class of a colour's swatch by the name people call it: "Bottle green". Undefined for what is no colour we know. */
export function swatchOf(value: string): string | undefined {
  const name = value
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, "-");
  return known.has(name) ? `swatch-${name}` : undefined;
}
