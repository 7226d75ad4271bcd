import { longMetafields, metafields, relatedIn, subtitleIn } from "./attributes.ts";
import { cellsOf, straightRows, unique, type Cells, type Sheet } from "./cells.ts";
import type { Field } from "./header.ts";
import { handleIn } from "./handle.ts";
import type { CollectionPath, ImportedPicture, ImportedProduct, ImportedVariant, Made, Trouble } from "./product.ts";
import { optionValues } from "./linked-options.ts";
import { readYesNo } from "./read-number.ts";
import { decodeEntities, unescapedTags } from "./woo-text.ts";
import type { Row } from "./records.ts";
import { textsTogether } from "./woo-paragraphs.ts";
import { isUncategorized } from "./uncategorized.ts";

type Options = readonly [string, string, string];

/** All rows of one handle, in the file's order, as a product. Rows with neither a price nor an option only add pictures. */
export function shopifyProduct(sheet: Sheet, rows: readonly Row[]): Made {
  const troubles: Trouble[] = [];
  const cells = straightRows(sheet, rows, troubles).map((row) => cellsOf(sheet, row, troubles));
  const first = cells[0];
  if (!first) return { troubles };
  if (first.text("command").toUpperCase() === "DELETE") {
    for (const row of cells) row.trouble("command", "the row says that the product is to be deleted", true);
    return { troubles };
  }
  const said = (field: Field) => cells.find((row) => row.text(field) !== "") ?? first;

  const title = decodeEntities(said("title").line("title"));
  const named = (["option1Name", "option2Name", "option3Name"] as const).map((field) =>
    said(field).line(field),
  ) as never as Options;
  const variants = variantsOf(cells, named);
  if (title === "") first.trouble("title", "the product has no title", true);
  if (title === "" || variants.length === 0) {
    if (!troubles.some((each) => each.leftOut)) first.trouble("price", "the product has no price", true);
    return { troubles };
  }

  const metafield = (place: number) => cells.map((row) => row.at(place)).find((value) => value !== "") ?? "";
  const options = optionsOf(named, variants);
  const type = said("type").line("type");
  const product: ImportedProduct = {
    row: first.number,
    handle: handleIn(first.text("handle")),
    title,
    subtitle: subtitleIn(sheet.header, metafield),
    description: textsTogether([
      unescapedTags(said("description").text("description")),
      ...longMetafields(sheet.header, metafield),
    ]),
    vendor: said("vendor").line("vendor"),
    type,
    tags: said("tags").list("tags"),
    status: statusOf(said("status"), said("published"), said("giftCard")),
    seoTitle: said("seoTitle").line("seoTitle"),
    seoDescription: said("seoDescription").line("seoDescription"),
    attributes: metafields(sheet.header, metafield).filter(({ name }) => !options.some((each) => each.name === name)),
    options,
    taxClass: readYesNo(said("taxed").text("taxed")) === false ? "untaxed" : "standard",
    digital: cells.every((row) => readYesNo(row.text("shipped")) === false || !isVariant(row)),
    variants,
    pictures: picturesOf(cells, title),
    pictureEntries: cells.filter((row) => row.text("picture") !== "").length,
    collections: collectionsOf(said(sheet.header.places.has("collections") ? "collections" : "collection")),
    // The shop's own word for what it is says it better.
    taxonomy: type === "" ? taxonomyOf(said("category")) : [],
    related: relatedIn(sheet.header, metafield),
    gathers: [],
    whole: !troubles.some((each) => each.leftOut),
  };
  return { product, troubles };
}

const isVariant = (row: Cells) => row.text("price") !== "" || row.text("option1Value") !== "";

function variantsOf(cells: readonly Cells[], named: Options): ImportedVariant[] {
  const rows = cells.filter(isVariant);
  const plain = rows.every((row) => isDefault(named, row.line("option1Value")));
  const valuesOf = optionValues(rows);
  const taken = new Map<string, number>();
  return rows.flatMap((row) => {
    const options: Options = plain ? ["", "", ""] : valuesOf(row);
    const before = taken.get(options.join("\0").toLowerCase());
    if (before !== undefined) {
      row.trouble("handle", `the same handle and options as row ${before}`, true);
      return [];
    }
    if (!plain && options[0] === "") {
      row.trouble("option1Value", `no value for the option "${named[0] || "1"}"`, true);
      return [];
    }
    const price = row.price("price");
    if (price === undefined) return [];
    taken.set(options.join("\0").toLowerCase(), row.number);
    return [variantOf(row, options, price)];
  });
}

