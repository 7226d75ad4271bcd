import { expect, test } from "bun:test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isPostgres } from "#db/dialect.ts";
import { migrate } from "#db/migrate.ts";
import { openStore } from "#db/open.ts";
import { startNode } from "#test/support/node.ts";
import { startPostgres } from "#test/support/postgres.ts";
import { testVisitor } from "#test/support/visitor.ts";
import { makeWorld } from "#test/support/world.ts";
import { fillCart, reachPayment } from "../checkout/small-shop.ts";

// T11: PostgreSQL is restarted, crashes and is away for a while, under people who order without pause. A server of its
// own, so that no other test feels it, and the shop as it is run, so that its end would be seen.

type Seen = { readonly placed: string[]; readonly statuses: Map<number, number> };

/** Orders one thing after another until told to stop; what does not work is tried again. */
async function orderOn(origin: string, seen: Seen, isOver: () => boolean): Promise<void> {
  const note = (status: number) => seen.statuses.set(status, (seen.statuses.get(status) ?? 0) + 1);
  while (!isOver()) {
    const visitor = testVisitor(async (request) => {
      const answer = await fetch(request, { redirect: "manual" });
      note(answer.status);
      return answer;
    }, origin);
    try {
      await fillCart(visitor);
      const page = await reachPayment(visitor);
      const answer = await visitor.post("/checkout/place", { ...page, pay: "transfer" });
      if (answer.status === 303) seen.placed.push(answer.headers.get("Location") ?? "");
    } catch {
      await Bun.sleep(50); // refused on the way: from the start
    }
  }
}

test.skipIf(!isPostgres)(
  "T11: the server restarts, crashes and is away: only 503, back within 5 s, and no order that somebody was told of is lost",
  async () => {
    const postgres = await startPostgres();
    const folder = mkdtempSync(join(tmpdir(), "pushcart-restart-"));
    try {
      const store = openStore({ url: postgres.url, connections: 2 });
      await migrate(store, {
        folder: join(import.meta.dir, "../../db/migrations"),
        backups: folder,
        now: () => new Date(0),
      });
      await store.write((tx) => makeWorld(tx, { products: [{ title: "Mug", price: 2999, stock: 100_000 }] }));
      await store.close();
      const { server, origin, isReady } = await startNode({ url: postgres.url, folder });
      const seen: Seen = { placed: [], statuses: new Map() };
      let isOver = false;
      const people = Promise.all(Array.from({ length: 6 }, () => orderOn(origin, seen, () => isOver)));

      const backAfter: number[] = [];
      for (const { how, seconds } of [
        { how: "fast", seconds: 0 },
        { how: "immediate", seconds: 0 },
        { how: "fast", seconds: 6 },
      ] as const) {
        await Bun.sleep(1500);
        await postgres.halt(how);
        expect(await isReady()).toBe(false);
        expect((await fetch(`${origin}/healthz`)).status).toBe(200);
        await Bun.sleep(seconds * 1000);
        await postgres.start();
        const began = performance.now();
        const before = seen.placed.length;
        while (!(await isReady()) || seen.placed.length === before) await Bun.sleep(20);
        backAfter.push(Math.round(performance.now() - began));
      }
      await Bun.sleep(1000);
      isOver = true;
      await people;

      expect(server.exitCode).toBeNull();
      expect([...seen.statuses.keys()].filter((status) => ![200, 303, 503].includes(status))).toEqual([]);
      expect(seen.statuses.get(503) ?? 0).toBeGreaterThan(0);
      expect(Math.max(...backAfter)).toBeLessThan(5000);
      const found = await Promise.all(seen.placed.map(async (path) => (await fetch(origin + path)).status));
      expect(found.every((status) => status === 200)).toBe(true);
      expect(new Set(seen.placed).size).toBe(seen.placed.length);
      const told = Object.fromEntries(seen.statuses);
      console.log(
        `${seen.placed.length} orders, back after ${backAfter.join(", ")} ms; answers ${JSON.stringify(told)}`,
      );
      server.kill("SIGTERM");
      expect(await server.exited).toBe(0);
    } finally {
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  },
  180_000,
);
