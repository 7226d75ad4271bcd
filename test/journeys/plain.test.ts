import { expect, test } from "bun:test";
import { journey } from "#test/support/journey.ts";
import { addToCart, useCode } from "#test/support/journey-goods.ts";
import { goOn, typeAddress } from "#test/support/journey-order.ts";
import { narrow, type Visit } from "#test/support/journey-visit.ts";

// Without scripts everything that is shown does something, and leads as far.

/** Buttons that only a script would answer. Those that open a popover or send a form need none. */
const deadButtons = () =>
  [...document.querySelectorAll<HTMLButtonElement>("button, [role=button]")]
    .filter((button) => button.checkVisibility({ visibilityProperty: true }))
    .filter((button) => !button.hasAttribute("popovertarget") && (button.type === "button" || button.form === null))
    .map((button) => button.outerHTML.slice(0, 120));

async function alive({ page }: Visit): Promise<void> {
  expect(await page.evaluate(deadButtons), page.url()).toEqual([]);
}

journey("a visit without scripts", {}, ({ server, visit }) => {
  test("a guest orders by transfer, and finds the order again", async () => {
    await visit({ scripts: false, viewport: narrow }, async (shopper) => {
      const { page, go, sees, text } = shopper;
      for (const path of ["/", "/collections/ceramics", "/search?q=tea", "/products/ledger-notebook", "/login"]) {
        await go(path);
        await alive(shopper);
      }
      await go("/products/pushcart-mug");
      await addToCart(shopper, "Pushcart Mug");
      await useCode(shopper, "welcome10", "$3.00");
      await alive(shopper);
      await page.getByRole("button", { name: /^Take it off/ }).click();
      await page.locator("details.coupon").waitFor();
      expect(await text("#totals")).not.toContain("$3.00");

      await go("/checkout");
      await page.fill("#email", "guest@example.com");
      await typeAddress(shopper, "Odile Bernard");
      await page.getByRole("button", { name: "Update" }).click();
      await sees("#summary", "Delivery to Wisconsin");
      expect(await page.inputValue("#street")).toBe("231 Warren Street");
      await alive(shopper);
      await goOn(shopper);
      await page.check("input[value=transfer]");
      await page.check("#terms");
      await page.getByRole("button", { name: /^Place the order/ }).click();
      await page.waitForURL(/\/orders\//);
      await sees("h2", "How to pay");
      await alive(shopper);
      const order = new URL(page.url()).pathname;
      const number = /P-\d+/.exec(await text(".receipt h2"))?.[0] ?? "";

      await go("/orders/find");
      await page.fill("#number", number);
      await page.fill("#email", "somebody@example.com");
      await page.getByRole("button", { name: "Find it" }).click();
      await page.locator(".error-summary").waitFor();
      await page.fill("#email", "guest@example.com");
      await page.getByRole("button", { name: "Find it" }).click();
      await page.waitForURL((url) => url.pathname === order);

      await page.fill("#password", "a long walk home");
      await page.getByRole("button", { name: "Make it" }).click();
      await sees("main", number);
    });
  }, 240_000);

  test("S30: an account, a liked thing and the letter on Fridays", async () => {
    await visit({ scripts: false, viewport: narrow }, async (shopper) => {
      const { page, go, sees, text } = shopper;
      await go("/products/round-teapot");
      await page.locator("#like button").click();
      await page.waitForLoadState();
      expect(await page.getAttribute("#like button", "aria-pressed")).toBe("true");
      await go("/register");
      await page.fill("#displayName", "Odile");
      await page.fill("#email", "odile@example.com");
      await page.fill("#password", "a long walk home");
      await page.getByRole("button", { name: "Make the account" }).click();
      await sees("h1", "Hello, Odile");
      await go("/likes");
      await sees(".product-card", "Round Teapot");
      await page.fill("#letter", "odile@example.com");
      await page.getByRole("button", { name: "Send it" }).click();
      await sees("h1", /./);
      expect(await text("main")).toMatch(/letter/i);
      await go("/account");
      await page.getByRole("button", { name: "Sign out" }).click();
      await page.waitForURL(`${server().url}/`);
      await go("/account");
      await page.waitForURL(/\/login/);
    });
  }, 240_000);

  test("scripts that never arrive leave every form as it is", async () => {
    await visit({ mayFail: true }, async ({ page, go, sees }) => {
      await page.route(/\/assets\/.*\.js/, (route) => route.abort());
      await go("/products/pushcart-mug");
      await page.fill("#item-quantity", "3");
      await page.click("#add-to-cart");
      await page.waitForURL(/\/cart/);
      await sees(".lines .line", "$89.97");
    });
  }, 120_000);
});