/** "Title: Default Title" is how Shopify writes that there is nothing to choose. */
function isDefault(named: Options, value: string): boolean {
  const name = named[0].toLowerCase();
  return (name === "" || name === "title") && (value === "" || /^default( title)?$/i.test(value));
}

function variantOf(row: Cells, options: Options, price: ImportedVariant["price"]): ImportedVariant {
  const compareAt = row.priceOrNone("compareAt");
  const backorder = /^(continue|true|1|yes)$/i.test(row.text("policy"));
  const tracked = row.has("stock") && (!row.has("tracker") || row.text("tracker") !== "");
  const stock = row.whole("stock");
  return {
    row: row.number,
    options,
    sku: row.text("sku").replace(/^'(?=\d)/, ""),
    barcode: row.barcode("barcode").split(/\s*[;,]\s*/)[0] ?? "",
    price,
    compareAt: compareAt !== null && compareAt > price ? compareAt : null,
    weight:
      row.text("weight") === "" ? row.weight("weightIn", row.text("weightUnit").toLowerCase()) : row.weight("weight"),
    stock: tracked && !backorder ? Math.max(0, stock) : stock,
    tracked,
    backorder,
    maxPerOrder: 99,
    picture: addressOf(row.text("variantPicture")),
  };
}

function optionsOf(named: Options, variants: readonly ImportedVariant[]): ImportedProduct["options"] {
  return named.flatMap((name, at) => {
    const values = unique(variants.map((variant) => variant.options[at] ?? "").filter((value) => value !== ""));
    return values.length > 0 ? [{ name: name || `Option ${at + 1}`, values }] : [];
  });
}

function statusOf(row: Cells, published: Cells, gift: Cells): ImportedProduct["status"] {
  if (readYesNo(gift.text("giftCard")) === true) {
    gift.trouble("giftCard", "Pushcart sells no gift cards yet: the product came in as a draft");
    return "draft";
  }
  const status = row.text("status").toLowerCase();
  if (status === "archived") return "archived";
  if (!["", "active", "draft", "unlisted"].includes(status)) {
    row.trouble("status", `"${status}" is not active, draft or archived: the product came in as a draft`);
  }
  if (status === "unlisted") row.trouble("status", "Pushcart has no unlisted products: it came in as a draft");
  const hidden = readYesNo(published.text("published")) === false;
  return (status === "" || status === "active") && !hidden ? "active" : "draft";
}

function picturesOf(cells: readonly Cells[], title: string): ImportedPicture[] {
  const shown = cells.flatMap((row, at) => {
    const address = addressOf(row.text("picture"));
    const order = Number(/^\d{1,6}$/.exec(row.text("pictureOrder"))?.[0] ?? at + 1);
    return address === "" ? [] : [{ address, alt: row.line("pictureAlt") || title, order }];
  });
  const chosen = cells.flatMap((row) => {
    const address = addressOf(row.text("variantPicture"));
    return address === "" ? [] : [{ address, alt: title, order: Number.POSITIVE_INFINITY }];
  });
  const known = new Set<string>();
  return [...shown.toSorted((left, right) => left.order - right.order), ...chosen]
    .filter(({ address }) => !known.has(address) && known.add(address))
    .map(({ address, alt }) => ({ address, alt }));
}

/** Addresses as people paste them: "//host/a.jpg" means https. */
export function addressOf(text: string): string {
  return text.startsWith("//") ? `https:${text}` : text;
}

function collectionsOf(row: Cells): CollectionPath[] {
  const named = row.line("collection");
  return [...(named === "" ? [] : [named]), ...row.list("collections")].map((title) => [title]);
}

/** "Home & Garden > Linens", also where numbers stand in it. */
function taxonomyOf(row: Cells): CollectionPath {
  const parts = row.line("category").split(/\s*>\s*/);
  const path = parts.map(decodeEntities).filter((part) => part !== "" && !/^\d+$/.test(part));
  return isUncategorized(path[0] ?? "") ? [] : path;
}
