import { afterAll, beforeAll, describe } from "bun:test";
import type { Browser } from "playwright-core";
import { launchBrowser } from "./browser.ts";
import { becomeOwner, visitShop, type Cookies, type Visit, type VisitOptions } from "./journey-visit.ts";
import { openServer, type ShopServer } from "./server.ts";
import type { ShopOptions } from "./shop.ts";

const isWanted = process.env.PUSHCART_BROWSER === "yes";

export type Stage = {
  readonly server: () => ShopServer;
  visit(options: VisitOptions, act: (visit: Visit) => Promise<void>): Promise<void>;
  /** Cookies of the owner, who makes the account by the one-time link the first time. */
  owner(): Promise<Cookies>;
};

/** Tests in a real browser: one Chromium and one shop for all of them, only where they are asked for. */
export function journey(name: string, options: ShopOptions, tell: (stage: Stage) => void): void {
  if (!isWanted) console.warn(`SKIPPED journey "${name}": needs a browser; \`bun run test\` brings one`);
  describe.skipIf(!isWanted)(name, () => {
    let server: ShopServer;
    let browser: Browser;
    let owner: Promise<Cookies> | undefined;
    beforeAll(async () => {
      [server, browser] = await Promise.all([openServer(options), launchBrowser()]);
    }, 60_000);
    afterAll(async () => {
      await browser?.close();
      await server?.close();
    });

    /** The browser, or another where it has died, which on a crowded machine it sometimes does. */
    async function living(): Promise<Browser> {
      if (!browser.isConnected()) browser = await launchBrowser();
      return browser;
    }

    tell({
      server: () => server,
      visit: async (wish, act) => visitShop(await living(), server.url, wish, act),
      owner: () => (owner ??= living().then((alive) => becomeOwner(alive, server.url, server.ownerPath))),
    });
  });
}
