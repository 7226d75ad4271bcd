import { sum, type Cents } from "#src/pricing/money.ts";
import type { Totals } from "#src/pricing/totals.ts";
import type { Promotion } from "#src/promotions/promotion.ts";
import { isUnmet, reasonInWords } from "#src/promotions/refusal.ts";

/** What became of a code. "kept": it is fine, but takes nothing off just now, and `why` says so. */
export type CouponState = {
  readonly name: string;
  readonly state: "used" | "kept" | "refused";
  readonly saves: Cents;
  /** Half a sentence: "needs $40.00 more". */
  readonly why: string;
};

/** `refusal` is why it does not hold here and now, whatever the cart comes to. */
export function couponState({ id, name }: Promotion, refusal: string | undefined, totals: Totals): CouponState {
  const saves = sum(totals.applied.filter((each) => each.promotionId === id).map((each) => each.amount));
  if (saves > 0) return { name, state: "used", saves, why: "" };
  if (refusal !== undefined) return { name, state: "refused", saves, why: refusal };
  const reason = totals.notApplied.find((each) => each.promotionId === id)?.reason;
  if (!reason) return { name, state: "kept", saves, why: "takes nothing off just now" };
  return { name, state: isUnmet(reason) ? "refused" : "kept", saves, why: reasonInWords(reason, totals.currency) };
}
