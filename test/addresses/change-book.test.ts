import { describe, expect, test } from "bun:test";
import { addresses, customers } from "#db/schema.ts";
import type { BookAddress } from "#src/addresses/address.ts";
import { addAddress, changeAddress, makeDefault, putBackAddress, takeOutAddress } from "#src/addresses/change-book.ts";
import { loadAddress, loadBook, sweepAddresses } from "#src/addresses/store.ts";
import { freshDatabase } from "#test/support/database.ts";

const at = new Date("2026-11-22T09:41:00Z");
const later = (hours: number) => new Date(at.getTime() + hours * 3_600_000);
const home = {
  name: "Odile Bernard",
  street: "231 Warren Street",
  city: "Hudson",
  region: "NY",
  postcode: "12534",
  country: "US",
};
const mill = { ...home, street: "14 Mill Street", city: "Harrow Mills", region: "WI", postcode: "54699" };
const barn = { ...home, street: "2 Barn Lane" };

/** Two customers, and the book of the first. */
async function books() {
  const database = await freshDatabase();
  const { store } = database;
  const account = { passwordHash: "", createdAt: at };
  await store.write((tx) =>
    tx
      .insert(customers)
      .values(["odile", "lena"].map((id) => ({ ...account, id, email: id, emailKey: id, displayName: id }))),
  );
  let made = 0;
  const add = (address: typeof home, wish = {}, customerId = "odile") =>
    store.write((tx) => addAddress(tx, { customerId, id: `a${(made += 1)}`, address, at: later(made / 10), ...wish }));
  const book = (customerId = "odile") => loadBook(store.read, customerId);
  return { ...database, store, add, book, [Symbol.asyncDispose]: database.close };
}
const shown = (book: readonly BookAddress[]) =>
  book.map(({ id, forDelivery, forBills }) => [id, forDelivery, forBills] as const);

