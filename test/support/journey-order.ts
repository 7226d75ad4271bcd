import { expect } from "bun:test";
import type { Visit } from "./journey-visit.ts";

// Steps of a visit from a full cart to an order, and at the desk afterwards.

export type Customer = { readonly email: string; readonly password: string; readonly name: string };

/** A wrong password is refused without saying what was wrong; the right one goes on with the same cart. */
export async function signIn(visit: Visit, { email, password, name }: Customer): Promise<void> {
  const { page, go, text, sees, settled, scripts } = visit;
  const count = await text("#cart-count");
  await go("/login");
  await page.fill("#email", email);
  await page.fill("#password", `${password}!`);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await sees("[role=alert]", "Invalid email or password.");
  await settled();
  expect(await page.inputValue("#email")).toBe(email);
  expect(await page.title()).toStartWith("Error:");
  if (scripts) expect(await focusedText(visit)).toContain("Invalid email or password.");
  await page.fill("#password", password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL(/\/account$/);
  await sees("h1", name);
  expect(await text("#cart-count")).toBe(count);
}

const focusedText = ({ page }: Visit) => page.evaluate(() => document.activeElement?.textContent ?? "");

export const harrowMills = {
  street: "231 Warren Street",
  city: "Harrow Mills",
  region: "WI",
  postcode: "54699",
} as const;

export async function typeAddress({ page }: Visit, name: string): Promise<void> {
  await page.fill("#name", name);
  await page.fill("#street", harrowMills.street);
  await page.fill("#city", harrowMills.city);
  await page.selectOption("#region", harrowMills.region);
  await page.fill("#postcode", harrowMills.postcode);
}

/** What is missing is said first, with the focus on it, and what was typed stays. */
export async function giveAddress(visit: Visit, name: string): Promise<void> {
  const { page, go, sees, settled, scripts } = visit;
  await go("/checkout");
  await page.fill("#name", name);
  await page.fill("#street", "");
  await page.fill("#postcode", "549");
  await settled();
  await page.getByRole("button", { name: "Continue to payment" }).click();
  await page.locator(".error-summary").waitFor();
  await settled();
  expect(await page.title()).toStartWith("Error:");
  expect(await page.evaluate(() => document.activeElement?.className)).toBe("error-summary");
  expect(await page.inputValue("#name")).toBe(name);
  expect(await page.inputValue("#postcode")).toBe("549");
  expect(await page.getAttribute("#street", "aria-invalid")).toBe("true");
  if (scripts) {
    await page.locator(".error-summary a").first().click();
    expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-invalid"))).toBe("true");
  }
  await typeAddress(visit, name);
  await settled();
  await goOn(visit);
  await sees("h1", "Checkout");
}

/** To the payment, by way of the delivery where the address alone does not decide it. */
export async function goOn({ page }: Visit): Promise<void> {
  const button = page.getByRole("button", { name: "Continue to payment" });
  if (!page.url().endsWith("/delivery")) {
    await button.click();
    await page.waitForURL(/\/checkout\/(payment|delivery)$/);
    if (page.url().endsWith("/payment")) return;
  }
  await button.click();
  await page.waitForURL(/\/checkout\/payment$/);
}

/** Places the order, sees the first card declined and the second one taken. Answers the number of the order. */
export async function payByCard(visit: Visit): Promise<string> {
  const { page, sees, settled, text } = visit;
  await page.check("input[value=test_card]");
  await page.check("#terms");
  await page.getByRole("button", { name: /^Place the order/ }).click();
  await page.waitForURL(/\/checkout\/test-card\//);
  await page.fill("#card", "4000 0000 0000 0002");
  await page.getByRole("button", { name: /^Pay \$/ }).click();
  await page.locator("#card-error").waitFor();
  await settled();
  expect(await page.title()).toStartWith("Error:");
  await page.fill("#card", "4242 4242 4242 4242");
  await page.getByRole("button", { name: /^Pay \$/ }).click();
  await page.waitForURL(/\/orders\//);
  await sees("h1", "Thank you");
  await sees(".page-head .stock", "Paid by test card ending 4242");
  return /P-\d+/.exec(await text(".receipt h2"))?.[0] ?? "no number";
}

/** The owner finds the order in the book, sends it off, and reads the letter that says so. */
export async function shipAtDesk(desk: Visit, number: string, name: string): Promise<void> {
  const { page, go, sees, text } = desk;
  await go("/admin/orders");
  await page.fill("#oq", number);
  await page.getByRole("button", { name: "Filter" }).click();
  await page.waitForURL(/q=P-/);
  await page.getByRole("link", { name: number, exact: true }).click();
  await sees("h1", number);
  expect(await text("main")).toContain(name);
  expect(await text(".head")).toContain("Paid");
  await page.fill("#tracking", "1Z 999");
  await page.getByRole("button", { name: "Ship it" }).click();
  await sees(".head", "Shipped");
  expect(await text("main")).toContain("1Z 999");

  await go("/admin/mail");
  const letters = page.locator("tbody tr", { hasText: number });
  expect(await letters.count()).toBe(2);
  await letters.first().getByRole("link").click();
  await sees("pre", "1Z 999");
  expect(await text("pre")).toContain(number);
}
