import { and, eq, sql } from "drizzle-orm";
import { prepared, type Reader } from "#db/prepared.ts";
import { products, shippingMethods, variants } from "#db/schema.ts";
import { rowsOf } from "#db/sets.ts";

const readWanted = prepared((db: Reader) =>
  db
    .select({
      title: products.title,
      handle: products.handle,
      digital: products.digital,
      variants: rowsOf(
        {
          option1: variants.option1,
          option2: variants.option2,
          option3: variants.option3,
          stock: variants.stock,
          tracked: variants.tracked,
          backorder: variants.backorder,
        },
        { from: variants, where: eq(variants.productId, products.id), orderBy: [variants.position, variants.id] },
      ),
    })
    .from(products)
    .where(and(eq(products.handle, sql.placeholder("handle")), eq(products.status, "active"))),
);

/** What somebody wants to pick up, and how many of each kind there are. */
export async function loadWanted(db: Reader, handle: string) {
  return (await readWanted(db).execute({ handle }))[0];
}
export type Wanted = NonNullable<Awaited<ReturnType<typeof loadWanted>>>;

/** Whether goods can be picked up anywhere. */
export async function picksUp(db: Reader): Promise<boolean> {
  const ways = db.select({ id: shippingMethods.id }).from(shippingMethods);
  const found = await ways.where(and(eq(shippingMethods.type, "pickup"), eq(shippingMethods.active, true))).limit(1);
  return found.length > 0;
}
