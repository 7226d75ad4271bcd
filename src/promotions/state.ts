import type { Promotion } from "./promotion.ts";

export type PromotionState = "live" | "scheduled" | "expired" | "used up" | "off";
export const promotionStates: readonly PromotionState[] = ["live", "scheduled", "expired", "used up", "off"];

type Dated = Pick<Promotion, "active" | "startsAt" | "endsAt" | "useLimit" | "used" | "coded">;
/** How many codes there are, and how many of them may be used once more. */
export type CodeCounts = { readonly codes: number; readonly freeCodes: number };

/** How a promotion stands at a moment, for the shopkeeper. */
export function stateOf(promotion: Dated & Partial<CodeCounts>, now: Date): PromotionState {
  const { active, startsAt, endsAt, useLimit, used, coded, codes = 0, freeCodes = codes } = promotion;
  if (!active) return "off";
  if (endsAt !== null && endsAt <= now) return "expired";
  if (useLimit !== null && used >= useLimit) return "used up";
  if (coded && codes > 0 && freeCodes === 0) return "used up";
  return startsAt !== null && startsAt > now ? "scheduled" : "live";
}
