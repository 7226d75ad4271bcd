import { cellsOf, type Cells, type Sheet } from "./cells.ts";
import { handleOf } from "./handle.ts";
import { decodeEntities } from "./woo-text.ts";
import { shortOf, type Rows } from "./shopify-groups.ts";

/** What must be known of a whole WooCommerce file before its products can be read. */
export type WooSurvey = {
  /** How many variations name each parent. */
  readonly children: ReadonlyMap<string, number>;
  /** The handles of those products that others name: grouped, upsells, cross-sells. */
  readonly handles: ReadonlyMap<string, string>;
};

/** Also what plugins call theirs: "subscription_variation". */
export const isVariation = (cells: Cells) => cells.list("type").some((word) => /variation$/i.test(word));

/** What other rows may call a row by: "id:44" or its SKU. */
export function namesOf(cells: Cells): string[] {
  const [id, sku] = [cells.text("id"), cells.text("sku").toLowerCase()];
  return [...(id === "" ? [] : [`id:${id}`]), ...(sku === "" ? [] : [sku])];
}

/** A name as another row writes it: "ID: 44" is "id:44". */
export function nameIn(text: string): string {
  const name = text.trim().toLowerCase();
  return name.startsWith("id:") ? name.replace(/\s+/g, "") : name;
}

export const mentionsOf = (cells: Cells) =>
  (["grouped", "upsells", "crossSells"] as const).flatMap((field) => cells.list(field).map(nameIn));

const surveys = new WeakMap<Sheet, Promise<WooSurvey>>();

/** The first reading is made once, however often the products are read. */
export function surveyed(sheet: Sheet, rows: Rows): Promise<WooSurvey> {
  const known = surveys.get(sheet) ?? surveyWoo(sheet, rows);
  surveys.set(sheet, known);
  return known;
}

async function surveyWoo(sheet: Sheet, rows: Rows): Promise<WooSurvey> {
  const children = new Map<string, number>();
  const mentioned = new Set<string>();
  for await (const row of rows()) {
    const cells = cellsOf(sheet, row, []);
    for (const name of mentionsOf(cells)) mentioned.add(name);
    if (!isVariation(cells)) continue;
    const parent = nameIn(cells.text("parent"));
    children.set(parent, (children.get(parent) ?? 0) + 1);
  }

  const handles = new Map<string, string>();
  const assign = handleAssigner();
  if (mentioned.size > 0) {
    for await (const row of rows()) {
      const cells = cellsOf(sheet, row, []);
      const handle = isVariation(cells) ? undefined : assign(cells);
      for (const name of namesOf(cells)) if (handle && mentioned.has(name)) handles.set(name, handle);
    }
  }
  return { children, handles };
}

/**
 * Gives each product its handle, from its slug or name. WooCommerce's file has no handles and lets names repeat: the
 * second "T-Shirt" gets its SKU or number behind it. Undefined for a product that stands there a second time.
 */
export function handleAssigner(): (cells: Cells) => string | undefined {
  const taken = new Set<number>();
  return (cells) => {
    const [sku, id] = [handleOf(cells.text("sku")), handleOf(cells.text("id"))];
    const wished =
      handleOf(cells.text("slug")) || handleOf(decodeEntities(cells.text("name"))) || sku || (id && `product-${id}`);
    const wishes = [wished, sku && `${wished}-${sku}`, !sku && id && `${wished}-${id}`];
    const handle = wishes.find((each): each is string => Boolean(each) && !taken.has(shortOf(String(each))));
    if (handle !== undefined) taken.add(shortOf(handle));
    return handle;
  };
}
