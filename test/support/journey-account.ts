import { expect } from "bun:test";
import { harrowMills } from "./journey-order.ts";
import type { Visit } from "./journey-visit.ts";
import type { See } from "./journey-walk.ts";

// The rooms of an account: addresses, and an order that is wanted again.

type Typed = { readonly name?: string; readonly street: string };

/** Fills the form in and sends it off, and is back at the list. */
export async function addAddress({ page, go, sees }: Visit, { name, street }: Typed): Promise<void> {
  await go("/account/addresses/new");
  if (name !== undefined) await page.fill("#name", name);
  await page.fill("#street", street);
  await page.fill("#city", harrowMills.city);
  await page.selectOption("#region", harrowMills.region);
  await page.fill("#postcode", harrowMills.postcode);
  await page.getByRole("button", { name: "Keep it" }).click();
  await page.waitForURL(/\/account\/addresses$/);
  await sees(".notice", `${street}, ${harrowMills.city} is in your account.`);
}

/** What the cards say goes there, from the first to the last: "Goods go here · Bills go here". */
export const usesOf = async ({ page }: Visit): Promise<string[]> =>
  (await page.locator("#addresses li").allInnerTexts()).map((text) => /^(Goods|Bills) go here.*/.exec(text)?.[0] ?? "");

/** Makes another one the default for bills, takes one out and has it back, without ever losing the focus. */
export async function changeBook(visit: Visit): Promise<void> {
  const { page, sees, settled } = visit;
  await page.getByRole("button", { name: /^Send bills here/ }).click();
  await sees(".notice", "Bills go there from now on.");
  await settled();
  expect((await usesOf(visit)).toSorted()).toEqual(["Bills go here", "Goods go here"]);
  await page
    .getByRole("button", { name: /^Remove/ })
    .first()
    .click();
  await sees(".notice", "removed.");
  await settled();
  expect(await page.locator("#addresses li").count()).toBe(1);
  await page.getByRole("button", { name: /^Put it back/ }).click();
  await sees(".notice", "The address is back.");
  await settled();
  expect((await usesOf(visit)).toSorted()).toEqual(["Bills go here", "Goods go here"]);
}

/** The pages and states of all that, where an order was placed before. */
export async function walkRooms(visit: Visit, see: See): Promise<void> {
  const { page, go, sees, settled } = visit;
  await go("/account/addresses");
  await see("addresses-none");
  await go("/account/addresses/new");
  await page.fill("#postcode", "1");
  await page.getByRole("button", { name: "Keep it" }).click();
  await page.locator(".error-summary").waitFor();
  await settled();
  await see("address-refused");
  await addAddress(visit, { street: harrowMills.street });
  await addAddress(visit, { name: "Odile at the mill, by the back door", street: "14 Mill Street" });
  await see("addresses");
  await changeBook(visit);
  await page.getByRole("link", { name: /^Edit/ }).first().click();
  await sees("h1", "Change an address");
  await see("address");
  await go("/account/addresses");
  await page
    .getByRole("button", { name: /^Remove/ })
    .last()
    .click();
  await sees(".notice", "removed.");
  await settled();
  await see("addresses-removed");
  await page.getByRole("button", { name: /^Put it back/ }).click();
  await sees(".notice", "The address is back.");
  await go("/account");
  await see("account-full");
  await page
    .getByRole("button", { name: /^Order this again/ })
    .first()
    .click();
  await page.waitForURL(/\/cart$/);
  await sees(".notice", "in your cart again.");
  await see("cart-again");
  await go("/checkout");
  await see("checkout-book");
}
