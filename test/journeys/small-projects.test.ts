import { expect, test } from "bun:test";
import { operations } from "#src/api/operations.ts";
import { paths } from "#src/paths.ts";
import { journey } from "#test/support/journey.ts";
import { narrow, wide } from "#test/support/journey-visit.ts";

// The small things that the document proposes to build, each a working part of the shop: S58 to S60.

/** The names that an answer has, at every depth; of lists those of their first. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.length > 0 ? [shapeOf(value[0])] : [];
  if (typeof value !== "object" || value === null) return "value";
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, each]) => [name, shapeOf(each)]),
  );
}

journey("small projects", {}, ({ server, visit }) => {
  test("S58: the interface answers a page from the database as its example says", async () => {
    await visit({ viewport: wide }, async ({ page, go }) => {
      await go("/api");
      const list = operations.find(({ method, path }) => method === "GET" && path === paths.apiCollections);
      const answer = await page.evaluate(async (path) => (await fetch(path)).json(), paths.apiCollections);
      expect(answer.items.length).toBeGreaterThan(1);
      const first = (from: unknown) => shapeOf((from as { items: readonly unknown[] }).items[0]);
      expect(first(answer)).toEqual(first(list?.example));
      expect(await page.locator("main").innerText()).toContain(paths.apiCollections);
    });
  }, 120_000);

  test("S59: the first answer holds the goods and their prices, and without scripts the page is the same", async () => {
    await visit({ scripts: false, viewport: wide }, async ({ page, go, text }) => {
      const source = await (await page.request.get(`${server().url}/products/pushcart-mug`)).text();
      for (const words of ["Pushcart Mug", "$29.99", 'id="add-to-cart"', "twelve ounces"])
        expect(source).toContain(words);
      const shelf = await (await page.request.get(`${server().url}/collections/ceramics`)).text();
      await go("/collections/ceramics");
      const cards = await page.locator(".product-card .name a").allInnerTexts();
      expect(cards.length).toBeGreaterThan(4);
      for (const name of cards) expect(shelf).toContain(name.replaceAll("&", "&amp;").replaceAll("'", "&#39;").trim());
      expect(await text("#found")).toMatch(/^\d+ things/);
    });
  }, 120_000);

  test("S60: quiz, calculator, places and theme work in a browser that got no framework", async () => {
    await visit({ viewport: narrow, mayFail: true }, async ({ page, go, sees }) => {
      await page.route(/\/assets\/htmx-/, (route) => route.abort());
      await go("/finder");
      expect(await page.evaluate(() => "htmx" in globalThis)).toBe(false);
      await page.locator("#answer-1").check();
      await page.getByRole("button", { name: "Next" }).click();
      await page.waitForURL(/q1=/);
      await sees("#finder-step", "Question 2 of 5");
      await go("/pickup");
      await page.fill("#near", "Upper Marl");
      await page.getByRole("button", { name: "Find the nearest" }).click();
      await page.waitForURL(/near=Upper/);
      await sees("#points h2", "Marl Hardware");
      await go("/products/pushcart-mug");
      await page.getByRole("button", { name: "Dark" }).click();
      await page.waitForFunction(() => document.documentElement.dataset["theme"] === "dark");
      await page.fill("#item-quantity", "3");
      await page.click("#add-to-cart");
      await page.waitForURL(/\/cart/);
      await sees(".lines .line", "$89.97");
    });
  }, 120_000);
});
