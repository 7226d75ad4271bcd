import { expect, test } from "bun:test";
import { journey } from "#test/support/journey.ts";
import { narrow, wide, type Visit } from "#test/support/journey-visit.ts";
import { harrowMills } from "#test/support/journey-order.ts";

// From the front page to a paid order without a mouse: Tab, arrows, Space, Enter. Wherever the focus is, it can be seen.

/** What has the focus: seen as such, and not behind something that stays in place. */
function faultOfFocus(): string | undefined {
  const element = document.activeElement;
  if (!element || element === document.body || element.matches("main, dialog, [autofocus], .body")) return undefined;
  const name = element.outerHTML.slice(0, 120);
  const shown = [element, element.closest(".option, .check, label") ?? element].some((each) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(each);
    return (outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== "none";
  });
  if (!shown) return `focus is not seen on ${name}`;
  const { left, top, width, height } = element.getBoundingClientRect();
  const points = [0.2, 0.5, 0.8].map((part) => document.elementFromPoint(left + width * part, top + height * 0.5));
  const isCovered = points.every(
    (each) => each && !element.contains(each) && !each.contains(element) && !each.closest("label"),
  );
  return isCovered ? `focus is covered on ${name}` : undefined;
}

/** Presses Tab until such an element has the focus; each on the way must be seen. */
async function tabTo({ page }: Visit, selector: string, key = "Tab"): Promise<void> {
  for (let pressed = 0; pressed < 150; pressed += 1) {
    await page.keyboard.press(key);
    const fault = await page.evaluate(faultOfFocus);
    if (fault) throw new Error(fault);
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
  }
  throw new Error(`Tab never came to ${selector}`);
}

async function type(visit: Visit, selector: string, text: string): Promise<void> {
  await tabTo(visit, selector);
  await visit.page.keyboard.type(text);
}

journey("a visit by keyboard", {}, ({ visit }) => {
  for (const viewport of [wide, narrow])
    test(`at ${viewport.width} px`, async () => {
      await visit({ viewport }, async (shopper) => {
        await findMug(shopper);
        await buyTwo(shopper);
        await giveAddress(shopper);
        await pay(shopper);
      });
    }, 120_000);
});

async function findMug(shopper: Visit): Promise<void> {
  const { page, go, sees, settled } = shopper;
  await go("/");
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.className)).toBe("skip-link");
  await page.keyboard.press("Enter");
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("main");
  await tabTo(shopper, "#q", "Shift+Tab");
  await page.keyboard.type("pushcart");
  await page.locator("#suggest [role=option]", { hasText: "Pushcart Mug" }).waitFor();
  await settled();
  await page.keyboard.press("ArrowDown");
  expect(await page.getAttribute("#q", "aria-activedescendant")).toBe("suggest-0");
  await page.keyboard.press("Escape");
  await page.locator("#suggest").waitFor({ state: "hidden" });
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("q");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/products\//);
  await sees("h1", /./);
  await go("/products/milk-jug");
  await tabTo(shopper, "#option1-0");
  await page.keyboard.press("ArrowRight");
  await page.locator("#option1-1:checked").waitFor();
  await settled();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("option1-1");
  await go("/products/pushcart-mug");
}

async function buyTwo(shopper: Visit): Promise<void> {
  const { page, sees, settled } = shopper;
  await tabTo(shopper, "#item-quantity");
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("2");
  await sees("#total-price", "$59.98");
  await settled();
  await tabTo(shopper, "#add-to-cart");
  await page.keyboard.press("Enter");
  await page.locator("#cart-drawer[open]").waitFor();
  await settled();
  await page.keyboard.press("Escape");
  await page.locator("#cart-drawer").waitFor({ state: "hidden" });
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("add-to-cart");
  await page.keyboard.press("Space");
  await page.locator("#cart-drawer[open]").waitFor();
  await sees("#cart-drawer .line", "$119.96");
  await tabTo(shopper, '#cart-drawer a[href="/checkout"]');
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/checkout$/);
}

async function giveAddress(shopper: Visit): Promise<void> {
  const { page, settled } = shopper;
  await tabTo(shopper, "#email");
  await page.keyboard.press("Enter");
  await page.locator(".error-summary").waitFor();
  await settled();
  expect(await page.evaluate(() => document.activeElement?.className)).toBe("error-summary");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("email");
  await page.keyboard.type("keys@example.com");
  await type(shopper, "#name", "Odile Bernard");
  await type(shopper, "#street", harrowMills.street);
  await type(shopper, "#city", harrowMills.city);
  await type(shopper, "#region", "Wisc");
  await type(shopper, "#postcode", harrowMills.postcode);
  await page.keyboard.press("Tab");
  await settled();
  await tabTo(shopper, "form button.wide");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/checkout\/(payment|delivery)$/);
  if (page.url().endsWith("/payment")) return;
  await tabTo(shopper, "main form button.wide");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/checkout\/payment$/);
}

async function pay(shopper: Visit): Promise<void> {
  const { page, sees } = shopper;
  await tabTo(shopper, "input[name=pay]");
  for (let pressed = 0; pressed < 5 && !(await page.locator("input[value=test_card]").isChecked()); pressed += 1)
    await page.keyboard.press(pressed === 0 ? "Space" : "ArrowDown");
  await tabTo(shopper, "#terms");
  await page.keyboard.press("Space");
  await tabTo(shopper, "main form button.wide");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/checkout\/test-card\//);
  await type(shopper, "#card", "4242424242424242");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/orders\//);
  await sees("h1", "Thank you");
}
