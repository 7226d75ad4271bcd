import type { ShopSettings } from "#src/settings/shop.ts";

export const paymentMethods = ["test_card", "transfer", "on_delivery", "on_pickup"] as const;
export type PaymentMethod = (typeof paymentMethods)[number];
export type DeliveryType = "delivery" | "pickup" | "digital";

export const paymentNames: Readonly<Record<PaymentMethod, string>> = {
  test_card: "Test card",
  transfer: "Bank transfer",
  on_delivery: "On delivery",
  on_pickup: "When you fetch it",
};

/** Ways of paying for goods that come this way, in the order they are offered. The test card only while the shop tries things out. */
export function paymentChoices(
  shop: Pick<ShopSettings, "testMode" | "payments">,
  delivery: DeliveryType,
): readonly PaymentMethod[] {
  const offered: Readonly<Record<PaymentMethod, boolean>> = {
    test_card: shop.testMode,
    transfer: shop.payments.transfer,
    on_delivery: shop.payments.onDelivery && delivery === "delivery",
    on_pickup: shop.payments.onPickup && delivery === "pickup",
  };
  return paymentMethods.filter((method) => offered[method]);
}

export const isPaymentMethod = (text: string): text is PaymentMethod =>
  (paymentMethods as readonly string[]).includes(text);

/** Whether money is due before the goods leave: not where it changes hands with them. */
export const isPaidAhead = (method: PaymentMethod): boolean => method === "test_card" || method === "transfer";

/** What a payment provider answered. `reference` is its own name for the payment. */
export type Outcome =
  | { readonly state: "paid"; readonly reference: string; readonly last4: string }
  | { readonly state: "declined"; readonly reference: string; readonly last4: string; readonly why: string }
  /** The bank takes its time; ask again later by the reference. */
  | { readonly state: "waiting"; readonly reference: string; readonly last4: string };
