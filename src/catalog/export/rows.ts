import { plainMoney } from "#src/pricing/money.ts";
import { ownColumns } from "../import/own-columns.ts";
import { writeAttributes, writeList, writeRule } from "../import/own-text.ts";
import { originOf } from "../import/plan-pictures.ts";
import { richText } from "../rich-text.ts";
import type { Exported, ExportedCollection } from "./store.ts";

type Column = keyof typeof ownColumns;
type Cells = Partial<Record<Column, string>>;

const columns = Object.keys(ownColumns) as Column[];

export const headerRow: readonly string[] = columns.map((column) => ownColumns[column]);

const rowOf = (cells: Cells): string[] => columns.map((column) => cells[column] ?? "");
const line = (text: string) => text.replace(/\s+/g, " ").trim();
const yes = (flag: boolean) => (flag ? "yes" : "no");

/** What both products and collections look up: handles of collections, and addresses that things had before. */
export type Register = {
  readonly listOf: (id: string) => ExportedCollection | undefined;
  readonly oldAddressesOf: (id: string) => readonly string[];
};

export function collectionRow(list: ExportedCollection, { listOf, oldAddressesOf }: Register): string[] {
  return rowOf({
    row: "collection",
    handle: list.handle,
    title: line(list.title),
    description: list.description.trim(),
    parent: list.parentId === null ? "" : (listOf(list.parentId)?.handle ?? ""),
    rule: writeRule(list.rule),
    listed: yes(list.listed),
    place: String(list.position),
    picture: list.picture,
    oldAddresses: writeList(oldAddressesOf(list.id)),
  });
}

/** A product's rows: itself, then its variants, then its pictures. */
export function productRows(exported: Exported, register: Register, currency: string): string[][] {
  const { product, variants, pictures } = exported;
  const origins = new Map(pictures.map((picture) => [picture.id, originOf(picture)]));
  const variantRows = variants.map((variant) =>
    rowOf({
      row: "variant",
      handle: product.handle,
      option1Value: line(variant.option1),
      option2Value: line(variant.option2),
      option3Value: line(variant.option3),
      sku: variant.sku.trim(),
      barcode: variant.barcode.trim(),
      price: plainMoney(variant.price, currency),
      compareAt:
        variant.compareAt !== null && variant.compareAt > variant.price ? plainMoney(variant.compareAt, currency) : "",
      weight: String(variant.weight),
      stock: String(variant.stock),
      tracked: yes(variant.tracked),
      backorder: yes(variant.backorder),
      most: String(variant.maxPerOrder),
      picture: origins.get(variant.pictureId ?? "") ?? "",
    }),
  );
  const pictureRows = pictures.map((picture) =>
    rowOf({ row: "picture", handle: product.handle, picture: originOf(picture), pictureAlt: line(picture.alt) }),
  );
  return [productRow(exported, register), ...variantRows, ...pictureRows];
}

function productRow({ product, places, related }: Exported, { listOf, oldAddressesOf }: Register): string[] {
  const [first, second, third] = product.options;
  const valuesOf = (option: typeof first) => writeList((option?.values ?? []).map(line));
  const byHand = places
    .flatMap(({ collectionId, position }) => {
      const list = listOf(collectionId);
      return list && list.rule === null ? [{ handle: list.handle, position }] : [];
    })
    .toSorted((left, right) => (left.handle < right.handle ? -1 : 1));
  return rowOf({
    row: "product",
    handle: product.handle,
    title: line(product.title),
    subtitle: line(product.subtitle),
    description: richText(product.description),
    status: product.status,
    vendor: line(product.vendor),
    type: line(product.type),
    tags: writeList(product.tags.map((tag) => tag.trim())),
    attributes: writeAttributes(
      product.attributes.map(({ name, value }) => ({ name: name.trim(), value: value.trim() })),
    ),
    taxClass: product.taxClass,
    digital: yes(product.digital),
    leadTime: line(product.leadTime),
    swatches: writeList(product.options.filter((option) => option.pictured).map((option) => line(option.name))),
    seoTitle: line(product.seoTitle),
    seoDescription: line(product.seoDescription),
    created: product.createdAt.toISOString(),
    collections: writeList(byHand.map((place) => place.handle)),
    places: writeList(byHand.map((place) => String(place.position))),
    related: writeList(related.map((each) => each.handle)),
    oldAddresses: writeList(oldAddressesOf(product.id)),
    option1Name: line(first?.name ?? ""),
    option1Value: valuesOf(first),
    option2Name: line(second?.name ?? ""),
    option2Value: valuesOf(second),
    option3Name: line(third?.name ?? ""),
    option3Value: valuesOf(third),
  });
}
