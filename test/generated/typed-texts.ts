import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";

// What people, programs and enemies type.

const odd = [
  ...[
    "",
    " ",
    "\t",
    "\u00a0",
    "\u2028",
    "\0",
    "a\0b",
    "a",
    "1",
    "1234567",
    "12345678",
    "123456789",
    "password",
    "Sunshine1",
  ],
  ...[
    "mia",
    "mia@",
    "@example.com",
    "mia@example.com",
    " Mia@Example.com ",
    "mia@example",
    "mia@@example.com",
    "a.@b.c",
  ],
  ...[
    "mia@exämple.de",
    "o'brien@example.com",
    '"a b"@example.com',
    "mia@[127.0.0.1]",
    "mia@1.2.3.4",
    "mia@example.com,x@y.z",
  ],
  ...[
    "😀😀😀😀",
    "😀".repeat(8),
    "e\u0301".repeat(4),
    "<b>&amp;",
    "__proto__",
    "constructor",
    "toString",
    "hasOwnProperty",
  ],
  ...[
    "x".repeat(59),
    "x".repeat(60),
    "x".repeat(61),
    "x".repeat(100),
    "x".repeat(101),
    "é".repeat(512),
    "é".repeat(513),
  ],
  ...[
    "x".repeat(120),
    "x".repeat(121),
    "x".repeat(200),
    "x".repeat(201),
    "x".repeat(254),
    "x".repeat(255),
    "😀".repeat(101),
  ],
  ...[
    "x".repeat(1000),
    "x".repeat(1001),
    "x".repeat(1024),
    "x".repeat(1025),
    "x".repeat(2000),
    "x".repeat(2001),
    "x".repeat(3001),
  ],
  ...[
    `${"x".repeat(64)}@example.com`,
    `${"x".repeat(65)}@example.com`,
    `a@${"b".repeat(63)}.com`,
    `a@${"b".repeat(64)}.com`,
  ],
  ...[
    "12534",
    "12534-1234",
    "1253",
    "K1A 0B1",
    "k1a0b1",
    "SW1A 1AA",
    "1010",
    "10115",
    "DE123456789",
    "GR12345678",
    "XX1",
    "atu12345678",
  ],
  ...[
    "4242 4242 4242 4242",
    "5",
    "6",
    "0",
    "01",
    " 5 ",
    "5.0",
    "NY",
    "ny",
    "BC",
    "line\nline",
    "line\r\nline",
    "ａ@ｂ.ｃ",
  ],
];
const hostile = ["naughty-strings", "emails-isemail", "xss-payloads", "sql-injection"].flatMap((name) => {
  const file = join(import.meta.dir, "../../../shared/data/hostile", `${name}.json`);
  if (!existsSync(file)) return [];
  const texts = JSON.stringify(JSON.parse(readFileSync(file, "utf8")), (_, value) => value) as string;
  return everyText(JSON.parse(texts)).slice(0, 700);
});
const chance = fc.sample(
  fc.oneof(
    fc.string({ unit: "binary", maxLength: 30 }),
    fc.string({ maxLength: 300 }),
    fc.emailAddress(),
    fc.tuple(fc.string({ maxLength: 70 }), fc.string({ maxLength: 70 })).map(([name, host]) => `${name}@${host}`),
    fc.integer({ min: 1, max: 1100 }).map((length) => "x".repeat(length)),
    fc.stringMatching(/^[A-Z]{0,2}[ -]?\d{1,9}[A-Z]{0,3}$/),
  ),
  { numRuns: hostile.length > 0 ? 400 : 1200, seed: 20261126 },
);
/** As a browser sends text: halves of letters cannot be sent. */
export const texts = [...new Set([...odd, ...hostile, ...chance].map((text) => text.toWellFormed()))];

function everyText(found: unknown): string[] {
  if (typeof found === "string") return [found];
  return typeof found === "object" && found !== null ? Object.values(found).flatMap(everyText) : [];
}
