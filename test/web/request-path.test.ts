import { expect, test } from "bun:test";
import { isReadable, loggedPath, pathOf } from "#src/web/request-path.ts";

test("the path of an address, also of one that a wrong Host left without its beginning", () => {
  expect(pathOf("http://localhost:3000/admin/orders?view=all")).toBe("/admin/orders");
  expect(pathOf("http://localhost:3000")).toBe("/");
  expect(pathOf("/admin/orders?view=all")).toBe("/admin/orders");
});

test("what no name can be is not readable", () => {
  for (const path of ["/products/%E0%A4%A", "/products/%", "/orders/%zz", "/pages/%c0%ae", "/a%00b", "/%00"])
    expect(isReadable(path), path).toBe(false);
  for (const path of ["/", "/products/mug", "/products/m%C3%BCg", "/a%2fb", "/%2500"])
    expect(isReadable(path), path).toBe(true);
});

test("links that hold a secret are not written down", () => {
  const token = "x".repeat(43);
  for (const path of [
    "/orders/",
    "/newsletter/",
    "/newsletter/leave/",
    "/reset/",
    "/account/verify/",
    "/account/email/",
    "/admin/setup/",
    "/admin/join/",
    "/checkout/test-card/",
  ])
    expect(loggedPath(`${path}${token}/pay`)).toBe(`${path}…/pay`);
  expect(loggedPath("/orders/find")).toBe("/orders/find");
});
