import { expect, test } from "bun:test";
import type { Page } from "playwright-core";
import { journey } from "#test/support/journey.ts";
import { narrow, wide, type Visit } from "#test/support/journey-visit.ts";
import { until } from "#test/support/until.ts";

// S37, S62: the whole catalogue on the device, searched in a worker.

const address = "/search/everything";
const links = (page: Page, within = "#device-goods") =>
  page.locator(`${within} .name a`).evaluateAll((all) => all.map((each) => each.getAttribute("href")));

async function fetched({ page, go, sees }: Visit): Promise<void> {
  await go(address);
  await page.getByRole("button", { name: "Fetch the whole catalogue" }).click();
  await sees("#device-news", /\d+ things\./);
}

async function type({ page, sees }: Visit, words: string): Promise<void> {
  await page.fill("#everything-q", words);
  await sees("#device-news", `“${words}”`);
  await page.locator("#device-goods[aria-busy=false]").waitFor({ state: "attached" });
}

journey("the whole catalogue on a device", {}, ({ server, visit }) => {
  test("S37: finds at each letter what the shop finds, in the same order", async () => {
    await visit({ viewport: wide }, async (shopper) => {
      const { page, go, text } = shopper;
      const words = ["mug", "tea", "linen tow", "teapto", "cuttingboard", "TOL-MUG", "stoneware", "zzzz"];
      const shop: (string | null)[][] = [];
      for (const each of words) {
        await go(`/search?q=${each}`);
        shop.push((await page.locator("h1").innerText()).startsWith("Nothing") ? [] : await links(page, "main"));
      }
      await fetched(shopper);
      for (const [at, each] of words.entries()) {
        await type(shopper, each);
        expect((await links(page)).slice(0, 24), each).toEqual(shop[at] as string[]);
      }
      expect(await text("#device-news")).toBe("Nothing for “zzzz”. Try fewer letters, or another word.");
      await type(shopper, "teapto");
      expect(await text("#device-news")).toStartWith("There is nothing for “teapto”. This is for “teapot”. ");
      expect(await text("#device-took")).toMatch(/^Looked through \d+ things in [\d.]+ ms, on this device\.$/);
    });
  }, 120_000);

  test("S62: the catalogue is handed over to the worker, not copied: nothing of it is left on the page", async () => {
    await visit({ viewport: narrow }, async (shopper) => {
      await shopper.page.addInitScript(() => {
        const post = Worker.prototype.postMessage as (message: unknown, moved?: unknown) => void;
        Worker.prototype.postMessage = function (this: Worker, message: { buffer?: ArrayBuffer }, moved?: unknown) {
          const before = message.buffer?.byteLength;
          post.call(this, message, moved);
          if (message.buffer) document.documentElement.dataset.sent = `${before} ${message.buffer.byteLength}`;
        } as Worker["postMessage"];
      });
      await fetched(shopper);
      const [before, after] =
        (await shopper.page.evaluate(() => document.documentElement.dataset.sent))?.split(" ") ?? [];
      expect(Number(before)).toBeGreaterThan(5000);
      expect(after).toBe("0");
    });
  }, 120_000);

  test("S37: filters leave out what does not fit", async () => {
    await visit({ viewport: wide }, async (shopper) => {
      const { page, sees } = shopper;
      await fetched(shopper);
      await page.getByText("Only some of it").first().click();
      await page.getByLabel("In stock").check();
      await page.getByLabel("Shelf").selectOption({ label: "Ceramics" });
      await sees("#device-news", /^\d+ things\.$/);
      await until(page, `Number(document.querySelector("#device-news").textContent.split(" ")[0]) < 30`);
      expect(await page.locator("#device-goods .ticket.gone").count()).toBe(0);
      await page.fill("[name=price_max]", "20");
      await until(page, `document.querySelectorAll("#device-goods > li").length < 12`);
      for (const price of await page.locator("#device-goods .ticket").allInnerTexts())
        expect(Number(/[\d.]+/.exec(price)?.[0])).toBeLessThanOrEqual(20);
    });
  }, 120_000);

  test("S37: the keyboard goes down into what was found and back into the field", async () => {
    await visit({ viewport: narrow }, async (shopper) => {
      const { page } = shopper;
      await fetched(shopper);
      await page.focus("#everything-q");
      await type(shopper, "mug");
      const at = () => page.evaluate(() => document.activeElement?.id || document.activeElement?.getAttribute("href"));
      const all = await links(page);
      for (const [key, expected] of [
        ["ArrowDown", all[0]],
        ["ArrowDown", all[1]],
        ["End", all.at(-1)],
        ["Home", all[0]],
        ["ArrowUp", "everything-q"],
        ["ArrowDown", all[0]],
        ["Escape", "everything-q"],
      ] as const) {
        await page.keyboard.press(key);
        expect(await at(), key).toBe(expected as string);
      }
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await page.waitForURL(`**${all[0]}`);
    });
  }, 120_000);

  test("S37: without the shop it goes on searching, and says that pages do not open, and when they do again", async () => {
    await visit({ viewport: wide, mayFail: true }, async (shopper) => {
      const { page, sees } = shopper;
      await fetched(shopper);
      await server().stop();
      try {
        await type(shopper, "mug");
        const first = (await links(page))[0] ?? "";
        expect(first).toBe("/products/pushcart-mug");
        await page.locator("#device-goods .name a").first().focus();
        await sees("#device-news", "The shop cannot be reached.");
        await page.keyboard.press("Enter");
        expect(new URL(page.url()).pathname).toBe(address);
        await type(shopper, "teapto");
        expect((await links(page))[0]).toBe("/products/round-teapot");
      } finally {
        server().start();
      }
      await Bun.sleep(2100);
      await page.locator("#device-goods .name a").first().hover();
      await sees("#device-news", "The shop can be reached again.");
      await page.locator("#device-goods .name a").first().click();
      await page.waitForURL("**/products/round-teapot");
    });
  }, 120_000);

  test("S62: an answer that comes late is dropped", async () => {
    await visit({ viewport: wide }, async (shopper) => {
      const { page } = shopper;
      await page.addInitScript(() => {
        const post = Worker.prototype.postMessage as (message: unknown, moved?: unknown) => void;
        Worker.prototype.postMessage = function (this: Worker, message: { text?: string }, moved?: unknown) {
          setTimeout(() => post.call(this, message, moved), message.text === "lantern" ? 600 : 0);
        } as Worker["postMessage"];
      });
      await fetched(shopper);
      await page.fill("#everything-q", "lantern");
      await type(shopper, "teapot");
      const before = await links(page);
      await Bun.sleep(900);
      expect(await links(page)).toEqual(before);
      expect(before[0]).toBe("/products/round-teapot");
    });
  }, 120_000);

  test("S62: a worker that hangs or fails is replaced, and that is said; one that always does gives way to the shop", async () => {
    await visit({ viewport: wide, mayFail: true }, async (shopper) => {
      const { page, context, sees } = shopper;
      await context.route("**/everything-worker.js*", async (route) => {
        const answer = await route.fetch();
        const broken = `const sound = onmessage;
          onmessage = (event) => {
            if (event.data.text === "hang") for (;;);
            if (event.data.text?.startsWith("fail")) throw new Error("on purpose");
            sound(event);
          };`;
        await route.fulfill({ response: answer, body: `${await answer.text()}\n${broken}` });
      });
      await fetched(shopper);
      await page.fill("#everything-q", "fail");
      await sees("#device-news", "The search here failed and was started again. Change a letter to go on.");
      await type(shopper, "mug");
      expect((await links(page))[0]).toBe("/products/pushcart-mug");
      await page.fill("#everything-q", "hang");
      await sees("#device-news", "The search here did not answer and was started again. Change a letter to go on.");
      await type(shopper, "teapot");
      expect((await links(page))[0]).toBe("/products/round-teapot");
      for (const nth of [1, 2, 3]) {
        await page.fill("#everything-q", `fail ${nth}`);
        await page.locator(`#device[data-opens="${3 + nth}"]`).waitFor();
      }
      await page.fill("#everything-q", "fail 4");
      await sees("#device-news", "The shop itself looks for you.");
      await page.fill("#everything-q", "mug");
      await page.keyboard.press("Enter");
      await page.waitForURL("**/search?q=mug");
    });
  }, 120_000);

  test("S62: a worker is replaced without the shop as well, from what the browser has kept", async () => {
    await visit({ viewport: wide, mayFail: true }, async (shopper) => {
      const { page, sees } = shopper;
      await page.addInitScript(() => {
        const post = Worker.prototype.postMessage as (message: unknown, moved?: unknown) => void;
        Worker.prototype.postMessage = function (this: Worker, message: { text?: string }, moved?: unknown) {
          post.call(this, message.text === "fail" ? { ...message, text: null } : message, moved);
        } as Worker["postMessage"];
      });
      await fetched(shopper);
      await server().stop();
      try {
        await page.fill("#everything-q", "fail");
        await sees("#device-news", "was started again");
        await sees("#device-news", "Change a letter to go on.");
        await type(shopper, "teapto");
        expect((await links(page))[0]).toBe("/products/round-teapot");
      } finally {
        server().start();
      }
    });
  }, 120_000);

  test("S62: what does not come, or is no catalogue, is said, and the shop goes on searching", async () => {
    await visit({ viewport: narrow, mayFail: true }, async (shopper) => {
      const { page, go, sees } = shopper;
      const answers: (string | undefined)[] = [undefined, undefined, "<!doctype html><title>Busy</title>"];
      await page.route("**/catalogue.index", (route) => {
        const body = answers.shift();
        return body === undefined ? route.abort() : route.fulfill({ body });
      });
      await go(address);
      const button = page.getByRole("button", { name: "Fetch the whole catalogue" });
      await button.click();
      await sees("#device-news", "The catalogue did not come. Try again when there is a connection.");
      expect(await page.evaluate(() => document.activeElement?.id)).toBe("device-start");
      await button.click();
      await sees("#device-news", "The shop itself looks for you.");
      await page.fill("#everything-q", "mug");
      await page.keyboard.press("Enter");
      await page.waitForURL("**/search?q=mug");
    });
  }, 120_000);

  test("S37: without scripts, or where no worker can be, the form asks the shop", async () => {
    for (const scripts of [true, false]) {
      await visit({ viewport: narrow, scripts }, async ({ page, go }) => {
        await page.addInitScript(() => Reflect.deleteProperty(globalThis, "Worker"));
        await go(address);
        expect(await page.getByRole("button", { name: "Fetch the whole catalogue" }).isVisible()).toBe(false);
        await page.fill("#everything-q", "mug");
        await page.locator("#everything").getByRole("button", { name: "Search" }).click();
        await page.waitForURL("**/search?q=mug");
        expect((await links(page, "main"))[0]).toBe("/products/pushcart-mug");
      });
    }
  }, 120_000);
});
