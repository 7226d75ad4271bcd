import { describe, expect, test } from "bun:test";
import { orderToken } from "#src/keys.ts";
import { orderPath } from "#src/orders/order-link.ts";

const key = new Uint8Array(32).fill(7);

describe("the address of an order", () => {
  test("is the same every time, different for each order and each shop, and says nothing of the order", () => {
    const token = orderToken(key, "order-1");
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(orderToken(key, "order-1")).toBe(token);
    expect(orderToken(key, "order-2")).not.toBe(token);
    expect(orderToken(new Uint8Array(32).fill(8), "order-1")).not.toBe(token);
    expect(orderPath(key, "order-1")).toBe(`/orders/${token}`);
  });
});
