import { and, eq, sql } from "drizzle-orm";
import { prepared, type Tx } from "#db/prepared.ts";
import { carts } from "#db/schema.ts";
import type { Place } from "#src/shipping/place.ts";

const cartId = sql.placeholder("cartId");
const ofCart = and(eq(carts.id, cartId), eq(carts.state, "open"));

const code = prepared((tx: Tx) =>
  tx
    .update(carts)
    .set({ codeKey: sql`${sql.placeholder("codeKey")}`, version: sql`${carts.version} + 1` })
    .where(ofCart),
);

/** Keeps the code that this cart uses; "" for none. */
export async function keepCode(tx: Tx, cart: string, codeKey: string): Promise<void> {
  await code(tx).execute({ cartId: cart, codeKey });
}

const place = prepared((tx: Tx) =>
  tx
    .update(carts)
    .set({
      country: sql`${sql.placeholder("country")}`,
      region: sql`${sql.placeholder("region")}`,
      postcode: sql`${sql.placeholder("postcode")}`,
      shippingMethodId: sql`${sql.placeholder("methodId")}`,
      version: sql`${carts.version} + 1`,
    })
    .where(ofCart),
);

/** Keeps where the cart goes to, as far as it is known, and which way was chosen (null: not yet). */
export async function keepPlace(tx: Tx, cart: string, { country, region, postcode }: Place, methodId: string | null) {
  await place(tx).execute({ cartId: cart, country, region, postcode, methodId });
}
