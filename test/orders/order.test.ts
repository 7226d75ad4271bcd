import { describe, expect, test } from "bun:test";
import {
  canCancel,
  canMarkPaid,
  canPay,
  canShip,
  cardOf,
  hasExpired,
  paymentStateOf,
  type Payment,
} from "#src/orders/order.ts";
import { toCents } from "#src/pricing/money.ts";

const at = new Date("2026-11-25T10:00:00Z");
const payment = (state: Payment["state"], amount = 1000, reference = "test-4242"): Payment => ({
  id: "p",
  provider: "test_card",
  state,
  amount: toCents(amount),
  reference,
  idempotencyKey: "o:1",
  at,
});
const owed = { state: "placed", total: toCents(1000) } as const;
const open = {
  state: "placed",
  paymentState: "unpaid",
  deliveryState: "unfulfilled",
  paymentMethod: "transfer",
} as const;

describe("what an order's payments come to", () => {
  test("is told by the payments alone", () => {
    expect(paymentStateOf(owed, [])).toBe("unpaid");
    expect(paymentStateOf(owed, [payment("begun", 1000, "")])).toBe("pending");
    expect(paymentStateOf(owed, [payment("declined")])).toBe("failed");
    expect(paymentStateOf(owed, [payment("declined"), payment("paid")])).toBe("paid");
    expect(paymentStateOf(owed, [payment("paid", 999)])).toBe("partly_paid");
    expect(paymentStateOf(owed, [payment("paid"), payment("refunded", 1)])).toBe("partly_refunded");
    expect(paymentStateOf(owed, [payment("paid"), payment("refunded")])).toBe("refunded");
  });

  test("is paid where nothing is owed", () => {
    expect(paymentStateOf({ state: "placed", total: toCents(0) }, [])).toBe("paid");
  });

  test("is void for a canceled order, unless money came", () => {
    expect(paymentStateOf({ ...owed, state: "canceled" }, [payment("declined")])).toBe("voided");
    expect(paymentStateOf({ ...owed, state: "canceled" }, [payment("paid")])).toBe("paid");
    expect(paymentStateOf({ ...owed, state: "canceled" }, [payment("begun")])).toBe("pending");
  });
});

describe("the steps an order may take", () => {
  test("ship only what is paid, or is paid for on the way", () => {
    expect(canShip(open)).toBeFalse();
    expect(canShip({ ...open, paymentState: "paid" })).toBeTrue();
    expect(canShip({ ...open, paymentMethod: "on_delivery" })).toBeTrue();
    expect(canShip({ ...open, paymentState: "paid", deliveryState: "shipped" })).toBeFalse();
    expect(canShip({ ...open, paymentState: "paid", state: "canceled" })).toBeFalse();
  });

  test("take money once", () => {
    expect(canMarkPaid(open)).toBeTrue();
    expect(canPay({ ...open, paymentState: "failed" })).toBeTrue();
    for (const paymentState of ["paid", "pending"] as const) {
      expect(canMarkPaid({ ...open, paymentState })).toBeFalse();
      expect(canPay({ ...open, paymentState })).toBeFalse();
    }
    expect(canPay({ ...open, state: "canceled" })).toBeFalse();
  });

  test("cancel until something has left, never twice, and not while a bank is asked", () => {
    expect(canCancel(open)).toBeTrue();
    expect(canCancel({ ...open, paymentState: "paid" })).toBeTrue();
    expect(canCancel({ ...open, paymentState: "pending" })).toBeFalse();
    expect(canCancel({ ...open, deliveryState: "shipped" })).toBeFalse();
    expect(canCancel({ ...open, state: "canceled" })).toBeFalse();
    expect(canCancel({ ...open, deliveryState: "none_needed" })).toBeTrue();
    expect(canCancel({ ...open, deliveryState: "none_needed", paymentState: "paid" })).toBeFalse();
  });

  test("tell an order that ran out of time from one that was canceled", () => {
    const event = (what: "expired" | "canceled" | "retaken") => ({ what, who: "shop", at, detail: null });
    expect(hasExpired({ state: "canceled", events: [event("expired")] })).toBeTrue();
    expect(
      hasExpired({ state: "canceled", events: [event("expired"), event("retaken"), event("canceled")] }),
    ).toBeFalse();
    expect(hasExpired({ state: "placed", events: [event("expired"), event("retaken")] })).toBeFalse();
  });

  test("know the card by its last four digits", () => {
    expect(cardOf({ payments: [payment("declined", 1000, "test-0002"), payment("paid")] })).toBe("4242");
    expect(cardOf({ payments: [payment("begun", 1000, "")] })).toBeUndefined();
  });
});
