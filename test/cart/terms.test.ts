import { expect, test } from "bun:test";
import { promotionCodes, promotions } from "#db/schema.ts";
import { bump } from "#db/versions.ts";
import { termsReader } from "#src/cart/terms.ts";
import { loadByCode } from "#src/promotions/store.ts";
import { saveShop } from "#src/settings/store.ts";
import { freshDatabase } from "#test/support/database.ts";

const half = { kind: "percent", off: "order", rate: 500_000 } as const;

test("a thousand codes add nothing to what every cart reads", async () => {
  await using database = await freshDatabase();
  const { store } = database;
  await store.write(async (tx) => {
    const ids = Array.from({ length: 1000 }, (_, nth) => `p${nth}`);
    await tx.insert(promotions).values(ids.map((id) => ({ id, name: id, effect: half, conditions: {}, coded: true })));
    await tx.insert(promotionCodes).values(ids.map((id) => ({ key: id.toUpperCase(), promotionId: id })));
    await tx.insert(promotions).values({ id: "all", name: "All", effect: half, conditions: {}, coded: false });
    await bump(tx, ["promotions"]);
  });
  const terms = termsReader(store);
  expect((await terms.read()).promotions.map((each) => each.id)).toEqual(["all"]);
  const before = store.statements();
  expect((await loadByCode(store.read, "P777"))?.id).toBe("p777");
  expect(store.statements() - before).toBe(1);
});

test("terms are read once, and anew when the shopkeeper has changed something", async () => {
  await using database = await freshDatabase();
  const { store } = database;
  const terms = termsReader(store);
  expect(termsReader(store)).toBe(terms);
  const first = await terms.readWithShop();
  expect((await terms.readWithShop()).terms).toBe(first.terms);
  await store.write((tx) => saveShop(tx, { country: "DE" }));
  expect((await terms.readWithShop()).shop.country).toBe("DE");
  await store.write(async (tx) => {
    await tx.insert(promotions).values({ id: "all", name: "All", effect: half, conditions: {}, coded: false });
    await bump(tx, ["promotions"]);
  });
  expect((await terms.read()).promotions.length).toBe(1);
});
