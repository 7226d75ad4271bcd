import { expect, test } from "bun:test";
import { journey } from "#test/support/journey.ts";
import { addToCart, useCode } from "#test/support/journey-goods.ts";
import { wide } from "#test/support/journey-visit.ts";

// What changes inside a page: it survives a reload and the way back, and tells the browser no more than it must.

journey("changes in place", {}, ({ server, visit }) => {
  test("a filter has an address: Back takes it off again", async () => {
    await visit({ viewport: wide }, async ({ page, go, sees, text, settled }) => {
      await go("/collections/ceramics");
      const all = await text("#found");
      await page.locator("#facets label.check", { hasText: "Oat" }).click();
      await page.waitForURL(/\?/);
      await settled();
      const some = await text("#found");
      expect(some).not.toBe(all);
      await page.reload();
      expect(await text("#found")).toBe(some);
      expect(await page.locator("#facets label.check", { hasText: "Oat" }).locator("input").isChecked()).toBe(true);
      await page.selectOption("#sort", "price_asc");
      await page.waitForURL(/sort=price_asc/);
      await settled();
      await page.goBack();
      await page.waitForURL((url) => !url.search.includes("sort"));
      // The address moves before the page does: another press now would meet the first still under way.
      await page.waitForFunction(() => document.querySelector<HTMLSelectElement>("#sort")?.value !== "price_asc");
      await settled();
      await page.goBack();
      await page.waitForURL((url) => url.search === "");
      await sees("#found", all);
    });
  }, 120_000);

  test("the next page stands below, and the focus goes on there", async () => {
    await visit({ viewport: wide }, async ({ page, go, settled }) => {
      await go("/collections/gifts");
      const before = await page.locator("#goods > li").count();
      await page.getByRole("link", { name: /^Show \d+ more$/ }).click();
      await page.locator("#goods > li").nth(before).waitFor();
      await settled();
      const at = await page.evaluate(() =>
        [...document.querySelectorAll("#goods > li")].findIndex((card) => card.contains(document.activeElement)),
      );
      expect(at).toBe(before);
    });
  }, 120_000);

  test("S30: liking changes the card alone, and is undone by the same press", async () => {
    await visit({ viewport: wide }, async ({ page, go }) => {
      await go("/collections/ceramics");
      await page.evaluate(() => document.body.setAttribute("data-same", ""));
      const heart = page.locator(".product-card", { hasText: "Milk Jug" }).locator(".like");
      const pressed = (state: string) =>
        page.waitForFunction(
          (wanted) => document.querySelector('[aria-label="Like Milk Jug"]')?.ariaPressed === wanted,
          state,
        );
      await heart.click();
      await pressed("true");
      expect(await page.getAttribute("body", "data-same")).toBe("");
      await page.reload();
      expect(await heart.getAttribute("aria-pressed")).toBe("true");
      await heart.click();
      await pressed("false");
      await page.reload();
      expect(await heart.getAttribute("aria-pressed")).toBe("false");
    });
  }, 120_000);

  test("S26: who is signed in cannot be read by a script", async () => {
    const account = { email: "odile@example.com", password: "a long walk home", displayName: "Odile" };
    await server().shop.visitor().json.post("/api/register", account);
    await visit({}, async ({ page, go, sees, context }) => {
      await go("/login");
      await page.fill("#email", account.email);
      await page.fill("#password", account.password);
      await page.getByRole("button", { name: "Sign in", exact: true }).click();
      await sees("h1", "Hello, Odile");
      const kept = await page.evaluate(() => [
        document.cookie,
        ...Object.values(localStorage),
        ...Object.values(sessionStorage),
      ]);
      const cookies = await context.cookies();
      const session = cookies.find(({ value }) => value.startsWith("ey"));
      expect(session).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" });
      expect(kept.join("\n")).not.toContain(session?.value ?? "nothing");
      expect(cookies.filter(({ httpOnly }) => !httpOnly)).toEqual([]);
    });
  }, 120_000);

  test("S47: a code halves the price, and no page, script or answer ever names it", async () => {
    await visit({}, async (shopper) => {
      const { page, go, text } = shopper;
      const bodies: Promise<string>[] = [];
      page.on("response", (response) => {
        if (/html|javascript|css|json/.test(response.headers()["content-type"] ?? ""))
          bodies.push(response.text().catch(() => ""));
      });
      await go("/products/pushcart-mug");
      await addToCart(shopper, "Pushcart Mug");
      await go("/cart");
      await useCode(shopper, "staff 50", "$14.99");
      expect(await text("#coupon")).toContain("For those who work here");
      for (const path of ["/cart", "/cart/why", "/checkout", "/"]) await go(path);
      const read = (await Promise.all(bodies)).join("\n");
      expect(read.length).toBeGreaterThan(50_000);
      expect(read).not.toMatch(/staff ?50/i);
    });
  }, 120_000);
});
