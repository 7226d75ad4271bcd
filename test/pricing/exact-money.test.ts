import { expect, test } from "bun:test";
import { exactMoney, isWhole } from "#src/pricing/exact-money.ts";

test("an exact figure shows two digits more than can be paid, and says when there are more still", () => {
  expect(exactMoney("2999", "USD")).toBe("$29.99");
  expect(exactMoney("2999/2", "USD")).toBe("$14.995");
  expect(exactMoney("4899/10", "USD")).toBe("$4.899");
  expect(exactMoney("313039/800", "USD")).toBe("$3.9129…");
  expect(exactMoney("401/4", "USD")).toBe("$1.0025");
  expect(exactMoney("1/3", "USD")).toBe("$0.0033…");
  expect(exactMoney("1000000", "JPY")).toBe("¥1,000,000");
  expect(exactMoney("1881/2", "JPY")).toBe("¥940.5");
});

test("a figure is whole where nothing needs rounding", () => {
  expect([isWhole("2999"), isWhole("2999/2")]).toEqual([true, false]);
});
