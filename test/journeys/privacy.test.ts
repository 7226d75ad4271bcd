import { readFileSync } from "node:fs";
import { expect, test } from "bun:test";
import { journey } from "#test/support/journey.ts";
import { narrow, type Visit } from "#test/support/journey-visit.ts";
import { unzip } from "#test/privacy/unzip.ts";

// Data taken home and an account deleted, with scripts and without, in a real browser.

const password = "a long walk home";

async function register({ page, go }: Visit, email: string) {
  await go("/register");
  await page.fill("#displayName", "Odile Bernard");
  await page.fill("#email", email);
  await page.fill("#password", password);
  await page.getByRole("button", { name: "Make the account" }).click();
  await page.waitForURL(/\/account$/);
}

journey("what the shop knows of somebody", {}, ({ visit }) => {
  for (const scripts of [true, false])
    test(`is taken home and deleted ${scripts ? "with" : "without"} scripts`, async () => {
      const email = `odile-${scripts}@example.com`;
      await visit({ scripts, viewport: narrow }, async (shopper) => {
        const { page, sees } = shopper;
        await register(shopper, email);
        await page.getByRole("link", { name: "Your data" }).first().click();
        await page.waitForURL(/\/account\/data$/);
        const coming = page.waitForEvent("download");
        await page.getByRole("button", { name: "Download my data" }).click();
        const file = await coming;
        expect(file.suggestedFilename()).toMatch(/^data-\d{4}-\d\d-\d\d\.zip$/);
        const files = await unzip(new Response(readFileSync(await file.path())));
        expect(files.get("data.json")).toContain(email);

        await page.getByRole("link", { name: "Delete your account" }).click();
        await page.getByRole("button", { name: "Delete my account for good" }).click();
        await sees(".error-summary", "There is a problem");
        await page.fill("#email", email);
        await page.fill("#password", password);
        await page.getByRole("button", { name: "Delete my account for good" }).click();
        await page.waitForURL(/\/goodbye$/);
        await sees("h1", "Your account is deleted");
        await shopper.go("/account");
        expect(new URL(page.url()).pathname).toBe("/login");
      });
    }, 120_000);
});
