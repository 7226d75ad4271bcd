import { cellsOf, straightRows, type Cells, type Sheet } from "./cells.ts";
import { handleOf } from "./handle.ts";
import { readAttributes, readList, readRule } from "./own-text.ts";
import type { ImportedCollection, ImportedProduct, ImportedVariant, Made, Trouble } from "./product.ts";
import { readYesNo } from "./read-number.ts";
import type { Row } from "./records.ts";
import { shortOf, type Rows } from "./shopify-groups.ts";

/** The collections and products of Pushcart's own file. A product's rows stand together: itself, then variants and pictures. */
export async function* ownProducts(sheet: Sheet, rows: Rows): AsyncGenerator<Made> {
  const seen = new Set<number>();
  let run: Row[] = [];
  let handle = "";
  for await (const row of rows()) {
    const cells = cellsOf(sheet, row, []);
    const next = handleOf(cells.text("handle"));
    const collection = kindOf(cells) === "collection";
    if (run.length > 0 && (collection || next !== handle)) {
      yield ownProduct(sheet, run, seen);
      run = [];
    }
    handle = next;
    if (collection) yield ownCollection(sheet, row);
    else run.push(row);
  }
  if (run.length > 0) yield ownProduct(sheet, run, seen);
}

const kindOf = (cells: Cells) => cells.text("row").toLowerCase();

function ownCollection(sheet: Sheet, row: Row): Made {
  const troubles: Trouble[] = [];
  const cells = cellsOf(sheet, row, troubles);
  const handle = handleOf(cells.text("handle"));
  const rule = readRule(cells.text("rule"));
  if (handle === "") cells.trouble("handle", "there is no handle", true);
  else if (rule === undefined) cells.trouble("rule", `"${cells.text("rule").slice(0, 40)}" is not a rule`, true);
  if (handle === "" || rule === undefined) return { troubles };
  const collection: ImportedCollection = {
    row: row.number,
    handle,
    title: cells.line("title") || handle,
    description: cells.text("description"),
    parent: cells.text("parent"),
    place: cells.whole("place"),
    listed: readYesNo(cells.text("listed")) !== false,
    rule,
    picture: cells.text("picture"),
    oldAddresses: readList(cells.text("oldAddresses")),
  };
  return { collection, troubles };
}

function ownProduct(sheet: Sheet, rows: readonly Row[], seen: Set<number>): Made {
  const troubles: Trouble[] = [];
  const cells = straightRows(sheet, rows, troubles).map((row) => cellsOf(sheet, row, troubles));
  const head = cells.find((row) => kindOf(row) === "product");
  const handle = handleOf(cells[0]?.text("handle") ?? "");
  if (!head || handle === "" || head.line("title") === "") {
    cells[0]?.trouble(
      handle === "" ? "handle" : "title",
      "there is no product row with a handle and a title above it",
      true,
    );
    return { troubles };
  }
  if (seen.has(shortOf(handle))) {
    head.trouble("handle", "the same product stands further up", true);
    return { troubles };
  }
  seen.add(shortOf(handle));
  for (const row of cells) {
    if (!["product", "variant", "picture"].includes(kindOf(row)))
      row.trouble("row", `"${row.text("row")}" is no kind of row`, true);
  }
  const variants = variantsOf(cells.filter((row) => kindOf(row) === "variant"));
  const pictures = cells.filter((row) => kindOf(row) === "picture" && row.text("picture") !== "");
  const product: ImportedProduct = {
    ...headOf(head, handle),
    variants,
    pictures: pictures.map((row) => ({ address: row.text("picture"), alt: row.line("pictureAlt") })),
    pictureEntries: pictures.length,
    whole: !troubles.some((each) => each.leftOut),
  };
  return { product, troubles };
}

/** PostgreSQL reads no year of five digits. */
const lastKept = Date.UTC(9999, 0);

type Head = Omit<ImportedProduct, "variants" | "pictures" | "pictureEntries" | "whole">;

function headOf(head: Cells, handle: string): Head {
  const status = head.text("status").toLowerCase();
  const places = readList(head.text("places"));
  const created = Date.parse(head.text("created"));
  return {
    row: head.number,
    handle,
    title: head.line("title"),
    subtitle: head.line("subtitle"),
    description: head.text("description"),
    vendor: head.line("vendor"),
    type: head.line("type"),
    tags: readList(head.text("tags")),
    status: status === "active" || status === "archived" ? status : "draft",
    seoTitle: head.line("seoTitle"),
    seoDescription: head.line("seoDescription"),
    attributes: readAttributes(head.text("attributes")),
    options: ([1, 2, 3] as const).flatMap((at) => {
      const name = head.line(`option${at}Name`);
      return name === "" ? [] : [{ name, values: readList(head.text(`option${at}Value`)) }];
    }),
    taxClass: head.line("taxClass") || "standard",
    digital: readYesNo(head.text("digital")) === true,
    collections: [],
    taxonomy: [],
    related: readList(head.text("related")),
    gathers: [],
    own: {
      createdAt: created >= 0 && created < lastKept ? new Date(created) : undefined,
      leadTime: head.line("leadTime"),
      pictured: readList(head.text("swatches")),
      places: readList(head.text("collections")).map((collection, at) => ({
        collection,
        place: Number(places[at] ?? 0) || 0,
      })),
      oldAddresses: readList(head.text("oldAddresses")),
    },
  };
}

function variantsOf(rows: readonly Cells[]): ImportedVariant[] {
  const taken = new Map<string, number>();
  return rows.flatMap((row) => {
    const options = [row.line("option1Value"), row.line("option2Value"), row.line("option3Value")] as const;
    const before = taken.get(options.join("\0"));
    if (before !== undefined) {
      row.trouble("handle", `the same handle and options as row ${before}`, true);
      return [];
    }
    const price = row.price("price");
    if (price === undefined) return [];
    taken.set(options.join("\0"), row.number);
    const compareAt = row.priceOrNone("compareAt");
    const tracked = readYesNo(row.text("tracked")) !== false;
    const backorder = readYesNo(row.text("backorder")) === true;
    const [stock, most] = [row.whole("stock"), row.whole("most")];
    const variant: ImportedVariant = {
      row: row.number,
      options,
      sku: row.text("sku"),
      barcode: row.text("barcode"),
      price,
      compareAt: compareAt !== null && compareAt > price ? compareAt : null,
      weight: row.weight("weight"),
      stock: tracked && !backorder ? Math.max(0, stock) : stock,
      tracked,
      backorder,
      maxPerOrder: most >= 1 && most <= 99 ? most : 99,
      picture: row.text("picture"),
    };
    return [variant];
  });
}
