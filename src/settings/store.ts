import { eq, ne } from "drizzle-orm";
import type { Reader, Store, Tx } from "#db/open.ts";
import { settings, shippingMethods, variants } from "#db/schema.ts";
import { bump } from "#db/versions.ts";
import { zero } from "../pricing/money.ts";
import { inForce, newShop, type ShopSettings } from "./shop.ts";

const key = "shop";

/** The shop's settings; what was never set is as in a new shop. One query. */
export async function loadShop(db: Reader): Promise<ShopSettings> {
  const [row] = await db.select({ value: settings.value }).from(settings).where(eq(settings.key, key));
  return { ...newShop, ...(row?.value as Partial<ShopSettings> | undefined) };
}

export async function hasShop(db: Reader): Promise<boolean> {
  return (await db.select({ key: settings.key }).from(settings).where(eq(settings.key, key))).length > 0;
}

/** Whether there are amounts in its currency: of goods, or of delivery. */
export async function hasAmounts(db: Reader): Promise<boolean> {
  const goods = await db.select({ id: variants.id }).from(variants).limit(1);
  if (goods.length > 0) return true;
  const priced = ne(shippingMethods.price, zero);
  return (await db.select({ id: shippingMethods.id }).from(shippingMethods).where(priced).limit(1)).length > 0;
}

/** Changes some settings and leaves the others. Every page is made anew afterwards. */
export async function saveShop(tx: Tx, changes: Partial<ShopSettings>): Promise<ShopSettings> {
  const value = { ...(await loadShop(tx)), ...changes };
  await tx.insert(settings).values({ key, value }).onConflictDoUpdate({ target: settings.key, set: { value } });
  await bump(tx, ["settings", "shell"]);
  return value;
}

export type ShopReader = { read(): Promise<ShopSettings> };

/** Keeps the settings in memory until a write, by whichever process, moves their version. */
export function shopReader(store: Store): ShopReader {
  let stamp: string | undefined;
  let shop = newShop;
  return {
    async read() {
      const now = await store.stamp(["settings"]);
      if (now !== stamp) {
        shop = inForce(await loadShop(store.read));
        stamp = now;
      }
      return shop;
    },
  };
}
