import { describe, expect, test } from "bun:test";
import { bodyLimit, files, largestBody } from "#src/web/body-limits.ts";
import { openShop } from "#test/support/shop.ts";

const multipart = "multipart/form-data; boundary=x";

describe("how much a request may bring", () => {
  test("64 KiB to a form and 256 KiB as JSON, whatever kind of form it says it is", async () => {
    await using shop = await openShop();
    for (const [type, most] of [
      ["application/x-www-form-urlencoded", 64 << 10],
      [multipart, 64 << 10],
      ["text/csv", 64 << 10],
      ["application/json", 256 << 10],
    ] as const) {
      expect(bodyLimit("/cart/items", type).most, type).toBe(most);
      const send = (length: number) =>
        shop.send("/cart/items", {
          method: "POST",
          body: "x",
          headers: { "Content-Type": type, "Content-Length": String(length) },
        });
      expect((await send(most + 1)).status, type).toBe(413);
      expect((await send(1)).status, type).not.toBe(413);
    }
  });

  test("an address that takes files is meant whole, and nothing that looks like it", () => {
    const { at, most } = files("/admin/things/:id/files", 3, "Fewer.");
    expect(most).toBe((3 << 20) + (64 << 10));
    expect(at.test("/admin/things/a-1/files")).toBe(true);
    for (const path of ["/admin/things/a/b/files", "/x/admin/things/a/files", "/admin/things/a/files/x", "/"])
      expect(at.test(path), path).toBe(false);
  });

  test("the server itself lets no more through than the address with the largest limit takes", () => {
    expect(largestBody).toBeGreaterThanOrEqual(bodyLimit("/cart/items", "application/json").most);
  });
});
