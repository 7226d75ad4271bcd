import { and, eq, like, ne, not, sql } from "drizzle-orm";
import { prepared, type Reader } from "#db/prepared.ts";
import {
  collectionProducts,
  collections,
  pictures,
  products,
  redirects,
  relatedProducts,
  variants,
} from "#db/schema.ts";
import { inList } from "#db/sets.ts";

const ids = sql.placeholder("ids");

const everyCollection = prepared((db: Reader) => db.select().from(collections));
const everyRedirect = prepared((db: Reader) => db.select().from(redirects));
const everyHandle = prepared((db: Reader) => db.select({ id: products.id, handle: products.handle }).from(products));

export const loadCollections = (db: Reader) => everyCollection(db).execute();
export const loadRedirects = (db: Reader) => everyRedirect(db).execute();
export const loadHandles = (db: Reader) => everyHandle(db).execute();

const theseProducts = prepared((db: Reader) => db.select().from(products).where(inList(products.id, ids)));
const theirVariants = prepared((db: Reader) => db.select().from(variants).where(inList(variants.productId, ids)));
const theirPictures = prepared((db: Reader) => db.select().from(pictures).where(inList(pictures.productId, ids)));
const theirPlaces = prepared((db: Reader) =>
  db
    .select({
      productId: collectionProducts.productId,
      collectionId: collectionProducts.collectionId,
      position: collectionProducts.position,
    })
    .from(collectionProducts)
    .where(inList(collectionProducts.productId, ids)),
);
const theirRelated = prepared((db: Reader) =>
  db
    .select({ productId: relatedProducts.productId, handle: products.handle, position: relatedProducts.position })
    .from(relatedProducts)
    .innerJoin(products, eq(products.id, relatedProducts.relatedId))
    .where(inList(relatedProducts.productId, ids)),
);

/** Some products with all that an export tells of them. */
export async function loadSome(db: Reader, productIds: readonly string[]) {
  const of = { ids: productIds };
  const [rows, sold, shown, places, related] = await Promise.all([
    theseProducts(db).execute(of),
    theirVariants(db).execute(of),
    theirPictures(db).execute(of),
    theirPlaces(db).execute(of),
    theirRelated(db).execute(of),
  ]);
  const inOrder = <T extends { readonly productId: string; readonly position: number }>(
    all: readonly T[],
    productId: string,
  ) => all.filter((row) => row.productId === productId).toSorted((left, right) => left.position - right.position);
  return rows.map((product) => ({
    product,
    variants: inOrder(sold, product.id),
    pictures: inOrder(shown, product.id),
    places: inOrder(places, product.id),
    related: inOrder(related, product.id),
  }));
}

export type Exported = Awaited<ReturnType<typeof loadSome>>[number];
export type ExportedCollection = Awaited<ReturnType<typeof loadCollections>>[number];

const everyFile = prepared((db: Reader) =>
  db
    .selectDistinct({ file: pictures.file, source: pictures.source })
    .from(pictures)
    .where(and(eq(pictures.state, "ready"), ne(pictures.file, ""), not(like(pictures.source, "http%")))),
);
/** Pictures that cannot be fetched from anywhere: their files, and the names that an export has for them. */
export const loadPictureFiles = async (db: Reader) =>
  (await everyFile(db).execute()).map(({ file, source }) => ({ file, name: source || file }));
