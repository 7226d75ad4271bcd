import { afterAll, describe, expect, test } from "bun:test";
import { Database } from "bun:sqlite";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isPostgres } from "#db/dialect.ts";
import { freshDatabase } from "#test/support/database.ts";
import { testVisitor, type TestVisitor } from "#test/support/visitor.ts";
import { makeWorld } from "#test/support/world.ts";
import { fillCart, reachPayment, type LastPage } from "./small-shop.ts";

// The server as it is run, killed as by a power cut while people order. KILL_ROUNDS=50 makes a long night of it.

const buyers = 200;
const stock = 150;
const rounds = Number(process.env["KILL_ROUNDS"] ?? 3);
const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** A data folder with a small shop in it, whose shelf holds fewer mugs than people will want. */
async function dataFolder(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "pushcart-kill-"));
  folders.push(folder);
  await using database = await freshDatabase();
  await database.store.write((tx) => makeWorld(tx, { products: [{ title: "Mug", price: 2999, stock }] }));
  const source = new Database(join(database.folder, "shop.db"));
  source.run(`VACUUM INTO '${join(folder, "shop.db")}'`);
  source.close();
  return folder;
}

function freePort(): number {
  const probe = Bun.listen({ hostname: "127.0.0.1", port: 0, socket: { data() {} } });
  probe.stop(true);
  return probe.port;
}

async function startServer(folder: string) {
  const port = freePort();
  const origin = `http://localhost:${port}`;
  const env = {
    ...process.env,
    PUSHCART_DATA: folder,
    PORT: String(port),
    LOG_LEVEL: "silent",
    PUSHCART_LIFT_LIMITS: "yes",
  };
  const began = performance.now();
  const server = Bun.spawn([process.execPath, "src/main.ts", "serve"], {
    cwd: join(import.meta.dir, "../.."),
    env,
    stdout: "ignore",
    stderr: "ignore",
  });
  for (;;) {
    const ready = await fetch(`${origin}/readyz`).catch(() => undefined);
    if (ready?.ok) break;
    if (server.exitCode !== null) throw new Error(`the server ended with ${server.exitCode}`);
    await Bun.sleep(25);
  }
  const took = performance.now() - began;
  const visitor = () => testVisitor((request) => fetch(request, { redirect: "manual" }), origin);
  return { server, visitor, took };
}

type Buyer = { visitor: TestVisitor; page: LastPage };

/** Somebody on the last page, over a real connection. */
async function arrive(visitor: TestVisitor): Promise<Buyer> {
  await fillCart(visitor);
  return { visitor, page: await reachPayment(visitor) };
}

const press = ({ visitor, page }: Buyer) => visitor.post("/checkout/place", { ...page, pay: "transfer" });

/** Every order is whole: lines, event, one letter, stock taken once, amounts that add up. */
function verify(folder: string) {
  const database = new Database(join(folder, "shop.db"));
  const rows = <T>(text: string) => database.query(text).all() as T[];
  const only = (text: string) => Number(Object.values(rows<Record<string, number>>(text)[0] ?? {})[0]);
  const found = {
    integrity: rows("pragma integrity_check"),
    foreign: rows("pragma foreign_key_check"),
    orders: only("select count(*) from orders"),
    halves: only(`select count(*) from orders o where
      (select count(*) from order_lines l where l.order_id = o.id and l.quantity = 1) <> 1
      or (select count(*) from order_events e where e.order_id = o.id and e.what = 'placed') <> 1
      or (select count(*) from outbox x where x.order_id = o.id) <> 1
      or (select sum(change) from stock_moves m where m.order_id = o.id) <> -1
      or (select state from carts c where c.id = o.cart_id) <> 'closed'
      or o.goods + o.shipping + o.tax - o.discount <> o.total`),
    orphans: only("select count(*) from stock_moves where order_id not in (select id from orders)"),
    stock: only("select stock from variants where id = 'mug-0'"),
    numbers: rows<{ number: string }>("select number from orders order by number").map(({ number }) => number),
  };
  database.close();
  return found;
}

describe.skipIf(isPostgres)(
  `kill -9 while ${buyers} people order${isPostgres ? " (SKIPPED: it looks into the SQLite file)" : ""}`,
  () => {
    for (let round = 1; round <= rounds; round++) {
      test(`round ${round}: every order that somebody was told of is there, once and whole`, async () => {
        const folder = await dataFolder();
        const first = await startServer(folder);
        const people: Buyer[] = [];
        for (let at = 0; at < buyers; at += 20) {
          people.push(...(await Promise.all(Array.from({ length: 20 }, () => arrive(first.visitor())))));
        }

        const ledger: string[] = [];
        const answers = people.map(async (person) => {
          const answer = await press(person).catch(() => undefined);
          if (answer?.status === 303) ledger.push(answer.headers.get("Location") ?? "");
          return answer?.status;
        });
        if (round % 2 === 1) {
          const enough = 20 + ((round * 37) % 100);
          while (ledger.length < enough) await Bun.sleep(1);
        } else {
          await Bun.sleep(20 + Math.random() * 180); // at any moment, also between a commit and its answers
        }
        first.server.kill("SIGKILL");
        const statuses = await Promise.all(answers);
        await first.server.exited;
        const cut = statuses.filter((status) => status === undefined).length;

        const second = await startServer(folder);
        const after = verify(folder);
        expect(after).toMatchObject({ integrity: [{ integrity_check: "ok" }], foreign: [], halves: 0, orphans: 0 });
        expect(after.orders).toBeGreaterThanOrEqual(ledger.length);
        expect(after.stock).toBe(stock - after.orders);
        expect(new Set(ledger).size).toBe(ledger.length);
        const stranger = second.visitor();
        const pages = await Promise.all(ledger.map(async (path) => (await stranger.get(path)).text()));
        const receipts = pages.map((page) => /Receipt (P-\d+)/.exec(page)?.[1] ?? "none");
        expect(new Set(receipts).size).toBe(ledger.length);
        expect(receipts.every((number) => after.numbers.includes(number))).toBeTrue();

        // Whoever got no answer presses again: the order that there is, or a new one while there are mugs.
        const again = await Promise.all(
          people.map(({ visitor, page }) => {
            const same = second.visitor();
            for (const [name, value] of visitor.cookies) same.cookies.set(name, value);
            return press({ visitor: same, page });
          }),
        );
        const end = verify(folder);
        expect(end).toMatchObject({ integrity: [{ integrity_check: "ok" }], foreign: [], halves: 0, orphans: 0 });
        expect([end.orders, end.stock]).toEqual([stock, 0]);
        expect(again.filter(({ status }) => status === 303)).toHaveLength(stock);
        expect(again.filter(({ status }) => status === 409)).toHaveLength(buyers - stock);
        expect(end.numbers).toEqual(Array.from({ length: stock }, (_, at) => `P-${1001 + at}`));
        second.server.kill("SIGTERM");
        await second.server.exited;
        console.log(
          `round ${round}: ${ledger.length} told, ${after.orders} kept, ${cut} cut off; ready again after ${Math.round(second.took)} ms`,
        );
      }, 120_000);
    }
  },
);
