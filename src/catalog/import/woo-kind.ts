import type { Cells } from "./cells.ts";
import type { ImportedProduct } from "./product.ts";
import { readYesNo } from "./read-number.ts";

/** What plugins sell besides goods. Sold once and at once, as Pushcart sells, it would be something else. */
const others =
  /subscription|bundle|composite|booking|appointment|accommodation|auction|gift[-_ ]?card|membership|lottery|rental/;

/** The words of a row's type, small: "simple", "downloadable", "virtual". */
export const kindsOf = (cells: Cells): string[] => cells.list("type").map((word) => word.toLowerCase());

const switchedOff = new Set(["0", "-1", "draft", "private", "pending", "future", "trash"]);
/** Whether a row is published; where nothing is said of it, it is. */
export function isPublished(cells: Cells): boolean {
  const said = cells.text("published").toLowerCase();
  return !switchedOff.has(said) && readYesNo(said) !== false;
}

/** Drafts: what is not published or hidden, gathered or sold elsewhere, and what Pushcart does not sell yet. */
export function statusOf(cells: Cells, kinds: readonly string[]): ImportedProduct["status"] {
  const unsold = kinds.find((kind) => others.test(kind));
  if (unsold !== undefined)
    cells.trouble("type", `Pushcart does not sell what is a "${unsold}" yet: the product came in as a draft`);
  const hidden = cells.text("visibility").toLowerCase() === "hidden";
  const elsewhere = kinds.includes("grouped") || kinds.includes("external");
  return isPublished(cells) && !hidden && !elsewhere && unsold === undefined ? "active" : "draft";
}

/** A product is sent by email where it, or all of its variations, are. */
export const isDigital = (kinds: readonly string[], children: readonly Cells[]): boolean =>
  kinds.includes("virtual") || (children.length > 0 && children.every((cells) => kindsOf(cells).includes("virtual")));

export function taxClassOf(cells: Cells): string {
  if (cells.text("taxStatus").toLowerCase() === "none") return "untaxed";
  const name = cells.text("taxClass").toLowerCase();
  return name === "" || name === "parent" ? "standard" : name.replace(/-rate$/, "");
}

/** What plugins for search engines keep of a product. Patterns of theirs ("%%title%%") are left to Pushcart. */
export function seoOf(cells: Cells, field: "seoTitle" | "seoDescription"): string {
  const said = cells.line(field);
  return /%%?[a-z_]+%|#[a-z]+_[a-z]+/i.test(said) ? "" : said;
}
