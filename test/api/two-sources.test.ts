import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { Elysia } from "elysia";
import { collectionProducts, collections } from "#db/schema.ts";
import { operations } from "#src/api/operations.ts";
import { apiRoutes } from "#src/api/routes.tsx";
import { Problem } from "#src/api/shapes.ts";
import { accountRoutes } from "#src/accounts/routes.tsx";
import { keepProducts } from "#src/catalog/keep.ts";
import { toCents } from "#src/pricing/money.ts";
import { edge } from "#src/web/edge.ts";
import { errors } from "#src/web/errors.tsx";
import { buyMug } from "#test/security/doors.ts";
import { openShop, type TestShop } from "#test/support/shop.ts";
import { testVisitor, type TestVisitor } from "#test/support/visitor.ts";
import { expectFit } from "./fits.ts";
import { fixedSource } from "./fixed-source.ts";

// S58: first with data that stand in the code, then with a database: the same endpoints, and answers of the same shape.

let shop: TestShop;
let fixed: TestVisitor;
let real: TestVisitor;
const account = { email: "odile@example.com", password: "correct horse battery" };

beforeAll(async () => {
  shop = await openShop({
    products: ["Mug", "Teapot", "Jug"].map((title) => ({ title, price: 2999, stock: 50, compareAt: 3900 })),
    tax: [{ country: "US", rate: 55_000 }],
  });
  await shop.deps.store.write(async (tx) => {
    await tx.insert(collections).values({ id: "c", handle: "ceramics", title: "Ceramics" });
    const shelf = { collectionId: "c", productId: "mug", price: toCents(1), createdAt: new Date(0) };
    await tx.insert(collectionProducts).values(shelf);
    await keepProducts(tx, ["mug"]);
  });
  const app = new Elysia({ normalize: true })
    .use(errors(shop.deps, async () => undefined))
    .use(accountRoutes(shop.deps))
    .use(apiRoutes(shop.deps, fixedSource()));
  const served = edge((request) => app.fetch(request), shop.deps);
  fixed = testVisitor(served, shop.deps.config.url);
  real = shop.visitor();
  await real.json.post("/api/register", { ...account, displayName: "Odile" });
  for (const visitor of [fixed, real]) await visitor.json.post("/auth/login", account);
  await buyMug(real);
  await real.post("/cart/items", { handle: "mug", quantity: "1" });
});
afterAll(() => shop.close());

type Named = { readonly handle: string };
type Body = Readonly<Record<string, unknown>>;

/** The names in an answer. */
const names = (value: unknown): string[] =>
  typeof value !== "object" || value === null || Array.isArray(value) ? [] : Object.keys(value);

async function ask(visitor: TestVisitor, method: string, path: string, sends: unknown) {
  const json =
    sends === undefined ? {} : { body: JSON.stringify(sends), headers: { "Content-Type": "application/json" } };
  const response = await visitor.send(path, { method, ...json });
  const text = await response.text();
  return { status: response.status, type: response.headers.get("Content-Type"), body: JSON.parse(text) as Body };
}

/** Names of what is there, in each of the two. */
async function namesIn(visitor: TestVisitor): Promise<Readonly<Record<string, string>>> {
  const read = async (path: string) => (await ask(visitor, "GET", path, undefined)).body;
  const goods = (await read("/api/v1/products"))["items"] as readonly Named[];
  const orders = (await read("/api/v1/orders"))["items"] as readonly { readonly number: string }[];
  const lines = (await read("/api/v1/cart"))["lines"] as readonly { readonly id: string }[];
  return { handle: goods[0]?.handle ?? "", number: orders[0]?.number ?? "", lineId: lines[0]?.id ?? "" };
}

describe("S58: fixed data and the database", () => {
  for (const { id, method, path, group, answer, status, sends } of operations) {
    if (group === "Account" || id === "useCoupon") continue;
    test(`${method} ${path} answers alike`, async () => {
      const answers = [];
      for (const visitor of [fixed, real]) {
        const known = await namesIn(visitor);
        const address = path.replaceAll(/:(\w+)/g, (_, name: string) => known[name] ?? "none");
        const wish = id === "addLine" ? { product: "mug", quantity: 1 } : sends;
        const got = await ask(visitor, method, address, wish);
        expect([got.status, got.type], `${id} ${JSON.stringify(got.body)}`).toEqual([status, "application/json"]);
        expectFit(answer, got.body, id);
        answers.push(got.body);
      }
      const [one, other] = answers;
      expect(names(one)).toEqual(names(other));
      const [items, others] = [one?.["items"], other?.["items"]] as readonly (readonly unknown[] | undefined)[];
      if (items) expect(names(items[0])).toEqual(names(others?.[0]));
    });
  }

  test("and refuse alike: unknown things, wrong fields, nobody signed in", async () => {
    for (const [method, path, sends, status] of [
      ["GET", "/api/v1/products/none", undefined, 404],
      ["GET", "/api/v1/products?limit=0", undefined, 422],
      ["GET", "/api/v1/orders/none", undefined, 404],
      ["POST", "/api/v1/cart/lines", { quantity: 0 }, 422],
      ["PATCH", "/api/v1/cart/lines/none", { quantity: 2 }, 404],
      ["PUT", "/api/v1/cart", {}, 405],
    ] as const) {
      const [one, other] = [await ask(fixed, method, path, sends), await ask(real, method, path, sends)];
      expect([one.status, other.status], `${method} ${path}`).toEqual([status, status]);
      expectFit(Problem, one.body, path);
      expect({ ...one.body, request_id: "" }).toEqual({ ...other.body, request_id: "" });
    }
  });

  test("and page alike", async () => {
    for (const visitor of [fixed, real]) {
      const handles: string[] = [];
      let path: string | null = "/api/v1/products?limit=2";
      while (path !== null) {
        const { body } = await ask(visitor, "GET", path, undefined);
        handles.push(...(body["items"] as readonly Named[]).map(({ handle }) => handle));
        path = body["next"] as string | null;
      }
      expect(new Set(handles).size).toBe(3);
    }
  });
});
