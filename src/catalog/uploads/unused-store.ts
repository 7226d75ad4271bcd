import { sql } from "drizzle-orm";
import { prepared, type Reader } from "#db/prepared.ts";
import { collections, orderLines, pages, pictures, products, removedPictures, reviews, settings } from "#db/schema.ts";
import { inList } from "#db/sets.ts";

const files = sql.placeholder("files");

/** Who shows a picture, or can put it back. */
const shown = prepared((db: Reader) =>
  db
    .select({ file: pictures.file })
    .from(pictures)
    .where(inList(pictures.file, files))
    .union(db.select({ file: reviews.picture }).from(reviews).where(inList(reviews.picture, files)))
    .union(db.select({ file: removedPictures.file }).from(removedPictures).where(inList(removedPictures.file, files))),
);

/** Who still names it beside those: asked of few, since these tables are long. */
const named = prepared((db: Reader) =>
  db
    .select({ file: orderLines.picture })
    .from(orderLines)
    .where(inList(orderLines.picture, files))
    .union(db.select({ file: products.picture }).from(products).where(inList(products.picture, files)))
    .union(db.select({ file: collections.picture }).from(collections).where(inList(collections.picture, files))),
);

/** Texts of the shopkeeper's own, in which an address may stand. */
const pageTexts = prepared((db: Reader) => db.select({ text: pages.body }).from(pages));
const settingValues = prepared((db: Reader) => db.select({ value: settings.value }).from(settings));

async function loadTexts(db: Reader): Promise<string> {
  return JSON.stringify([await pageTexts(db).execute(), await settingValues(db).execute()]);
}

/** Of these files those that nothing in the shop shows or names. */
export async function loadUnused(db: Reader, wanted: readonly string[]): Promise<string[]> {
  if (wanted.length === 0) return [];
  const used = new Set((await shown(db).execute({ files: wanted })).map(({ file }) => file));
  const left = wanted.filter((file) => !used.has(file));
  if (left.length === 0) return [];
  const also = new Set((await named(db).execute({ files: left })).map(({ file }) => file));
  const texts = await loadTexts(db);
  return left.filter((file) => !also.has(file) && !texts.includes(file.replace(/\.webp$/, "")));
}
