import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { launchBrowser } from "../test/support/browser.ts";
import { becomeOwner, narrow, visitShop, wide, type Visit } from "../test/support/journey-visit.ts";
import { walkDesk, walkShop, type See } from "../test/support/journey-walk.ts";
import { openServer } from "../test/support/server.ts";

// Photographs every page and state of the demo shop into .shots, by day and by night, wide and narrow, to be looked at.
// `bun scripts/look.ts cart` takes only those that have "cart" in their name; `--front` renews the picture of the README.

const root = join(import.meta.dir, "..");
const folder = join(root, ".shots");
const words = process.argv.slice(2).filter((word) => !word.startsWith("--"));
mkdirSync(folder, { recursive: true });

const photographer =
  ({ page }: Visit): See =>
  async (name) => {
    if (words.length > 0 && !words.some((word) => name.includes(word))) return;
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      const path = join(folder, `${name}-${page.viewportSize()?.width}-${colorScheme}.png`);
      await page.screenshot({ path, fullPage: !/drawer|menu|filters|suggestions/.test(name) });
    }
    await page.emulateMedia({ colorScheme: "light" });
  };

/** Taking a picture puts a style into the page, which the policy would refuse. */
const bypassCSP = true;

const [server, browser] = await Promise.all([openServer(), launchBrowser()]);
try {
  if (process.argv.includes("--front")) {
    await visitShop(
      browser,
      server.url,
      { viewport: { width: 1280, height: 860 }, bypassCSP },
      async ({ page, go }) => {
        await go("/");
        await page.screenshot({ path: join(root, "docs", "front-page.png") });
      },
    );
  }
  for (const viewport of [wide, narrow]) {
    const customer = {
      name: "Odile Bernard",
      email: `odile-${viewport.width}@example.com`,
      password: "a long walk home",
    };
    await server.shop.visitor().json.post("/api/register", { ...customer, displayName: customer.name });
    await visitShop(browser, server.url, { viewport, bypassCSP }, (shopper) =>
      walkShop(shopper, photographer(shopper), customer),
    );
  }
  const desk = await becomeOwner(browser, server.url, server.ownerPath);
  for (const viewport of [wide, narrow])
    await visitShop(browser, server.url, { viewport, bypassCSP, storageState: desk }, (staff) =>
      walkDesk(staff, photographer(staff)),
    );
} finally {
  await browser.close();
  await server.close();
}
console.log(`Look into ${folder}`);
process.exit(0);
