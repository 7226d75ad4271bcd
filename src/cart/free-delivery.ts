import { minus, toCents, type Cents } from "#src/pricing/money.ts";
import type { Promotion } from "#src/promotions/promotion.ts";
import type { ShippingMethod, ShippingOffer } from "#src/shipping/shipping-method.ts";

/** From which amount delivery is free, and how much of it the goods come to. */
export type FreeMeter = { readonly from: Cents; readonly goods: Cents };

type Goods = { readonly goods: Cents; readonly units: number };

/** Promotions that make this way free, once their conditions are met. */
function promising(promotions: readonly Promotion[], { id }: ShippingMethod): Promotion[] {
  return promotions.filter(
    ({ effect }) => effect.kind === "free-shipping" && (effect.methods === undefined || effect.methods.includes(id)),
  );
}

/** Whether a promotion makes this way free for these goods: only to choose a way by; pricing decides what is paid. */
export function isFreeNow(promotions: readonly Promotion[], method: ShippingMethod, { goods, units }: Goods): boolean {
  return promising(promotions, method).some(({ conditions }) => {
    const { minSubtotal = 0, minQuantity = 0, excludeSaleItems = false } = conditions;
    return goods >= minSubtotal && units >= minQuantity && !excludeSaleItems;
  });
}

/** The nearest amount from which the way is free: the method's own, or a promotion's that asks for nothing else. */
export function freeMeter(
  promotions: readonly Promotion[],
  offer: ShippingOffer | undefined,
  goods: Cents,
): FreeMeter | undefined {
  if (!offer || offer.fullPrice === 0) return undefined;
  const promised = promising(promotions, offer.method).flatMap(({ conditions }) => {
    const { minSubtotal, minQuantity, firstOrder, excludeSaleItems } = conditions;
    const plain = minQuantity === undefined && !firstOrder && !excludeSaleItems;
    return plain && minSubtotal !== undefined ? [toCents(minSubtotal)] : [];
  });
  const amounts = [...promised, ...(offer.method.freeFrom === null ? [] : [offer.method.freeFrom])];
  const from = amounts.toSorted((a, b) => minus(a, b))[0];
  return from === undefined ? undefined : { from, goods };
}
