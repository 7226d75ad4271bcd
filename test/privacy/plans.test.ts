import { Database } from "bun:sqlite";
import { expect, test } from "bun:test";
import { isPostgres } from "#db/dialect.ts";
import { loadLines, loadOrders, loadPayments } from "#src/privacy/bundle-store.ts";
import { letOrdersGo } from "#src/privacy/erase-store.ts";
import { freshDatabase } from "#test/support/database.ts";

const address = { email: "odile@example.com", emailKey: "odile@example.com" };
const people = [
  ["a guest", { ...address, customerId: undefined, ownsAddress: true }],
  ["an account", { ...address, customerId: "odile", ownsAddress: false }],
  ["an account with its address", { ...address, customerId: "odile", ownsAddress: true }],
] as const;

test.skipIf(isPostgres).each(people)("whose orders are asked for, of %s: only theirs are read", async (_, person) => {
  const seen = new Set<string>();
  await using database = await freshDatabase({ onStatement: (text) => seen.add(text) });
  for (const load of [loadOrders, loadLines, loadPayments]) await load(database.store.read, person);
  await database.store.write((tx) => letOrdersGo(tx, person));

  using lite = new Database(database.url.replace("sqlite:", ""), { readonly: true });
  const plans = [...seen]
    .filter((text) => /\borders\b/.test(text))
    .map((text) =>
      (lite.query(`explain query plan ${text}`).all() as { detail: string }[]).map(({ detail }) => detail),
    );
  expect(plans.length).toBeGreaterThanOrEqual(5);
  expect(plans.flat().filter((step) => /^SCAN orders\b/.test(step))).toEqual([]);
});
