import { Database } from "bun:sqlite";
import { expect, test } from "bun:test";
import { isPostgres } from "#db/dialect.ts";
import type { Reader } from "#db/open.ts";
import { loadVisitor } from "#src/accounts/visitor-store.ts";
import { countPeople } from "#src/admin/customers/store.ts";
import { loadMostSold, loadSales } from "#src/admin/figures/store.ts";
import { countToShip, countViews, listOrders } from "#src/admin/orders/store.ts";
import { loadInvolved } from "#src/cart/merge-store.ts";
import { loadNamed } from "#src/likes/store.ts";
import { loadBack } from "#src/news/telling-store.ts";
import { overdueOrders } from "#src/orders/store.ts";
import { loadBuyer } from "#src/promotions/buyer-store.ts";
import { freshDatabase } from "#test/support/database.ts";

const at = new Date("2026-11-26T12:00:00Z");
const between = { from: new Date("2026-10-27T12:00:00Z"), until: at };
const book = { view: "open", q: "", payment: "", delivery: "", after: "" } as const;

// A shop of some years has 200,000 orders and 100,000 carts, and nobody has counted them for SQLite.
const asked: readonly [string, (db: Reader) => Promise<unknown>, string][] = [
  [
    "the cart of who is signed in",
    (db) => loadVisitor(db, { cartId: "c", sessionId: "s", now: at }),
    "own USING INDEX carts_customer (customer_id=?)",
  ],
  [
    "the carts that a sign-in joins",
    (db) => loadInvolved(db, ["a"], "odile"),
    "carts USING INDEX sqlite_autoindex_carts_1 (id=?)",
  ],
  [
    "what is back for those who wait",
    (db) => loadBack(db, at),
    "variants USING INDEX sqlite_autoindex_variants_1 (id=?)",
  ],
  ["orders whose time is over", (db) => overdueOrders(db, at), "orders USING INDEX orders_expiry (expires_at<?)"],
  [
    "whether somebody ordered before",
    (db) => loadBuyer(db, { customer: "odile@example.com", customerId: "odile" }, [{ id: "p", customerLimit: 1 }]),
    "orders USING INDEX orders_email (email_key=?)",
  ],
  ["things by name", (db) => loadNamed(db, ["mug", "bowl"]), "products USING INDEX products_handle (handle=?)"],
  ["how many are to be shipped", countToShip, "orders USING INDEX orders_to_ship"],
  ["how many are in each view of the book", countViews, "orders USING INDEX orders_to_ship"],
  ["a page of what is to be shipped", (db) => listOrders(db, book), "orders USING INDEX orders_to_ship"],
  ["sales", (db) => loadSales(db, between), "orders USING COVERING INDEX orders_placed (placed_at>? AND placed_at<?)"],
  [
    "what was sold most",
    (db) => loadMostSold(db, between),
    "orders USING INDEX orders_placed (placed_at>? AND placed_at<?)",
  ],
  ["how many people there are", countPeople, "orders USING INDEX orders_guests"],
];

test.skipIf(isPostgres).each(asked)("%s: only what is asked for is read", async (_, ask, step) => {
  const seen: string[] = [];
  await using database = await freshDatabase({ onStatement: (text) => seen.push(text) });
  await ask(database.store.read);
  using lite = new Database(database.url.replace("sqlite:", ""), { readonly: true });
  const plan = seen.flatMap((text) => lite.query(`explain query plan ${text}`).all() as { detail: string }[]);
  expect(plan.map(({ detail }) => detail.replace(/^(SEARCH|SCAN) /, ""))).toContain(step);
});
