import { formatMoney } from "#src/pricing/money.ts";
import type { Refusal } from "#src/pricing/promotion.ts";
import { sayDay, type Calendar } from "../settings/calendar.ts";
import { momentInWords } from "./moment-words.ts";
import type { Promotion } from "./promotion.ts";

/** What is known of who buys. A guest is known when they give their e-mail, at checkout. */
export type Buyer = {
  /** Orders placed before. */
  readonly orders: number;
  /** How often each promotion was used, by its id. */
  readonly uses: ReadonlyMap<string, number>;
  /** Groups of the account they are signed in to; an address that is merely typed has none. */
  readonly groups?: readonly string[];
};

export type Situation = Calendar & {
  readonly country: string;
  /** The shipping method that is chosen, or would be. */
  readonly methodId: string | undefined;
  readonly now: Date;
  readonly buyer?: Buyer | undefined;
};

/** Why a promotion does not hold here and now, as half a sentence; undefined where it does. Amounts are looked at in pricing. */
export function refusalOf(promotion: Promotion, situation: Situation): string | undefined {
  return timeRefusal(promotion, situation) ?? placeRefusal(promotion, situation) ?? buyerRefusal(promotion, situation);
}

/**
 * Why a promotion that runs, for everybody, does not hold for this buyer or the place it goes to. Undefined for what is no
 * news to them: what does not run, what is for a group they are not in, what is about the way of delivery.
 */
export function barredBy(promotion: Promotion, situation: Situation): string | undefined {
  const { conditions, effect } = promotion;
  if (conditions.groups !== undefined || effect.kind === "free-shipping") return undefined;
  if (timeRefusal(promotion, situation) !== undefined) return undefined;
  return placeRefusal(promotion, situation) ?? buyerRefusal(promotion, situation);
}

function timeRefusal({ active, startsAt, endsAt, useLimit, used }: Promotion, situation: Situation) {
  const { now } = situation;
  if (!active) return "is switched off";
  if (startsAt !== null && startsAt > now) return `starts ${momentInWords(startsAt, now, situation)}`;
  if (endsAt !== null && endsAt <= now) return `ended on ${sayDay(endsAt, situation)}`;
  return useLimit !== null && used >= useLimit ? "is already used up" : undefined;
}

function placeRefusal({ conditions, effect }: Promotion, { country, methodId }: Situation) {
  if (conditions.countries && !conditions.countries.includes(country)) return "does not hold for that country";
  if (effect.kind !== "free-shipping" || effect.methods === undefined || methodId === undefined) return undefined;
  return effect.methods.includes(methodId) ? undefined : "is for another way of delivery";
}

function buyerRefusal({ id, conditions, customerLimit }: Promotion, { buyer }: Situation) {
  const { groups } = conditions;
  if (groups && !groups.some((group) => buyer?.groups?.includes(group)))
    return "is for customers of a group, who are signed in";
  if (buyer === undefined) return undefined;
  if (customerLimit !== null && (buyer.uses.get(id) ?? 0) >= customerLimit) return "was already used by you";
  return conditions.firstOrder && buyer.orders > 0 ? "is for a first order" : undefined;
}

/** Why pricing took nothing off for a promotion, as half a sentence. */
export function reasonInWords(reason: Refusal, currency: string): string {
  switch (reason.code) {
    case "no-lines":
      return "is for other goods than those in the cart";
    case "sale-items":
      return "is not for reduced goods";
    case "no-shipping":
      return "is for goods that are delivered";
    case "min-subtotal":
      return `needs ${formatMoney(reason.missing, currency)} more`;
    case "min-quantity":
    case "min-line-quantity":
    case "few-units":
      return `needs ${reason.missing} more ${reason.missing === 1 ? "thing" : "things"}`;
    case "first-tier":
      return reason.by === "amount" ? "needs more goods" : `needs ${reason.missing} more of one thing`;
    case "nothing-left":
      return "has nothing left to take off";
    case "better":
      return `takes off less than ${reason.byName}`;
    case "alone":
      return `does not go together with ${reason.byName}`;
  }
}

/** Whether the cart as it is does not fulfil what the promotion asks for; not so where another one is merely better. */
export const isUnmet = (reason: Refusal): boolean => reason.code !== "better" && reason.code !== "alone";
