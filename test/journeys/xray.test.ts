import { expect, test } from "bun:test";
import type { Page } from "playwright-core";
import { saveShop } from "#src/settings/store.ts";
import { journey } from "#test/support/journey.ts";
import { addToCart } from "#test/support/journey-goods.ts";
import { narrow, wide, type Visit } from "#test/support/journey-visit.ts";

// The X-ray: what was asked, what may change, which file decided. It stands beside the page and changes nothing of it.

async function switchOn({ page, go }: Visit): Promise<void> {
  await go("/products/pushcart-mug");
  await page.getByRole("button", { name: "X-ray: see inside" }).click();
  await page.waitForLoadState();
  expect(new URL(page.url()).pathname).toBe("/products/pushcart-mug");
}

const panel = (page: Page) => page.locator("#xray");
const row = (page: Page, words: string) => panel(page).locator("ol > li", { hasText: words }).first();

/** Whether panel or button stand in front of what has the focus. */
const hidesFocus = () => {
  const at = document.activeElement;
  if (!at || at.closest("#xray-tools") || at === document.body) return undefined;
  const box = at.getBoundingClientRect();
  const isOver = [...document.querySelectorAll("#xray[open], #xray-open")].some((each) => {
    const other = each.getBoundingClientRect();
    return box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom;
  });
  return isOver ? at.outerHTML.slice(0, 80) : undefined;
};

