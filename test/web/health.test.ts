import { expect, test } from "bun:test";
import { Database } from "bun:sqlite";
import { isPostgres } from "#db/dialect.ts";
import { createApp } from "#src/app.ts";
import { openLog } from "#src/log.ts";
import { paths } from "#src/paths.ts";
import { testVisitor } from "#test/support/visitor.ts";
import { openShop } from "#test/support/shop.ts";

/** Keeps another program's hand on the database. */
async function lock(url: string): Promise<() => Promise<void>> {
  if (!isPostgres) {
    const other = new Database(url.replace(/^sqlite:/, ""));
    other.run("BEGIN IMMEDIATE");
    return async () => {
      other.run("ROLLBACK");
      other.close();
    };
  }
  const other = new Bun.SQL({ url, max: 1, onclose: () => {} });
  const held = await other.reserve();
  await held.unsafe("begin");
  await held.unsafe("lock table versions in access exclusive mode");
  return async () => {
    await held.unsafe("rollback");
    held.release();
    await other.close();
  };
}

/** A shop whose log can be read. */
async function loggedShop() {
  const shop = await openShop({ products: [{ title: "Mug", price: 2999, stock: 3 }] });
  const lines: Record<string, unknown>[] = [];
  const log = openLog("debug", { write: (line) => void lines.push(JSON.parse(line) as Record<string, unknown>) });
  const visitor = testVisitor(createApp({ ...shop.deps, log }), "http://localhost:3000");
  return { shop, lines, visitor, [Symbol.asyncDispose]: shop.close };
}

test("with the database away it is alive and not ready, and the log says for which request", async () => {
  await using logged = await loggedShop();
  const { shop, visitor, lines } = logged;
  expect((await visitor.get(paths.ready)).status).toBe(200);
  await shop.deps.store.close();
  const away = await visitor.get(paths.ready);
  expect([away.status, away.headers.get("Retry-After"), (await visitor.get(paths.health)).status]).toEqual([
    503,
    "2",
    200,
  ]);
  const warned = lines.find(({ msg }) => msg === "the database does not answer");
  expect(warned?.["request"]).toBe(away.headers.get("X-Request-Id"));
  expect(lines.every(({ request }) => typeof request === "string")).toBe(true);
});

test("T08: locked by another program it is not ready, says so within a second or so, and is ready again after", async () => {
  await using logged = await loggedShop();
  const { shop, visitor } = logged;
  const unlock = await lock(shop.deps.store.url);
  const began = performance.now();
  const answers = await Promise.all([1, 2, 3].map(() => visitor.get(paths.ready)));
  expect(answers.map(({ status }) => status)).toEqual([503, 503, 503]);
  expect(performance.now() - began).toBeLessThan(2500);
  expect((await visitor.get(paths.health)).status).toBe(200);
  if (!isPostgres) expect((await visitor.get("/products/mug")).status).toBe(200);
  await unlock();
  const deadline = performance.now() + 5000;
  while ((await visitor.get(paths.ready)).status !== 200 && performance.now() < deadline) await Bun.sleep(50);
  expect((await visitor.get(paths.ready)).status).toBe(200);
}, 20_000);

test("lines that are written on the side of a request carry its id as well", async () => {
  await using logged = await loggedShop();
  const { shop, visitor, lines } = logged;
  await shop.deps.store.close();
  await visitor.json.post("/auth/login", { email: "odile@example.com", password: "no such one" });
  expect(lines.length).toBeGreaterThan(1);
  expect(new Set(lines.map(({ request }) => request)).size).toBe(1);
});
