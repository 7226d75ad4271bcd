import { expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { journey } from "#test/support/journey.ts";
import { goOn, typeAddress } from "#test/support/journey-order.ts";
import { narrow, wide, type Visit } from "#test/support/journey-visit.ts";

// Somebody buys more because each then costs less, uses a code, and asks of every amount why it is what it is.

const axe = readFileSync(join(import.meta.dir, "../../node_modules/axe-core/axe.min.js"), "utf8");

/** What axe finds in the open dialog or on the page, by day and by night. */
async function complaints({ page, scripts }: Visit): Promise<string[]> {
  if (!scripts) return []; // axe needs them, and finds the same page
  const found: string[] = [];
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(axe);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    const ids = await page.evaluate(
      `axe.run(document.querySelector("dialog[open]") ?? document, { resultTypes: ["violations"] })
        .then(({ violations }) => violations.map(({ id, nodes }) => id + " " + nodes[0].html.slice(0, 120)))`,
    );
    found.push(...(ids as string[]).map((id) => `${colorScheme}: ${id}`));
  }
  await page.emulateMedia({ colorScheme: "light" });
  return found;
}

/** Opens what explains an amount, looks at it, and comes back to the amount. */
async function asks(visit: Visit, selector: string, words: readonly string[]): Promise<void> {
  const { page, scripts } = visit;
  const link = page.locator(selector).first();
  const address = page.url();
  if (!scripts) {
    await link.click();
    await page.waitForURL(/\/why/);
    const text = await page.locator("main").innerText();
    for (const word of words) expect(text).toContain(word);
    expect(await page.locator("tfoot td").last().innerText()).not.toBe("");
    await page.goto(address);
    return;
  }
  await link.click();
  const dialog = page.locator("#why[open]");
  await dialog.waitFor();
  const text = await dialog.innerText();
  for (const word of words) expect(text).toContain(word);
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("why-h");
  expect(await complaints(visit)).toEqual([]);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "hidden" });
  expect(await link.evaluate((element) => element === document.activeElement)).toBeTrue();
  expect(page.url()).toBe(address);
}

async function buys(visit: Visit): Promise<void> {
  const { page, go, sees, settled, scripts, text } = visit;

  // Each costs less from five on, and less still from ten.
  await go("/products/gift-wrap");
  await sees("#tier-10", "10+ $9.60");
  await page.click("#tier-5");
  await sees("#total-price", "$54.00");
  await sees("#next-tier", "5 more and each costs $9.60.");
  await sees("#saving", "Wrapping for many: you save $6.00");
  await settled();
  if (scripts) {
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("tier-5");
    await page.fill("#item-quantity", "10");
  } else {
    await page.fill("#item-quantity", "10");
    await page.getByRole("button", { name: "Show price and stock" }).click();
  }
  await sees("#total-price", "$96.00");
  await settled();
  await page.locator(".comes-to summary").click();
  const alone = await text(".comes-to .total dd");
  expect(await complaints(visit)).toEqual([]);
  await page.click("#add-to-cart");
  if (scripts) {
    await sees("#cart-drawer", "Delivery is free from $75.00. You are there.");
    await page.keyboard.press("Escape");
    await go("/cart");
  }
  await sees("h1", "Your cart");
  expect(await text("#totals .total dd")).toBe(alone);
  await sees("#slip", "Delivery is free from $75.00. You are there.");

  // Two candles do not make three.
  await go("/products/dinner-tapers");
  await page.fill("#item-quantity", "2");
  await settled();
  await page.click("#add-to-cart");
  await settled();
  if (scripts) await sees("#drawer-unused", "Three candles for two needs 1 more thing.");
  await go("/cart");
  await sees("#unused", "Three candles for two needs 1 more thing.");
  await page.click("#coupon summary");
  await page.fill("#code", "lantern 20");
  await page.getByRole("button", { name: "Use it" }).click();
  await sees("#code-error", "That code starts");
  await page.fill("#code", " staff50 ");
  await page.getByRole("button", { name: "Use it" }).click();
  await sees("#coupon", "For those who work here");
  await settled();

  // Every amount of the cart.
  await asks(visit, ".line .why-amount", ["Wrapping for many", "20% of $120.00 is $24.00", "You pay for it"]);
  await asks(visit, "#totals div:nth-child(1) .why-amount", ["10 × Wrapping Paper", "Goods"]);
  await asks(visit, "#totals .less .why-amount", ["20% of $120.00 is $24.00", "Taken off"]);
  await asks(visit, "#totals .total .why-amount", ["You pay", "no figure of it came from the browser"]);

  // And of the checkout, for its own address.
  await go("/checkout");
  await page.fill("#email", `prices-${visit.isNarrow}-${scripts}@example.com`);
  await typeAddress(visit, "Odile Bernard");
  await settled();
  await goOn(visit);
  await settled();
  const total = await text("#summary .total dd");
  await asks(visit, "#summary .ledger div:has-text('Wisconsin') .why-amount", ["5.5% of"]);
  await asks(visit, "#summary .total .why-amount", [`Why ${total}?`]);
  await page.check("input[value=transfer]");
  await page.check("#terms");
  await page.getByRole("button", { name: /^Place the order/ }).click();
  await page.waitForURL(/\/orders\//);

  // The order says the same, from what was stored.
  expect(await text(".receipt .total dd")).toBe(total);
  await asks(visit, ".receipt .mini-lines .why-amount", ["You pay for it", "is for this line"]);
  await asks(visit, ".receipt .total .why-amount", [`Why ${total}?`]);
  await asks(visit, ".slip a:has-text('Why this amount?')", ["Still to pay", total]);
}

journey("S56: prices that say where they come from", {}, ({ visit }) => {
  for (const viewport of [wide, narrow])
    for (const scripts of [true, false])
      test(`at ${viewport.width} px, ${scripts ? "with" : "without"} scripts`, async () => {
        await visit({ viewport, scripts, bypassCSP: true }, buys);
      }, 240_000);
});
