import type { Visit } from "./journey-visit.ts";
import type { See } from "./journey-walk.ts";

// The pages about what the shop knows of people: a customer's own, and those of the desk.

type Walker = Pick<Visit, "page" | "go" | "sees" | "settled">;

/** Somebody who is signed in looks at their data and at the door, and stays. */
export async function walkPrivacy({ page, go }: Walker, see: See): Promise<void> {
  await go("/account/data");
  await see("account-data");
  await go("/account/delete");
  await see("account-delete");
  await page.fill("#email", "somebody@else.example");
  await page.getByRole("button", { name: "Delete my account for good" }).click();
  await page.locator(".error-summary").waitFor();
  await see("account-delete-refused");
  await go("/goodbye");
  await see("goodbye");
}

/** The desk, where somebody has an account and somebody ordered without one. */
export async function walkCustomers({ page, go, sees }: Walker, see: See): Promise<void> {
  await go("/admin/me");
  await see("admin-me");
  await page.getByRole("button", { name: "Take the new password" }).click();
  await page.locator("#newPassword-error").waitFor();
  await see("admin-me-refused");
  await go("/admin/customers?who=guests");
  await see("admin-guests");
  await go("/admin/customers?q=nobody-like-that");
  await see("admin-customers-nothing");
  await go("/admin/customers?sort=spent");
  await see("admin-customers");
  await page.locator("tbody th a").first().click();
  await page.locator("#note").waitFor();
  await page.fill("#note", "Rings twice, and has a dog.");
  await page.getByRole("button", { name: "Keep the note" }).click();
  await sees(".notice.ok", "The notes are saved.");
  await page.fill("#group", "regulars");
  await page.getByRole("button", { name: "Put in" }).click();
  await sees(".notice.ok", "The groups are saved.");
  await see("admin-customer");
  await page.fill("#group", "!");
  await page.getByRole("button", { name: "Put in" }).click();
  await page.locator("#group-error").waitFor();
  await see("admin-customer-refused");
  await page.locator(".head").getByRole("link", { name: "Erase" }).click();
  await page.getByRole("button", { name: "Erase them for good" }).click();
  await page.locator("#email-error").waitFor();
  await see("admin-customer-erase-refused");
}
