import { describe, expect, test } from "bun:test";
import { mkdirSync, readdirSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { collections, pages, pictures, products, reviews, settings } from "#db/schema.ts";
import { addPictures, putBack, takeAway } from "#src/catalog/uploads/store.ts";
import { sweepPictures } from "#src/catalog/uploads/sweep-pictures.ts";
import { takePicture } from "#src/catalog/uploads/take-picture.ts";
import { png } from "#test/support/picture-files.ts";
import { openShop, type TestShop } from "#test/support/shop.ts";

const hours = (count: number) => count * 3_600_000;

function folderOf(shop: TestShop) {
  const folder = join(shop.deps.config.dataFolder, "pictures");
  const names = () => readdirSync(folder).toSorted();
  return {
    names,
    count: () => names().length,
    /** As if all files had been there for so long. */
    age(milliseconds: number) {
      const at = new Date(shop.deps.now().getTime() - milliseconds);
      for (const name of names()) utimesSync(join(folder, name), at, at);
    },
    write(name: string) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, name), "x");
    },
  };
}

async function upload(shop: TestShop): Promise<string> {
  const taken = await takePicture({ bytes: png(20, 20), mostMebibytes: 1 }, shop.deps);
  if (!taken.ok) throw new Error(taken.why);
  return taken.made.file;
}

describe("pictures that nobody shows any more", () => {
  test("S40 go from the disk in the background: those taken away a day ago, and those of no table", async () => {
    await using shop = await openShop({ products: [{ title: "Mug", price: 2999 }] });
    const { store } = shop.deps;
    const folder = folderOf(shop);
    const files = [];
    for (let made = 0; made < 6; made += 1) files.push(await upload(shop));
    const [kept = "", removed = "", inReview = "", inList = "", inPage = "", atHome = ""] = files;
    await upload(shop); // never came into a table
    await store.write(async (tx) => {
      await addPictures(tx, "mug", [
        { id: "p-1", file: kept, width: 20, height: 20 },
        { id: "p-2", file: removed, width: 20, height: 20 },
      ]);
      await takeAway(tx, "p-2", shop.deps.now());
      const said = { id: "r", productId: "mug", author: "O", rating: 5, createdAt: shop.deps.now() };
      await tx.insert(reviews).values({ ...said, picture: inReview });
      await tx.insert(collections).values({ id: "c", handle: "c", title: "C", picture: inList });
      const body = `![The stall](/pictures/${inPage.replace(".webp", "-640.webp")})`;
      await tx.insert(pages).values({ handle: "p", title: "P", body, updatedAt: shop.deps.now() });
      await tx.insert(settings).values({ key: "a picture", value: { picture: atHome } });
    });
    folder.write("by-hand.webp");
    folder.write("made-000000001.webp");
    folder.write("u-half-320.webp.part");

    folder.age(hours(0.5));
    expect([await sweepPictures(shop.deps), folder.count()]).toEqual([0, 38]);
    folder.age(hours(2));
    expect([await sweepPictures(shop.deps), folder.count()]).toEqual([1, 32]);
    await store.write((tx) => putBack(tx, "p-2"));
    await store.write((tx) => takeAway(tx, "p-2", shop.deps.now()));

    shop.clock.set(new Date(shop.deps.now().getTime() + hours(25)));
    expect(await sweepPictures(shop.deps)).toBe(1);
    expect(folder.names().filter((name) => name.startsWith(removed.replace(".webp", "")))).toEqual([]);
    expect(await store.write((tx) => putBack(tx, "p-2"))).toBeUndefined();

    await store.write(async (tx) => void (await tx.delete(reviews).where(eq(reviews.id, "r"))));
    await store.write(async (tx) => void (await tx.delete(products).where(eq(products.id, "mug"))));
    expect(await sweepPictures(shop.deps)).toBe(2);
    const named = [inList, inPage, atHome].map((file) => file.replace(".webp", ""));
    const left = folder.names().filter((name) => !named.some((each) => name.startsWith(each)));
    expect(folder.count()).toBe(15 + left.length);
    expect(left).toEqual(["by-hand.webp", "made-000000001.webp"]);
    expect(await store.read.select().from(pictures)).toEqual([]);
  });

  test("S40 without a folder there is nothing to do", async () => {
    await using shop = await openShop();
    expect(await sweepPictures(shop.deps)).toBe(0);
  });
});
