import { placeLine } from "../settings/place.ts";
import type { ShopSettings } from "../settings/shop.ts";
import type { LetterShop } from "./order-facts.ts";

/** What letters say of the shop at their foot. `url` without a slash at the end. */
export function letterShopOf({ name, email, phone, address }: ShopSettings, url: string): LetterShop {
  return { name, url, email, phone, place: placeLine(address) };
}
