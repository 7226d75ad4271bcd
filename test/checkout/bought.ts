import { desc } from "drizzle-orm";
import { orders, outbox } from "#db/schema.ts";
import { owner } from "#test/admin/staff.ts";
import type { TestShop } from "#test/support/shop.ts";
import { reachPayment } from "./small-shop.ts";

export type Goods = Readonly<Record<string, string>>;
export type Person = Readonly<Record<string, string>>;

const desks = new Map<TestShop, ReturnType<typeof owner>>();

/** Buys over HTTP, without scripts. Answers everything that shows what it comes to, from the cart to the desk. */
export async function buyThrough(shop: TestShop, goods: Goods, person: Person) {
  const visitor = shop.visitor();
  for (const [variant, quantity] of Object.entries(goods)) await visitor.post("/cart/items", { variant, quantity });
  const { country = "", postcode = "" } = person;
  await visitor.post("/cart/estimate", { country, postcode });
  const cart = await (await visitor.get("/cart")).text();
  const last = await reachPayment(visitor, person);
  const payment = await (await visitor.get("/checkout/payment")).text();
  const explained = await (await visitor.get("/cart/why")).text();
  const placed = await visitor.post("/checkout/place", { ...last, pay: "transfer", terms: "yes" });
  if (placed.status !== 303) throw new Error(`no order was placed: ${placed.status}`);
  const receipt = await (await visitor.follow(placed)).text();
  const why = await (await visitor.get(`${placed.headers.get("Location")}/why`)).text();
  const [order] = await shop.deps.store.read.select().from(orders).orderBy(desc(orders.number)).limit(1);
  const letters = await shop.deps.store.read.select().from(outbox);
  const letter = letters.find(({ text }) => text.includes(order?.number ?? "none"));
  if (!order || !letter) throw new Error("no order or no letter was written");
  const desk = desks.get(shop) ?? owner(shop);
  desks.set(shop, desk);
  const page = await (await (await desk).get(`/admin/orders/${order.id}`)).text();
  return { cart, payment, explained, receipt, why, letter: letter.text, desk: page, order, total: last.total };
}
export type Bought = Awaited<ReturnType<typeof buyThrough>>;
