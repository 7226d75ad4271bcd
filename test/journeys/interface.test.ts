import { expect, test } from "bun:test";
import { axeFinds } from "#test/support/axe.ts";
import { journey } from "#test/support/journey.ts";
import { narrow, wide } from "#test/support/journey-visit.ts";

// S51: the description of the interface is a page like any other: by day, by night, narrow, by keyboard, without scripts.

journey("the page for programs", {}, ({ visit }) => {
  test("S51: axe finds nothing, and nothing scrolls sideways", async () => {
    for (const viewport of [wide, narrow]) {
      for (const colorScheme of ["light", "dark"] as const) {
        await visit({ viewport, colorScheme, bypassCSP: true }, async ({ page, go }) => {
          await go("/api");
          await page.locator("details summary").first().click();
          expect(await axeFinds(page), `${viewport.width} ${colorScheme}`).toEqual([]);
          const width = await page.evaluate(() => document.documentElement.scrollWidth);
          expect(width).toBeLessThanOrEqual(viewport.width);
        });
      }
    }
  }, 180_000);

  test("S51: without scripts shapes are found by their links", async () => {
    await visit({ scripts: false, viewport: narrow }, async ({ page, go, sees }) => {
      await go("/api");
      await page.locator("a[href='#shape-Cart']").first().click();
      expect(new URL(page.url()).hash).toBe("#shape-Cart");
      await sees("#shape-Cart", "Cart");
      const document = await page.request.get(`${new URL(page.url()).origin}/api/openapi.json`);
      expect(((await document.json()) as { openapi: string }).openapi).toBe("3.1.1");
    });
  }, 120_000);
});
