import { boundedRows, mostOfOne } from "./bounded-rows.ts";
import { textAt } from "./cells.ts";
import { detectDialect } from "./dialect.ts";
import { readHeader, repeatsHeader, type Header } from "./header.ts";
import { ownProducts } from "./own.ts";
import type { Form, Made, Trouble } from "./product.ts";
import { BrokenTable, readRows, type Row } from "./records.ts";
import { shopifyProducts } from "./shopify-groups.ts";
import type { Source } from "./source.ts";
import { tells, type Part } from "./told.ts";
import { wooProducts } from "./woo-groups.ts";

export type ReadOptions = {
  /** The shop's currency: what prices without a sign are in. */
  readonly currency: string;
  readonly now: Date;
  /** The form to read it as, when the header should not decide. */
  readonly from?: Form | undefined;
};

/** The file is none that Pushcart reads. */
export class UnknownForm extends Error {
  override readonly name = "UnknownForm";
}

export type Reading = {
  readonly form: Form;
  /** Whether the file has columns for a part of a product. */
  readonly tells: (part: Part) => boolean;
  /** Reads the file again, each time it is called. */
  products(): AsyncIterable<Made>;
};

/** Looks at a file's writing and header, then reads its products as they are asked for. */
export async function readProducts(source: Source, { currency, now, from }: ReadOptions): Promise<Reading> {
  const dialect = await detectDialect(source);
  const header = await headerOf(source, () => readRows(source, dialect), from);
  const sheet = { header, currency, now, decimal: dialect.decimal };
  const read = { pushcart: ownProducts, shopify: shopifyProducts, woocommerce: wooProducts }[header.form];
  return {
    form: header.form,
    tells: tells(header),
    products() {
      const broken: Broken = new Map();
      return untilBroken(
        read(sheet, () => tableRows(header, readRows(source, dialect), broken)),
        broken,
      );
    },
  };
}

async function headerOf(source: Source, rows: () => AsyncIterable<Row>, from: Form | undefined): Promise<Header> {
  for await (const { cells } of rows()) {
    const header = readHeader(cells, from);
    if (header) return header;
    const names = cells
      .map((cell) => cell.trim())
      .slice(0, 12)
      .join(", ");
    throw new UnknownForm(
      `${source.name} is not ${from ?? "a product file of Shopify, WooCommerce or Pushcart"}: its header reads "${names.slice(0, 300)}"`,
    );
  }
  throw new UnknownForm(`${source.name} holds nothing`);
}

/** What is wrong with the table itself, by the row, however often it is read. */
type Broken = Map<number, Trouble>;

const tooMany = `more than ${mostOfOne.toLocaleString("en-US")} rows are of one product: this one and those after it are left out`;

/**
 * Without the header and its repetitions, and without rows that are too many for one product. Where the table breaks off,
 * the rows before that are all there is.
 */
async function* tableRows(header: Header, rows: AsyncIterable<Row>, broken: Broken): AsyncGenerator<Row> {
  const note = (row: number, reason: string) => void broken.set(row, { row, column: "", reason, leftOut: true });
  const name = header.form === "woocommerce" ? "parent" : "handle";
  const nameOf = (row: Row) => textAt({ header }, row, name);
  try {
    for await (const row of boundedRows(rows, nameOf, ({ number }) => note(number, tooMany)))
      if (!repeatsHeader(header, row.cells)) yield row;
  } catch (cause) {
    if (!(cause instanceof BrokenTable)) throw cause;
    note(cause.row, cause.message);
  }
}

async function* untilBroken(products: AsyncIterable<Made>, broken: Broken): AsyncGenerator<Made> {
  yield* products;
  if (broken.size > 0) yield { troubles: [...broken.values()] };
}
