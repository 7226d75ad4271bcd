import { describe, expect, test } from "bun:test";
import { isPaidAhead, isPaymentMethod, paymentChoices } from "#src/payments/payment.ts";

const all = { testMode: true, payments: { transfer: true, onDelivery: true, onPickup: true } };

describe("ways of paying", () => {
  test("fit the way the goods come", () => {
    expect(paymentChoices(all, "delivery")).toEqual(["test_card", "transfer", "on_delivery"]);
    expect(paymentChoices(all, "pickup")).toEqual(["test_card", "transfer", "on_pickup"]);
    expect(paymentChoices(all, "digital")).toEqual(["test_card", "transfer"]);
  });

  test("leave the test card out unless the shop is in test mode", () => {
    expect(paymentChoices({ ...all, testMode: false }, "delivery")).toEqual(["transfer", "on_delivery"]);
  });

  test("are those that the shop offers", () => {
    const none = { testMode: false, payments: { transfer: false, onDelivery: false, onPickup: false } };
    expect(paymentChoices(none, "delivery")).toEqual([]);
  });

  test("are known by name, and by when the money is due", () => {
    expect(isPaymentMethod("transfer")).toBeTrue();
    expect(isPaymentMethod("paid")).toBeFalse();
    expect(isPaidAhead("transfer")).toBeTrue();
    expect(isPaidAhead("on_pickup")).toBeFalse();
  });
});
