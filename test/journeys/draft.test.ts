import { expect, test } from "bun:test";
import type { Page } from "playwright-core";
import { journey } from "#test/support/journey.ts";
import type { Visit } from "#test/support/journey-visit.ts";

// S33: a checkout that is half filled in survives a reload in the same tab, is gone in a new one, and holds no card.

const inTab = (page: Page) => page.evaluate(() => JSON.stringify(sessionStorage));

async function toCheckout({ page, go }: Visit): Promise<void> {
  await go("/products/pushcart-mug");
  await page.click("#add-to-cart");
  await page.locator("#cart-drawer[open]").waitFor();
  await go("/checkout");
}

journey("S33: a checkout half filled in", {}, ({ visit }) => {
  test("is there after a reload, and only in its own tab", async () => {
    await visit({}, async (shopper) => {
      const { page, tab } = shopper;
      await toCheckout(shopper);
      await page.fill("#email", "odile@exa");
      await page.fill("#name", "Odile <b>");
      await page.locator("summary", { hasText: "note" }).click();
      await page.fill("#note", "Two lines,\nsecond");
      await page.reload();
      expect(await page.inputValue("#email")).toBe("odile@exa");
      expect(await page.inputValue("#name")).toBe("Odile <b>");
      expect(await page.inputValue("#note")).toBe("Two lines,\nsecond");
      expect(await page.locator("#note").isVisible()).toBe(true);
      await page.fill("#name", "");
      await page.fill("#email", "odile@example.com");
      await page.reload();
      expect(await page.inputValue("#name")).toBe("");
      expect(await page.inputValue("#email")).toBe("odile@example.com");

      const other = await tab();
      await other.goto(page.url());
      expect(await other.inputValue("#email")).toBe("");
      expect(await inTab(other)).toBe("{}");
    });
  }, 120_000);

  test("never holds what may be the number of a card", async () => {
    await visit({}, async (shopper) => {
      const { page } = shopper;
      await toCheckout(shopper);
      await page.locator("summary", { hasText: "note" }).click();
      await page.fill("#name", "Odile");
      for (const card of ["4242 4242 4242 4242", "my card is 378282246310005, thanks", "4000-0000-0000-0002"]) {
        await page.fill("#note", card);
        expect((await inTab(page)).replaceAll(/\D/g, "")).not.toContain(card.replaceAll(/\D/g, ""));
      }
      await page.reload();
      expect(await page.inputValue("#note")).toBe("");
      expect(await page.inputValue("#name")).toBe("Odile");
    });
  }, 120_000);

  test("gives way to what the shop has heard since, and to what it says is wrong", async () => {
    await visit({}, async (shopper) => {
      const { page, tab, settled } = shopper;
      await toCheckout(shopper);
      await page.fill("#name", "Half a na");
      await page.fill("#city", "Old Town");
      const other = await tab();
      await other.goto(page.url());
      await other.fill("#name", "Odile Bernard");
      await other.getByRole("button", { name: "Continue to payment" }).click();
      await other.locator(".error-summary").waitFor();
      expect(await other.inputValue("#name")).toBe("Odile Bernard");
      await page.reload();
      expect(await page.inputValue("#name")).toBe("Odile Bernard");
      expect(await page.inputValue("#city")).toBe("Old Town");

      // What the shop has answered it has kept: nothing is left of it in the tab.
      await page.getByRole("button", { name: "Continue to payment" }).click();
      await page.locator(".error-summary").waitFor();
      await settled();
      expect(await page.inputValue("#city")).toBe("Old Town");
      expect(await page.getAttribute("#street", "aria-invalid")).toBe("true");
      expect(await inTab(page)).toBe("{}");
      await page.fill("#street", "1 Mill La");
      await page.reload();
      expect(await page.inputValue("#street")).toBe("1 Mill La");
    });
  }, 120_000);

  test("is forgotten once the form was taken, and for the next cart", async () => {
    await visit({}, async (shopper) => {
      const { page, context } = shopper;
      await toCheckout(shopper);
      await page.fill("#email", "odile@example.com");
      await page.fill("#name", "Odile Bernard");
      await page.fill("#street", "231 Warren Street");
      await page.fill("#city", "Harrow Mills");
      await page.selectOption("#region", "WI");
      await page.fill("#postcode", "54699");
      await page.getByRole("button", { name: "Continue to payment" }).click();
      await page.waitForURL(/\/checkout\/(payment|delivery)$/);
      expect(await inTab(page)).toBe("{}");
      await shopper.go("/checkout");
      await page.fill("#name", "Somebody el");
      await context.clearCookies();
      await toCheckout(shopper);
      expect(await page.inputValue("#name")).toBe("");
    });
  }, 120_000);

  test("goes without where the browser keeps nothing", async () => {
    await visit({}, async (shopper) => {
      const { page, context } = shopper;
      await context.addInitScript(() =>
        Object.defineProperty(window, "sessionStorage", {
          get() {
            throw new DOMException("denied", "SecurityError");
          },
        }),
      );
      await toCheckout(shopper);
      await page.fill("#name", "Odile");
      await page.reload();
      expect(await page.inputValue("#name")).toBe("");
    });
  }, 120_000);
});
