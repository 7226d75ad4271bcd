import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from "bun:test";
import { pickupPoints, shippingMethods } from "#db/schema.ts";
import { seedDemo } from "#src/cli/demo.ts";
import { replay } from "#src/pricing/replay.ts";
import type { Totals } from "#src/pricing/totals.ts";
import { openShop, type TestShop } from "#test/support/shop.ts";
import { buyThrough, type Goods } from "./bought.ts";

/** Many requests; a busy machine takes its time. */
setDefaultTimeout(60_000);

// The demo takes 5.5 % in Wisconsin and 6.875 % in Minnesota, nothing on food, nothing elsewhere. A mug is 29.99 and weighs
// 420 g, a glass of honey 11.00 and 420 g. By parcel up to 1 kg 6.95, up to 3 kg 8.95; express 16.50; by bike inside the
// valley 4.00, free from 60.00; fetched for nothing, and then taxed where it is fetched. Worked out by hand from that.

let shop: TestShop;
beforeAll(async () => {
  shop = await openShop();
  await shop.deps.store.write(async (tx) => {
    await tx.delete(shippingMethods);
    await tx.delete(pickupPoints);
  });
  await seedDemo(shop.deps);
});
afterAll(() => shop.close());

const one: Goods = { "demo-TOL-MUG": "1", "demo-SPA-HON-8": "1" };
const two: Goods = { ...one, "demo-TOL-MUG": "2" };
const person = { email: "ida@example.com", name: "Ida Brandt", country: "US", bill: "asked", same: "yes" };
const valley = { ...person, street: "9 Mill Street", city: "Harrow Mills", region: "WI", postcode: "54699" };
const minneapolis = { ...person, street: "1 Nicollet Mall", city: "Minneapolis", region: "MN", postcode: "55401" };
const hudson = { ...person, street: "231 Warren Street", city: "Hudson", region: "NY", postcode: "12534" };

type Row = readonly [what: string, Goods, typeof valley, ship: string, delivery: number, tax: number, total: number];
const rows: readonly Row[] = [
  // (29.99 + 6.95) x 5.5 % = 2.0317
  ["a parcel by weight in Wisconsin", one, valley, "demo-standard", 695, 203, 4997],
  // (59.98 + 8.95) x 5.5 % = 3.79115
  ["a heavier parcel in Wisconsin", two, valley, "demo-standard", 895, 379, 8372],
  // (29.99 + 4.00) x 5.5 % = 1.86945
  ["the cargo bike", one, valley, "demo-cargo-bike", 400, 187, 4686],
  // 70.98 of goods; 59.98 x 5.5 % = 3.2989
  ["the cargo bike from 60.00, free", two, valley, "demo-cargo-bike", 0, 330, 7428],
  // (29.99 + 16.50) x 6.875 % = 3.19619
  ["express to Minnesota", one, minneapolis, "demo-express", 1650, 320, 6069],
  // (29.99 + 6.95) x 6.875 % = 2.53963
  ["a parcel to Minnesota", one, minneapolis, "demo-standard", 695, 254, 5048],
  // 29.99 x 5.5 % = 1.64945, in Wisconsin, whoever fetches it
  ["fetched in Wisconsin by a Minnesotan", one, minneapolis, "demo-pickup@demo-harrow-mills", 0, 165, 4264],
  ["a parcel to where no tax is taken", one, hudson, "demo-standard", 695, 0, 4794],
];
const money = (cents: number) => `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, "0")}`;

describe("in the demo, from the cart to the desk", () => {
  for (const [what, goods, buyer, ship, delivery, tax, total] of rows) {
    test(`${what} comes to ${money(total)}`, async () => {
      const bought = await buyThrough(shop, goods, { ...buyer, ship });
      expect(bought.order).toMatchObject({ shipping: delivery, tax, total });
      for (const [where, text] of Object.entries({
        payment: bought.payment,
        receipt: bought.receipt,
        letter: bought.letter,
      })) {
        expect(text, where).toContain(`$${money(total)}`);
        if (tax > 0) expect(text, where).toContain(`$${money(tax)}`);
      }
      expect(bought.desk).toContain(money(total));
      expect(bought.explained).toContain(`$${money(total)}`);
      replay((bought.order.totals as Totals).steps);
    });
  }

  test("the cart's estimate says the same before anything else is known", async () => {
    const visitor = shop.visitor();
    for (const [variant, quantity] of Object.entries(one)) await visitor.post("/cart/items", { variant, quantity });
    for (const [postcode, total] of [
      ["53703", "49.97"], // Madison, by parcel
      ["54699", "46.86"], // the valley, by bike
      ["55401", "50.48"], // Minneapolis, by parcel
      ["12534", "47.94"], // Hudson
    ] as const) {
      const part = await visitor.htmx.post("/cart/estimate", { country: "US", postcode });
      expect(await part.text(), postcode).toContain(`$${total}`);
      await visitor.post("/cart/estimate", { country: "US", postcode });
      expect(await (await visitor.get("/cart")).text(), postcode).toContain(`$${total}`);
    }
  });
});
