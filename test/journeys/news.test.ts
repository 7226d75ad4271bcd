import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import type { Page } from "playwright-core";
import { orders, variants } from "#db/schema.ts";
import { keepProducts } from "#src/catalog/keep.ts";
import { tellWaiting } from "#src/news/tell-waiting.ts";
import { acting } from "#src/orders/acting.ts";
import { markShipped } from "#src/orders/mark-shipped.ts";
import { journey } from "#test/support/journey.ts";
import { narrow, wide, type Visit } from "#test/support/journey-visit.ts";
import type { ShopServer } from "#test/support/server.ts";
import { until } from "#test/support/until.ts";
import { buyMug } from "#test/security/doors.ts";

// S38: news is in the page always, at once where scripts run, and as a notification of the system where a press allowed it.

const products = [
  { title: "Mug", price: 2999, stock: 50 },
  {
    title: "Apron",
    price: 4200,
    options: [{ name: "Color", values: ["Ink", "Oat"] }],
    variants: [
      { options: ["Ink"], stock: 3 },
      { options: ["Oat"], stock: 0 },
    ],
  },
  { title: "Jug", price: 4200, stock: 0 },
];

async function setStock({ shop }: ShopServer, id: string, stock: number): Promise<void> {
  await shop.deps.store.write(async (tx) => {
    await tx.update(variants).set({ stock }).where(eq(variants.id, id));
    await keepProducts(tx, [id.slice(0, -2)]);
  });
  shop.clock.set(new Date());
  await tellWaiting(shop.deps);
}

type Answer = { readonly before?: string; readonly answer?: string };

/**
 * Notes what is asked of the system, and what it is told. Without `answer` the browser's own answer counts, by what it was
 * granted; how it stands is kept here, since a browser without a screen says "denied" whatever it has just answered.
 */
const watchSystem = (page: Page, wish: Answer = {}) =>
  page.addInitScript(({ before = "default", answer }: Answer) => {
    const real = globalThis.Notification;
    const noted = { asked: 0, shown: [] as string[] };
    let permission = before;
    class Watched {
      static get permission() {
        return permission;
      }
      static async requestPermission() {
        noted.asked += 1;
        permission = answer ?? (await real.requestPermission());
        return permission;
      }
      constructor(title: string, { tag = "" }: NotificationOptions) {
        if (permission !== "granted") throw new Error("not allowed");
        noted.shown.push(`${title}, ${tag === "" ? "untagged" : "tagged"}`);
      }
    }
    Object.assign(globalThis, { noted, Notification: Watched });
  }, wish);
const noted = (page: Page) => page.evaluate("noted") as Promise<{ asked: number; shown: string[] }>;

async function askByForm({ page, sees, settled, scripts }: Visit, email: string): Promise<void> {
  await page.fill("#tell-me-email", email);
  await page.getByRole("button", { name: "Tell me", exact: true }).click();
  await sees(".notice", "You get one letter when");
  if (scripts) await settled();
}

const isOpen = (server: ShopServer, count: number) => async () => {
  const deadline = performance.now() + 8000;
  while (server.shop.deps.news.count() !== count && performance.now() < deadline) await Bun.sleep(20);
  expect(server.shop.deps.news.count()).toBe(count);
};

