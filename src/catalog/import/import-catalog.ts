import type { Store } from "#db/open.ts";
import { openJob } from "./import-job.ts";
import { outlineOf } from "./outline.ts";
import type { Form, ImportedProduct, Trouble } from "./product.ts";
import { readProducts } from "./read-products.ts";
import type { Source } from "./source.ts";

export type ImportOptions = {
  /** The shop's currency. */
  readonly currency: string;
  readonly from?: Form | undefined;
  /** Says what would happen, and does nothing. */
  readonly dryRun?: boolean | undefined;
  /** Whether another process may be serving the shop meanwhile, so that its writes must get their turn. True unless said. */
  readonly shared?: boolean | undefined;
  readonly onProgress?: ((done: number, of: number) => void) | undefined;
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
  /** Rows left out, each among the errors. */
  readonly skipped: number;
  readonly errors: readonly Trouble[];
  /** Pictures that the file names by a path, with the row of their product: to be taken from beside it. */
  readonly beside: ReadonlyMap<string, number>;
};

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
  const beside = new Map<string, number>();
  let batch: ImportedProduct[] = [];

  const save = async () => {
    const { created, updated } = await job.take(batch);
    tally.created += created;
    tally.updated += updated;
    tally.unchanged += batch.length - created - updated;
    batch = [];
    options.onProgress?.(tally.products, outline.products);
  };
  for await (const { product, troubles } of reading.products()) {
    errors.push(...troubles);
    if (!product) continue;
    tally.products += 1;
    tally.variants += new Set(product.variants.map((variant) => variant.row)).size;
    tally.images += product.pictureEntries;
    for (const { address } of product.pictures) {
      if (!/^https?:/i.test(address) && !options.hasPicture(address)) beside.set(address, product.row);
    }
    batch.push(product);
    if (batch.length >= job.batchSize()) await save();
  }
  await save();
  const counts = { ...tally, collections: job.collections, skipped: errors.filter((each) => each.leftOut).length };
  const runId = await job.finish(counts);
  return {
    form: reading.form,
    runId,
    ...counts,
    errors: errors.toSorted((left, right) => left.row - right.row),
    beside,
  };
}
