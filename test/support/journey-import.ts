import type { Visit } from "./journey-visit.ts";
import type { See } from "./journey-walk.ts";

const table = [
  "Handle,Title,Variant Price,Variant Inventory Qty",
  "walked-mug,A mug for a walk,12.00,4",
  "walked-jug,<i>A jug</i> for a walk,lots,2",
  ",Nobody's,5.00,1",
].join("\n");
const file = { name: "for-a-walk.csv", mimeType: "text/csv", buffer: Buffer.from(table) };

/** A product file: looked at, sent, checked, taken in and taken back. */
export async function walkImport(
  { page, go, sees, settled }: Pick<Visit, "page" | "go" | "sees" | "settled">,
  see: See,
) {
  await go("/admin/import");
  await see("admin-import");
  await page.setInputFiles("#file", file);
  await sees('[data-part="words"]', "2 to look at");
  await see("admin-import-looked-at");
  await page.setInputFiles("#file", { ...file, buffer: Buffer.from("PK\u0003\u0004") });
  await page.getByRole("button", { name: "Send and check it" }).click();
  await page.locator(".error-summary").waitFor();
  await see("admin-import-refused");
  await page.setInputFiles("#file", file);
  await sees('[data-part="words"]', "2 to look at");
  await page.getByRole("button", { name: "Send and check it" }).click();
  await page.waitForURL(/\/admin\/import\/[\w-]+$/);
  await see("admin-import-working");
  await sees("#import-job .status", "Checked, nothing changed yet");
  await settled();
  await see("admin-import-checked");
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await sees("#import-job .status", /^Done$/);
  await settled();
  await see("admin-import-done");
  await page.getByRole("button", { name: "Undo this import" }).click();
  await sees("#import-job .status", /^Taken back$/);
  await settled();
  await see("admin-import-undone");
}
