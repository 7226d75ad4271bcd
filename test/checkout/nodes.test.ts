import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { isPostgres } from "#db/dialect.ts";
import { orders, outbox, products, promotionCodes, promotions, promotionUses, variants } from "#db/schema.ts";
import { keepProducts } from "#src/catalog/keep.ts";
import { freshDatabase, type FreshDatabase } from "#test/support/database.ts";
import { startNode, type ShopNode } from "#test/support/node.ts";
import type { TestVisitor } from "#test/support/visitor.ts";
import { makeWorld } from "#test/support/world.ts";
import { fillCart, odile, reachPayment, type LastPage } from "./small-shop.ts";

// Three processes of one shop on one PostgreSQL: what holds for many at once must hold across them.

const count = 3;
const buyers = 40;
let database: FreshDatabase;
let nodes: readonly ShopNode[];

const nodeFor = (at: number) => nodes[at % count] as ShopNode;

/** The same browser at another process. */
function moved(visitor: TestVisitor, to: ShopNode): TestVisitor {
  const same = to.visitor();
  for (const [name, value] of visitor.cookies) same.cookies.set(name, value);
  return same;
}

type Buyer = { readonly visitor: TestVisitor; readonly page: LastPage };

async function arrive(
  node: ShopNode,
  variantId: string,
  { email = odile.email as string, code = "" } = {},
): Promise<Buyer> {
  const visitor = node.visitor();
  await fillCart(visitor, variantId);
  if (code !== "") await visitor.post("/cart/coupon", { code });
  return { visitor, page: await reachPayment(visitor, { ...odile, email, ship: "pickup@mill" }) };
}

/** Presses the button; where the shop says that it is very busy, as on a machine that does much else, once more. */
async function press({ visitor, page }: Buyer): Promise<Response> {
  const once = () => visitor.post("/checkout/place", { ...page, pay: "transfer" });
  const first = await once();
  return first.status === 503 && first.headers.has("Retry-After") ? once() : first;
}

function tally(answers: readonly Response[]) {
  const counts: Record<number, number> = {};
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

beforeAll(async () => {
  if (!isPostgres) return;
  database = await freshDatabase();
  await database.store.write(async (tx) => {
    await makeWorld(tx, {
      products: [
        { title: "Mug", price: 2999, stock: 10 },
        { title: "Pot", price: 2999, stock: 1000 },
      ],
    });
    const effect = { kind: "percent", off: "order", rate: 500_000 } as const;
    await tx
      .insert(promotions)
      .values({ id: "staff", name: "Staff", effect, conditions: {}, coded: true, useLimit: 1 });
    await tx.insert(promotionCodes).values({ key: "STAFF50", promotionId: "staff" });
  });
  nodes = await Promise.all(Array.from({ length: count }, () => startNode(database)));
}, 60_000);

afterAll(async () => {
  if (!isPostgres) return;
  for (const { server } of nodes) server.kill("SIGTERM");
  expect(await Promise.all(nodes.map(({ server }) => server.exited))).toEqual([0, 0, 0]);
  await database.close();
}, 60_000);

describe.skipIf(!isPostgres)("three processes of one shop", () => {
  test("T05: of 120 buyers of the last ten, ten get an order and 110 a page that says so", async () => {
    const people = await Promise.all(Array.from({ length: count * buyers }, (_, at) => arrive(nodeFor(at), "mug-0")));
    const answers = await Promise.all(people.map(press));
    expect(tally(answers)).toEqual({ 303: 10, 409: 110 });
    const [mug] = await database.store.read.select().from(variants).where(eq(variants.id, "mug-0"));
    expect([mug?.stock, await database.store.read.$count(orders)]).toEqual([0, 10]);
  }, 90_000);

  test("T06: one button, pressed at all of them twenty times, is one order and one letter", async () => {
    const before = await database.store.read.$count(orders);
    const letters = await database.store.read.$count(outbox);
    const one = await arrive(nodeFor(0), "pot-0");
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, at) => press({ ...one, visitor: moved(one.visitor, nodeFor(at)) })),
    );
    expect(tally(answers)).toEqual({ 303: 20 });
    expect(new Set(answers.map((answer) => answer.headers.get("Location"))).size).toBe(1);
    expect((await database.store.read.$count(orders)) - before).toBe(1);
    expect((await database.store.read.$count(outbox)) - letters).toBe(1);
  }, 60_000);

  test("B04: a code that may be used once is used once", async () => {
    const people = await Promise.all(
      Array.from({ length: 24 }, (_, at) =>
        arrive(nodeFor(at), "pot-0", { email: `b${at}@example.com`, code: "STAFF50" }),
      ),
    );
    expect(tally(await Promise.all(people.map(press)))).toEqual({ 303: 1, 409: 23 });
    expect(await database.store.read.$count(promotionUses)).toBe(1);
  }, 60_000);

  test("what is changed at one is on the pages of the others shortly", async () => {
    const page = async (node: ShopNode) => (await node.visitor().get("/products/pot")).text();
    for (const node of nodes) for (const _ of [1, 2, 3]) expect(await page(node)).toContain("$29.99");
    await database.store.write(async (tx) => {
      const [pot] = await tx.update(products).set({ title: "Kettle" }).where(eq(products.handle, "pot")).returning();
      await keepProducts(tx, [pot?.id ?? ""]);
    });
    const deadline = performance.now() + 2000;
    for (const node of nodes) {
      while (!(await page(node)).includes("Kettle") && performance.now() < deadline) await Bun.sleep(10);
      expect(await page(node)).toContain("Kettle");
    }
  }, 30_000);
});
