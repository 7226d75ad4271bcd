import type { PaymentMethod } from "#src/payments/payment.ts";
import type { Cents } from "#src/pricing/money.ts";
import type { ShopSettings } from "#src/settings/shop.ts";

const minute = 60_000;
const online = 30 * minute;
const day = 24 * 60 * minute;

/** Until when an order keeps its goods without being paid; null where money comes with the goods, or none is due. */
export function expiryFor(
  method: PaymentMethod,
  total: Cents,
  { bank }: Pick<ShopSettings, "bank">,
  placedAt: Date,
): Date | null {
  if (total === 0) return null;
  if (method === "test_card") return new Date(placedAt.getTime() + online);
  return method === "transfer" ? new Date(placedAt.getTime() + bank.daysToPay * day) : null;
}