describe("a book of addresses", () => {
  test("begins with a default for everything, and keeps one default of each kind", async () => {
    await using shop = await books();
    await shop.add(home);
    await shop.add(mill);
    expect(shown(await shop.book())).toEqual([
      ["a1", true, true],
      ["a2", false, false],
    ]);
    await shop.add(barn, { forBills: true });
    expect(shown(await shop.book())).toEqual([
      ["a1", true, false],
      ["a3", false, true],
      ["a2", false, false],
    ]);
    expect(await shop.store.write((tx) => makeDefault(tx, { customerId: "odile", id: "a2" }, "delivery"))).toBe(true);
    expect(shown(await shop.book())).toEqual([
      ["a2", true, false],
      ["a3", false, true],
      ["a1", false, false],
    ]);
  });

  test("holds no address twice, however it is written", async () => {
    await using shop = await books();
    await shop.add(home);
    await shop.add(mill);
    const again = await shop.add({ ...mill, street: "14  mill STREET" }, { forDelivery: true });
    expect(again).toMatchObject({ ok: true, address: { id: "a2", street: "14 Mill Street" } });
    expect(shown(await shop.book())).toEqual([
      ["a2", true, false],
      ["a1", false, true],
    ]);
  });

  test("holds twenty at most, and says so", async () => {
    await using shop = await books();
    for (let nth = 1; nth <= 20; nth++)
      expect(await shop.add({ ...home, street: `${nth} Long Road` })).toMatchObject({ ok: true });
    expect(await shop.add(barn)).toEqual({ ok: false, why: "full" });
    expect(await shop.book()).toHaveLength(20);
  });

  test("is nobody else's: another's address is neither read, changed, made a default, taken out nor put back", async () => {
    await using shop = await books();
    await shop.add(home);
    await shop.add(mill, {}, "lena");
    const before = await shop.store.read.select().from(addresses);
    const stolen = { customerId: "lena", id: "a1" };
    expect(await loadAddress(shop.store.read, stolen)).toBeUndefined();
    const both = { forDelivery: true, forBills: true };
    expect(await shop.store.write((tx) => makeDefault(tx, stolen, "bills"))).toBe(false);
    expect(await shop.store.write((tx) => takeOutAddress(tx, stolen, at))).toBe(false);
    expect(await shop.store.write((tx) => putBackAddress(tx, stolen))).toBe("gone");
    expect(await shop.store.read.select().from(addresses)).toEqual(before);
    expect(await shop.store.write((tx) => changeAddress(tx, stolen, barn, both))).toBe(false);
    expect((await shop.book())[0]).toMatchObject({ id: "a1", street: home.street, forDelivery: true });
    expect((await shop.book("lena"))[0]).toMatchObject({ id: "a2", forDelivery: true, forBills: true });
  });

  test("gives back what was taken out, as the default that it was unless another is by now", async () => {
    await using shop = await books();
    const whose = { customerId: "odile", id: "a1" };
    await shop.add(home);
    await shop.add(mill);
    await shop.store.write((tx) => takeOutAddress(tx, whose, at));
    expect(shown(await shop.book())).toEqual([["a2", false, false]]);
    await shop.store.write((tx) => makeDefault(tx, { customerId: "odile", id: "a2" }, "bills"));
    expect(await shop.store.write((tx) => putBackAddress(tx, whose))).toBe("back");
    expect(await shop.store.write((tx) => putBackAddress(tx, whose))).toBe("back");
    expect(shown(await shop.book())).toEqual([
      ["a1", true, false],
      ["a2", false, true],
    ]);
  });

  test("forgets after a day what was taken out", async () => {
    await using shop = await books();
    const whose = { customerId: "odile", id: "a1" };
    await shop.add(home);
    await shop.add(mill);
    await shop.store.write((tx) => takeOutAddress(tx, whose, at));
    await shop.store.write((tx) => sweepAddresses(tx, later(23)));
    expect(await shop.store.read.$count(addresses)).toBe(2);
    await shop.store.write((tx) => sweepAddresses(tx, later(25)));
    expect((await shop.store.read.select({ id: addresses.id }).from(addresses)).map(({ id }) => id)).toEqual(["a2"]);
    expect(await shop.store.write((tx) => putBackAddress(tx, whose))).toBe("gone");
  });

  test("goes with its account", async () => {
    await using shop = await books();
    await shop.add(home);
    await shop.store.write((tx) => tx.delete(customers));
    expect(await shop.store.read.$count(addresses)).toBe(0);
    expect(await shop.add(home)).toEqual({ ok: false, why: "no account" });
  });

  test("keeps one default when all of them are made it at once", async () => {
    await using shop = await books();
    for (let nth = 1; nth <= 8; nth++) await shop.add({ ...home, street: `${nth} Long Road` });
    const ids = (await shop.book()).map(({ id }) => id);
    for (const use of ["delivery", "bills"] as const) {
      const all = ids.map((id) => shop.store.write((tx) => makeDefault(tx, { customerId: "odile", id }, use)));
      expect(await Promise.all(all)).toEqual(ids.map(() => true));
    }
    const book = await shop.book();
    expect(book.filter(({ forDelivery }) => forDelivery)).toHaveLength(1);
    expect(book.filter(({ forBills }) => forBills)).toHaveLength(1);
  });

  test("never grows beyond twenty when many are added at once", async () => {
    await using shop = await books();
    for (let nth = 1; nth <= 17; nth++) await shop.add({ ...home, street: `${nth} Long Road` });
    const many = await Promise.all(
      Array.from({ length: 8 }, (_, nth) => shop.add({ ...home, street: `${nth} Short Road` }, { forBills: true })),
    );
    expect(many.filter(({ ok }) => ok)).toHaveLength(3);
    expect(await shop.book()).toHaveLength(20);
  });

  test("is held to one default of each kind by the database itself", async () => {
    await using shop = await books();
    await shop.add(home);
    const second = { ...mill, id: "x", customerId: "odile", createdAt: at };
    for (const use of [{ forDelivery: true }, { forBills: true }])
      expect(shop.store.write((tx) => tx.insert(addresses).values({ ...second, ...use }))).rejects.toThrow();
    await shop.store.write((tx) => tx.insert(addresses).values({ ...second, forDelivery: true, removedAt: at }));
  });
});
