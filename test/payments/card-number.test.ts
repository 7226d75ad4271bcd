import { describe, expect, test } from "bun:test";
import { maskCards } from "#src/payments/card-number.ts";

describe("a card number typed where none belongs", () => {
  test("keeps its last four digits only, however it is spaced", () => {
    for (const typed of ["4242424242424242", "4242 4242 4242 4242", "4242-4242-4242-4242"]) {
      expect(maskCards(`Please charge ${typed}, thanks`)).toBe("Please charge •••• 4242, thanks");
    }
    expect(maskCards("378282246310005 and 6011000990139424")).toBe("•••• 0005 and •••• 9424");
  });

  test("is told from other long numbers", () => {
    for (const text of ["Parcel 1234567890123456", "+41 44 668 18 00", "Gate code 4242", "", "2026-11-25 19:00"]) {
      expect(maskCards(text)).toBe(text);
    }
  });

  test("is looked for in long texts without delay", () => {
    const started = performance.now();
    maskCards("1 ".repeat(25_000));
    maskCards("1234567890-".repeat(5_000));
    expect(performance.now() - started).toBeLessThan(200);
  });
});
