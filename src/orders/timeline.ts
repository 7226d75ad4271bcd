import type { Calendar } from "#src/settings/calendar.ts";
import { formatMoney } from "#src/pricing/money.ts";
import { momentInWords } from "./moment-words.ts";
import { cardOf, hasExpired, isSettled, type EventKind, type Order } from "./order.ts";
import { isPaidAhead } from "#src/payments/payment.ts";

/** What has happened, what happens now, what comes: in words, with the moment where there is one. */
export type TimelineStep = {
  readonly title: string;
  readonly words: string;
  readonly at: Date | undefined;
  readonly state: "done" | "now" | "next";
};

export function timelineOf(order: Order, calendar: Calendar): readonly TimelineStep[] {
  const when = (at: Date) => momentInWords(at, calendar);
  const placed = done("Ordered", when(order.placedAt), order.placedAt);
  const paid = paidStep(order, when);
  const back = backSteps(order, when);
  if (order.state === "canceled")
    return [placed, ...(paid?.state === "done" ? [paid] : []), endStep(order, when), ...back];
  const money = [...(paid ? [paid] : []), ...back];
  return order.deliveryState === "none_needed" ? [placed, ...money] : [placed, ...money, ...goodsSteps(order, when)];
}

type When = (at: Date) => string;

const done = (title: string, words: string, at: Date): TimelineStep => ({ title, words, at, state: "done" });
const lastOf = (order: Order, what: EventKind) => order.events.findLast((event) => event.what === what);

/** Each time that money went back. */
const backSteps = ({ events }: Order, when: When): TimelineStep[] =>
  events
    .filter(({ what }) => what === "refunded")
    .map(({ at, detail }) => done("Money given back", `${detail?.["amount"] ?? ""}, ${when(at)}`, at));

/** Undefined where nothing was owed, or where money changes hands with the goods and has not yet. */
function paidStep(order: Order, when: When): TimelineStep | undefined {
  if (order.total === 0) return undefined;
  const event = lastOf(order, "paid");
  if (isSettled(order.paymentState) && event) {
    const card = cardOf(order);
    const amount = formatMoney(order.total, order.currency);
    const how = card === undefined ? amount : `${amount} by test card ending ${card}`;
    return done("Paid", `${how}, ${when(event.at)}`, event.at);
  }
  if (!isPaidAhead(order.paymentMethod)) return undefined;
  const words = order.paymentState === "pending" ? "The bank is asked" : "Waits for the money";
  return { title: "Payment", words, at: undefined, state: "now" };
}

function endStep(order: Order, when: When): TimelineStep {
  const expired = hasExpired(order);
  const event = lastOf(order, expired ? "expired" : "canceled");
  const title = expired ? "Given up" : "Canceled";
  const words = expired ? "It was not paid in time" : event?.who.startsWith("staff:") ? "By the shop" : "By you";
  return done(title, event ? `${words}, ${when(event.at)}` : words, event?.at ?? order.placedAt);
}

function goodsSteps(order: Order, when: When): TimelineStep[] {
  const { deliveryType, deliveryState, deliveryTime, paymentState, paymentMethod, tracking } = order;
  const pickup = deliveryType === "pickup";
  const gone = deliveryState === "shipped" || deliveryState === "delivered";
  const event = lastOf(order, "shipped");
  const ready = isSettled(paymentState) || !isPaidAhead(paymentMethod);
  const owed = isSettled(paymentState) ? "" : `You pay ${formatMoney(order.total, order.currency)} then`;
  const packed: TimelineStep = gone
    ? done("Packed", event ? when(event.at) : "", event?.at ?? order.placedAt)
    : { title: "Being packed", words: "", at: undefined, state: ready ? "now" : "next" };
  const way = pickup ? "You get a letter when it is there" : "You get the parcel’s number by email";
  const number = tracking === "" ? "" : `Parcel ${tracking}`;
  const leaves: TimelineStep = {
    title: pickup ? "Ready to fetch" : "On its way",
    words: gone ? number : way,
    at: gone ? event?.at : undefined,
    state: gone ? "now" : "next",
  };
  const arrives: TimelineStep = {
    title: pickup ? "Fetched" : "With you",
    words: [pickup ? "" : deliveryTime, ready ? owed : ""].filter((part) => part !== "").join(". "),
    at: undefined,
    state: "next",
  };
  return [packed, leaves, arrives];
}
