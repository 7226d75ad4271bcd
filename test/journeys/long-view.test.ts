import { expect, test } from "bun:test";
import type { Page } from "playwright-core";
import { orders } from "#db/schema.ts";
import { orderRow } from "#test/admin/order-rows.ts";
import { journey } from "#test/support/journey.ts";
import { narrow, wide } from "#test/support/journey-visit.ts";

// S34, S35, S61: many orders on a canvas, drawn in a worker; on the page's own thread where a canvas cannot be handed
// over; and by the shop where there is no canvas at all.

/** How many kinds of colour are on the canvas: one where nothing was drawn. */
const colours = (page: Page) =>
  page.evaluate(async () => {
    const canvas = document.querySelector<HTMLCanvasElement>("#long-chart");
    if (!canvas) return 0;
    const copy = document.createElement("canvas");
    [copy.width, copy.height] = [canvas.width, canvas.height];
    const context = copy.getContext("2d");
    context?.drawImage(canvas, 0, 0);
    const pixels = context?.getImageData(0, 0, copy.width, copy.height).data ?? [];
    const found = new Set<string>();
    for (let at = 0; at < pixels.length; at += 4)
      found.add(`${pixels[at]},${pixels[at + 1]},${pixels[at + 2]},${pixels[at + 3]}`);
    return found.size;
  });

journey("the long view", {}, ({ server, owner, visit }) => {
  let filled = false;
  const signedIn = async () => {
    if (filled) return owner();
    filled = true;
    const { shop } = server();
    const rows = Array.from({ length: 2000 }, (_, at) =>
      orderRow(at, new Date(Date.UTC(2021, 0, 1) + at * 20 * 3_600_000), 500 + ((at * 7919) % 9000)),
    );
    for (let at = 0; at < rows.length; at += 200)
      await shop.deps.store.write((tx) => tx.insert(orders).values(rows.slice(at, at + 200)));
    return owner();
  };

  test("S61: is drawn in a worker, by buttons and keys nearer and farther, and says how long it took", async () => {
    await visit({ viewport: wide, storageState: await signedIn() }, async ({ page, go, sees, text }) => {
      await go("/admin/figures");
      await sees("#long-frame", /2,000 orders, .* Drawn in [\d.]+ ms in a worker/);
      expect(await colours(page)).toBeGreaterThan(3);
      await page.getByRole("button", { name: "Nearer" }).click();
      await page.waitForFunction(() => !document.querySelector("#long-frame")?.textContent?.startsWith("2,000"));
      const near = Number((await text("#long-frame")).split(" ")[0]?.replace(",", ""));
      expect(near).toBeGreaterThan(900);
      expect(near).toBeLessThan(1100);
      await page.locator("#long-chart").focus();
      await page.keyboard.press("Home");
      await sees("#long-frame", "2,000 orders");
    });
  }, 120_000);

  test("S34: without a worker's canvas it is drawn on the page's own thread", async () => {
    await visit({ viewport: narrow, storageState: await signedIn() }, async ({ page, go, sees }) => {
      await page.addInitScript(() => {
        Reflect.deleteProperty(HTMLCanvasElement.prototype, "transferControlToOffscreen");
      });
      await go("/admin/figures");
      await sees("#long-frame", /2,000 orders, .* on the page's own thread/);
      expect(await colours(page)).toBeGreaterThan(3);
    });
  }, 120_000);

  test("S35: without any canvas, or without scripts, the shop's own picture and its table are there", async () => {
    for (const scripts of [true, false]) {
      await visit({ viewport: narrow, scripts, storageState: await signedIn() }, async ({ page, go }) => {
        await page.addInitScript(() => {
          Reflect.deleteProperty(HTMLCanvasElement.prototype, "transferControlToOffscreen");
          HTMLCanvasElement.prototype.getContext = () => null;
        });
        await go("/admin/figures");
        await page.locator("figure.long").waitFor({ state: "hidden" });
        expect(await page.locator(".chart svg").isVisible()).toBe(true);
        await page.locator(".chart summary").click();
        expect(await page.locator(".chart tbody tr").count()).toBeGreaterThan(1);
      });
    }
  }, 120_000);
});