journey("news", { products }, ({ server, visit }) => {
  test("S38: allowed by a press, what is back is a notification of the system and stands in the page", async () => {
    await visit({ viewport: narrow }, async (shopper) => {
      const { page, go, sees, settled, context } = shopper;
      await context.grantPermissions(["notifications"], { origin: server().url });
      await watchSystem(page);
      await setStock(server(), "apron-1", 0);
      await go("/products/apron");
      expect(await page.locator("#tell-me-email").count()).toBe(0);
      await page.locator("label.option", { hasText: "Oat" }).click();
      await sees("#tell-me", "Tell me when it is back");
      await settled();
      await page.fill("#tell-me-email", "no address");
      await page.getByRole("button", { name: "Tell me", exact: true }).click();
      await page.locator("#tell-me-email-error").waitFor();
      await settled();
      expect(await page.inputValue("#tell-me-email")).toBe("no address");
      await askByForm(shopper, "odile@example.com");
      expect(await noted(page)).toEqual({ asked: 0, shown: [] });
      await page.getByRole("button", { name: "Also tell me by system notification" }).click();
      await sees("#news-said", "as a notification of your system");
      expect(await page.locator("#news-ask").isVisible()).toBe(false);
      expect(await page.evaluate("document.activeElement.id")).toBe("news-said");
      await isOpen(server(), 1)();
      await setStock(server(), "apron-1", 2);
      await sees("#notices [role=status]", "Apron, Oat is back");
      expect(await page.textContent("#live")).toBe("Apron, Oat is back");
      expect(await noted(page)).toEqual({ asked: 1, shown: ["Apron, Oat is back, tagged"] });
      await page.locator("#notices a").click();
      await page.waitForURL(/\/products\/apron\?option2?1?=Oat/);
      await sees("#add-to-cart", "Add to cart");
    });
  }, 120_000);

  test("S38: allowed before, it is shown without a question", async () => {
    await visit({ viewport: wide }, async (shopper) => {
      const { page, go, sees } = shopper;
      await watchSystem(page, { before: "granted" });
      await setStock(server(), "jug-0", 0);
      await go("/products/jug");
      await askByForm(shopper, "odile@example.com");
      await sees("#news-said", "as a notification of your system");
      expect(await page.locator("#news-ask").isVisible()).toBe(false);
      await isOpen(server(), 1)();
      await setStock(server(), "jug-0", 2);
      await sees("#notices [role=status]", "Jug is back");
      expect(await noted(page)).toEqual({ asked: 0, shown: ["Jug is back, tagged"] });
    });
  }, 120_000);

  for (const [answer, words] of [
    ["denied", "was told not to show notifications"],
    ["default", "Nothing was decided"],
  ] as const)
    test(`S38: answered with "${answer}" it says so calmly, and the news is in the page all the same`, async () => {
      await visit({ viewport: wide }, async (shopper) => {
        const { page, go, sees } = shopper;
        await watchSystem(page, answer === "default" ? {} : { answer });
        await setStock(server(), "jug-0", 0);
        await go("/products/jug");
        await askByForm(shopper, "odile@example.com");
        await page.getByRole("button", { name: "Also tell me by system notification" }).click();
        await sees("#news-said", words);
        await isOpen(server(), 1)();
        await setStock(server(), "jug-0", 2);
        await sees("#notices [role=status]", "Jug is back");
        expect(await noted(page)).toEqual({ asked: 1, shown: [] });
      });
    }, 120_000);

  test("S38: a browser that knows no notifications says so, and nobody is asked on any page by itself", async () => {
    await visit({ viewport: wide }, async (shopper) => {
      const { page, go, sees, tab } = shopper;
      await page.addInitScript("delete globalThis.Notification");
      await go("/news");
      await sees("#news-said", "shows no notifications");
      expect(await page.locator("#news-ask").isVisible()).toBe(false);
      const other = await tab();
      await watchSystem(other);
      for (const path of ["/", "/products/jug", "/products/apron?option1=Oat", "/news", "/cart", "/account"]) {
        await other.goto(server().url + path);
        await other.mouse.click(5, 5);
        expect((await noted(other)).asked, path).toBe(0);
      }
    });
  }, 120_000);

  test("S38: an order that moves does so on its open page, for whoever has its address", async () => {
    const { shop } = server();
    await visit({ viewport: wide }, async ({ page, go, sees, text, settled }) => {
      const guest = shop.visitor();
      const token = await buyMug(guest);
      await go(`/orders/${token}`);
      expect(await text(".timeline [aria-current=step]")).toContain("Being packed");
      await page.evaluate(() => document.body.setAttribute("data-same", ""));
      await isOpen(server(), 1)();
      const [order] = (await shop.deps.store.read.select().from(orders)).toReversed();
      const act = await acting(shop.deps, "staff:ines");
      const target = { id: order?.id ?? "", version: order?.version ?? 0, tracking: "1Z 999" };
      await shop.deps.store.write((tx) => markShipped(tx, act, target));
      await sees("h1", "It is on its way.");
      await sees(".timeline [aria-current=step]", "1Z 999");
      await sees("#notices [role=status]", `Order ${order?.number} was shipped`);
      await settled();
      expect(await page.getAttribute("body", "data-same")).toBe("");
      await page.reload();
      await sees("h1", "It is on its way.");
      expect(await page.locator("#notices [role=status]").count()).toBe(0);
    });
  }, 120_000);

  test("S38: a customer who looks at their account hears of an order, and finds it in the list", async () => {
    const { shop } = server();
    const ada = { email: "ada@example.com", password: "a long walk home", displayName: "Ada" };
    await shop.visitor().json.post("/api/register", ada);
    await visit({ viewport: narrow }, async ({ page, go, sees, context }) => {
      const shopper = shop.visitor();
      await shopper.json.post("/auth/login", ada);
      await buyMug(shopper);
      await context.addCookies([...shopper.cookies].map(([name, value]) => ({ name, value, url: server().url })));
      await go("/account");
      await sees("h1", "Ada");
      await isOpen(server(), 1)();
      const [order] = (await shop.deps.store.read.select().from(orders)).filter(
        ({ customerId }) => customerId !== null,
      );
      const act = await acting(shop.deps, "staff:ines");
      const target = { id: order?.id ?? "", version: order?.version ?? 0, tracking: "" };
      await shop.deps.store.write((tx) => markShipped(tx, act, target));
      const words = `Order ${order?.number} was shipped`;
      await sees("#notices [role=status]", words);
      await page.locator("#notices a").click();
      await sees("h1", "It is on its way.");
      await go("/news");
      await sees("#news", `New: ${words}`);
    });
  }, 120_000);

  test("S38: the stream is open only while one looks, and what came meanwhile is told then, once", async () => {
    await visit({ viewport: wide }, async (shopper) => {
      const { page, go, sees } = shopper;
      await setStock(server(), "jug-0", 0);
      await go("/products/jug");
      await askByForm(shopper, "odile@example.com");
      await isOpen(server(), 1)();
      const look = (state: string) =>
        page.evaluate((visible) => {
          Object.defineProperty(document, "visibilityState", { value: visible, configurable: true });
          document.dispatchEvent(new Event("visibilitychange"));
        }, state);
      await look("hidden");
      await isOpen(server(), 0)();
      await setStock(server(), "jug-0", 2);
      await look("visible");
      await sees("#notices [role=status]", "Jug is back");
      await look("hidden");
      await isOpen(server(), 0)();
      await look("visible");
      await isOpen(server(), 1)();
      await Bun.sleep(300);
      expect(await page.locator("#notices [role=status]").count()).toBe(1);
      await go("/news");
      await sees("#news", "New: Jug is back");
      await until(page, "document.querySelectorAll('#notices [role=status]').length === 0");
    });
  }, 120_000);

  test("S38: without scripts the same news is in the page after a reload, and no button does nothing", async () => {
    await visit({ viewport: narrow, scripts: false }, async (shopper) => {
      const { page, go, sees } = shopper;
      await setStock(server(), "apron-1", 0);
      await go("/products/apron?option1=Oat");
      await page.fill("#tell-me-email", "odile@");
      await page.getByRole("button", { name: "Tell me", exact: true }).click();
      await page.locator(".error-summary").waitFor();
      expect(await page.inputValue("#tell-me-email")).toBe("odile@");
      await askByForm(shopper, "odile@example.com");
      expect(new URL(page.url()).pathname).toBe("/news");
      await sees("main", "You wait for");
      expect(await page.locator("#news-ask").isVisible()).toBe(false);
      await setStock(server(), "apron-1", 2);
      await page.reload();
      await sees("#news", "New: Apron, Oat is back");
      expect(await page.locator("main", { hasText: "You wait for" }).count()).toBe(0);
      await go("/");
      expect(await page.locator('.tools a[href="/news"]').count()).toBe(0);
    });
  }, 120_000);
});
