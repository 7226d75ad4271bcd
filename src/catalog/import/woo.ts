import type { Cents } from "#src/pricing/money.ts";
import { cellsOf, splitList, straightRows, unique, type Cells, type Sheet } from "./cells.ts";
import { addressOf } from "./shopify.ts";
import type { CollectionPath, ImportedPicture, ImportedProduct, ImportedVariant, Made, Trouble } from "./product.ts";
import { readWeight, readYesNo } from "./read-number.ts";
import type { Row } from "./records.ts";
import { isUncategorized } from "./uncategorized.ts";
import { isDigital, kindsOf, seoOf, statusOf, taxClassOf } from "./woo-kind.ts";
import { decodeEntities, externalLink, salePrice, shortLine, unescaped } from "./woo-text.ts";
import { attributeColumns, dimensions, weightColumn } from "./woo-header.ts";
import { textsTogether } from "./woo-paragraphs.ts";
import { mentionsOf, nameIn, type WooSurvey } from "./woo-survey.ts";
import { wooVariants, type WooAttribute, type WooChoice } from "./woo-variants.ts";

export type WooFamily = { readonly parent: Row; readonly handle: string; readonly children: readonly Row[] };

/**
 * A WooCommerce product with its variations. Decisions where the two shops differ: a grouped product cannot be bought
 * itself, so it comes in as a draft and as a collection of what it gathers; an external one is sold elsewhere, so it
 * comes in as a draft that links there; products hidden from the catalogue, private ones and drafts are drafts.
 */
export function wooProduct(sheet: Sheet, family: WooFamily, survey: WooSurvey): Made {
  const troubles: Trouble[] = [];
  if (straightRows(sheet, [family.parent], troubles).length === 0) return { troubles };
  const parent = cellsOf(sheet, family.parent, troubles);
  const children = straightRows(sheet, family.children, troubles).map((row) => cellsOf(sheet, row, troubles));
  const kinds = kindsOf(parent);
  const title = decodeEntities(parent.line("name"));
  if (title === "") parent.trouble("name", "the product has no name", true);

  const brand = decodeEntities(parent.list("brands")[0] ?? "");
  const attributes = attributesOf(sheet, parent);
  const maker = brand === "" ? attributes.find(isMaker) : undefined;
  const isVariable = kinds.some((kind) => kind.startsWith("variable"));
  const isAlone = isVariable && children.length === 0 && priceFieldOf(parent) !== undefined;
  if (isAlone) parent.trouble("type", "its variations are not in this file: it came in without a choice");
  const choice: WooChoice =
    children.length > 0 || (isVariable && !isAlone) || kinds.includes("grouped")
      ? wooVariants(
          attributes,
          children.map((cells) => ({ cells, said: attributesOf(sheet, cells, true) })),
          parent,
          (cells) => sold(sheet, cells, parent),
        )
      : { options: [], names: [], variants: simple(sheet, parent) };
  const gathers = kinds.includes("grouped") ? named(parent, survey, "grouped") : [];
  if (title === "" || (choice.variants.length === 0 && !kinds.includes("grouped"))) {
    if (!troubles.some((each) => each.leftOut))
      parent.trouble("type", "the product has no variations, so nothing to sell", true);
    return { troubles };
  }

  const short = shortLine(unescaped(parent.text("shortDescription")));
  const seoDescription = seoOf(parent, "seoDescription");
  const product: ImportedProduct = {
    row: parent.number,
    handle: family.handle,
    title,
    subtitle: short.line,
    description: textsTogether([
      seoDescription === "" ? short.rest : short.whole, // a page shows one of the two below the price
      unescaped(parent.text("description")),
      externalLink(kinds, parent.text("externalUrl"), parent.line("button")),
    ]),
    vendor: brand || (maker?.values[0] ?? ""),
    type: "",
    tags: parent.list("tags").map(decodeEntities),
    status: statusOf(parent, kinds),
    seoTitle: seoOf(parent, "seoTitle"),
    seoDescription,
    attributes: [
      ...attributes.flatMap(({ name, values, visible }) =>
        visible && values.length > 0 && !choice.names.includes(name) && name !== maker?.name
          ? [{ name, value: values.join(", ") }]
          : [],
      ),
      ...dimensions(sheet.header, parent.at),
    ],
    options: choice.options,
    taxClass: taxClassOf(parent),
    digital: isDigital(kinds, children),
    variants: choice.variants,
    pictures: picturesOf([parent, ...children], title),
    pictureEntries: [parent, ...children].flatMap(imagesIn).length,
    collections: splitList(parent.text("categories"))
      .map(pathOf)
      .filter((path) => path.length > 0 && !isUncategorized(path[0] ?? "")),
    taxonomy: [],
    related: unique(mentionsOf(parent).flatMap((name) => survey.handles.get(name) ?? [])),
    gathers,
    whole: !troubles.some((each) => each.leftOut),
  };
  return { product, troubles };
}

