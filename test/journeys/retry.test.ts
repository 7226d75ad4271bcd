import { expect, test } from "bun:test";
import type { Page } from "playwright-core";
import { journey, type Stage } from "#test/support/journey.ts";
import type { Visit } from "#test/support/journey-visit.ts";
import { goOn, typeAddress } from "#test/support/journey-order.ts";

// S43: when the shop does not answer, the page stays as it is with a button to try again; pressed once the shop is back,
// it does what was wanted, and nothing that was typed is lost.

const noAnswer = "The shop did not answer. What you typed is still here.";

/** Presses while nobody answers, sees the button, lets the shop come back, and presses that. */
async function pressTwice({ server }: Stage, { page, sees }: Visit, press: () => Promise<void>): Promise<void> {
  const before = page.url();
  await server().stop();
  await press();
  await sees(".notice[role=alert]", noAnswer);
  expect(await page.locator("[data-retry]").count()).toBe(1);
  expect(page.url()).toBe(before);
  server().start();
  await page.locator("[data-retry]").click();
}

const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name, exact: true });

journey("S43: when the shop does not answer", {}, (stage) => {
  const { server, visit } = stage;

  test("signing in", async () => {
    const customer = { email: "odile@example.com", password: "a long walk home", displayName: "Odile" };
    await server().shop.visitor().json.post("/api/register", customer);
    await visit({ mayFail: true }, async (shopper) => {
      const { page, go, sees } = shopper;
      await go("/login");
      await page.fill("#email", customer.email);
      await page.fill("#password", customer.password);
      await pressTwice(stage, shopper, () => button(page, "Sign in").click());
      await sees("h1", "Hello, Odile");
    });
  }, 240_000);

  test("a full form at checkout", async () => {
    await visit({ mayFail: true }, async (shopper) => {
      const { page, go, settled } = shopper;
      await go("/products/pushcart-mug");
      await page.click("#add-to-cart");
      await page.locator("#cart-drawer[open]").waitFor();
      await go("/checkout");
      await page.fill("#email", "guest@example.com");
      await typeAddress(shopper, "Odile Bernard");
      await settled();
      await pressTwice(stage, shopper, () => button(page, "Continue to payment").click());
      await page.waitForURL(/\/checkout\/(payment|delivery)$/);
      if (page.url().endsWith("/delivery")) await goOn(shopper);
      expect(await page.textContent("main")).toContain("Odile Bernard");
    });
  }, 240_000);

  test("putting something into the cart, and changing it there", async () => {
    await visit({ mayFail: true }, async (shopper) => {
      const { page, go, sees, text } = shopper;
      await go("/products/pushcart-mug");
      await page.fill("#item-quantity", "3");
      await sees("#total-price", "$89.97");
      await pressTwice(stage, shopper, () => page.click("#add-to-cart"));
      await sees("#cart-drawer .line", "$89.97");
      expect(await text("#cart-count")).toBe("3 things");
      await pressTwice(stage, shopper, () => button(page, "One Pushcart Mug more").click());
      await sees("#cart-drawer .line", "$119.96");

      await go("/cart");
      await page.locator("details.coupon summary").click();
      await page.fill("#code", "welcome10");
      await pressTwice(stage, shopper, () => button(page, "Use it").click());
      await sees("#coupon", "Welcome");
      expect(await page.locator("[data-retry]").count()).toBe(0);
    });
  }, 240_000);

  test("what nobody asked for stays quiet, and a proxy's page is not put into ours", async () => {
    await visit({ mayFail: true }, async ({ page, go, sees }) => {
      await go("/cart");
      await server().stop();
      await page.evaluate(() => window.dispatchEvent(new Event("focus")));
      await page.locator("#q").pressSequentially("mug");
      await Bun.sleep(600);
      expect(await page.locator("[data-retry]").count()).toBe(0);
      server().start();

      await go("/login");
      const page502 = { status: 502, contentType: "text/html", body: "<h1>Bad gateway</h1>" };
      await page.route(/\/login$/, (route) => route.fulfill(page502));
      await page.fill("#email", "odile@example.com");
      await page.fill("#password", "who knows");
      await button(page, "Sign in").click();
      await sees(".notice[role=alert]", "Login failed");
      expect(await page.textContent("body")).not.toContain("Bad gateway");
      await page.unroute(/\/login$/);
      await page.locator("[data-retry]").click();
      await sees("#sign-in [role=alert]", "Invalid email or password.");
      expect(await page.inputValue("#email")).toBe("odile@example.com");
    });
  }, 240_000);

  test("S28: an answer to the sign-in without a message says that it failed, one with a message says that", async () => {
    await visit({ mayFail: true }, async ({ page, go, sees, text }) => {
      await go("/login");
      await page.fill("#email", "odile@example.com");
      await page.fill("#password", "who knows");
      const json = "application/json";
      for (const [answer, said] of [
        [{ status: 401, body: "" }, "Login failed"],
        [{ status: 403, contentType: "text/html", body: "<h1>Forbidden</h1>" }, "Login failed"],
        [{ status: 418, contentType: json, body: "{}" }, "Login failed"],
        [
          { status: 503, contentType: json, body: '{"message":"Closed for <b>lunch</b>."}' },
          "Closed for <b>lunch</b>.",
        ],
        [{ status: 500, contentType: json, body: '{"message":7}' }, "Login failed"],
      ] as const) {
        await page.route(/\/login$/, (route) => route.fulfill(answer));
        await button(page, "Sign in").click();
        await sees("#notices [role=alert] span", said);
        expect(await text("#notices [role=alert] span")).toBe(said);
        expect(await page.locator("#notices .notice").count()).toBe(1);
        expect(await page.inputValue("#email")).toBe("odile@example.com");
        expect(await page.inputValue("#password")).toBe("who knows");
        await page.unroute(/\/login$/);
        await page.evaluate(() => document.querySelector("#notices")?.replaceChildren());
      }
      await page.route(/\/login$/, (route) => route.fulfill({ status: 401, body: "" }));
      await button(page, "Sign in").click();
      await sees("#notices [role=alert]", "Login failed");
      await page.unroute(/\/login$/);
      await page.locator("[data-retry]").click();
      await sees("#sign-in [role=alert]", "Invalid email or password.");
      expect(await page.locator("#notices .notice").count()).toBe(0);
    });
  }, 240_000);
});
