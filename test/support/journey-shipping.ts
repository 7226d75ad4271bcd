import type { Visit } from "./journey-visit.ts";
import type { See } from "./journey-walk.ts";

type Walker = Pick<Visit, "page" | "go" | "sees" | "settled">;

/** Shipping and tax at the desk: a parcel tried, one refused, a way switched off and on again. */
export async function walkShipping({ page, go, sees, settled }: Walker, see: See): Promise<void> {
  await go("/admin/shipping");
  await see("admin-shipping");
  await page.fill("#goods", "a lot");
  await page.getByRole("button", { name: "Work it out" }).click();
  await page.locator("#goods-error").waitFor();
  await settled();
  await see("admin-shipping-refused");
  await page.fill("#goods", "40.00");
  await page.fill("#weight", "2");
  await page.fill("#postcode", "54699");
  await page.getByRole("button", { name: "Work it out" }).click();
  await sees("#trial [role=status]", "To Wisconsin.");
  await settled();
  await see("admin-shipping-tried");
  const express = "#ways #switch-demo-express";
  await page.locator(express).click();
  await sees(express, "Switch on");
  await settled();
  await see("admin-shipping-off");
  await page.locator(express).click();
  await sees(express, "Switch off");
}

/** Who the shop is, at the desk: looked at, refused, saved. */
export async function walkSettings({ page, go, sees }: Walker, see: See): Promise<void> {
  await go("/admin/settings");
  await see("admin-settings");
  await page.fill("#time-zone", "Nowhere");
  await page.getByRole("button", { name: "Save the settings" }).click();
  await page.locator("#time-zone-error").waitFor();
  await see("admin-settings-refused");
  await page.fill("#time-zone", "America/Chicago");
  await page.getByRole("button", { name: "Save the settings" }).click();
  await sees("main [role=status]", "Saved.");
  await see("admin-settings-saved");
}

/** Pages to read: the list, a new one refused and made, and the list of a shop that has it. */
export async function walkPages({ page, go, sees }: Walker, see: See): Promise<void> {
  await go("/admin/pages/new?as=terms");
  await page.getByRole("button", { name: "Save the page" }).click();
  await page.locator("#body-error").waitFor();
  await see("admin-page-refused");
  await page.fill("#title", "Care of wood");
  await page.fill("#handle", `care-of-wood-${Date.now()}`); // the walk is taken more than once in one shop
  await page.fill("#body", "## Oil\n\nTwice a year.");
  await page.getByRole("button", { name: "Save the page" }).click();
  await sees("main [role=status]", "Saved.");
  await see("admin-pages");
  await page.getByRole("link", { name: "Care of wood" }).first().click();
  await sees("h1", "Care of wood");
  await see("admin-page");
}
