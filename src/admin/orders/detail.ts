import type { Deps } from "../../deps.ts";
import { addressLines } from "../../addresses/address-lines.ts";
import { ledgerOf } from "../../orders/ledger.ts";
import {
  canCancel,
  canMarkPaid,
  canRefund,
  canShip,
  moneyHeld,
  type Order,
  type OrderEvent,
} from "../../orders/order.ts";
import { payFacts } from "../../orders/pay-words.ts";
import { minus, plainMoney, zero } from "../../pricing/money.ts";
import type { ShopSettings } from "../../settings/shop.ts";
import type { OrderDetail } from "#views/admin/order.tsx";
import { deskMoment } from "../when.ts";
import { loadLeft, loadLetters } from "./store.ts";

const words: Readonly<Record<OrderEvent["what"], string>> = {
  placed: "Ordered, stock taken off the shelf",
  paid: "Paid",
  payment_failed: "Payment declined",
  payment_chosen: "Another way to pay chosen",
  shipped: "Shipped",
  canceled: "Canceled, stock given back",
  expired: "Time to pay was over: canceled, stock given back",
  refunded: "Money given back",
  retaken: "Money came late: stock taken again",
  needs_attention: "Needs attention",
};

const whose = (who: string): string =>
  who.startsWith("staff:")
    ? "by the shop"
    : who.startsWith("customer:")
      ? "by the customer"
      : who === "guest"
        ? "by the guest"
        : "";

function eventInWords({ what, who, detail }: OrderEvent): string {
  const more = Object.values(detail ?? {}).filter((value) => value !== "" && !/^[a-z]+_[a-z_]+$/.test(value));
  return [`${words[what] ?? what}${whose(who) === "" ? "" : ` ${whose(who)}`}`, ...more].join(" · ");
}

/** An order as the desk shows it: amounts as they were stored, events and letters in one row of time. */
export async function orderDetail(deps: Deps, order: Order, shop: ShopSettings): Promise<OrderDetail> {
  const { store, now } = deps;
  const ids = order.lines.map((line) => line.variantId);
  const [left, letters] = await Promise.all([loadLeft(store.read, ids), loadLetters(store.read, order.id)]);
  const happened = [
    ...order.events.map((event) => ({ words: eventInWords(event), at: event.at })),
    ...letters.map((letter) => ({
      words: `Letter “${letter.subject}” to ${letter.to}`,
      at: letter.createdAt,
      letterId: letter.id,
    })),
  ]
    .toReversed() // of one moment, what came later stands first
    .toSorted((a, b) => b.at.getTime() - a.at.getTime());
  const ledger = ledgerOf(order.totals, order.deliveryName).filter((row) => row.kind !== "total");
  return {
    ...order,
    when: deskMoment(order.placedAt, now(), shop),
    canceled: order.state === "canceled",
    paymentWords: payFacts(order, shop).sentence,
    lines: order.lines.map((line) => ({ ...line, left: left.get(line.variantId) })),
    amounts: ledger.map(({ kind, label, detail, amount, of }) => ({
      of,
      name: detail === "" ? label : `${label}, ${detail}`,
      amount: kind === "less" ? minus(zero, amount) : amount,
    })),
    addressLines: order.address ? addressLines(order.address) : ["Nothing to send"],
    deliveryWords: [order.deliveryName, order.deliveryTime].filter(Boolean).join(", "),
    events: happened.map((each) => ({ ...each, when: deskMoment(each.at, now(), shop), at: each.at.toISOString() })),
    can: { pay: canMarkPaid(order), ship: canShip(order), cancel: canCancel(order), refund: canRefund(order) },
    held: plainMoney(moneyHeld(order.payments), order.currency),
  };
}
