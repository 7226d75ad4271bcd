import { expect, test } from "bun:test";
import { audit } from "#src/accounts/store.ts";
import { account, idOf, odile, shopFor } from "./odile.ts";
import { unzip } from "./unzip.ts";

test("says where one came from oneself, and not where the staff sits", async () => {
  await using shop = await shopFor();
  const customer = shop.visitor("203.0.113.7");
  await account(shop);
  await customer.json.post("/auth/login", odile);
  const line = { at: shop.clock.now(), subject: `customer:${await idOf(shop)}`, address: "198.51.100.9" };
  await shop.deps.store.write(async (tx) => {
    await audit(tx, { ...line, id: "of the staff", who: "staff:1", act: "note about a customer" });
    await audit(tx, {
      ...line,
      id: "of nobody",
      who: "guest",
      act: "sign in",
      result: "denied",
      address: "192.0.2.44",
    });
  });
  const all = (await unzip(await customer.post("/account/data"))).get("activity.csv") ?? "";
  expect([all.includes("203.0.113.7"), all.includes("192.0.2.44")]).toEqual([true, true]);
  expect(all).toContain("note about a customer");
  expect(all).not.toContain("198.51.100.9");
});
