import { expect, setDefaultTimeout, test } from "bun:test";
import { orders, outbox } from "#db/schema.ts";
import { fillCart, lastPage, openHouse } from "./doors.ts";

setDefaultTimeout(90_000);

const letters = async ({ shop }: Awaited<ReturnType<typeof openHouse>>) =>
  (await shop.deps.store.read.select({ id: outbox.id }).from(outbox)).length;

test("A10: orders with somebody else's address do not fill their mailbox; nothing is ordered then, and the cart stays", async () => {
  const house = await openHouse({ limits: true });
  const { store } = house.shop.deps;
  const [first] = await store.read.select().from(orders);
  if (!first) throw new Error("no order stands in the books");
  const placedBefore = Array.from({ length: 244 }, (_, at) => {
    const own = `telephone-${at}`;
    return { ...first, id: own, number: own, cartId: own, linkHash: own };
  });
  await store.write((tx) => tx.insert(orders).values(placedBefore));
  const before = await letters(house);
  const statuses: number[] = [];
  for (let each = 0; each < 8; each += 1) {
    const stranger = house.shop.visitor(`10.0.0.${each}`);
    await fillCart(stranger);
    const answer = await stranger.post("/checkout/place", await lastPage(stranger));
    statuses.push(answer.status);
    if (answer.status !== 429) continue;
    expect(answer.headers.get("Retry-After")).toBe("3600");
    expect(await answer.text()).toContain("Nothing was ordered");
    expect(await (await stranger.get("/cart")).text()).toContain("Mug");
  }
  // 245 stand in the books before.
  expect(statuses).toEqual([303, 303, 303, 303, 303, 429, 429, 429]);
  expect(await letters(house)).toBe(before + 5);
  await house.shop.close();
});

test("A10: nor does choosing another way to pay, to and fro, by whoever has the order's address", async () => {
  const payments = { transfer: true, onDelivery: true, onPickup: true };
  const house = await openHouse({ limits: true, settings: { testMode: false, payments } });
  const { shop, order } = house;
  const before = await letters(house);
  const statuses: number[] = [];
  for (let version = 1; version <= 15; version += 1) {
    const stranger = shop.visitor(`10.0.1.${version}`);
    const method = version % 2 === 1 ? "transfer" : "on_delivery";
    statuses.push((await stranger.post(`/orders/${order}/pay`, { version: String(version), method })).status);
  }
  expect(statuses.filter((status) => status === 303)).toHaveLength(10);
  expect(statuses.slice(10)).not.toContain(303);
  expect(statuses.slice(10)).toContain(429);
  expect(await letters(house)).toBeLessThanOrEqual(before + 10);
  await shop.close();
});
