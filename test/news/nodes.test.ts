import { describe, expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { isPostgres } from "#db/dialect.ts";
import { openStore } from "#db/open.ts";
import { outbox, stockWatches, variants } from "#db/schema.ts";
import { addBackNews } from "#src/news/store.ts";
import { freshDatabase } from "#test/support/database.ts";
import { startNode, type ShopNode } from "#test/support/node.ts";
import type { TestVisitor } from "#test/support/visitor.ts";
import { makeWorld } from "#test/support/world.ts";
import { eventStream, listenTo } from "./listen.ts";

// The shop as it is run: processes of their own, ended by a signal.

async function withNodes(
  count: number,
  work: (nodes: readonly ShopNode[], store: ReturnType<typeof openStore>) => Promise<void>,
) {
  await using database = await freshDatabase();
  await database.store.write((tx) => makeWorld(tx, { products: [{ title: "Jug", price: 4200, stock: 0 }] }));
  const nodes = await Promise.all(Array.from({ length: count }, () => startNode(database)));
  try {
    await work(nodes, database.store);
  } finally {
    for (const { server } of nodes) server.kill("SIGKILL");
    await Promise.all(nodes.map(({ server }) => server.exited));
  }
}

const ask = (visitor: TestVisitor) =>
  visitor.post("/products/jug/notice", { variant: "jug-0", email: "a@example.com" });
const listen = async (visitor: TestVisitor) => listenTo(await visitor.get("/news/events", { headers: eventStream }));

describe("S38: news of a shop that runs", () => {
  test("goods that come back are told within seconds, to whoever listens, and by one letter", async () => {
    await withNodes(isPostgres ? 2 : 1, async (nodes, store) => {
      const [first, last] = [nodes[0] as ShopNode, nodes.at(-1) as ShopNode];
      const guest = first.visitor();
      await ask(guest);
      const elsewhere = last.visitor();
      for (const [name, value] of guest.cookies) elsewhere.cookies.set(name, value);
      const listeners = await Promise.all([listen(guest), listen(elsewhere)]);
      await store.write((tx) => tx.update(variants).set({ stock: 3 }).where(eq(variants.id, "jug-0")));
      for (const listener of listeners) expect((await listener.next(15_000))?.data).toContain("Jug is back");
      await Bun.sleep(3500); // another round of each
      expect(await store.read.$count(outbox, eq(outbox.kind, "back_in_stock"))).toBe(1);
    });
  }, 60_000);

  test("what another process saves is heard as well", async () => {
    await withNodes(1, async ([node], store) => {
      const guest = (node as ShopNode).visitor();
      await ask(guest);
      const listener = await listen(guest);
      const [watch] = await store.read.select().from(stockWatches);
      await store.write((tx) =>
        addBackNews(tx, [{ id: "n1", owner: watch?.owner ?? "", variantId: "jug-0" }], new Date()),
      );
      expect((await listener.next(8000))?.data).toContain("Jug is back");
    });
  }, 60_000);

  test("told to stop, the shop ends its streams and itself, and a stream outlives the time a silent request gets", async () => {
    await withNodes(1, async ([node]) => {
      const { server, visitor } = node as ShopNode;
      const guest = visitor();
      await ask(guest);
      const listener = await listen(guest);
      await expect(listener.next(17_000)).rejects.toThrow("nothing was heard");
      const began = performance.now();
      server.kill("SIGTERM");
      expect(await listener.next()).toBeUndefined();
      expect(await server.exited).toBe(0);
      expect(performance.now() - began).toBeLessThan(5000);
    });
  }, 60_000);
});
