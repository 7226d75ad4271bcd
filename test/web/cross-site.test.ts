import { describe, expect, test } from "bun:test";
import { readConfig } from "#src/config.ts";
import { isForged } from "#src/web/cross-site.ts";

const config = readConfig({ PUSHCART_HOSTS: "192.168.1.5:3000" });
const post = (headers: Record<string, string>) =>
  new Request("http://localhost:3000/cart/items", { method: "POST", headers });

describe("isForged", () => {
  const cases: [what: string, headers: Record<string, string>, forged: boolean][] = [
    ["a form of the shop's own page", { "sec-fetch-site": "same-origin", cookie: "pc=1" }, false],
    ["an address typed or a bookmark", { "sec-fetch-site": "none", cookie: "pc=1" }, false],
    ["another site", { "sec-fetch-site": "cross-site" }, true],
    ["a neighbour below the same name", { "sec-fetch-site": "same-site" }, true],
    ["own origin on plain http", { origin: "http://localhost:3000", cookie: "pc=1" }, false],
    [
      "a phone on the local network",
      { origin: "http://192.168.1.5:3000", host: "192.168.1.5:3000", cookie: "pc=1" },
      false,
    ],
    ["another origin on plain http", { origin: "http://evil.example", cookie: "pc=1" }, true],
    ["no origin", { origin: "null", cookie: "pc=1" }, true],
    ["a program without a cookie", {}, false],
    ["a program with somebody's cookie", { cookie: "pc=1" }, true],
  ];
  for (const [what, headers, forged] of cases) {
    test(`${what} is ${forged ? "refused" : "let in"}`, () => expect(isForged(post(headers), config)).toBe(forged));
  }

  test("reading is never forged", () => {
    expect(
      isForged(new Request("http://localhost:3000/", { headers: { "sec-fetch-site": "cross-site" } }), config),
    ).toBe(false);
  });
});
