import { expect, test } from "bun:test";
import { asc } from "drizzle-orm";
import { pictures, products } from "#db/schema.ts";
import { addPictures } from "#src/catalog/uploads/store.ts";
import { emptyShop } from "#test/catalog/import/import-shop.ts";

test("S40 an import leaves the pictures alone that were uploaded at the desk, behind those of its file", async () => {
  await using shop = await emptyShop();
  const file = (title: string, ...images: string[]) =>
    [
      "Handle,Title,Variant Price,Image Src",
      ...images.map((src, at) => `mug,${at === 0 ? title : ""},${at === 0 ? "9.00" : ""},${src}`),
    ].join("\n");
  const [one, two] = ["https://pictures.example/1.jpg", "https://pictures.example/2.jpg"];
  await shop.takeText(file("Mug", one));
  const [mug] = await shop.read.select().from(products);
  const upload = `u-${"a1".repeat(16)}.webp`;
  await shop.store.write((tx) => addPictures(tx, mug?.id ?? "", [{ id: "p", file: upload, width: 9, height: 9 }]));
  const shown = async () =>
    (await shop.read.select().from(pictures).orderBy(asc(pictures.position))).map(
      ({ source, file: name }) => source || name,
    );
  expect(await shown()).toEqual([one, upload]);
  await shop.takeText(file("Big mug", two, one));
  expect(await shown()).toEqual([two, one, upload]);
  await shop.takeText(file("Bigger mug", two));
  expect(await shown()).toEqual([two, upload]);
});
