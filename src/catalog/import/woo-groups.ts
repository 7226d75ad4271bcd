import { cellsOf, type Cells, type Sheet } from "./cells.ts";
import type { Field } from "./header.ts";
import type { Made, Trouble } from "./product.ts";
import type { Row } from "./records.ts";
import type { Rows } from "./shopify-groups.ts";
import { wooProduct, type WooFamily } from "./woo.ts";
import { handleAssigner, isVariation, nameIn, namesOf, surveyed } from "./woo-survey.ts";

type Waiting = WooFamily & { readonly children: Row[]; readonly expected: number; readonly names: readonly string[] };

/** So many variations may stand before their products at once: they are in memory until those come. */
const mostWaiting = 50_000;

/**
 * The products of a WooCommerce file. Variations point at their parent by SKU or "id:44" and may stand before or after
 * it, so a first reading counts them, and a product is held until all of its own were seen.
 */
export async function* wooProducts(sheet: Sheet, rows: Rows): AsyncGenerator<Made> {
  const survey = await surveyed(sheet, rows);
  const assign = handleAssigner();
  const open = new Map<string, Waiting>();
  const early = new Map<string, Row[]>();
  let waiting = 0;

  for await (const row of rows()) {
    const cells = cellsOf(sheet, row, []);
    if (waiting >= mostWaiting && isVariation(cells) && !open.has(nameIn(cells.text("parent")))) {
      yield refused(sheet, row, "parent", "its product is not in this file, or too far below");
      continue;
    }
    const family = isVariation(cells) ? joined(row, cells) : begun(row, cells);
    if (family === "twice") yield refused(sheet, row, "name", "the same product stands further up");
    else if (family && family.children.length >= family.expected) {
      for (const name of family.names) open.delete(name);
      yield wooProduct(sheet, family, survey);
    }
  }
  for (const family of new Set(open.values())) yield wooProduct(sheet, family, survey);
  for (const row of [...early.values()].flat()) yield refused(sheet, row, "parent", "its product is not in this file");

  function joined(row: Row, cells: Cells): Waiting | undefined {
    const parent = nameIn(cells.text("parent"));
    const family = open.get(parent);
    if (family) {
      family.children.push(row);
      return family;
    }
    waiting += 1;
    const others = early.get(parent);
    if (others) others.push(row);
    else early.set(parent, [row]);
    return undefined;
  }

  function begun(row: Row, cells: Cells): Waiting | "twice" {
    const handle = assign(cells);
    if (handle === undefined) return "twice";
    const names = namesOf(cells);
    const expected = names.reduce((sum, name) => sum + (survey.children.get(name) ?? 0), 0);
    const children = names.flatMap((name) => early.get(name) ?? []);
    waiting -= children.length;
    const family = { parent: row, handle, children, expected, names };
    for (const name of names) {
      early.delete(name);
      open.set(name, family);
    }
    return family;
  }
}

function refused(sheet: Sheet, row: Row, field: Field, reason: string): Made {
  const troubles: Trouble[] = [];
  cellsOf(sheet, row, troubles).trouble(field, reason, true);
  return { troubles };
}
