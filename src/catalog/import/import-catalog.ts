import type { Store } from "#db/open.ts";
import { openJob } from "./import-job.ts";
import { outlineOf } from "./outline.ts";
import type { Form, ImportedProduct, Trouble } from "./product.ts";
import { readProducts } from "./read-products.ts";
import type { Source } from "./source.ts";
import type { Pace } from "./turns.ts";

export type ImportOptions = {
  /** The shop's currency. */
  readonly currency: string;
  readonly from?: Form | undefined;
  /** Says what would happen, and does nothing. */
  readonly dryRun?: boolean | undefined;
  /** Who must get their turn between its writes; "beside" unless said. */
  readonly pace?: Pace | undefined;
  /** Goes on with this run, so that one undo takes all of it back; a run of its own unless said. */
  readonly runId?: string | undefined;
  /** Asked again and again: true ends it in good order, with the products that are in by then. */
  readonly enough?: (() => boolean) | undefined;
  /** After each write: how many products of how many, and the last row of the file that was read for them. */
  readonly onProgress?: ((done: number, of: number, row: number) => void) | undefined;
  /** Whether a name is that of a picture that the shop has already. */
  readonly hasPicture: (name: string) => boolean;
};

export type ImportReport = {
  readonly form: Form;
  /** Undefined when nothing was changed, so there is nothing to undo. */
  readonly runId: string | undefined;
  /** What the file holds: products, rows of them that can be bought, pictures and collections that it names. */
  readonly products: number;
  readonly variants: number;
  readonly images: number;
  readonly collections: number;
  /** What became of its products. */
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  /** Rows left out. */
  readonly skipped: number;
  /** What is wrong in the file, in its order: all of it, but for what is beyond `mostErrors`. */
  readonly errors: readonly Trouble[];
  /** How much is wrong in all. */
  readonly troubles: number;
  /** Whether it was ended before the end of the file. */
  readonly stopped: boolean;
  /** Pictures that the file names by a path, with the row of their product: to be taken from beside it. */
  readonly beside: ReadonlyMap<string, number>;
};

/** Nobody reads more of them, and a file may be nothing else. */
export const mostErrors = 100_000;

export type Shop = { readonly store: Store; readonly now: () => Date; readonly newId: () => string };

/**
 * Brings the catalogue to what a file says: products by their handle, variants by their options or SKU. What is the same
 * as the last time is not touched, so a second run changes nothing and a run that was cut off is completed by another.
 * Every product is written whole or not at all; what stood there before is kept for `undoImport`.
 */
export async function importCatalog(shop: Shop, source: Source, options: ImportOptions): Promise<ImportReport> {
  const reading = await readProducts(source, { currency: options.currency, now: shop.now(), from: options.from });
  const outline = await outlineOf(reading);
  const job = await openJob(shop, { reading, outline, file: source.name, options });
  const tally = { products: 0, variants: 0, images: 0, created: 0, updated: 0, unchanged: 0 };
  const errors: Trouble[] = [];
  let [troubled, skipped] = [0, 0];
  const beside = new Map<string, number>();
  let batch: ImportedProduct[] = [];
  let [row, stopped] = [0, false];

  const save = async () => {
    const { created, updated } = await job.take(batch);
    tally.created += created;
    tally.updated += updated;
    tally.unchanged += batch.length - created - updated;
    batch = [];
    options.onProgress?.(tally.products, outline.products, row);
  };
  for await (const { product, troubles } of reading.products()) {
    if (options.enough?.()) {
      stopped = true;
      break;
    }
    for (const each of troubles) {
      troubled += 1;
      if (each.leftOut) skipped += 1;
      if (errors.length < mostErrors) errors.push(each);
    }
    if (!product) continue;
    row = Math.max(row, product.row, product.variants.at(-1)?.row ?? 0);
    tally.products += 1;
    tally.variants += new Set(product.variants.map((variant) => variant.row)).size;
    tally.images += product.pictureEntries;
    for (const { address } of product.pictures) {
      if (!/^https?:/i.test(address) && !options.hasPicture(address)) beside.set(address, product.row);
    }
    batch.push(product);
    if (batch.length >= job.batchSize()) await save();
  }
  if (!stopped) await save();
  const counts = { ...tally, collections: job.collections, skipped };
  const runId = await job.finish(counts);
  return {
    form: reading.form,
    runId,
    ...counts,
    errors: errors.toSorted((left, right) => left.row - right.row),
    troubles: troubled,
    stopped,
    beside,
  };
}
