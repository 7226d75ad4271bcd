import { expect, test, setDefaultTimeout } from "bun:test";
import { openHouse } from "./doors.ts";

setDefaultTimeout(60_000);

test("D06, T14: a body of more fields than any form has is refused whole, and changes nothing", async () => {
  const { shop, shopper, doors, address, whose } = await openHouse();
  const many = Object.fromEntries(Array.from({ length: 201 }, (_, at) => [`f${at}`, "1"]));
  const before = await (await shopper.get("/cart/count", { headers: { "HX-Request-Type": "partial" } })).text();
  for (const door of doors.filter(({ method, fields }) => method === "POST" && fields.length > 0)) {
    const fields = Object.fromEntries(door.fields.map((name) => [name, "1"]));
    const answer = await whose(door).post(address(door), { ...fields, ...many });
    // Where files may come, nothing is read before it is known that they may: this order is not on its way yet.
    expect(answer.status, door.path).toBe(door.path.includes("/review/") ? 409 : 413);
  }
  const added = await shopper.post("/cart/items", { handle: "mug", quantity: "1", ...many });
  expect(added.status).toBe(413);
  expect(await (await shopper.get("/cart/count", { headers: { "HX-Request-Type": "partial" } })).text()).toBe(before);
  await shop.close();
});

test("D06: what is nested or repeated without end is refused, soon", async () => {
  const { shop, shopper } = await openHouse();
  const deep = "[".repeat(60_000) + "]".repeat(60_000);
  const began = performance.now();
  for (const path of ["/cart/items", "/theme", "/checkout", "/login"]) {
    const nested = await shopper.json.post(path, deep);
    expect([303, 400, 413, 422], path).toContain(nested.status);
    const repeated = await shopper.send(path, {
      method: "POST",
      body: "a&".repeat(32_000),
      headers: { "Content-Type": "application/x-www-form-urlencoded" },
    });
    expect([303, 413, 422], path).toContain(repeated.status);
  }
  for (const [path, method] of [
    ["/api/v1/cart/lines", "POST"],
    ["/api/v1/cart/lines/none", "PATCH"],
    ["/api/v1/cart/coupon", "PUT"],
    ["/api/register", "POST"],
    ["/auth/login", "POST"],
  ] as const) {
    for (const name of ["options", "variant", "quantity", "code", "email"]) {
      const body = `{"${name}":${deep}}`;
      const answer = await shopper.send(path, { method, body, headers: { "Content-Type": "application/json" } });
      expect([400, 401, 404, 422], `${name} to ${path}`).toContain(answer.status);
    }
  }
  expect((await shop.get(`/collections/none?${"k=1&".repeat(2000)}`)).status).toBe(404);
  expect(performance.now() - began).toBeLessThan(5000);
  await shop.close();
});
