import { expect, test } from "bun:test";
import { journey } from "#test/support/journey.ts";
import { narrow, wide } from "#test/support/journey-visit.ts";

// S55: with the keyboard alone, back by the browser's own way, again from the start; and the same as plain pages.

journey("the gift finder", {}, ({ visit }) => {
  test("S55: keyboard, Back, and again from the beginning", async () => {
    await visit({ viewport: wide }, async ({ page, go, sees, settled }) => {
      await go("/finder");
      await page.locator("#answer-1").focus();
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await page.waitForURL(/\/finder\?q1=2$/);
      await sees("#finder-step", "Question 2 of 5");
      expect(await page.evaluate(() => document.activeElement?.id)).toBe("finder-question");
      await page.getByRole("button", { name: "Skip it" }).click();
      await sees("#finder-step", "Question 3 of 5");
      await settled();
      await page.goBack();
      await sees("#finder-step", "Question 2 of 5");
      await settled();
      for (const step of [3, 4, 5]) {
        await page.locator("#answer-1").check();
        await page.getByRole("button", { name: "Next" }).click();
        await sees("#finder-step", `Question ${step} of 5`);
      }
      await page.locator("#answer-2").check();
      await page.getByRole("button", { name: "Show what you found" }).click();
      await sees("#finder-found", "You said: Someone with dirt under their nails; At breakfast");
      expect(await page.locator("#finder .product-card").count()).toBe(6);
      await page.getByRole("link", { name: "Begin again" }).click();
      await sees("#finder-step", "Question 1 of 5");
    });
  }, 120_000);

  test("S55: the same without scripts", async () => {
    await visit({ viewport: narrow, scripts: false }, async ({ page, go, text }) => {
      await go("/");
      await page.getByRole("link", { name: "Find a gift in five questions" }).click();
      for (let step = 1; step <= 5; step += 1) {
        expect(await text("#finder-step")).toContain(`Question ${step} of 5`);
        await page.locator("#answer-1").check();
        await page.getByRole("button", { name: step === 5 ? "Show what you found" : "Next" }).click();
      }
      expect(await page.locator("#finder .product-card").count()).toBe(6);
      await page.getByRole("link", { name: "Back", exact: true }).click();
      expect(await text("#finder-step")).toContain("Question 5 of 5");
    });
  }, 120_000);
});
