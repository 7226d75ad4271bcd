import { describe, expect, test } from "bun:test";
import { headerLine, isMailbox, nextTry } from "#src/mail/letter.ts";

describe("where a letter may go", () => {
  test("is one plain mailbox", () => {
    for (const address of ["ada@example.com", "ada+shop@mail.example.co", "o'neil@example.com", "зоя@пример.рф"]) {
      expect(isMailbox(address), address).toBeTrue();
    }
  });

  test("is never a list, a name with an address, or a second line", () => {
    const hostile = [
      "",
      "ada",
      "@example.com",
      "ada@",
      "ada@a@b",
      "a b@example.com",
      "ada@example.com ",
      " ada@example.com",
      "ada@example.com,eve@example.com",
      "ada@example.com;eve@example.com",
      "Ada <ada@example.com>",
      "ada@example.com\r\nBcc: eve@example.com",
      "ada@example.com\n",
      "ada@exa\u0000mple.com",
      '"a@b"@example.com',
      "ada@example.com(eve@example.com)",
      "group:eve@example.com",
      "ada@[127.0.0.1]",
      "a\\b@example.com",
      `${"a".repeat(65)}@example.com`,
      `a@${"b".repeat(260)}`,
    ];
    for (const address of hostile) expect(isMailbox(address), JSON.stringify(address)).toBeFalse();
  });
});

describe("a header", () => {
  test("is one line, whatever was typed", () => {
    expect(headerLine("Order\r\nBcc: eve@example.com\u2028x\ty")).toBe("Order Bcc: eve@example.com x y");
    expect(headerLine("a".repeat(10_000))).toHaveLength(200);
  });
});

describe("a letter that does not go", () => {
  test("is tried again with longer and longer pauses, for a day", () => {
    const start = new Date("2026-11-25T12:00:00Z");
    expect(nextTry(1, start)).toEqual(new Date("2026-11-25T12:01:00Z"));
    let at = start;
    let tries = 1;
    for (let next = nextTry(tries, at); next; next = nextTry(++tries, at)) at = next;
    const hours = (at.getTime() - start.getTime()) / 3_600_000;
    expect(hours).toBeGreaterThan(24);
    expect(hours).toBeLessThan(26);
  });
});
