import { promotionCodes, promotions } from "../../db/schema.ts";
import { bump } from "../../db/versions.ts";
import { openShop, type TestShop } from "../../test/support/shop.ts";

/** A shop in this very process, with one thing in a cart. */
async function openWith(codes: number): Promise<TestShop> {
  const shop = await openShop({ products: [{ title: "Mug", price: 2999, stock: 50 }] });
  await shop.deps.store.write(async (tx) => {
    for (let at = 0; at < codes; at += 1) {
      const id = `promotion-${at}`;
      const effect = { kind: "percent", off: "order", rate: 10_000 + at };
      await tx.insert(promotions).values({ id, name: id, effect, conditions: {}, coded: true });
      await tx.insert(promotionCodes).values({ key: `CODE${at}`, promotionId: id });
    }
    await bump(tx, ["promotions"]);
  });
  await shop.post("/cart/items", { variant: "mug-0", quantity: "2" });
  return shop;
}

/** Microseconds of the processor for one cart page. */
async function timeOf(shop: TestShop, pages: number): Promise<number> {
  const used = process.cpuUsage();
  for (let page = 0; page < pages; page += 1) await (await shop.get("/cart")).text();
  const { user, system } = process.cpuUsage(used);
  return (user + system) / pages;
}

async function queriesOf(shop: TestShop): Promise<number> {
  const before = shop.deps.store.statements();
  await (await shop.get("/cart")).text();
  return shop.deps.store.statements() - before;
}

/** A cart page where there are a thousand codes beside one where there are none: queries more, and times the time. */
export async function cartWithCodes(
  rounds = 15,
  pages = 60,
): Promise<{ readonly queries: number; readonly time: number }> {
  await using none = await openWith(0);
  await using many = await openWith(1000);
  for (const shop of [none, many]) await timeOf(shop, pages * 2);
  const queries = (await queriesOf(many)) - (await queriesOf(none));
  const turns: (readonly [number, number])[] = [];
  for (let round = 0; round < rounds; round += 1) turns.push([await timeOf(many, pages), await timeOf(none, pages)]);
  const least = (which: 0 | 1) => Math.min(...turns.map((turn) => turn[which]));
  return { queries, time: least(0) / least(1) };
}
