import fc from "fast-check";
import type { DeviceFacts, DeviceProduct } from "#src/catalog/device/catalogue.ts";
import { catalogueWriter } from "#src/catalog/device/write-catalogue.ts";

const text = fc.string({ unit: "binary", maxLength: 12 }).map((each) => each.toWellFormed());
const word = fc.string({ unit: fc.constantFrom(..."abcé𐐷抹😀"), minLength: 1, maxLength: 5 });
const money = fc.oneof(fc.nat(10_000), fc.constantFrom(0, 127, 128, 16_384, 2 ** 32, 2 ** 51));

export const shelves = ["mugs", "jugs", "größe"].map((handle) => ({ handle, title: handle.toUpperCase() }));

const product = fc.record({
  ...{ handle: text, title: text, subtitle: text, picture: text, vendor: text },
  priceFrom: money,
  more: money,
  compareAt: fc.option(money, { nil: null }),
  available: fc.boolean(),
  rank: fc.nat(1_999_999),
  collections: fc.subarray(shelves.map((shelf) => shelf.handle)),
  words: fc.record({ title: fc.array(word), codes: fc.array(word, { maxLength: 2 }), rest: fc.array(word) }),
});

export const anyProducts = fc
  .array(product, { maxLength: 20 })
  .map((all) => all.map(({ more, ...each }): DeviceProduct => ({ ...each, priceTo: each.priceFrom + more })));

export const titleOf = ({ words }: DeviceProduct) => words.title.join(" ");

/** What the server reads off its indexes. */
export function factsFor(products: readonly DeviceProduct[], mendedTo: readonly string[] = []): DeviceFacts {
  const numbers = products.map((_, at) => at);
  const byBytes = (a: number, b: number) =>
    Buffer.compare(
      Buffer.from(titleOf(products[a] as DeviceProduct)),
      Buffer.from(titleOf(products[b] as DeviceProduct)),
    );
  return {
    mostHits: 240,
    byTitle: numbers.toSorted((a, b) => byBytes(a, b) || a - b),
    newestFirst: numbers.toReversed(),
    mendedTo: new Set(mendedTo),
  };
}

/** The products as one file. */
export function written(products: readonly DeviceProduct[], facts = factsFor(products)) {
  const writer = catalogueWriter(shelves, async () => {});
  for (const each of products) writer.add(each);
  return writer.finish(facts);
}
