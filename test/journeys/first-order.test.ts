import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { launchBrowser } from "#test/support/browser.ts";
import { until } from "#test/support/until.ts";
import { openLiveShop, type LiveShop } from "#test/support/live-shop.ts";

// A stranger comes in, looks around, fills a cart, uses a code, pays by test card, and the owner finds the order. With
// scripts and without, on a wide screen and on a phone.

const wanted = process.env.PUSHCART_BROWSER === "yes";
if (!wanted) console.warn("SKIPPED test/journeys/first-order.test.ts: needs a browser; `bun run test` brings one");

const visits = [
  { scripts: true, width: 1280, height: 900 },
  { scripts: true, width: 360, height: 740 },
  { scripts: false, width: 1280, height: 900 },
  { scripts: false, width: 360, height: 740 },
] as const;

describe.skipIf(!wanted)("a first order", () => {
  let live: LiveShop;
  let browser: Browser;
  beforeAll(async () => {
    [live, browser] = await Promise.all([openLiveShop(), launchBrowser()]);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await live?.close();
  });

  /** What must never happen on any page: a script error, a refusal by the policy, a request to elsewhere, a 5xx. */
  function watch(page: Page): string[] {
    const wrong: string[] = [];
    page.on("pageerror", (error) => {
      // A click during the short cross-fade between two pages breaks it off, which Chromium tells as an error.
      if (!/^InvalidStateError: Transition was aborted/.test(String(error)))
        wrong.push(`script error on ${page.url()}: ${error}`);
    });
    page.on("console", (message) => {
      // Chromium logs every answer of 4xx, which is how a form is refused here.
      if (message.type() === "error" && !/status of 4\d\d/.test(message.text()))
        wrong.push(`console: ${message.text()}`);
    });
    page.on("request", (request) => {
      if (!request.url().startsWith(live.url) && !request.url().startsWith("data:"))
        wrong.push(`asked ${request.url()}`);
    });
    page.on("response", (response) => {
      if (response.status() >= 500) wrong.push(`${response.status()} ${response.url()}`);
    });
    return wrong;
  }

  /** Waits until what htmx asked for stands in the page. */
  const settled = (page: Page, scripts: boolean) =>
    scripts ? until(page, "document.querySelectorAll('.htmx-request').length === 0") : page.waitForLoadState();

  for (const { scripts, width, height } of visits) {
    test(`${scripts ? "with" : "without"} scripts at ${width} px`, async () => {
      const context: BrowserContext = await browser.newContext({
        viewport: { width, height },
        javaScriptEnabled: scripts,
      });
      const page = await context.newPage();
      const wrong = watch(page);
      const text = async (selector: string) =>
        ((await page.textContent(selector)) ?? "").replaceAll(/\s+/g, " ").trim();

      await page.goto(live.url);
      expect(await text("h1")).not.toBe("");
      await page.goto(`${live.url}/search?q=pushcart+mgu`);
      await page.locator(".product-card a").first().click();
      await page.waitForURL(/\/products\//);
      await page.goto(`${live.url}/products/pushcart-mug`);
      expect(await text("h1")).toBe("Pushcart Mug");

      await page.fill("#item-quantity", "2");
      if (scripts) await until(page, "document.querySelector('#total-price').textContent.includes('59.98')");
      await page.click("#add-to-cart");
      if (scripts) await page.waitForSelector("#cart-drawer[open]");
      await page.goto(`${live.url}/cart`);
      expect(await text(".lines")).toContain("$59.98");

      const coupon = page.locator("details.coupon");
      await coupon.locator("summary").click();
      await page.fill("#code", "no such code");
      await coupon.locator("button").click();
      await page.waitForSelector("#code-error");
      if (!(await coupon.getAttribute("open"))?.length && !scripts) await page.locator("#code").isVisible();
      await page.fill("#code", " staff 50 ");
      await page.locator("details.coupon button").click();
      await until(page, "document.body.textContent.includes('−$29.99')");
      expect(await text("#totals")).toContain("29.99");

      await page.goto(`${live.url}/checkout`);
      await page.locator("main form button.wide").first().click();
      await page.waitForSelector(".error-summary");
      expect(await page.title()).toStartWith("Error:");
      if (scripts) expect(await page.evaluate("document.activeElement.className")).toContain("error-summary");
      await page.fill("#email", "odile@example.com");
      await page.fill("#name", "Odile <b>Bernard</b>");
      await page.fill("#street", "231 Warren Street");
      await page.fill("#city", "Harrow Mills");
      await page.selectOption("#region", "WI");
      await page.fill("#postcode", "54699");
      await settled(page, scripts);
      await page.locator("main form button.wide").first().click();
      await page.waitForURL(/\/checkout\/(payment|delivery)/);
      if (page.url().endsWith("/delivery")) {
        await page.locator("main form button.wide").first().click();
        await page.waitForURL(/\/checkout\/payment/);
      }

      await page.check("input[value=test_card]");
      await page.check("input[name=terms]");
      await page.getByRole("button", { name: /Place the order/ }).click();
      await page.waitForURL(/\/checkout\/test-card\//);
      await page.fill("#card", "4000 0000 0000 0002");
      await page.getByRole("button", { name: /^Pay \$/ }).click();
      await page.waitForSelector("#card-error");
      await page.fill("#card", "4242 4242 4242 4242");
      await page.getByRole("button", { name: /^Pay \$/ }).click();
      await page.waitForURL(/\/orders\//);
      await page.waitForSelector(".receipt");
      expect(await text("h1")).toContain("Thank you");
      const number = /P-\d+/.exec(await text(".receipt h2"))?.[0] ?? "";
      expect(number).not.toBe("");

      await atTheDesk(page, number);
      expect(wrong).toEqual([]);
      await context.close();
    }, 90_000);
  }

  let owner: Awaited<ReturnType<BrowserContext["cookies"]>> = [];

  /** The owner, who makes the account by the one-time link the first time, finds the order and sends it off. */
  async function atTheDesk(page: Page, number: string) {
    if (owner.length === 0) {
      await page.goto(live.url + live.ownerPath);
      await page.fill("#displayName", "Ines");
      await page.fill("#email", "ines@example.com");
      await page.fill("#password", "a stall of my own");
      await page.locator("button.wide").click();
      await page.waitForURL(/\/admin\/orders/);
      owner = await page.context().cookies();
    } else {
      await page.context().addCookies(owner.filter(({ name }) => name === "pc_admin"));
      await page.goto(`${live.url}/admin/orders`);
    }
    await page.getByRole("link", { name: number, exact: true }).click();
    await page.waitForURL(/\/admin\/orders\/./);
    expect(await page.textContent("main")).toContain("Odile <b>Bernard</b>");
    await page.fill("#tracking", "1Z 999");
    await page.getByRole("button", { name: "Ship it" }).click();
    await until(page, "document.body.textContent.includes('1Z 999')");
    expect(await page.textContent("main")).toContain("Shipped");
    await page.goto(`${live.url}/admin/mail`);
    expect(await page.textContent("main")).toContain(number);
  }
});
