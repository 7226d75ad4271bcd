import { describe, expect, test } from "bun:test";
import { openShop } from "#test/support/shop.ts";

const world = { products: [{ title: "Mug", price: 2999, stock: 12 }] };
const names = (html: string) =>
  [...html.matchAll(/<li class="slip" id="point-[^"]*"><h2>([^<]*)/g)].map(([, name]) => name);

async function withPoints() {
  const shop = await openShop(world);
  const { pickupPoints, shippingMethods } = await import("#db/schema.ts");
  const point = { street: "1 Road", region: "WI", country: "US", hours: ["Mon to Fri 9 am to 4 pm"] };
  await shop.deps.store.write(async (tx) => {
    await tx.delete(pickupPoints);
    await tx.insert(pickupPoints).values([
      {
        ...point,
        id: "a",
        name: "The Mill",
        city: "Harrow Mills",
        postcode: "54699",
        latitude: 43_621_400,
        longitude: -90_857_700,
        position: 0,
      },
      {
        ...point,
        id: "b",
        name: "Orchards <b>",
        city: "Kettle Ferry",
        postcode: "54698",
        latitude: 43_553_100,
        longitude: -90_991_400,
        position: 1,
      },
    ]);
    await tx.update(shippingMethods).set({ pickupPointIds: [] });
  });
  return shop;
}

describe("S36: pick-up points", () => {
  test("stand in the shopkeeper's order until somebody says where they are", async () => {
    await using shop = await withPoints();
    expect(names(await (await shop.get("/pickup")).text())).toEqual(["The Mill", "Orchards &lt;b&gt;"]);
    const near = await (await shop.get("/pickup?near=54698")).text();
    expect(names(near)).toEqual(["Orchards &lt;b&gt;", "The Mill"]);
    expect(near).toContain("The nearest to Kettle Ferry comes first.");
    expect(near).toMatch(/>\d\.\d miles</);
    const withComma = await (await shop.get("/pickup?near=Harrow+Mills,+WI")).text();
    expect(withComma).toContain("The nearest to Harrow Mills comes first.");
    expect(withComma).toContain('value="Harrow Mills, WI"');
    const part = await (await shop.htmx.get("/pickup?lat=43.62&lon=-90.85")).text();
    expect(names(part)).toEqual(["The Mill", "Orchards &lt;b&gt;"]);
    expect(part).not.toContain("<html");
    expect(part).toContain("The nearest to you comes first.");
  });

  test("a place that is not known leaves all points there, and says what to type", async () => {
    await using shop = await withPoints();
    for (const query of [
      "near=Atlantis",
      "near=%00%3Cscript%3E",
      "lat=91&lon=0",
      "lat=1e2&lon=5",
      "lat=NaN&lon=NaN",
      "lat=43.6",
    ]) {
      const answered = await shop.get(`/pickup?${query}`);
      const html = await answered.text();
      expect([query, answered.status, names(html).length]).toEqual([query, 200, 2]);
      expect(html).toContain("Try the next larger town");
      expect(html).not.toContain("<script>");
    }
  });

  test("S57: signs alone are no place: said at the field, tied to it, with all points below", async () => {
    await using shop = await withPoints();
    const page = await (await shop.get("/pickup?near=%21%21%21&product=mug")).text();
    const part = await (await shop.htmx.get("/pickup?near=%21%21%21&product=mug")).text();
    for (const html of [page, part]) {
      expect(html).toContain("Type a town or a postcode, such as the one on your letters.");
      expect(html).toMatch(/<input[^>]* value="!!!"[^>]* aria-invalid="true" aria-describedby="near-error"/);
      expect(html.match(/id="near-error"/g)).toHaveLength(1);
      expect(names(html)).toHaveLength(2);
      expect(html).toContain("12 on the shelf.");
    }
    expect(await (await shop.htmx.get("/pickup?near=54698")).text()).not.toContain("near-error");
  });

  test("the shelf of what somebody wants is said beside them", async () => {
    await using shop = await withPoints();
    expect(await (await shop.get("/pickup?product=mug")).text()).toContain("12 on the shelf.");
    expect((await shop.get("/pickup?product=nothing")).status).toBe(200);
  });
});
