import { describe, expect, test } from "bun:test";
import { emailKeyOf, isEmail } from "#src/accounts/account.ts";
import { passwordTrouble } from "#src/accounts/common-passwords.ts";
import { withList } from "./hostile-lists.ts";

describe("isEmail", () => {
  for (const good of [
    "a@b.c",
    "odile.bernard+shop@example.co.uk",
    "o'neill@example.com",
    "name@münchen.example",
    "x@localhost",
  ]) {
    test(`takes ${good}`, () => expect(isEmail(good)).toBe(true));
  }
  for (const bad of [
    "",
    "@",
    "a@",
    "@b",
    "a",
    "a b@c.d",
    "a@b c.d",
    "a..b@c.d",
    ".a@c.d",
    "a.@c.d",
    "a@-b.c",
    "a@b.c.",
    "a@1.2.3.4",
    "a@b\r\nBcc: c@d",
    '"a b"@c.d',
    "a@b@c.d",
  ]) {
    test(`refuses ${JSON.stringify(bad)}`, () => expect(isEmail(bad)).toBe(false));
  }

  withList<{ address: string; category: string }>("emails-isemail", (entries) => {
    test("takes every valid address of a list, and no broken one", () => {
      for (const { address, category } of entries) {
        if (category === "ISEMAIL_ERR") expect(isEmail(address), address).toBe(false);
        if (/VALID_CATEGORY|DNSWARN/.test(category)) expect(isEmail(address), address).toBe(true);
      }
    });
  });

  test("is quick on what was made to be slow", () => {
    for (const text of [
      "a".repeat(50_000),
      `${"a.".repeat(20_000)}@b.c`,
      `a@${"b.".repeat(20_000)}`,
      "@".repeat(50_000),
    ]) {
      const started = performance.now();
      expect(isEmail(text)).toBe(false);
      expect(performance.now() - started).toBeLessThan(50);
    }
  });
});

test("addresses are compared in small letters and trimmed", () => {
  expect(emailKeyOf(" A@X.Test ")).toBe("a@x.test");
});

test("a password is told what is wrong with it", () => {
  expect(passwordTrouble("1234567")).toBe("Password must be at least 8 characters.");
  expect(passwordTrouble("x".repeat(1025))).toContain("1,024 bytes");
  expect(passwordTrouble("Sunshine1")).toContain("Choose another");
  expect(passwordTrouble("a stall of my own")).toBeUndefined();
});
