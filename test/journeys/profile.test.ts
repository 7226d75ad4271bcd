import { expect, test } from "bun:test";
import { journey } from "#test/support/journey.ts";
import type { Visit } from "#test/support/journey-visit.ts";

// S31: the account page asks GET /api/me by fetch; signed out is 401; without scripts the page has it all.

const password = "a cart of my own";

async function register({ page, go }: Visit, email: string, name: string) {
  await go("/register");
  await page.fill("#displayName", name);
  await page.fill("#email", email);
  await page.fill("#password", password);
  await page.locator("main form button[type=submit], main form button:not([type])").last().click();
  await page.waitForURL(/\/account$/);
}

journey("the account's data by fetch", {}, ({ visit }) => {
  test("S31: is asked for as JSON, and put in place as text", async () => {
    await visit({ mayFail: true }, async (shopper) => {
      const { page, sees, context } = shopper;
      const email = `odile-${crypto.randomUUID()}@example.com`; // tried again, it is another account
      const asked = page.waitForResponse((response) => response.url().endsWith("/api/me"));
      await register(shopper, email, "Odile <b>");
      const answer = await asked;
      expect([answer.status(), answer.request().method(), answer.headers()["content-type"]]).toEqual([
        200,
        "GET",
        "application/json",
      ]);
      expect(await answer.json()).toEqual({
        user: { id: expect.any(String), email, display_name: "Odile <b>" },
      });
      await page.locator("[data-as-of]").waitFor();
      await sees("h1", "Hello, Odile <b>");

      // What the shop says when one comes back to the page is put there, as text and nothing else.
      const user = { id: "x", email: "new@example.com", display_name: "<img src=x onerror=alert(1)>" };
      await page.route("**/api/me", (route) => route.fulfill({ json: { user } }));
      const back = () => page.evaluate(() => void document.dispatchEvent(new Event("visibilitychange")));
      await back();
      await sees("h1", "Hello, <img src=x onerror=alert(1)>");
      await sees("[data-field=email]", "new@example.com");
      expect(await page.locator("h1 img").count()).toBe(0);

      // No answer: the page stands.
      await page.route("**/api/me", (route) => route.abort());
      const lost = page.waitForEvent("requestfailed");
      await back();
      await lost;
      expect(await page.locator("#signed-out").isVisible()).toBe(false);
      await page.unrouteAll();

      // Signed out elsewhere: 401, said in the page.
      await context.clearCookies();
      const refused = page.waitForResponse((response) => response.url().endsWith("/api/me"));
      await back();
      expect((await refused).status()).toBe(401);
      await page.locator("#signed-out").waitFor({ state: "visible" });
      await page.getByRole("link", { name: "Sign in again" }).click();
      await page.waitForURL(/\/login\?next=%2Faccount$/);
    });
  }, 120_000);

  test("S31: without scripts the page is whole, and no other page loads the part", async () => {
    await visit({ scripts: false }, async (shopper) => {
      await register(shopper, `plain-${crypto.randomUUID()}@example.com`, "Plain");
      await shopper.sees("h1", "Hello, Plain");
      await shopper.sees("[data-field=email]", /^plain-.*@example\.com$/);
      expect(await shopper.page.locator("#signed-out").isVisible()).toBe(false);
      await shopper.go("/");
      expect(await shopper.page.locator("script[src*=profile]").count()).toBe(0);
    });
  }, 120_000);
});
