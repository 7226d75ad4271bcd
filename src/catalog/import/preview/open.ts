import type { Cells, Sheet } from "../cells.ts";
import { dialectIn } from "../dialect.ts";
import { markedEncoding, type Encoding } from "../encoding.ts";
import { readHeader } from "../header.ts";
import type { Form } from "../product.ts";
import type { Writing } from "./cut.ts";
import { rowsIn } from "./rows.ts";

/** A file whose beginning was looked at: all that its pieces must be read by. Made of plain values, to be handed on. */
export type Opened = Sheet & {
  readonly encoding: Encoding;
  readonly delimiter: string;
  readonly writing: Writing;
  readonly noted: boolean;
};

export type Asked = {
  readonly currency: string;
  /** The form that was chosen; told by the header otherwise. */
  readonly from?: Form | undefined;
  /** Where UTF-8 was tried and is not what the file is written in. */
  readonly encoding?: Encoding | undefined;
};

/** Reads what stands first in a file. A sentence where it is no product file. */
export function openTable(
  bytes: Uint8Array,
  { currency, from, encoding: given }: Asked,
): Opened | { readonly refused: string } {
  const encoding = markedEncoding(bytes) ?? given ?? "utf-8";
  const start = new TextDecoder(encoding).decode(bytes).trimStart();
  if (start === "") return { refused: "The file holds nothing." };
  const { delimiter, decimal, noted } = dialectIn(start);
  const rows = rowsIn(start, delimiter).slice(noted ? 1 : 0);
  const first = rows.find((cells) => cells.some((cell) => cell.trim() !== "")) ?? [];
  const header = readHeader(first, from);
  if (!header) {
    const names = first
      .map((cell) => cell.trim())
      .slice(0, 12)
      .join(", ")
      .slice(0, 300);
    return { refused: `This is no product file of Shopify, WooCommerce or Pushcart: its header reads "${names}".` };
  }
  const writing: Writing = {
    delimiter: delimiter.charCodeAt(0),
    unit: encoding.startsWith("utf-16") ? 2 : 1,
    low: encoding === "utf-16be" ? 1 : 0,
  };
  return { header, currency, decimal, now: new Date(0), encoding, delimiter, writing, noted };
}

/** Thrown where bytes are not what their encoding says: the file is then read as an older one. */
export class OtherEncoding extends Error {}

export function textOf(bytes: Uint8Array, { encoding }: Opened, isFirst: boolean): string {
  try {
    return new TextDecoder(encoding, { fatal: encoding === "utf-8", ignoreBOM: !isFirst }).decode(bytes);
  } catch {
    throw new OtherEncoding(encoding);
  }
}

export type Label = (field: Parameters<Cells["text"]>[0]) => string;
export const labelOf =
  ({ header }: Opened): Label =>
  (field) =>
    header.labels[header.places.get(field)?.[0] ?? -1] ?? field;
