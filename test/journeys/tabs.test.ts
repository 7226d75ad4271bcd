import { expect, test } from "bun:test";
import type { Page } from "playwright-core";
import { journey } from "#test/support/journey.ts";

// Two tabs of one visitor never tell two stories for long.

const look = (page: Page) => page.evaluate(() => window.dispatchEvent(new Event("focus")));
const theme = (page: Page) => page.evaluate(() => document.documentElement.dataset["theme"] ?? "none");
const hasTheme = (page: Page, wanted: string) =>
  page.waitForFunction((name) => document.documentElement.dataset["theme"] === name, wanted);

journey("two tabs", {}, ({ server, visit, owner }) => {
  test("the cart is the same in both, once one looks at it", async () => {
    await visit({}, async ({ page, go, sees, tab }) => {
      const other = await tab();
      await other.goto(`${server().url}/cart`);
      await go("/products/pushcart-mug");
      await page.click("#add-to-cart");
      await page.locator("#cart-drawer[open]").waitFor();
      await look(other);
      await other.locator("#cart-count", { hasText: "1 thing" }).waitFor();
      await other.locator(".lines .line", { hasText: "Pushcart Mug" }).waitFor();

      await other.getByRole("button", { name: "Remove Pushcart Mug" }).click();
      await other.locator(".notice", { hasText: "Pushcart Mug removed." }).waitFor();
      await page.getByRole("button", { name: "One Pushcart Mug more" }).click();
      await sees("#cart-drawer .notice", /left the cart/);
      expect(await page.locator("#cart-drawer .line").count()).toBe(0);
    });
  }, 120_000);

  test("S32: day or night goes over to the other at once, stays, and is not undone by the desk", async () => {
    await visit({ storageState: await owner() }, async ({ page, go, tab }) => {
      const other = await tab();
      await other.goto(`${server().url}/collections/kitchen`);
      expect(await theme(other)).toBe("none");
      await go("/");
      await page.getByRole("button", { name: "Dark" }).click();
      await hasTheme(page, "dark");
      await hasTheme(other, "dark");
      expect(await (await page.request.get(`${server().url}/`)).text()).toContain('<html lang="en" data-theme="dark">');

      const desk = await tab();
      await desk.goto(`${server().url}/admin/orders`);
      await desk.locator("h1", { hasText: "Orders" }).waitFor();
      await Bun.sleep(200);
      expect(await theme(other)).toBe("dark");
      await other.reload();
      expect(await theme(other)).toBe("dark");
      await other.getByRole("button", { name: "As system" }).click();
      await hasTheme(page, "system");
    });
  }, 120_000);

  test("S32: day or night without scripts", async () => {
    await visit({ scripts: false }, async ({ page, go }) => {
      await go("/pages/about");
      await page.getByRole("button", { name: "Dark" }).click();
      await page.waitForLoadState();
      expect(new URL(page.url()).pathname).toBe("/pages/about");
      expect(await page.getAttribute("html", "data-theme")).toBe("dark");
      expect(await page.getByRole("button", { name: "Dark" }).getAttribute("aria-pressed")).toBe("true");
    });
  }, 120_000);
});
