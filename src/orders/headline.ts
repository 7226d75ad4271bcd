import { firstNameOf } from "./acting.ts";
import { hasExpired, isSettled, type Order } from "./order.ts";

/** The one sentence that an order's page begins with. */
export function headlineOf(order: Order): string {
  const { number, state, paymentState, paymentMethod, deliveryState, deliveryType } = order;
  const name = firstNameOf(order.name);
  const thanks = name === "" ? "Thank you." : `Thank you, ${name}.`;
  if (state === "canceled") return hasExpired(order) ? `Order ${number} was given up.` : `Order ${number} is canceled.`;
  if (paymentState === "pending") return `${thanks} The bank is being asked.`;
  if (!isSettled(paymentState) && paymentMethod === "test_card")
    return name === "" ? "Almost there." : `Almost there, ${name}.`;
  if (deliveryState === "shipped") return deliveryType === "pickup" ? "It is ready for you." : "It is on its way.";
  if (!isSettled(paymentState) && paymentMethod === "transfer") return `${thanks} Now the transfer.`;
  return deliveryState === "none_needed" ? thanks : `${thanks} It is being packed.`;
}

/** What happened to money that came for an order that is no more. */
export function troubleOf({ state, paymentState }: Pick<Order, "state" | "paymentState">): string | undefined {
  if (state !== "canceled" || (paymentState !== "paid" && paymentState !== "partly_refunded")) return undefined;
  return "We have your money, and will give it back the way it came or write to you.";
}

/** How it stands with the money, in a few words. */
export function moneyInWords({ state, paymentState, paymentMethod }: Order): string {
  if (paymentState === "pending") return "The bank is being asked";
  if (paymentState === "refunded") return "The money went back";
  if (paymentState === "partly_refunded") return "Some of the money went back";
  if (state === "canceled") return paymentState === "paid" ? "Paid, and canceled" : "Nothing to pay";
  if (paymentState === "failed") return "The card was declined";
  if (paymentMethod === "on_delivery") return "To be paid on delivery";
  return paymentMethod === "on_pickup" ? "To be paid when you fetch it" : "Not paid yet";
}
