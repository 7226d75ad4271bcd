import { describe, expect, test } from "bun:test";
import { codeKey } from "#src/promotions/code.ts";
import { loadAutomatic, loadByCode } from "#src/promotions/store.ts";
import { putShelves } from "#test/inventory/shelves.ts";
import { promotionTerminal } from "./promotion-terminal.ts";

async function terminal() {
  const shop = await promotionTerminal();
  await putShelves(shop.store, [{ id: "mug", stock: 5 }]);
  return shop;
}

describe("pushcart promotion", () => {
  test("adds a code that takes half off, lists it, and switches it off and on", async () => {
    await using shop = await terminal();
    expect(await shop.run("add", "Staff", "--code", "staff 50", "--percent", "50")).toEqual(["p1"]);
    expect(await loadByCode(shop.store.read, codeKey("Staff50"))).toMatchObject({
      name: "Staff",
      effect: { kind: "percent", off: "order", rate: 500_000 },
      active: true,
    });
    expect(await shop.run("list")).toEqual([
      "p1  Staff: holds now, used 0 times",
      "    50% off the order. Codes: STAFF50",
    ]);
    await shop.run("off", "Staff50");
    expect(await loadByCode(shop.store.read, "STAFF50")).toMatchObject({ active: false });
    await shop.run("on", "p1");
    expect(await loadByCode(shop.store.read, "STAFF50")).toMatchObject({ active: true });
  });

  test("adds what holds for everybody, for some goods, between days by the shop's clock, within limits", async () => {
    await using shop = await terminal();
    await shop.run("add", "Free from $75", "--free-delivery", "--min", "75");
    await shop.run("add", "Three for two", "--buy", "2", "--get", "1", "--tag", "candle", "--tag", "soap");
    const goods = ["--collection", "all", "--product", "mug"];
    const days = ["--starts", "2026-12-01", "--ends", "2026-12-24 18:00"];
    const limits = ["--limit", "50", "--per-customer", "1", "--not-reduced", "--first-order", "--alone"];
    await shop.run(
      "add",
      "Winter",
      "--amount",
      "4.90",
      ...goods,
      ...days,
      ...limits,
      "--country",
      "us",
      "--min-units",
      "2",
    );
    expect(await loadAutomatic(shop.store.read)).toMatchObject([
      { effect: { kind: "free-shipping" }, conditions: { minSubtotal: 7500 }, coded: false },
      { effect: { kind: "buy-get", buy: 2, get: 1, rate: 1_000_000, on: { tags: ["candle", "soap"] } } },
      {
        effect: { kind: "amount", off: "goods", amount: 490, on: { collections: ["all"], products: ["product-mug"] } },
        conditions: { minQuantity: 2, excludeSaleItems: true, firstOrder: true, stacking: "alone", countries: ["US"] },
        startsAt: new Date("2026-12-01T06:00:00Z"),
        endsAt: new Date("2026-12-25T00:00:00Z"),
        useLimit: 50,
        customerLimit: 1,
      },
    ]);
  });

  test("says what it cannot read, and writes nothing", async () => {
    await using shop = await terminal();
    const wrong: [string[], string][] = [
      [[], "Say one thing that it does"],
      [["--percent", "10", "--amount", "5"], "Say one thing that it does"],
      [["--percent", "0"], '--percent: "0" is out of range'],
      [["--percent", "101"], '--percent: "101" is out of range'],
      [["--percent", "1e1"], '"1e1" is no percentage'],
      [["--amount", "-5"], '--amount: "-5" is no amount'],
      [["--amount", "0"], '--amount: "0" is nothing'],
      [["--amount", "1.999"], '--amount: "1.999" is no amount'],
      [["--percent", "10", "--code", "a b!"], '"a b!" is no code'],
      [["--percent", "10", "--limit", "1.5"], '--limit: "1.5" is no whole number'],
      [["--percent", "10", "--starts", "2026-02-30"], '--starts: "2026-02-30" is no day'],
      [["--percent", "10", "--starts", "2026-12-02", "--ends", "2026-12-01"], "It ends before it starts."],
      [["--percent", "10", "--country", "USA"], '"USA" is no country'],
      [["--percent", "10", "--collection", "nowhere"], '--collection: There is no collection "nowhere".'],
      [["--get", "1"], "Say one thing that it does"],
      [["--free-delivery", "--method", "Raft"], '--method: There is no delivery method "Raft"'],
      [["--percent", "10", "--method", "Raft"], "--method: This does not go with percent"],
      [["--free-delivery", "--percent", "10"], "--percent: This does not go with free-delivery"],
      [["--buy", "2", "--class", "order"], "--class: This does not go with buy-get"],
      [["--tier", "10:5%", "20:1.50"], "--tier: Give all of them in percent"],
      [["--tier", "10:5%", "10:6%"], "--tier: Two of them begin at 10"],
      [["--tier", "many"], '--tier: "many" is no tier'],
      [["--percent", "10", "--priority", "high"], '--priority: "high" is no whole number'],
      [["--percent", "10", "--group", "<b>"], '--group: "<b>" is no group'],
      [["--percent", "10", "--per-code", "1"], "--per-code: It has no codes"],
      [["--percent", "10", "--sku", "NONE"], '--sku: There is no article "NONE".'],
    ];
    for (const [options, message] of wrong) {
      const failed = await shop.run("add", "X", ...options).catch((cause: Error) => cause.message);
      expect(failed, options.join(" ")).toContain(message);
    }
    expect(await shop.run("list", "--json")).toEqual(["[]"]);
    await shop.run("add", "Staff", "--code", "STAFF50", "--percent", "50");
    expect(await shop.run("add", "Other", "--code", "staff50", "--percent", "5").catch(String)).toContain(
      "STAFF50 already",
    );
    expect(await shop.run("off", "nothing").catch(String)).toContain('no promotion with the code or id "nothing"');
  });
});
