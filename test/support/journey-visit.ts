import { mkdirSync } from "node:fs";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";

export const narrow = { width: 360, height: 740 };
export const wide = { width: 1280, height: 900 };

export type VisitOptions = Pick<BrowserContextOptions, "viewport" | "colorScheme" | "storageState" | "bypassCSP"> & {
  readonly scripts?: boolean;
  /** The server is stopped on purpose: what fails to load is no fault. */
  readonly mayFail?: boolean;
};

/** Somebody in front of a browser. */
export type Visit = {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly scripts: boolean;
  readonly isNarrow: boolean;
  go(path: string): Promise<void>;
  /** The text of the first such element, with single spaces. */
  text(selector: string): Promise<string>;
  /** Waits until a word stands in such an element. */
  sees(selector: string, words: string | RegExp): Promise<void>;
  /** Waits until nothing is asked of the server any more. */
  settled(): Promise<void>;
  /** Another tab of the same browser. */
  tab(): Promise<Page>;
  /** What must never happen: a script error, a refusal by the policy, a request elsewhere, a 5xx, a lost focus. */
  readonly wrong: string[];
};

export type Cookies = Awaited<ReturnType<BrowserContext["storageState"]>>;

/** Makes the owner's account by the one-time link, and answers the cookies of who did so. */
export async function becomeOwner(browser: Browser, url: string, path: string): Promise<Cookies> {
  let cookies: Cookies = { cookies: [], origins: [] };
  await visitShop(browser, url, {}, async ({ page, go, context }) => {
    await go(path);
    await page.fill("#displayName", "Ines");
    await page.fill("#email", "ines@example.com");
    await page.fill("#password", "a stall of my own");
    await page.getByRole("button", { name: "Open the desk" }).click();
    await page.waitForURL(/\/admin$/);
    cookies = await context.storageState();
  });
  return cookies;
}

/** Opens the shop in a browser of one's own, and throws afterwards when anything went wrong in there. */
export async function visitShop(
  browser: Browser,
  url: string,
  wish: VisitOptions,
  act: (visit: Visit) => Promise<void>,
): Promise<void> {
  const { scripts = true, mayFail = false, viewport = wide, ...rest } = wish;
  // Said here as well as by the browser's own flag: two answers to one question break transitions between pages off.
  const still = { reducedMotion: "reduce" } as const;
  const context = await browser.newContext({ ...rest, ...still, viewport, javaScriptEnabled: scripts });
  context.setDefaultTimeout(30_000);
  await context.addInitScript(watchFromInside);
  const wrong: string[] = [];
  const open = async () => watched(await context.newPage(), { url, wrong, mayFail });
  const page = await open();
  const all = (selector: string) => page.locator(selector);
  const visit: Visit = {
    context,
    page,
    scripts,
    isNarrow: (viewport?.width ?? 0) < 960,
    wrong,
    tab: open,
    async go(path) {
      await page.goto(url + path);
    },
    async text(selector) {
      return ((await all(selector).first().textContent()) ?? "").replaceAll(/\s+/g, " ").trim();
    },
    async sees(selector, words) {
      await all(selector).filter({ hasText: words }).first().waitFor({ state: "attached" });
    },
    async settled() {
      if (!scripts) return page.waitForLoadState();
      await page.waitForFunction(
        () => document.readyState === "complete" && !document.querySelector(".htmx-request, [aria-busy=true]"),
      );
    },
  };
  try {
    await act(visit);
    if (wrong.length > 0) throw new Error(`In the browser:\n${wrong.join("\n")}`);
  } catch (error) {
    await keepShot(page, wrong);
    throw new Error(`At ${page.url()}`, { cause: error });
  } finally {
    await context.close();
  }
}

type Watch = { readonly url: string; readonly wrong: string[]; readonly mayFail: boolean };

function watched(page: Page, { url, wrong, mayFail }: Watch): Page {
  const isOwn = (address: string) => address.startsWith(`${url}/`) || /^(data|about):/.test(address);
  page.on("pageerror", (error) => wrong.push(`script error: ${error}`));
  page.on("console", (message) => {
    // Chromium logs every answer of 4xx, which is how a form is refused here.
    if (message.type() !== "error" || /status of 4\d\d/.test(message.text())) return;
    if (mayFail && /net::ERR|Failed to fetch|status of 5\d\d/.test(message.text())) return;
    wrong.push(`console: ${message.text()}`);
  });
  page.on("request", (request) => {
    if (!isOwn(request.url())) wrong.push(`asked ${request.url()}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 500 && !mayFail) wrong.push(`${response.status()} ${response.url()}`);
  });
  page.on("dialog", (dialog) => {
    wrong.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  return page;
}

/** Runs in every page before its own scripts: refusals by the policy, and a focus that a swap has dropped. */
function watchFromInside(): void {
  document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
    console.error(`the policy refused ${violatedDirective}: ${blockedURI}`),
  );
  const isLost = () => document.activeElement === null || document.activeElement === document.body;
  let held: string | undefined;
  document.addEventListener("htmx:before:swap", () => {
    held = isLost() ? undefined : (document.activeElement?.outerHTML.slice(0, 120) ?? "");
  });
  document.addEventListener("htmx:finally:request", () => {
    const had = held;
    held = undefined;
    const look = () => had !== undefined && isLost() && console.error(`a swap dropped the focus of ${had}`);
    requestAnimationFrame(() => requestAnimationFrame(look));
  });
}

/** What the page looked like when a test failed. */
async function keepShot(page: Page, wrong: readonly string[]): Promise<void> {
  mkdirSync(".shots", { recursive: true });
  const name = `failed-${Date.now()}.png`;
  await page.screenshot({ path: `.shots/${name}` }).catch(() => {});
  console.error(`The page as it was: .shots/${name}`, ...wrong);
}
