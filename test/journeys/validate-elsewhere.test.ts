import { expect, test } from "bun:test";
import type { Page } from "playwright-core";
import { orders } from "#db/schema.ts";
import { acting } from "#src/orders/acting.ts";
import { markPaid } from "#src/orders/mark-paid.ts";
import { order } from "#test/checkout/small-shop.ts";
import { journey } from "#test/support/journey.ts";
import { wide, type Visit } from "#test/support/journey-visit.ts";

// The same beyond the account: at the checkout, in a review, and for the letter.

const errorOf = (page: Page, id: string) => page.locator(`#${id}-error`);
const said = async (page: Page, id: string) =>
  (await errorOf(page, id).count()) === 0 ? undefined : await errorOf(page, id).locator("span").last().textContent();
const leave = (page: Page) => page.keyboard.press("Tab");

async function toCheckout({ page, go }: Visit): Promise<void> {
  await go("/products/pushcart-mug");
  await page.click("#add-to-cart");
  await page.locator("#cart-drawer[open]").waitFor();
  await go("/checkout");
}

journey("forms that check themselves, beyond the account", {}, ({ visit }) => {
  test("the checkout knows how a postcode looks there, and keeps what it said through the shop's answers", async () => {
    await visit({ viewport: wide }, async (shopper) => {
      const { page, settled } = shopper;
      await toCheckout(shopper);
      await page.selectOption("#country", "US");
      await settled();
      await page.locator("#email").pressSequentially("odile");
      await leave(page);
      expect(await said(page, "email")).toBe("Enter an email address with an @ in it");
      await page.locator("#postcode").pressSequentially("1253");
      await leave(page);
      await settled();
      expect(await said(page, "postcode")).toBe("Enter a ZIP code like 12534");
      expect(await said(page, "email")).toBe("Enter an email address with an @ in it");
      await page.locator("#postcode").press("End");
      await page.keyboard.type("4");
      expect(await said(page, "postcode")).toBeUndefined();
      await page.locator("#email").press("End");
      await page.keyboard.type("@example.com");
      expect(await said(page, "email")).toBeUndefined();
    });
  }, 120_000);

  test("the letter's form and its double in the footer check the address, too", async () => {
    await visit({}, async ({ page, go }) => {
      await go("/newsletter");
      for (const id of ["subscribe-email", "letter"]) {
        await page.locator(`#${id}`).pressSequentially("mia");
        await leave(page);
        await errorOf(page, id).waitFor();
        expect(await said(page, id)).toBe("Enter an email address, such as name@example.com.");
        // The other one is a field of its own, and nobody was there.
        await page.locator("h1").click();
        expect(await page.locator("p.error").count()).toBe(1);
        await page.locator(`#${id}`).press("End");
        await page.keyboard.type("@example.com");
        expect(await said(page, id)).toBeUndefined();
      }
    });
  }, 120_000);

  test("signs are no place to pick up at; a place that nobody knows is told by the shop, and gone when another is typed", async () => {
    await visit({}, async ({ page, go, settled }) => {
      await go("/pickup");
      await page.locator("#near").pressSequentially("?!");
      await leave(page);
      expect(await said(page, "near")).toBe("Type a town or a postcode, such as the one on your letters.");
      await page.locator("#near").press("End");
      await page.keyboard.type(" Atlantis");
      expect(await said(page, "near")).toBeUndefined();
      await page.keyboard.press("Enter");
      await errorOf(page, "near").waitFor();
      await settled();
      expect(await said(page, "near")).toContain("We do not know that place.");
      expect(await page.locator("#near").getAttribute("aria-describedby")).toBe("near-error");
      await page.locator("#near").press("Backspace");
      expect(await said(page, "near")).toBeUndefined();
      await page.fill("#near", "54698");
      await page.keyboard.press("Enter");
      await page.locator("#points", { hasText: "The nearest to Kettle Ferry" }).waitFor();
      expect(await said(page, "near")).toBeUndefined();
      expect(await page.inputValue("#near")).toBe("54698");
    });
  }, 120_000);

  test("whoever is quicker than the network is told once the rules are there", async () => {
    await visit({}, async ({ page, go }) => {
      const rules = Promise.withResolvers<void>();
      await page.route(/rules-newsletter/, async (route) => {
        await rules.promise;
        await route.continue();
      });
      await go("/");
      await page.goto(`${new URL(page.url()).origin}/newsletter`, { waitUntil: "commit" });
      await page.waitForFunction(() => document.readyState !== "loading");
      await page.locator("#subscribe-email").pressSequentially("mia");
      await leave(page);
      expect(await said(page, "subscribe-email")).toBeUndefined();
      rules.resolve();
      await errorOf(page, "subscribe-email").waitFor();
    });
  }, 120_000);
});

const world = { products: [{ title: "Mug", price: 2999, stock: 10 }] };

journey("a review that checks itself", world, ({ server, visit }) => {
  test("tells of the name when it is left, and of the stars until there are some", async () => {
    const { shop } = server();
    const answer = await order(shop.visitor(), "transfer");
    const [row] = await shop.deps.store.read.select().from(orders);
    if (!row) throw new Error("no order was made");
    const { store } = shop.deps;
    await store.write(async (tx) => markPaid(tx, await acting(shop.deps, "staff:1"), { id: row.id, version: 1 }));
    await visit({}, async ({ page, go, settled }) => {
      await go(`${answer.headers.get("Location")}/review/mug`);
      await page.fill("#author", "");
      // A press on the button leaves the field, too: what is told of it must not move the button away.
      await page.getByRole("button", { name: "Say it" }).hover();
      await page.mouse.down();
      expect(await said(page, "author")).toBeUndefined();
      await page.mouse.up();
      await page.locator(".error-summary").waitFor();
      await page.reload();
      await page.fill("#author", "");
      await leave(page);
      await errorOf(page, "author").waitFor();
      expect(await said(page, "author")).toBe("Enter a name of at most 60 characters, or an initial");
      expect(await page.locator("#author").getAttribute("aria-describedby")).toBe("author-hint author-error");
      await page.getByRole("button", { name: "Say it" }).click();
      await page.locator(".error-summary").waitFor();
      await settled();
      expect(await said(page, "rating")).toBe("Choose from 1 to 5 stars");
      await page.getByLabel("4 stars").check();
      expect(await said(page, "rating")).toBeUndefined();
      expect(await page.locator("fieldset.rate").getAttribute("aria-describedby")).toBeNull();
      await page.locator("#author").pressSequentially("Odile");
      expect(await said(page, "author")).toBeUndefined();
      await page.getByRole("button", { name: "Say it" }).click();
      await page.waitForURL(/\/thanks$/);
    });
  }, 120_000);
});
