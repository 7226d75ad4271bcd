import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import type { Static } from "typebox";
import { customers, promotionCodes, promotions } from "#db/schema.ts";
import { Cart, Order, OrderPage } from "#src/api/cart-shapes.ts";
import { Problem } from "#src/api/shapes.ts";
import { buyMug } from "#test/security/doors.ts";
import { openShop, type TestShop } from "#test/support/shop.ts";
import type { TestVisitor } from "#test/support/visitor.ts";
import { expectFit } from "./fits.ts";

let shop: TestShop;
const password = "correct horse battery";

beforeAll(async () => {
  shop = await openShop({
    products: [
      { title: "Mug", price: 2999, stock: 500 },
      {
        title: "Jug",
        price: 4200,
        stock: 5,
        options: [{ name: "Glaze", values: ["Oat"] }],
        variants: [{ options: ["Oat"], stock: 5 }],
      },
    ],
    tax: [{ country: "US", rate: 55_000 }],
  });
});
afterAll(() => shop.close());

type Asked = { readonly body?: unknown; readonly token?: string; readonly headers?: Record<string, string> };

/** A request as a program sends it. */
function ask(visitor: TestVisitor, method: string, path: string, { body, token, headers = {} }: Asked = {}) {
  const json = body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) };
  return visitor.send(`/api/v1${path}`, {
    method,
    ...json,
    headers: {
      ...(body !== undefined && { "Content-Type": "application/json" }),
      ...(token !== undefined && { Authorization: `Bearer ${token}` }),
      ...headers,
    },
  });
}

async function cartIn(response: Response, status = 200) {
  expect([response.status, response.headers.get("Content-Type")]).toEqual([status, "application/json"]);
  expect(response.headers.get("Cache-Control")).toBe("private, no-store");
  const cart = (await response.json()) as Static<typeof Cart>;
  expectFit(Cart, cart, "cart");
  return cart;
}

async function problemIn(response: Response, status: number, fields?: readonly string[]) {
  expect([response.status, response.headers.get("Content-Type")]).toEqual([status, "application/problem+json"]);
  const body = (await response.json()) as Static<typeof Problem>;
  expectFit(Problem, body, "problem");
  if (fields) expect(Object.keys(body.errors ?? {})).toEqual([...fields]);
  return body;
}

async function customer(email: string) {
  const visitor = shop.visitor();
  await visitor.json.post("/api/register", { email, password, displayName: "Odile" });
  const { token } = (await (await visitor.json.post("/auth/login", { email, password })).json()) as { token: string };
  return { visitor, token };
}

