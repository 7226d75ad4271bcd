import { expect, test } from "bun:test";
import type { Page } from "playwright-core";
import { sentences } from "#src/accounts/account.ts";
import { axeFinds } from "#test/support/axe.ts";
import { journey } from "#test/support/journey.ts";
import { narrow, wide } from "#test/support/journey-visit.ts";

// Forms that check themselves as one types: by the shop's own rules, in the shop's own words and markup.

/** What is sent to ask about a field. */
function questions(page: Page): string[] {
  const asked: string[] = [];
  page.on("request", (request) => {
    const { pathname } = new URL(request.url());
    if (request.method() === "POST") asked.push(pathname);
  });
  return asked;
}

const errorOf = (page: Page, id: string) => page.locator(`#${id}-error`);
const said = async (page: Page, id: string) =>
  (await errorOf(page, id).count()) === 0 ? undefined : await errorOf(page, id).locator("span").last().textContent();
const leave = (page: Page) => page.keyboard.press("Tab");

journey("forms that check themselves", {}, ({ visit }) => {
  test("S57: a message comes when a field is left, names the rule, and goes at the letter that mends it; nothing is asked", async () => {
    await visit({ viewport: wide, bypassCSP: true }, async ({ page, go }) => {
      const asked = questions(page);
      await go("/register");
      await page.locator("#email").focus();
      await leave(page);
      expect(await said(page, "email")).toBeUndefined();
      await page.locator("#email").pressSequentially("mia@");
      expect(await said(page, "email")).toBeUndefined();
      await leave(page);
      await errorOf(page, "email").waitFor();
      expect(await said(page, "email")).toBe("Enter an email address such as name@example.com.");
      expect(await page.locator("#email").getAttribute("aria-invalid")).toBe("true");
      expect(await page.locator("#email").getAttribute("aria-describedby")).toBe("email-error");
      expect(await page.locator("#live").textContent()).toBe("Enter an email address such as name@example.com.");
      await page.locator("#password").pressSequentially("1234567");
      await leave(page);
      await errorOf(page, "password").waitFor();
      expect(await said(page, "password")).toBe("Password must be at least 8 characters.");
      expect(await page.locator("#password").getAttribute("aria-describedby")).toBe("password-hint password-error");
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        expect(await axeFinds(page)).toEqual([]);
      }
      expect(asked).toEqual([]);
      await page.locator("#email").press("End");
      await page.keyboard.type("example.co");
      expect(await said(page, "email")).toBeUndefined();
      expect(await page.locator("#email").getAttribute("aria-invalid")).toBeNull();
      expect(await page.locator("#email").getAttribute("aria-describedby")).toBeNull();
      // Left once, it is checked at each letter.
      await page.keyboard.type("@");
      expect(await said(page, "email")).toBe("Enter an email address such as name@example.com.");
      await page.keyboard.press("Backspace");
      expect(await said(page, "email")).toBeUndefined();
      await leave(page);
      expect(asked).toEqual([]);
    });
  }, 120_000);

  test("S57: the message is the shop's own, to the letter of the markup", async () => {
    await visit({}, async ({ page, go }) => {
      await go("/register");
      await page.fill("#displayName", "x");
      await page.fill("#displayName", "");
      await page.fill("#password", "short");
      await leave(page);
      await errorOf(page, "password").waitFor();
      const fields = () =>
        page.evaluate(() =>
          ["displayName", "password"].map((id) => {
            const field = document.querySelector(`#${id}-field`)?.cloneNode(true) as HTMLElement;
            const control = field.querySelector("input");
            const told = ["aria-invalid", "aria-describedby"].map((name) => control?.getAttribute(name));
            for (const each of field.querySelectorAll("input, button")) each.remove();
            return { html: field.innerHTML, told };
          }),
        );
      const here = await fields();
      await page.getByRole("button", { name: "Make the account" }).click();
      await page.locator(".error-summary").waitFor();
      expect(await fields()).toEqual(here);
    });
  }, 120_000);

  test("what only the shop knows it is asked: a common password, and only when nothing else is wrong with it", async () => {
    await visit({}, async ({ page, go, settled }) => {
      const asked = questions(page);
      await go("/register");
      await page.locator("#password").pressSequentially("passwor");
      await leave(page);
      await errorOf(page, "password").waitFor();
      expect(asked).toEqual([]);
      await page.locator("#password").press("End");
      await page.keyboard.type("d");
      expect(await said(page, "password")).toBeUndefined();
      await leave(page);
      await errorOf(page, "password").waitFor();
      expect(await said(page, "password")).toBe(sentences.common);
      expect(asked).toEqual(["/account/check/register/password"]);
      await page.locator("#password").press("End");
      await page.keyboard.type(" of my own");
      await errorOf(page, "password").waitFor({ state: "detached" });
      await settled();
      expect(new Set(asked)).toEqual(new Set(["/account/check/register/password"]));
    });
  }, 120_000);

  test("an answer about a field does not move what is being pressed", async () => {
    await visit({}, async ({ page, go }) => {
      await go("/register");
      await page.fill("#displayName", "Mia");
      await page.fill("#email", "mia@example.com");
      await page.locator("#password").pressSequentially("password");
      const button = page.getByRole("button", { name: "Make the account" });
      await button.hover();
      const before = await button.boundingBox();
      const answered = page.waitForResponse(/\/account\/check\//);
      await page.mouse.down();
      await (await answered).finished();
      await page.waitForTimeout(200);
      expect(await said(page, "password")).toBeUndefined();
      expect(await button.boundingBox()).toEqual(before);
      await page.mouse.move(5, 5);
      await page.mouse.up();
      await errorOf(page, "password").waitFor();
      expect(await said(page, "password")).toBe(sentences.common);
      await button.click();
      await page.locator(".error-summary").waitFor();
    });
  }, 120_000);

  test("S46: a form that was sent all the same is checked by the shop, and mended without asking again", async () => {
    await visit({ viewport: narrow }, async ({ page, go, settled }) => {
      await go("/register");
      await page.getByRole("button", { name: "Make the account" }).click();
      await page.locator(".error-summary").waitFor();
      await settled();
      const asked = questions(page);
      expect(await said(page, "displayName")).toBe("Enter your name.");
      await page.locator("#displayName").pressSequentially("M");
      expect(await said(page, "displayName")).toBeUndefined();
      await page.locator("#email").pressSequentially("m");
      expect(await said(page, "email")).toBe("Enter an email address such as name@example.com.");
      await page.keyboard.type("@example.com");
      expect(await said(page, "email")).toBeUndefined();
      expect(asked).toEqual([]);
      await page.locator("#password").pressSequentially("a stall of my own");
      await leave(page);
      await settled();
      await page.getByRole("button", { name: "Make the account" }).click();
      await page.waitForURL(/\/account$/);
    });
  }, 120_000);

  test("an address that is taken stays told until another is typed", async () => {
    await visit({}, async ({ page, go, sees, settled, context }) => {
      const taken = { displayName: "Nora", email: "nora@example.com", password: "a stall of my own" };
      const fill = async () => {
        for (const [id, value] of Object.entries(taken)) await page.fill(`#${id}`, value);
        await leave(page);
        await settled();
        await page.getByRole("button", { name: "Make the account" }).click();
      };
      await go("/register");
      await fill();
      await page.waitForURL(/\/account$/);
      await context.clearCookies();
      await go("/register");
      await fill();
      await sees("#email-error", sentences.taken);
      await settled();
      await page.locator("#password").focus();
      await leave(page);
      expect(await said(page, "email")).toBe(sentences.taken);
      await page.locator("#email").press("Home");
      await page.keyboard.type("x");
      expect(await said(page, "email")).toBeUndefined();
    });
  }, 120_000);

  test("without scripts nothing is told before the form is sent, and all of it then", async () => {
    await visit({ scripts: false }, async ({ page, go }) => {
      await go("/register");
      await page.fill("#email", "mia@");
      await leave(page);
      expect(await said(page, "email")).toBeUndefined();
      await page.getByRole("button", { name: "Make the account" }).click();
      await page.locator(".error-summary").waitFor();
      expect(await said(page, "email")).toBe("Enter an email address such as name@example.com.");
      expect(await said(page, "password")).toBe("Enter your password.");
    });
  }, 120_000);
});
