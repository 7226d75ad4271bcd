import { expect, test } from "bun:test";
import { journey } from "#test/support/journey.ts";
import { narrow, wide } from "#test/support/journey-visit.ts";

// A promotion from the desk to a cart: made, tried, switched off in place; with scripts by keyboard, and without any.

journey("a promotion is made at the desk and used in a cart", {}, ({ visit, owner }) => {
  for (const { name, viewport, scripts } of [
    { name: "with scripts, wide", viewport: wide, scripts: true },
    { name: "without scripts, narrow", viewport: narrow, scripts: false },
  ])
    test(
      name,
      async () => {
        const code = scripts ? "MARKET" : "FAIR";
        const storageState = await owner();
        await visit({ viewport, scripts, storageState }, async ({ page, go, sees, text }) => {
          await go("/admin/promotions/new");
          await page.fill("#name", `Market ${code}`);
          await page.fill("#value", "20");
          await page.fill("#codes", code);
          await page.fill("#minSpend", "25");
          if (!scripts) await page.getByRole("button", { name: "Preview" }).click();
          await sees("#sentence", "20% off the order, from $25.00 of goods.");
          expect(await page.inputValue("#codes")).toBe(code);
          await page.getByRole("button", { name: "Make it" }).focus();
          await page.keyboard.press("Enter");
          await sees("h1", `Market ${code}`);
          expect(await text("#codes")).toContain(code);
        });

        await visit({ viewport, scripts }, async ({ page, go, sees }) => {
          await go("/products/pushcart-mug");
          await page
            .getByRole("button", { name: /Put in the cart|Add to cart|Into the cart/ })
            .first()
            .click();
          await page.waitForTimeout(500);
          await go("/cart");
          await page.locator("#coupon summary").click();
          await page.fill("#code", ` ${code.toLowerCase()} `);
          await page.getByRole("button", { name: "Use it" }).click();
          await sees("#coupon", "−$6.00");
          await sees(".line .what", `Market ${code}: −$6.00, in the sum`);
        });

        await visit({ viewport, scripts, storageState }, async ({ page, go, sees }) => {
          await go(`/admin/promotions?q=${code}`);
          const row = page.locator("tbody", { hasText: `Market ${code}` });
          await row.getByRole("button", { name: /Switch off/ }).focus();
          await page.keyboard.press("Enter");
          await row.getByRole("button", { name: /Switch on/ }).waitFor();
          if (!scripts) return;
          await sees("#live", `Market ${code} is off.`);
          // The focus stays on the button.
          expect(await page.evaluate(() => document.activeElement?.id)).toStartWith("switch-");
        });
      },
      120_000,
    );
});
