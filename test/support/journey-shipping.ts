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
