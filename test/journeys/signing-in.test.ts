import { expect, test } from "bun:test";
import type { Page } from "playwright-core";
import { codeAt } from "#src/accounts/one-time-code.ts";
import { lettersTo, linkTo } from "#test/accounts/letters.ts";
import { axeFinds } from "#test/support/axe.ts";
import { journey } from "#test/support/journey.ts";
import { narrow, wide } from "#test/support/journey-visit.ts";

// Everything about signing in, as somebody does it: with scripts and without, wide and narrow, by day and by night.

const person = (name: string) => ({ email: `${name}@example.com`, password: "a long walk home", displayName: name });

async function looksRight(page: Page) {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await axeFinds(page), `${page.url()} ${colorScheme}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: "light" });
  const sideways = await page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth");
  expect(sideways, `${page.url()} scrolls sideways`).toBe(false);
}

journey("signing in", {}, ({ server, visit }) => {
  const signIn = async (page: Page, { email, password }: { email: string; password: string }) => {
    await page.fill("#email", email);
    await page.fill("#password", password);
    await page.getByRole("button", { name: "Sign in" }).click();
  };

  test("S57: a message comes when a field is left, and goes when it is mended; nothing typed is lost", async () => {
    await visit({ viewport: wide, bypassCSP: true }, async ({ page, go, settled }) => {
      await go("/register");
      await page.fill("#displayName", "Mia");
      await page.fill("#email", "mia@");
      await page.fill("#password", "short");
      await page.locator("#email-error").waitFor();
      expect(await page.locator("#email").getAttribute("aria-describedby")).toContain("email-error");
      expect(await page.locator("#password-error").count()).toBe(0);
      await page.keyboard.press("Tab");
      await page.locator("#password-error").waitFor();
      expect(await page.locator("#password-error").textContent()).toContain("Password must be at least 8 characters.");
      expect(await page.locator("#password").getAttribute("aria-invalid")).toBe("true");
      await looksRight(page);
      await page.locator("#password").press("End");
      await page.locator("#password").pressSequentially(" no more of that");
      await page.locator("#password-error").waitFor({ state: "detached" });
      expect(await page.locator("#password").inputValue()).toBe("short no more of that");
      expect(await page.evaluate("document.activeElement.id")).toBe("password");
      await page.locator("#email").press("End");
      await page.locator("#email").pressSequentially("example.com");
      await page.locator("#email-error").waitFor({ state: "detached" });
      expect([await page.locator("#email").inputValue(), await page.locator("#displayName").inputValue()]).toEqual([
        "mia@example.com",
        "Mia",
      ]);
      await settled();
      await page.getByRole("button", { name: "Make the account" }).click();
      await page.waitForURL(/\/account$/);
    });
  }, 120_000);

  for (const scripts of [true, false]) {
    const how = scripts ? "with scripts" : "without scripts";
    test(`A09: back in by a letter, ${how}`, async () => {
      const who = person(scripts ? "lena" : "theo");
      await server().shop.visitor().json.post("/api/register", who);
      await visit({ viewport: narrow, scripts, bypassCSP: true }, async ({ page, go, sees }) => {
        await go("/login");
        await page.getByRole("link", { name: "Forgotten your password?" }).click();
        await page.fill("#email", who.email);
        if (scripts) await looksRight(page);
        await page.getByRole("button", { name: "Send me the letter" }).click();
        await sees("h1", "Look at your letters");
        if (scripts) await looksRight(page);
        await go(await linkTo(server().shop, who.email, "password_reset"));
        await page.fill("#password", "a stall of one's own");
        if (scripts) await looksRight(page);
        await page.getByRole("button", { name: "Take this password" }).click();
        await page.waitForURL(/\/account$/);
        await sees("main", "Your new password is set");
        expect(await lettersTo(server().shop, who.email, "account_changed")).toHaveLength(1);
      });
    }, 120_000);

    test(`A10: an app is set up, and its code asked for, ${how}`, async () => {
      const who = person(scripts ? "mina" : "otto");
      await server().shop.visitor().json.post("/api/register", who);
      await visit(
        { viewport: scripts ? wide : narrow, scripts, bypassCSP: true },
        async ({ page, go, sees, settled }) => {
          const check = () => (scripts ? looksRight(page) : undefined);
          await go("/login?next=/account/security");
          await signIn(page, who);
          await page.waitForURL(/\/account\/security$/);
          await sees("h1", "Details and devices");
          await settled();
          await check();
          await page.getByRole("link", { name: "Set one up" }).click();
          const seed = ((await page.locator("main code").first().textContent()) ?? "").replaceAll(" ", "");
          await check();
          await page.fill("#code", codeAt(seed, server().shop.clock.now()));
          await page.getByRole("button", { name: "Turn it on" }).click();
          await sees("h1", "Your recovery codes");
          expect(await page.locator("main code").count()).toBe(10);
          await check();
          await page.getByRole("link", { name: "I have kept them" }).click();
          await page.getByRole("button", { name: "Sign out everywhere" }).click();
          await page.waitForURL(/\/login$/);
          await signIn(page, who);
          await sees("h1", "One more step");
          await check();
          await page.fill("#code", "000000");
          await page.getByRole("button", { name: "Sign in" }).click();
          await sees("#code-error", "That code is not right");
          server().shop.clock.forward(60_000);
          await page.fill("#code", codeAt(seed, server().shop.clock.now()));
          await page.getByRole("button", { name: "Sign in" }).click();
          await page.waitForURL(/\/account$/);
        },
      );
    }, 120_000);
  }
});
