import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from "bun:test";
import type { Browser } from "playwright-core";
import { setupLink } from "#src/accounts/setup-link.ts";
import { createApp } from "#src/app.ts";
import type { Edge } from "#src/web/edge.ts";
import { launchBrowser } from "#test/support/browser.ts";
import { openShop, type TestShop } from "#test/support/shop.ts";

setDefaultTimeout(90_000);

const isWanted = process.env.PUSHCART_BROWSER === "yes";
if (!isWanted) console.warn('SKIPPED journey "a local network": needs a browser; `bun run test` brings one');

// A shop on a local network: plain http and no loopback, where browsers do not say from which site a form was sent.
describe.skipIf(!isWanted)("a local network", () => {
  let answer: Edge = async () => new Response("not open yet", { status: 503 });
  let server: ReturnType<typeof Bun.serve>;
  let url = "";
  let shop: TestShop;
  let browser: Browser;
  beforeAll(async () => {
    server = Bun.serve({ port: 0, fetch: (request) => answer(request) });
    url = `http://shop.lan:${server.port}`;
    shop = await openShop({ products: [{ title: "Mug", price: 2999 }], env: { PUSHCART_URL: url }, limits: true });
    shop.clock.set(new Date());
    answer = createApp(shop.deps);
    browser = await launchBrowser("--host-resolver-rules=MAP shop.lan 127.0.0.1");
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop(true);
    await shop?.close();
  });

  test("C01: takes the forms of its own pages without scripts, also of those that tell nobody their address", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(url + ((await setupLink(shop.deps)) ?? ""));
    await page.fill("input[name=displayName]", "Ines");
    await page.fill("input[name=email]", "ines@example.com");
    await page.fill("input[name=password]", "a stall of my own");
    await Promise.all([page.waitForURL(`${url}/admin`), page.click("form button:not([type=button])")]);

    await page.goto(`${url}/products/mug`);
    await Promise.all([page.waitForURL(`${url}/cart`), page.click("#add-to-cart")]);
    await page.goto(`${url}/checkout`);
    await page.fill("input[name=email]", "odile@example.com");
    const [sent] = await Promise.all([
      page.waitForResponse((response) => response.request().method() === "POST"),
      page.click("main form button.button:not([name=op])"),
    ]);
    expect(sent.request().headers()["sec-fetch-site"]).toBeUndefined();
    expect(sent.status()).toBe(422); // looked at: the name is missing
    await context.close();
  });

  test("C01: and refuses what another site sends", async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${url}/`);
    const other = Bun.serve({
      port: 0,
      fetch: () =>
        new Response(`<form method=post action="${url}/theme"><button name=theme value=dark>x</button></form>`, {
          headers: { "Content-Type": "text/html" },
        }),
    });
    await page.goto(`http://127.0.0.1:${other.port}/`);
    const [sent] = await Promise.all([
      page.waitForResponse((response) => response.request().method() === "POST"),
      page.click("button"),
    ]);
    expect(sent.status()).toBe(403);
    await context.close();
    await other.stop(true);
  });
});
