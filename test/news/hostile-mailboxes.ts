/** What somebody types who wants a letter to go elsewhere, or our page to break. */
export const hostileMailboxes: readonly string[] = [
  "",
  "ada",
  "@example.com",
  "a b@example.com",
  "ada@example.com,eve@example.com",
  "ada@example.com;eve@example.com",
  "Ada <ada@example.com>",
  "ada@example.com\r\nBcc: eve@example.com",
  '"><script>alert(1)</script>@example.com',
  '"a@b"@example.com',
  "ada@[127.0.0.1]",
  `${"a".repeat(65)}@example.com`,
  `a@${"b".repeat(300)}.example.com`,
  '<!--pc:"email"-->',
];
