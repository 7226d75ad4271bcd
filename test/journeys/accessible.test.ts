import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { launchBrowser } from "#test/support/browser.ts";
import { openLiveShop, type LiveShop } from "#test/support/live-shop.ts";

const wanted = process.env.PUSHCART_BROWSER === "yes";
if (!wanted) console.warn("SKIPPED test/journeys/accessible.test.ts: needs a browser; `bun run test` brings one");

const axe = readFileSync(join(import.meta.dir, "../../node_modules/axe-core/axe.min.js"), "utf8");
const screens = [
  { width: 1280, height: 900, colorScheme: "light" },
  { width: 1280, height: 900, colorScheme: "dark" },
  { width: 360, height: 740, colorScheme: "light" },
  { width: 360, height: 740, colorScheme: "dark" },
] as const;

const addresses = [
  "/",
  "/collections/ceramics",
  "/collections/ceramics?stock=1&price_min=500",
  "/search?q=teapot",
  "/search?q=zzzzzz",
  "/products/round-teapot",
  "/products/ledger-notebook",
  "/products/salt-pig",
  "/cart",
  "/cart/why",
  "/checkout",
  "/login",
  "/register",
  "/orders/find",
  "/likes",
  "/pages/about",
  "/nowhere",
  "/admin/login",
];
const deskAddresses = ["/admin/orders", "/admin/products", "/admin/mail"];

describe.skipIf(!wanted)("every page can be used by everybody", () => {
  let live: LiveShop;
  let browser: Browser;
  beforeAll(async () => {
    [live, browser] = await Promise.all([openLiveShop(), launchBrowser()]);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await live?.close();
  });

  async function violations(page: Page): Promise<string[]> {
    await page.evaluate(axe);
    const found = await page.evaluate(
      "axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.slice(0, 3).map(({ html }) => html.slice(0, 120)).join(' | ')))",
    );
    return found as string[];
  }

  /** The page itself never scrolls sideways; what is wide scrolls in a box of its own. */
  const scrollsSideways = (page: Page) =>
    page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth");

  let owner: Awaited<ReturnType<Awaited<ReturnType<Browser["newContext"]>>["cookies"]>> = [];

  for (const { width, height, colorScheme } of screens) {
    test(`at ${width} px, ${colorScheme}`, async () => {
      // Only here the policy is put aside, to bring the examiner in.
      const context = await browser.newContext({
        viewport: { width, height },
        colorScheme,
        bypassCSP: true,
        reducedMotion: "reduce",
      });
      const page = await context.newPage();
      await page.goto(`${live.url}/products/pushcart-mug`);
      await page.click("#add-to-cart");
      await page.waitForSelector("#cart-drawer[open]");
      const wrong: string[] = (await violations(page)).map((each) => `drawer: ${each}`);
      if (owner.length === 0) {
        await page.goto(live.url + live.ownerPath);
        wrong.push(...(await violations(page)).map((each) => `set-up: ${each}`));
        await page.fill("#displayName", "Ines");
        await page.fill("#email", "ines@example.com");
        await page.fill("#password", "a stall of my own");
        await page.locator("button.wide").click();
        await page.waitForURL(/\/admin\/orders/);
        owner = (await context.cookies()).filter(({ name }) => name === "pc_admin");
      }
      await context.addCookies(owner);
      for (const address of [...addresses, ...deskAddresses]) {
        await page.goto(live.url + address);
        wrong.push(...(await violations(page)).map((each) => `${address}: ${each}`));
        if (await scrollsSideways(page)) wrong.push(`${address} scrolls sideways`);
      }
      expect(wrong).toEqual([]);
      await context.close();
    }, 180_000);
  }

  test("nothing is lost at 320 px", async () => {
    const context = await browser.newContext({ viewport: { width: 320, height: 640 } });
    const page = await context.newPage();
    const wrong: string[] = [];
    for (const address of addresses) {
      await page.goto(live.url + address);
      if (await scrollsSideways(page)) wrong.push(address);
    }
    expect(wrong).toEqual([]);
    await context.close();
  }, 120_000);
});
