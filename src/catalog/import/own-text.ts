import type { CollectionRule } from "#db/schema.ts";
import type { ImportedProduct } from "./product.ts";

// How Pushcart's own file writes what is more than a word. Reading is the exact reverse of writing.

const escape = (text: string, mark: string) =>
  text.replace(/\\/g, "\\\\").replaceAll(mark, `\\${mark}`).replaceAll("\n", "\\n");

/** Takes a text apart at a mark that no backslash guards. */
function parts(text: string, mark: string): string[] {
  const found = [""];
  for (const [piece] of text.matchAll(/\\[^]|[^]/g)) {
    if (piece === mark) found.push("");
    else
      found[found.length - 1] +=
        piece === "\\n" ? "\n" : piece.length > 1 && piece.startsWith("\\") ? piece.slice(1) : piece;
  }
  return found;
}

/** "a, b\, c": a list, with commas of its own guarded. */
export const writeList = (words: readonly string[]): string => words.map((word) => escape(word, ",")).join(", ");
export const readList = (text: string): string[] =>
  text === ""
    ? []
    : parts(text, ",")
        .map((word) => word.trim())
        .filter((word) => word !== "");

/** One attribute a line: "Glaze: Oat". */
export const writeAttributes = (attributes: ImportedProduct["attributes"]): string =>
  attributes.map(({ name, value }) => `${escape(name, ":")}: ${escape(value, ":")}`).join("\n");
export const readAttributes = (text: string): ImportedProduct["attributes"] =>
  text.split(/\r?\n/).flatMap((line) => {
    const [name = "", value = ""] = parts(line, ":").map((part) => part.trim());
    return name === "" || value === "" ? [] : [{ name, value }];
  });

/** "all: tag equals wool; price below 5000". */
export function writeRule(rule: CollectionRule | null): string {
  if (!rule) return "";
  const conditions = rule.conditions.map(({ field, is, value }) => `${field} ${is} ${escape(value, ";")}`);
  return `${rule.match}: ${conditions.join("; ")}`;
}

/** Undefined for what is no rule; null for none. */
export function readRule(text: string): CollectionRule | null | undefined {
  if (text === "") return null;
  const [, match, rest = ""] = /^(all|any): ([^]*)$/.exec(text) ?? [];
  const conditions = parts(rest, ";").map((part) =>
    /^(tag|type|vendor|title|price|reduced) (equals|contains|below|above) ([^]+)$/.exec(part.trim()),
  );
  if (match === undefined || conditions.some((found) => found === null)) return undefined;
  return {
    match: match as CollectionRule["match"],
    conditions: conditions.map((found) => ({
      field: found?.[1],
      is: found?.[2],
      value: found?.[3],
    })) as CollectionRule["conditions"],
  };
}
