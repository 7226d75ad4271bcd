import type { Address } from "#db/schema.ts";
import { type DeliveryType, isPaidAhead, type PaymentMethod } from "#src/payments/payment.ts";
import { minus, sum, type Cents } from "#src/pricing/money.ts";
import type { Totals } from "#src/pricing/totals.ts";

export type OrderState = "placed" | "canceled";
export type PaymentState =
  "unpaid" | "pending" | "authorized" | "partly_paid" | "paid" | "partly_refunded" | "refunded" | "failed" | "voided";
export type DeliveryState =
  "none_needed" | "unfulfilled" | "partly_shipped" | "shipped" | "delivered" | "partly_returned" | "returned";

export type OrderLine = {
  readonly id: string;
  readonly variantId: string;
  readonly handle: string;
  readonly title: string;
  readonly options: string;
  readonly sku: string;
  readonly picture: string;
  readonly quantity: number;
  readonly unit: Cents;
  readonly base: Cents;
  readonly discount: Cents;
  readonly shipped: number;
};

export type EventKind =
  | "placed"
  | "paid"
  | "payment_failed"
  | "payment_chosen"
  | "shipped"
  | "canceled"
  | "expired"
  | "retaken"
  | "refunded"
  | "needs_attention";

export type OrderEvent = {
  readonly what: EventKind;
  /** "staff:<id>", "customer:<id>", "guest", "shop" (by itself) or "provider". */
  readonly who: string;
  readonly at: Date;
  readonly detail: Readonly<Record<string, string>> | null;
};

export type Payment = {
  readonly id: string;
  readonly provider: PaymentMethod;
  readonly state: "begun" | "paid" | "declined" | "refunded";
  readonly amount: Cents;
  /** The provider's name for it; "" until it has answered. */
  readonly reference: string;
  readonly idempotencyKey: string;
  readonly at: Date;
};

/** As it was placed: nothing of it is computed again. */
export type Order = {
  readonly id: string;
  readonly number: string;
  readonly customerId: string | null;
  readonly email: string;
  readonly name: string;
  readonly state: OrderState;
  readonly archived: boolean;
  readonly paymentState: PaymentState;
  readonly deliveryState: DeliveryState;
  readonly currency: string;
  readonly goods: Cents;
  readonly discount: Cents;
  readonly shipping: Cents;
  readonly tax: Cents;
  readonly total: Cents;
  readonly totals: Totals;
  readonly deliveryType: DeliveryType;
  readonly deliveryName: string;
  readonly deliveryTime: string;
  /** Where it goes; the pick-up point's where it is fetched; null for goods without delivery. */
  readonly address: Address | null;
  readonly billing: Address | null;
  readonly pickupPointId: string | null;
  readonly paymentMethod: PaymentMethod;
  readonly note: string;
  readonly tracking: string;
  readonly placedAt: Date;
  readonly expiresAt: Date | null;
  readonly version: number;
  readonly lines: readonly OrderLine[];
  readonly events: readonly OrderEvent[];
  readonly payments: readonly Payment[];
};

type Owed = Pick<Order, "state" | "total">;

/** What the payments of an order come to. Nothing else says whether it is paid. */
export function paymentStateOf({ state, total }: Owed, payments: readonly Payment[]): PaymentState {
  const amounts = (wanted: Payment["state"]) =>
    sum(payments.filter((payment) => payment.state === wanted).map((payment) => payment.amount));
  const [paid, refunded] = [amounts("paid"), amounts("refunded")];
  if (refunded > 0) return refunded >= paid ? "refunded" : "partly_refunded";
  if (paid > 0) return paid >= total ? "paid" : "partly_paid";
  if (payments.some((payment) => payment.state === "begun")) return "pending"; // money may come yet, also too late
  if (state === "canceled") return "voided";
  if (total === 0) return "paid";
  return payments.at(-1)?.state === "declined" ? "failed" : "unpaid";
}

/** What the shop has of an order's money: what came, less what went back. */
export function moneyHeld(payments: readonly Payment[]): Cents {
  const amounts = (wanted: Payment["state"]) =>
    payments.filter(({ state }) => state === wanted).map(({ amount }) => amount);
  return minus(sum(amounts("paid")), sum(amounts("refunded")));
}

/** Whether there is money of it that can go back: of what was canceled, and of goods that came back. */
export const canRefund = ({ payments, paymentState }: Pick<Order, "payments" | "paymentState">): boolean =>
  paymentState !== "pending" && moneyHeld(payments) > 0;

/** It was paid once, whatever went back since: nobody owes anything. */
export const isSettled = (state: PaymentState): boolean =>
  state === "paid" || state === "partly_refunded" || state === "refunded";

type Standing = Pick<Order, "state" | "paymentState" | "deliveryState" | "paymentMethod">;

const owing: readonly PaymentState[] = ["unpaid", "failed"];

/** Whether the shopper can still pay, or choose another way to. */
export const canPay = ({ state, paymentState }: Standing): boolean =>
  state === "placed" && owing.includes(paymentState);

/** Whether the shop may note that the money is there. */
export const canMarkPaid = ({ state, paymentState }: Standing): boolean =>
  state === "placed" && (owing.includes(paymentState) || paymentState === "partly_paid");

/** Goods leave when they are paid, or when they are paid for on the way. */
export const canShip = ({ state, paymentState, deliveryState, paymentMethod }: Standing): boolean =>
  state === "placed" &&
  (deliveryState === "unfulfilled" || deliveryState === "partly_shipped") &&
  (paymentState === "paid" || paymentState === "partly_refunded" || !isPaidAhead(paymentMethod));

/** Until anything has left the house; a download that was paid for has. Not while a bank is being asked. */
export const canCancel = ({ state, paymentState, deliveryState }: Standing): boolean =>
  state === "placed" &&
  paymentState !== "pending" &&
  (deliveryState === "unfulfilled" || (deliveryState === "none_needed" && owing.includes(paymentState)));

/** Whether it was given up because nobody paid, rather than canceled by somebody. */
export const hasExpired = ({ state, events }: Pick<Order, "state" | "events">): boolean =>
  state === "canceled" &&
  events.findLast((event) => event.what === "expired" || event.what === "canceled")?.what === "expired";

/** Of the payment that counts: the one that was paid, else the last. */
export const cardOf = ({ payments }: Pick<Order, "payments">): string | undefined => {
  const payment = payments.find((each) => each.state === "paid") ?? payments.at(-1);
  return payment?.provider === "test_card" && payment.reference !== "" ? payment.reference.slice(-4) : undefined;
};