describe("the cart", () => {
  test("S51, S9: put in, changed, taken out; every figure the till's", async () => {
    const visitor = shop.visitor();
    const empty = await cartIn(await ask(visitor, "GET", "/cart"));
    expect([empty.count, empty.lines, empty.buyable]).toEqual([0, [], false]);
    const one = await cartIn(
      await ask(visitor, "POST", "/cart/lines", { body: { variant: "mug-0", quantity: 2 } }),
      201,
    );
    const [line] = one.lines;
    expect([line?.price.amount, line?.sums?.before.amount, one.sums.goods.amount]).toEqual([2999, 5998, 5998]);
    const page = await (await visitor.get("/cart")).text();
    expect(page).toContain("$59.98");
    const two = await cartIn(
      await ask(visitor, "POST", "/cart/lines", { body: { product: "jug", options: ["Oat"], quantity: 1 } }),
      201,
    );
    expect(two.lines).toHaveLength(2);
    const changed = await cartIn(await ask(visitor, "PATCH", `/cart/lines/${line?.id}`, { body: { quantity: 99 } }));
    expect(changed.lines[0]?.sums?.before.amount).toBe(296_901);
    expect(changed.sums.total.amount).toBe(
      changed.sums.goods.amount + (changed.sums.shipping?.price.amount ?? 0) + changed.sums.tax.amount,
    );
    const less = await cartIn(await ask(visitor, "DELETE", `/cart/lines/${line?.id}`));
    expect(less.lines.map(({ product }) => product)).toEqual(["jug"]);
    await problemIn(await ask(visitor, "DELETE", `/cart/lines/${line?.id}`), 404);
  });

  test("S9, S46, S54: quantities, prices and nonsense of whoever sends them", async () => {
    const visitor = shop.visitor();
    for (const quantity of [0, -1, 100, 1.5, "2", "abc", null, [1], {}, 1e30])
      await problemIn(await ask(visitor, "POST", "/cart/lines", { body: { variant: "mug-0", quantity } }), 422, [
        "quantity",
      ]);
    await problemIn(await ask(visitor, "POST", "/cart/lines", { body: {} }), 422, ["quantity"]);
    await problemIn(await ask(visitor, "POST", "/cart/lines", { body: { quantity: 1 } }), 422, ["variant"]);
    for (const variant of ["none", "' or 1=1 --", "\0", "\ud800", "\u{1f600}".repeat(20)])
      await problemIn(await ask(visitor, "POST", "/cart/lines", { body: { variant, quantity: 1 } }), 422, ["variant"]);
    await problemIn(
      await ask(visitor, "POST", "/cart/lines", { body: { product: "jug", options: ["Red"], quantity: 1 } }),
      422,
      ["product"],
    );
    await problemIn(
      await ask(visitor, "POST", "/cart/lines", { body: { product: "jug", options: "Oat", quantity: 1 } }),
      422,
      ["options"],
    );
    const cheap = { variant: "mug-0", quantity: 1, price: 1, unit: 1, total: 0, customerId: "x" };
    expect((await cartIn(await ask(visitor, "POST", "/cart/lines", { body: cheap }), 201)).sums.goods.amount).toBe(
      2999,
    );
    await problemIn(
      await ask(visitor, "POST", "/cart/lines", { body: { product: "jug", options: ["Oat"], quantity: 6 } }),
      409,
    );
  });

  test("S52: each way to ask wrongly has its status", async () => {
    const visitor = shop.visitor();
    await problemIn(await ask(visitor, "POST", "/cart/lines", { body: "{" }), 400);
    await problemIn(await ask(visitor, "POST", "/cart/lines", { body: "[]" }), 400);
    await problemIn(
      await ask(visitor, "POST", "/cart/lines", { body: "x=1", headers: { "Content-Type": "text/plain" } }),
      415,
    );
    await problemIn(await ask(visitor, "POST", "/cart/lines", { body: `{"a":"${"x".repeat(300_000)}"}` }), 413);
    for (const [method, path] of [
      ["POST", "/cart"],
      ["GET", "/cart/lines"],
      ["PUT", "/cart/lines/x"],
      ["POST", "/products"],
      ["DELETE", "/orders"],
      ["OPTIONS", "/cart"],
    ] as const) {
      const response = await ask(visitor, method, path, method === "GET" || method === "OPTIONS" ? {} : { body: {} });
      expect(response.headers.get("Allow"), `${method} ${path}`).toMatch(/^[A-Z]+(, [A-Z]+)*$/);
      await problemIn(response, 405);
    }
    const forged = await ask(visitor, "DELETE", "/cart/coupon", { headers: { "Sec-Fetch-Site": "cross-site" } });
    await problemIn(forged, 403);
  });

  test("S47: a code by the same verb; wrong ones name no other", async () => {
    await shop.deps.store.write(async (tx) => {
      await tx.insert(promotions).values({
        id: "p",
        name: "Staff",
        effect: { kind: "percent", off: "order", rate: 500_000 },
        conditions: {},
        coded: true,
        active: true,
      } as never);
      await tx.insert(promotionCodes).values({ key: "STAFF50", promotionId: "p" });
    });
    const visitor = shop.visitor();
    await ask(visitor, "POST", "/cart/lines", { body: { variant: "mug-0", quantity: 1 } });
    const wrong = await problemIn(await ask(visitor, "PUT", "/cart/coupon", { body: { code: "NOPE" } }), 422, ["code"]);
    expect(JSON.stringify(wrong)).not.toContain("STAFF");
    await problemIn(await ask(visitor, "PUT", "/cart/coupon", { body: { code: 5 } }), 422, ["code"]);
    const used = await cartIn(await ask(visitor, "PUT", "/cart/coupon", { body: { code: "staff50" } }));
    expect([used.coupon?.state, used.sums.discount.amount]).toEqual(["used", 1499]);
    const dropped = await cartIn(await ask(visitor, "DELETE", "/cart/coupon"));
    expect([dropped.coupon, dropped.sums.discount.amount]).toEqual([null, 0]);
  });

  test("a program's cart is its customer's, by the token alone, and the browser's own", async () => {
    const { visitor, token } = await customer("cart@example.com");
    const program = shop.visitor();
    const added = await ask(program, "POST", "/cart/lines", { token, body: { variant: "mug-0", quantity: 3 } });
    await cartIn(added, 201);
    expect([...program.cookies]).toEqual([]);
    expect((await cartIn(await ask(program, "GET", "/cart", { token }))).count).toBe(3);
    expect((await cartIn(await ask(visitor, "GET", "/cart"))).count).toBe(3);
    expect((await cartIn(await ask(shop.visitor(), "GET", "/cart"))).count).toBe(0);
  });
});

describe("own orders", () => {
  test("401 for nobody and for tokens that are not good; then one's own, page by page", async () => {
    for (const token of [undefined, "x", "a.b.c", "e30.e30.e30", "a".repeat(5000)]) {
      const response = await ask(shop.visitor(), "GET", "/orders", token === undefined ? {} : { token });
      expect(response.headers.get("WWW-Authenticate")).toStartWith("Bearer");
      await problemIn(response, 401);
    }
    const { visitor, token } = await customer("orders@example.com");
    for (let each = 0; each < 3; each++) {
      await buyMug(visitor);
      shop.clock.forward(60_000);
    }
    const numbers: string[] = [];
    let path: string | null = "/api/v1/orders?limit=2";
    while (path !== null) {
      const response: Response = await ask(shop.visitor(), "GET", path.slice("/api/v1".length), { token });
      const page = (await response.json()) as Static<typeof OrderPage>;
      expectFit(OrderPage, page, path);
      numbers.push(...page.items.map(({ number }) => number));
      path = page.next;
    }
    expect(numbers).toHaveLength(3);
    expect(numbers.toSorted().toReversed()).toEqual(numbers);
    const response = await ask(visitor, "GET", `/orders/${numbers[0]}`);
    const order = (await response.json()) as Static<typeof Order>;
    expectFit(Order, order, "order");
    expect(order.sums.total).toEqual(order.total);

    const other = await customer("other@example.com");
    await problemIn(await ask(other.visitor, "GET", `/orders/${numbers[0]}`, { token: other.token }), 404);
    await problemIn(await ask(other.visitor, "GET", `/orders/${encodeURIComponent("' or 1=1 --")}`), 404);
    const cookieOfOne = await ask(visitor, "GET", `/orders/${numbers[0]}`, { token: other.token });
    await problemIn(cookieOfOne, 404);
    await visitor.json.post("/auth/logout", {}, { headers: { Authorization: `Bearer ${token}` } });
    await problemIn(await ask(shop.visitor(), "GET", "/orders", { token }), 401);
    expect(await shop.deps.store.read.$count(customers)).toBe(3);
  });
});
