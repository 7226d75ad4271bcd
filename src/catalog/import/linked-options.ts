import type { Cells } from "./cells.ts";

const fields = [
  ["option1Value", "option1Linked"],
  ["option2Value", "option2Linked"],
  ["option3Value", "option3Linked"],
] as const;

const handle = /^[\p{Ll}\p{Lo}\p{N}]+(?:-[\p{Ll}\p{Lo}\p{N}]+)*$/u;
/** A range keeps its own: "12-18 months". */
export const hyphens = /-(?!\d)|(?<!\d)-/g;
const size = /^(?:\d*x{0,4}[sl]|m)$/;

/**
 * The values of a row's three options. An option that is linked to one of Shopify's standard fields has handles in the
 * file: "navy-1" is Navy, "xl" is XL. Two handles of one product stay two values.
 */
export function optionValues(rows: readonly Cells[]): (row: Cells) => readonly [string, string, string] {
  const readers = fields.map(([field, linked]) => {
    const link = rows.map((row) => row.text(linked)).find((text) => text !== "") ?? "";
    if (!link.startsWith("product.metafields.shopify.")) return (row: Cells) => row.line(field);
    const all = new Set(rows.map((row) => row.line(field)));
    const isColour = link.endsWith(".color-pattern");
    return (row: Cells) => shown(row.line(field), isColour, all);
  });
  return (row) => [readers[0]?.(row) ?? "", readers[1]?.(row) ?? "", readers[2]?.(row) ?? ""];
}

function shown(value: string, isColour: boolean, all: ReadonlySet<string>): string {
  if (!handle.test(value)) return value;
  if (size.test(value)) return value.toUpperCase();
  const plain = value.replace(/-\d$/, "");
  const words = (isColour && !all.has(plain) ? plain : value).replace(hyphens, " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