const named = (cells: Cells, survey: WooSurvey, field: "grouped") =>
  cells.list(field).flatMap((text) => survey.handles.get(nameIn(text)) ?? []);

/** What a row says of its attributes. A variation has one value of each, also where that has a comma of its own. */
function attributesOf(sheet: Sheet, cells: Cells, single = false): WooAttribute[] {
  return attributeColumns(sheet.header).flatMap(({ name, values, visible }) => {
    const called = nameOf(decodeEntities(cells.at(name).replace(/\s+/g, " ")));
    if (called === "") return [];
    const text = cells.at(values);
    const list = single
      ? splitList(text.replace(/(?<!\\),/g, "\\,"))
      : text.includes("|")
        ? text.split("|").map((each) => each.trim())
        : splitList(text);
    return [
      { name: called, values: unique(list.map(decodeEntities)), visible: readYesNo(cells.at(visible)) !== false },
    ];
  });
}

/** A brand that is kept as an attribute, as shops did before WooCommerce had brands. */
const isMaker = ({ name, values }: WooAttribute) =>
  values.length === 1 &&
  /^(brand|marke|marque|marca|merk|marka|märke|бренд|ブランド|hersteller|manufacturer)$/i.test(name);

/** WordPress's own name of an attribute, as some files have it: "pa_shoe-size" is "Shoe size". */
function nameOf(called: string): string {
  const own = /^pa_(.+)$/.exec(called)?.[1]?.replace(/[-_]+/g, " ");
  return own ? own.charAt(0).toUpperCase() + own.slice(1) : called;
}

const simple = (sheet: Sheet, parent: Cells): ImportedVariant[] => {
  const variant = sold(sheet, parent, parent);
  return variant ? [variant] : [];
};

const priceFieldOf = (cells: Cells) => (["regularPrice", "price"] as const).find((field) => cells.text(field) !== "");

/** What a row that can be bought says of itself; undefined when it has no price that can be read. */
function sold(sheet: Sheet, cells: Cells, parent: Cells): ImportedVariant | undefined {
  const regular: Cents | undefined = cells.price(priceFieldOf(cells) ?? "regularPrice");
  if (regular === undefined) return undefined;
  const sale = salePrice(cells, regular, sheet.now);
  const own = cells.text("stock") === "" || /^parent$/i.test(cells.text("stock")) ? undefined : cells.whole("stock");
  const backorder =
    !["", "0", "no"].includes(cells.text("backorders").toLowerCase()) && readYesNo(cells.text("backorders")) !== false;
  const gone = readYesNo(cells.text("inStock")) === false && own === undefined;
  return {
    row: cells.number,
    options: ["", "", ""],
    sku: cells.text("sku"),
    barcode: cells.barcode("barcode"),
    price: sale ?? regular,
    compareAt: sale === undefined ? null : regular,
    weight: weightOf(sheet, cells) || weightOf(sheet, parent),
    stock: own === undefined ? 0 : backorder ? own : Math.max(0, own),
    tracked: own !== undefined || gone,
    backorder: backorder && own !== undefined,
    maxPerOrder: readYesNo(parent.text("individually")) === true ? 1 : 99,
    picture: imagesIn(cells)[0] ?? "",
  };
}

function weightOf(sheet: Sheet, cells: Cells): number {
  const column = weightColumn(sheet.header);
  if (!column || cells.at(column.place) === "") return 0;
  const weight = readWeight(cells.at(column.place), sheet.decimal, column.unit);
  return weight.ok ? weight.value : 0;
}

/** One list of addresses; a comma within an address has no blank behind it. */
const imagesIn = (cells: Cells): string[] =>
  cells
    .text("images")
    .split(/,\s+|[,;]\s*(?=https?:)|\s*\|\s*/)
    .map((each) => addressOf(each.trim()))
    .filter((each) => each !== "");

function picturesOf(rows: readonly Cells[], title: string): ImportedPicture[] {
  return [...new Set(rows.flatMap(imagesIn))].map((address) => ({ address, alt: title }));
}

const pathOf = (text: string): CollectionPath =>
  text
    .split(/\s*>\s*/)
    .map(decodeEntities)
    .filter((part) => part !== "");
