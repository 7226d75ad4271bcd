import { describe, expect, test } from "bun:test";
import { limitsInMemory } from "#src/web/limits.ts";
import { ShopError } from "#src/web/shop-error.ts";

const refusal = async (work: Promise<void>) =>
  work.then(
    () => undefined,
    (error: unknown) => error as ShopError,
  );

describe("limits", () => {
  test("let so many through, then say how long to wait", async () => {
    const { count } = limitsInMemory(false);
    for (let each = 0; each < 10; each++) await count("coupon", "a");
    const error = await refusal(count("coupon", "a"));
    expect([error?.kind, error?.message]).toEqual(["too_many", "That was tried too often. Try again in 10 minutes."]);
    expect(error?.retryAfter).toBeGreaterThan(590);
    await count("coupon", "b");
  });

  test("A05: guessing at an account shuts its owner out for a quarter of an hour, not for longer", async () => {
    const { count } = limitsInMemory(false);
    for (let each = 0; each < 20; each++) await count("signInAccountHour", "a");
    for (let each = 0; each < 3; each++) {
      const { retryAfter = 0 } = (await refusal(count("signInAccountHour", "a"))) ?? {};
      expect([retryAfter > 890, retryAfter <= 900]).toEqual([true, true]);
    }
  });

  test("forget what was counted, and count nothing where they are lifted", async () => {
    const { count, forget } = limitsInMemory(false);
    for (let round = 0; round < 3; round++) {
      for (let each = 0; each < 5; each++) await count("signInAccount", "a");
      await forget("signInAccount", "a");
    }
    const lifted = limitsInMemory(true);
    for (let each = 0; each < 50; each++) await lifted.count("signInAccount", "a");
  });
});
