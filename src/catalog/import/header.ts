import { ownColumns } from "./own-columns.ts";
import type { Form } from "./product.ts";
import { shopifyColumns } from "./shopify-columns.ts";
import { wooColumns } from "./woo-columns.ts";
import { orderedWooFields } from "./woo-order.ts";

export type Field = keyof typeof shopifyColumns | keyof typeof wooColumns | keyof typeof ownColumns;

/** What a file's header says. A field that stands in several columns is read from the first that is not blank. */
export type Header = {
  readonly form: Form;
  readonly labels: readonly string[];
  readonly places: ReadonlyMap<Field, readonly number[]>;
};

const tables = { shopify: shopifyColumns, woocommerce: wooColumns, pushcart: ownColumns } as const;

/** What a header must name for its form to be believed: at least one of each group. */
const needed: Readonly<Record<Form, readonly (readonly Field[])[]>> = {
  pushcart: [["row"], ["handle"]],
  shopify: [["handle"], ["title", "price"]],
  woocommerce: [
    ["name", "sku", "id"],
    ["type", "regularPrice"],
    ["name", "regularPrice"],
  ],
};

/** A name without case, accents, blanks and marks, so that "Compare At Price" and "Compare-at price" are one. */
export function plain(name: string): string {
  return name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}

export function readHeader(cells: readonly string[], wanted?: Form): Header | undefined {
  const labels = cells.map((cell) => cell.replace(/\s+/g, " ").trim());
  const forms: readonly Form[] = wanted ? [wanted] : ["pushcart", "shopify", "woocommerce"];
  const known = forms.map((form) => headerOf(form, labels)).find(isBelieved);
  return known ?? (forms.includes("woocommerce") ? wooByOrder(labels) : undefined);
}

function headerOf(form: Form, labels: readonly string[]): Header {
  const names = new Map<string, Field>();
  for (const [field, list] of Object.entries(tables[form]) as [Field, string][]) {
    for (const name of list.split(" | ")) if (!names.has(plain(name))) names.set(plain(name), field);
  }
  const places = new Map<Field, number[]>();
  for (const [place, label] of labels.entries()) {
    const field = names.get(plain(label));
    if (field) places.set(field, [...(places.get(field) ?? []), place]);
  }
  return { form, labels, places };
}

/** A WooCommerce file in a language that is not known here: its columns always come in the same order. */
function wooByOrder(labels: readonly string[]): Header | undefined {
  const fields = orderedWooFields(labels);
  if (!fields) return undefined;
  const places = fields.flatMap((field, place) => (field ? [[field, [place]] as const] : []));
  return { form: "woocommerce", labels, places: new Map(places) };
}

function isBelieved({ form, labels, places }: Header): boolean {
  // "Row #" of other programs is a number, not a kind of row.
  if (form === "pushcart" && !labels.some((label) => /^row$/i.test(label))) return false;
  return needed[form].every((group) => group.some((field) => places.has(field)));
}

/** Whether a row is the header again, as in files that were put together from several. */
export function repeatsHeader(header: Header, cells: readonly string[]): boolean {
  const filled = header.labels.filter((label) => label !== "");
  return filled.length > 1 && header.labels.every((label, place) => plain(cells[place] ?? "") === plain(label));
}

/** Computes something of a header once. */
export function oncePer<T>(make: (header: Header) => T): (header: Header) => T {
  const made = new WeakMap<Header, { readonly value: T }>();
  return (header) => {
    const known = made.get(header) ?? { value: make(header) };
    made.set(header, known);
    return known.value;
  };
}
