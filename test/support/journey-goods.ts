import { expect } from "bun:test";
import type { Visit } from "./journey-visit.ts";

// Steps of a visit on the way to a full cart. Each ends on a page that shows what it did.

/** By the menu to a shelf, and there by a filter to fewer things and back to all. */
export async function filterShelf({ page, text, sees, settled, scripts, isNarrow }: Visit): Promise<void> {
  if (isNarrow) await page.getByRole("button", { name: "Menu", exact: true }).click();
  await page.locator("#menu").getByRole("link", { name: "Kitchen" }).click();
  await sees("h1", "Kitchen");
  const all = await text("#found");

  const sheet = page.locator("#facets");
  if (isNarrow) await page.getByRole("button", { name: "Filters" }).click();
  const check = sheet.locator("label.check:not(:has(:disabled))").first();
  const count = Number(await check.locator(".n").textContent());
  await check.click();
  if (scripts) await page.waitForURL(/\?.+=/);
  if (!scripts || isNarrow) await sheet.locator("#show-things").click();
  await sees("#found", new RegExp(count === 1 ? "^(One|1) " : `^${count} `));
  expect(new URL(page.url()).search).not.toBe("");
  expect(await page.locator("#goods > li").count()).toBe(Math.min(count, 24));

  await settled();
  await page.locator(".chip").first().click();
  await sees("#found", all);
}

/** A word with its letters mixed up still finds the thing. */
export async function findByTypo({ page, sees, settled, scripts }: Visit): Promise<void> {
  if (scripts) {
    const last = page.waitForResponse(/suggest\?q=pushcrat(\+|%20)mug$/);
    await page.locator("#q").pressSequentially("pushcrat mug", { delay: 20 });
    await last;
    await page.locator("#suggest [role=option]", { hasText: "Pushcart Mug" }).waitFor();
    await settled();
    await page.keyboard.press("Escape");
    await page.locator("#suggest").waitFor({ state: "hidden" });
  } else await page.fill("#q", "pushcrat mug");
  await page.locator("#q").press("Enter");
  await page.waitForURL(/\/search\?q=/);
  await sees("h1", "for “pushcart mug”");
  await page.getByRole("link", { name: "Pushcart Mug" }).first().click();
  await sees("h1", "Pushcart Mug");
}

/** A jug that comes in two glazes and two sizes: the price follows what is chosen. */
export async function chooseJug({ page, go, text, sees, scripts }: Visit): Promise<void> {
  await go("/products/milk-jug");
  await sees("#price", "$42.00");
  const choose = async (value: string) => {
    await page.locator("label.option", { hasText: value }).click();
    if (!scripts) await page.getByRole("button", { name: "Show price and stock" }).click();
  };
  await choose("One quart");
  await sees("#price", "$56.00");
  await choose("Celadon");
  await page.locator("label.option", { hasText: "Celadon" }).locator("input:checked").waitFor();
  await sees("#price", "$56.00");
  expect(await text("#total-price")).toBe("$56.00");
}

export async function addToCart({ page, scripts, sees }: Visit, title: string): Promise<void> {
  await page.click("#add-to-cart");
  if (scripts) await page.locator("#cart-drawer[open]").waitFor();
  else await page.waitForURL(/\/cart(#.*)?$/);
  await sees(scripts ? "#cart-drawer .line" : ".lines .line", title);
}

/** The drawer is left by Escape, and the focus goes back to where it came from. */
export async function leaveDrawer({ page, scripts }: Visit): Promise<void> {
  if (!scripts) return;
  expect(await page.evaluate(() => document.activeElement?.closest("#cart-drawer") !== null)).toBe(true);
  await page.keyboard.press("Escape");
  await page.locator("#cart-drawer").waitFor({ state: "hidden" });
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("add-to-cart");
}

const lineOf = (title: string) => `.lines .line:has(:text-is("${title}"))`;

/** More of one, a number that cannot be, one taken out and put back. */
export async function changeCart(visit: Visit): Promise<void> {
  const { page, go, sees, settled } = visit;
  await go("/cart");
  const mug = page.locator(lineOf("Pushcart Mug"));
  await mug.getByRole("button", { name: "One Pushcart Mug more" }).click();
  await sees(lineOf("Pushcart Mug"), "$89.97");
  await settled();
  await mug.locator("input[name=quantity]").fill("1.5");
  await mug.locator("input[name=quantity]").press("Enter");
  await mug.locator("[role=alert]").waitFor();
  expect(await mug.locator("input[name=quantity]").inputValue()).toBe("1.5");
  expect(await mug.locator(".sum").textContent()).toContain("$89.97");
  await mug.locator("input[name=quantity]").fill("2");
  await mug.locator("input[name=quantity]").press("Enter");
  await sees(lineOf("Pushcart Mug"), "$59.98");
  await settled();

  const jug = page.locator(lineOf("Milk Jug"));
  await jug.getByRole("button", { name: "Remove Milk Jug" }).click();
  await sees(".notice", "Milk Jug removed.");
  await jug.waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Put it back" }).click();
  await jug.waitFor();
  await sees(lineOf("Milk Jug"), "$56.00");
  await settled();
}

/** A wrong code says why and is kept; the right one shows what it saves. */
export async function useCode({ page, sees, settled }: Visit, code: string, saves: string): Promise<void> {
  await page.locator("details.coupon summary").click();
  await page.fill("#code", "SUMMER99");
  await page.getByRole("button", { name: "Use it" }).click();
  await page.locator("#code-error").waitFor();
  await settled();
  expect(await page.inputValue("#code")).toBe("SUMMER99");
  await page.fill("#code", code);
  await page.getByRole("button", { name: "Use it" }).click();
  await page.getByRole("button", { name: /^Take it off/ }).waitFor();
  await sees("#totals", saves);
  await settled();
}
