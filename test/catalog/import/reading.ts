import { fileURLToPath } from "node:url";
import type { Form, ImportedProduct, Trouble } from "#src/catalog/import/product.ts";
import { readProducts } from "#src/catalog/import/read-products.ts";
import { fileSource, textSource, type Source } from "#src/catalog/import/source.ts";

export type Read = {
  readonly form: Form;
  readonly products: readonly ImportedProduct[];
  readonly troubles: readonly Trouble[];
  product(handle: string): ImportedProduct;
};

type Options = { readonly currency?: string; readonly from?: Form; readonly now?: Date };

const january = new Date("2026-01-15T12:00:00Z");

export async function readAll(source: Source, { currency = "USD", from, now = january }: Options = {}): Promise<Read> {
  const reading = await readProducts(source, { currency, now, from });
  const products: ImportedProduct[] = [];
  const troubles: Trouble[] = [];
  for await (const made of reading.products()) {
    if (made.product) products.push(made.product);
    troubles.push(...made.troubles);
  }
  return {
    form: reading.form,
    products,
    troubles,
    product(handle) {
      const found = products.find((each) => each.handle === handle);
      if (!found) throw new Error(`no product "${handle}" among ${products.map((each) => each.handle).join(", ")}`);
      return found;
    },
  };
}

export const fixture = (name: string) => fileURLToPath(new URL(`../../fixtures/catalog/${name}`, import.meta.url));

export const readFixture = async (name: string, options: Options = {}) =>
  readAll(await fileSource(fixture(name)), options);

export const readText = (text: string | Uint8Array, options: Options = {}) => readAll(textSource(text), options);
