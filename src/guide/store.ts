import { and, asc, desc, eq, sql } from "drizzle-orm";
import { prepared, type Reader } from "#db/prepared.ts";
import { products } from "#db/schema.ts";

const fields = { handle: products.handle, title: products.title, price: products.priceFrom };

const readExample = prepared((db: Reader) =>
  db
    .select(fields)
    .from(products)
    .where(and(eq(products.status, "active"), eq(products.available, true)))
    .orderBy(desc(products.ratingCount), asc(products.id))
    .limit(1),
);

/** Something that is sold here, to try things with: what is spoken of most. */
export const loadExample = async (db: Reader) => (await readExample(db).execute())[0];

const readSold = prepared((db: Reader) =>
  db
    .select(fields)
    .from(products)
    .where(and(eq(products.handle, sql.placeholder("handle")), eq(products.status, "active"))),
);

export const loadSold = async (db: Reader, handle: string) => (await readSold(db).execute({ handle }))[0];
