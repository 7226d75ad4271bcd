import { join } from "node:path";

// A catalogue of any size, the same in every run: a product export with descriptions, two sizes of each thing, makers,
// kinds and tags. It comes in by the binary's own import, on top of the demo shop with its taxes, ways of delivery and
// promotions. No pictures: a benchmark asks nothing of other hosts.

const qualities = words(
  "plain striped glazed woven carved painted folded brushed oiled heavy light tall narrow round oval square raw polished quilted knitted smoked salted winter summer morning evening travel garden harbour mountain",
);
const stuffs = words(
  "oak ash cherry walnut linen cotton wool felt leather brass copper steel iron clay stone glass paper cork rattan willow",
);
const things = words(
  "mug bowl plate jug lamp stool chair table bench shelf basket blanket pillow apron towel brush broom kettle pan knife spoon ladle jar bottle candle vase frame hook rack tray clock mirror rug curtain satchel wallet belt scarf cap glove",
);
/** Shelves that no demo product stands on. */
export const kinds = words("Woodwork Ironware Glassware Basketry Clayware Saddlery Papermill Weaving");
const makers = Array.from({ length: 40 }, (_, at) => `Maker ${at + 1}`);

function words(text: string): readonly string[] {
  return text.split(" ");
}
const nth = (list: readonly string[], at: number) => list[at % list.length] ?? "";

export const handleOf = (at: number) => `bench-${at}`;
export const titleOf = (at: number) =>
  `${nth(qualities, at)} ${nth(stuffs, Math.floor(at / 7))} ${nth(things, Math.floor(at / 3))} ${at}`;

/** What people type: one word, two, a beginning, an article number, a slip of the finger. */
export function typed(number: number): string {
  const [quality, stuff, thing] = [nth(qualities, number), nth(stuffs, number * 3), nth(things, number * 7)];
  const ways = [`${quality} ${thing}`, `${stuff} ${thing}`, thing, `${stuff} ${thing.slice(0, 3)}`, `B${number}-S`];
  const slip = `${stuff} ${thing.slice(0, 1)}${thing.slice(2)}`;
  return nth([...ways, `${quality} ${stuff}`, slip, `${quality} ${stuff} ${thing}`], number * 5 + (number >> 3));
}

const header =
  "Handle,Title,Body (HTML),Vendor,Type,Tags,Published,Option1 Name,Option1 Value,Variant SKU,Variant Grams,Variant Inventory Tracker,Variant Inventory Qty,Variant Price\n";

function rowsOf(at: number): string {
  const title = titleOf(at);
  const text = `<p>The ${title} is made to be used every day. ${nth(makers, at)} works with ${nth(stuffs, at)} and ${nth(stuffs, at + 5)}, slowly and in small numbers.</p><ul><li>Wipe it clean</li><li>Keep it dry</li><li>It ages well</li></ul>`;
  const [handle, cents] = [handleOf(at), String(at % 100).padStart(2, "0")];
  const shared = `${nth(makers, at)},${nth(kinds, at)},"${nth(qualities, at)}, ${nth(stuffs, at)}",TRUE`;
  return (
    `${handle},${title},"${text}",${shared},Size,Small,B${at}-S,${200 + (at % 900)},shopify,90000,${5 + (at % 90)}.${cents}\n` +
    `${handle},,,,,,,,Large,B${at}-L,${400 + (at % 900)},shopify,90000,${9 + (at % 90)}.${cents}\n`
  );
}

/** Writes the export of `products` things and answers where it lies. */
export async function writeCatalogue(folder: string, products: number): Promise<string> {
  const file = join(folder, `catalogue-${products}.csv`);
  const writer = Bun.file(file).writer();
  writer.write(header);
  for (let at = 0; at < products; at += 1) writer.write(rowsOf(at));
  await writer.end();
  return file;
}