journey("the X-ray", {}, ({ server, visit, owner }) => {
  test("lists each exchange as it happens, and shows what came back as text", async () => {
    await visit({ viewport: wide }, async (shopper) => {
      const { page, sees } = shopper;
      await switchOn(shopper);
      await panel(page).waitFor();
      await row(page, "Page /products/pushcart-mug").waitFor();
      expect(await row(page, "Page /products/").innerText()).toContain("src/catalog/routes.tsx");
      await page.fill("#item-quantity", "3");
      await sees("#total-price", "$89.97");
      const preview = row(page, "GET /products/pushcart-mug/preview");
      await preview.filter({ hasText: "KB" }).waitFor();
      expect(await preview.innerText()).toMatch(/200 · [\d.]+ (KB|bytes) · [\d.]+ ms in the shop · \d+ ms in all/);
      expect(await preview.innerText()).toContain("src/catalog/routes.tsx");
      await preview.locator("summary").click();
      expect(await preview.locator("pre").innerText()).toContain('id="total-price"');
      expect(await panel(page).locator("pre *").count()).toBe(0);
      expect(await page.locator("#total-price").count()).toBe(1);
      await page.click("#add-to-cart");
      await page.locator("#cart-drawer[open]").waitFor();
      const added = await row(page, "POST /cart/items").innerText();
      expect(added).toContain("src/cart/item-routes.tsx");
      expect(added).toMatch(/changes .*#cart-drawer/);
    });
  }, 120_000);

  test("an upload by the older way is listed as well", async () => {
    await visit({ viewport: wide }, async (shopper) => {
      const { page } = shopper;
      await switchOn(shopper);
      await page.evaluate(() => {
        const request = new XMLHttpRequest();
        request.open("GET", "/cart/count");
        request.send();
      });
      const upload = row(page, "Upload /cart/count");
      await upload.filter({ hasText: "src/cart/" }).waitFor();
      expect(await upload.innerText()).toMatch(/^Upload \/cart\/count\s+(200|303)/);
    });
  }, 120_000);

  test("a received script is text: it never runs, and is no part of the page", async () => {
    await visit({ viewport: wide }, async (shopper) => {
      const { page } = shopper;
      await switchOn(shopper);
      const body = '<script>document.title = "taken"</script><img src=x onerror="document.title=1">';
      await page.route(/\/cart\/count$/, (route) => route.fulfill({ contentType: "text/plain", body }));
      const title = await page.title();
      await page.evaluate(() => fetch("/cart/count").then((answer) => answer.text()));
      await row(page, "GET /cart/count").locator("pre", { hasText: "onerror" }).waitFor({ state: "attached" });
      expect(await page.title()).toBe(title);
      expect(await panel(page).locator("img, script").count()).toBe(0);
    });
  }, 120_000);

  test("frames each region that can change, and what asks for it, and takes no press away", async () => {
    await visit({ viewport: wide }, async (shopper) => {
      const { page, sees } = shopper;
      await switchOn(shopper);
      const labels = () =>
        page.evaluate(() =>
          [...document.querySelectorAll<HTMLElement>("#xray-frames div")].map((each) => each.dataset["label"] ?? ""),
        );
      await page.locator("#xray-frames .region").first().waitFor();
      const all = (await labels()).join("\n");
      expect(all).toMatch(/#\S+ ← (GET|POST) \//);
      const box = await page.locator("#xray-frames .region").first().boundingBox();
      expect(box?.width).toBeGreaterThan(20);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
      await page.fill("#item-quantity", "2");
      await sees("#total-price", "$59.98");
      await page.locator("#xray summary", { hasText: "What may change" }).click();
      await panel(page).locator("li", { hasText: "POST /cart/items →" }).first().waitFor();
    });
  }, 120_000);

  for (const viewport of [wide, narrow])
    test(`by keyboard at ${viewport.width} px: never in front of the focus, Escape closes it, and one gets in and out`, async () => {
      await visit({ viewport }, async (shopper) => {
        const { page } = shopper;
        await switchOn(shopper);
        await panel(page).waitFor();
        await page.evaluate(() => document.querySelector<HTMLElement>(".skip-link")?.focus());
        for (let at = 0; at < 60; at += 1) {
          await page.keyboard.press("Tab");
          await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
          expect(await page.evaluate(hidesFocus)).toBeUndefined();
        }
        await page.locator("#q").focus();
        await page.keyboard.press("Alt+Shift+X");
        expect(await page.evaluate(() => document.activeElement?.id)).toBe("xray-h");
        await page.keyboard.press("Alt+Shift+X");
        expect(await page.evaluate(() => document.activeElement?.id)).toBe("q");
        await page.keyboard.press("Alt+Shift+X");
        await page.keyboard.press("Escape");
        await panel(page).waitFor({ state: "hidden" });
        expect(await page.evaluate(() => document.activeElement?.id)).toBe("xray-open");
        await page.reload();
        expect(await panel(page).isVisible()).toBe(false);
        await page.locator("#xray-open").press("Enter");
        await panel(page).getByRole("button", { name: "Switch off" }).click();
        await page.waitForLoadState();
        expect(await page.locator("#xray-tools").count()).toBe(0);
      });
    }, 120_000);

  test("without scripts the last requests are a plain page", async () => {
    await visit({ scripts: false, viewport: narrow }, async (shopper) => {
      const { page, go, text } = shopper;
      await switchOn(shopper);
      await addToCart(shopper, "Pushcart Mug");
      await go("/xray");
      const said = await text("main");
      for (const words of ["POST /cart/items", "303", "src/cart/item-routes.tsx", "GET /cart", "src/cart/routes.tsx"])
        expect(said).toContain(words);
      await page.locator("main").getByRole("button", { name: "Switch the X-ray off" }).click();
      await page.waitForLoadState();
      expect(await text("main")).toContain("It is off");
    });
  }, 120_000);

  test("S48: in a shop in service only the desk has the switch, and visitors find no trace of it", async () => {
    const { deps } = server().shop;
    await deps.store.write((tx) => saveShop(tx, { testMode: false, staffSecondStep: "offered" }));
    await visit({ storageState: await owner() }, async ({ page, go }) => {
      await go("/admin/orders");
      await page.getByRole("button", { name: "X-ray: see inside" }).click();
      await page.locator("#xray-open").waitFor();
      await page.locator("#xray-frames div").first().waitFor({ state: "attached" });
    });
    await visit({}, async ({ page, go, text }) => {
      await go("/");
      expect(await page.getByRole("button", { name: /X-ray/ }).count()).toBe(0);
      await go("/xray");
      expect(await text("h1")).toBe("That one has left the cart");
    });
    await deps.store.write((tx) => saveShop(tx, { testMode: true }));
  }, 120_000);
});
