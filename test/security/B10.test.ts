import { expect, setDefaultTimeout, test } from "bun:test";
import { auditLog, orders, payments } from "#db/schema.ts";
import { member } from "#test/admin/staff.ts";
import { buyMug, openHouse } from "./doors.ts";

setDefaultTimeout(90_000);

type House = Awaited<ReturnType<typeof openHouse>>;

/** An order that was paid by test card, and what the desk knows of it. */
async function paidOrder({ shop }: House) {
  const shopper = shop.visitor();
  const token = await buyMug(shopper, "test_card");
  await shopper.post(`/checkout/test-card/${token}`, { card: "4242 4242 4242 4242" });
  const rows = await shop.deps.store.read.select().from(orders);
  const { id, total } = rows.toSorted((a, b) => a.placedAt.getTime() - b.placedAt.getTime()).at(-1) ?? rows[0]!;
  const now = async () => {
    const row = (await shop.deps.store.read.select().from(orders)).find((each) => each.id === id);
    const back = (await shop.deps.store.read.select().from(payments)).filter(
      (each) => each.orderId === id && each.state === "refunded",
    );
    return { version: String(row?.version), state: row?.paymentState, back: back.map(({ amount }) => Number(amount)) };
  };
  return { shopper, token, total: Number(total), at: `/admin/orders/${id}/refunded`, now };
}

test("B10: no more goes back than was paid, whatever is typed, and pressed by many at once it goes back once", async () => {
  const house = await openHouse();
  const { desk } = house;
  const { at, now, total } = await paidOrder(house);
  expect((await now()).state).toBe("paid");
  for (const amount of [
    "35.00",
    "9999999",
    "-1",
    "0",
    "1e1",
    "0x1",
    "1,000.00",
    "NaN",
    "",
    "34.995",
    "٣",
    "34.99 34.99",
  ]) {
    const { version } = await now();
    const refused = await desk.post(at, { version, amount });
    expect([200, 409, 422], amount).toContain(refused.status);
    expect((await now()).back, amount).toEqual([]);
  }
  const { version } = await now();
  const all = await Promise.all(Array.from({ length: 12 }, () => desk.post(at, { version, amount: "20.00" })));
  expect(all.filter(({ status }) => status === 303)).toHaveLength(1);
  expect(await now()).toMatchObject({ back: [2000], state: "partly_refunded" });

  expect((await desk.post(at, { version: (await now()).version, amount: "15.00" })).status).toBe(409);
  const rest = ((total - 2000) / 100).toFixed(2);
  expect((await desk.post(at, { version: (await now()).version, amount: rest })).status).toBe(303);
  expect(await now()).toMatchObject({ back: [2000, total - 2000], state: "refunded" });
  const log = await house.shop.deps.store.read.select().from(auditLog);
  const noted = log.filter(({ act }) => act === "note money given back").map(({ detail }) => detail);
  expect(noted).toMatchObject([{ amount: "20.00" }, { amount: rest }]);
  await house.shop.close();
});

test("B10: nothing goes back of what nobody paid, nor by a customer or a role without that", async () => {
  const house = await openHouse();
  const { shop, desk, ids, shopper } = house;
  const unpaid = `/admin/orders/${ids["/admin/orders"]}/refunded`;
  expect((await desk.post(unpaid, { version: "1", amount: "1.00" })).status).toBe(409);
  const paid = await paidOrder(house);
  const { version } = await paid.now();
  for (const role of ["packer", "content", "reader"] as const)
    expect((await (await member(shop, role)).post(paid.at, { version, amount: "1.00" })).status, role).toBe(403);
  for (const visitor of [shopper, paid.shopper, shop.visitor()])
    expect((await visitor.post(paid.at, { version, amount: "1.00" })).status).toBe(401);
  expect((await paid.now()).back).toEqual([]);
  await shop.close();
});

test("B10: a passer-by at an open screen gives no money back", async () => {
  const house = await openHouse({ inside: true });
  const { at, now } = await paidOrder(house);
  house.shop.clock.forward(16 * 60_000);
  const asked = await house.desk.post(at, { version: (await now()).version, amount: "1.00" });
  expect(asked.headers.get("Location")).toStartWith("/admin/again?next=");
  expect((await now()).back).toEqual([]);
  await house.shop.close();
});
