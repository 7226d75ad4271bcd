import { expect, test } from "bun:test";
import { goodsInWords, orderInWords } from "#src/accounts/order-in-words.ts";

test("an order in a list says what one would ask first", () => {
  const placed = { state: "placed", paymentState: "paid", deliveryState: "unfulfilled", deliveryType: "delivery" };
  for (const [changes, words] of [
    [{}, "paid, being packed"],
    [{ paymentState: "unpaid" }, "not paid yet"],
    [{ deliveryState: "shipped" }, "on its way"],
    [{ deliveryState: "shipped", deliveryType: "pickup" }, "ready to fetch"],
    [{ deliveryState: "none_needed" }, "paid"],
    [{ paymentState: "partly_refunded" }, "some of the money went back"],
    [{ state: "canceled" }, "canceled"],
    [{ state: "canceled", paymentState: "refunded" }, "the money went back"],
  ] as const)
    expect(orderInWords({ ...placed, ...changes })).toBe(words);
  expect([1, 2, 4].map((things) => goodsInWords("Mug", things))).toEqual(["Mug", "Mug and one more", "Mug and 3 more"]);
});
