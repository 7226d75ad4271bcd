import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import type { Browser, Page } from "playwright-core";
import { launchBrowser } from "#test/support/browser.ts";
import { until } from "#test/support/until.ts";
import { openLiveShop, type LiveShop } from "#test/support/live-shop.ts";

const wanted = process.env.PUSHCART_BROWSER === "yes";
if (!wanted) console.warn("SKIPPED test/journeys/quantity.test.ts: needs a browser; `bun run test` brings one");

/** Contract S7: what is typed, the total, whether the button is on, and what the field then says. */
const table: readonly (readonly [typed: string, total: string, on: boolean, field?: string])[] = [
  ["1", "$29.99", true],
  ["2", "$59.98", true],
  ["3", "$89.97", true],
  ["10", "$299.90", true],
  ["33", "$989.67", true],
  ["50", "$1499.50", true],
  ["98", "$2939.02", true],
  ["99", "$2969.01", true],
  ["100", "$2969.01", true, "99"],
  ["0", "$0.00", false],
  ["150", "$2969.01", true, "99"],
  ["-1", "$0.00", false],
  ["99999999999", "$2969.01", true, "99"],
  ["", "$0.00", false],
  ["99.99", "$2969.01", true],
  ["abc", "$0.00", false],
  ["1.9", "$29.99", true],
  ["0.9", "$0.00", false],
  ["1e3", "$29.99", true],
  ["0x10", "$0.00", false],
  ["1,000", "$29.99", true],
  ["NaN", "$0.00", false],
  ["5abc", "$149.95", true],
  ["Infinity", "$0.00", false],
  [" 7 ", "$209.93", true],
  ["٣", "$0.00", false],
  ["007", "$209.93", true],
  ["+4", "$119.96", true],
];

describe.skipIf(!wanted)("the quantity adjuster", () => {
  let live: LiveShop;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    [live, browser] = await Promise.all([openLiveShop(), launchBrowser()]);
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    page = await context.newPage();
    await page.goto(`${live.url}/products/pushcart-mug`);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await live?.close();
  });

  const shows = (total: string, on: boolean) =>
    until(
      page,
      `document.querySelector("#total-price").textContent.trim() === ${JSON.stringify(total)} && document.querySelector("#add-to-cart").disabled === ${!on}`,
    );

  test("S1 to S8: every total while one types, without a page load", async () => {
    await page.evaluate("window.sameDocument = true");
    for (const [typed, total, on, field = typed] of table) {
      await page.fill("#item-quantity", typed);
      await shows(total, on);
      expect(await page.inputValue("#item-quantity"), typed).toBe(field);
      expect(await page.evaluate("document.activeElement.id"), typed).toBe("item-quantity");
    }
    expect(await page.evaluate("window.sameDocument")).toBe(true);
  }, 90_000);

  test("a late answer to an earlier keystroke never wins", async () => {
    let held = 0;
    await page.route(/\/preview/, async (route) => {
      held += 1;
      if (held === 1) await Bun.sleep(1200);
      await route.continue().catch(() => undefined);
    });
    await page.fill("#item-quantity", "5");
    await Bun.sleep(150);
    await page.fill("#item-quantity", "7");
    await shows("$209.93", true);
    await Bun.sleep(1600);
    await shows("$209.93", true);
    expect(await page.inputValue("#item-quantity")).toBe("7");
    await page.unroute(/\/preview/);
  }, 30_000);

  test("S43: when the shop does not answer, one may try again and nothing typed is lost", async () => {
    await page.goto(`${live.url}/login`);
    await page.fill("#email", "odile@example.com");
    await page.fill("#password", "whatever it was");
    await page.route(/\/login/, (route) => route.abort("connectionrefused"));
    await page.locator("#sign-in form button.wide").click();
    await page.waitForSelector("[data-retry]");
    expect(await page.inputValue("#email")).toBe("odile@example.com");
    await page.unroute(/\/login/);
    await page.click("[data-retry]");
    await until(page, "document.body.textContent.includes('Invalid email or password.')");
    expect(await page.inputValue("#email")).toBe("odile@example.com");
  }, 30_000);

  test("S53: the count in the header is right in every tab, once one looks at it", async () => {
    const other = await page.context().newPage();
    await other.goto(`${live.url}/collections/kitchen`);
    await page.goto(`${live.url}/products/pushcart-mug`);
    await page.click("#add-to-cart");
    await page.waitForSelector("#cart-drawer[open]");
    await other.evaluate("window.dispatchEvent(new Event('focus'))");
    await until(other, "document.querySelector('#cart-count').textContent.trim().startsWith('1')");
    await other.close();
  }, 30_000);
});
