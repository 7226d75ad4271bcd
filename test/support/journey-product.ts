import type { Visit } from "./journey-visit.ts";
import type { See } from "./journey-walk.ts";
import { jpeg } from "./picture-files.ts";

type Walker = Pick<Visit, "page" | "go" | "sees" | "settled">;

/** A product's page at the desk: a picture sent and one refused, one taken away, and words that two have changed. */
export async function walkProduct({ page, go, sees, settled }: Walker, see: See): Promise<void> {
  await go("/admin/products?q=milk+jug");
  await page.getByRole("link", { name: "Milk Jug" }).first().click();
  await sees("h1", "Milk Jug");
  await see("admin-product");
  const own = new URL(page.url()).pathname;
  const files = [
    { name: "jug.jpg", mimeType: "image/jpeg", buffer: Buffer.from(await jpeg(400, 500)) },
    {
      name: "a note with a name so long that it must be broken somewhere.jpg",
      mimeType: "image/jpeg",
      buffer: Buffer.from("words"),
    },
  ];
  await page.setInputFiles("#files", files);
  await sees("#sending .error", "it is no picture");
  await see("admin-product-pictures");
  await page.locator("[value=remove]").last().click();
  await page.locator("#put-back").waitFor();
  await settled();
  await see("admin-product-removed");
  await page.locator("#put-back").click();
  await page.locator("#put-back").waitFor({ state: "detached" });

  await go(own);
  await page.fill("#title", "");
  await page.getByRole("button", { name: "Save the words" }).click();
  await page.locator(".error-summary").waitFor();
  await settled();
  await see("admin-product-refused");
  await go(own);
  const version = await page.locator("#words [name=version]").inputValue();
  await page.fill("#subtitle", "Two glazes, two sizes");
  await page.getByRole("button", { name: "Save the words" }).click();
  await sees("#words [role=status]", "Saved");
  await page.locator("#words [name=version]").evaluate((box, old) => box.setAttribute("value", old), version);
  await page.fill("#subtitle", "Stoneware, 2 glazes, 2 sizes");
  await page.getByRole("button", { name: "Save the words" }).click();
  await page.locator("#differs").waitFor();
  await settled();
  await see("admin-product-differs");
  await page.getByRole("button", { name: "Save the words" }).click();
  await sees("#words [role=status]", "Saved");
}

/** A product written by hand: refused once, then made as a draft. */
export async function walkNewProduct({ page, go, sees }: Walker, see: See): Promise<void> {
  await go("/admin/products/new");
  await see("admin-product-new");
  await page.fill("#title", "Wool Socks");
  await page.fill("#option1", "Size");
  await page.getByRole("button", { name: "Make it" }).click();
  await page.locator("#price-error").waitFor();
  await see("admin-product-new-refused");
  await page.fill("#price", "18.00");
  await page.fill("#values1", "Small, Large");
  await page.selectOption("#status", "draft");
  await page.getByRole("button", { name: "Make it" }).click();
  await sees("h1", "Wool Socks");
  await see("admin-product-made");
}
