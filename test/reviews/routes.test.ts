import { describe, expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { auditLog, orders, products, reviews } from "#db/schema.ts";
import { acting } from "#src/orders/acting.ts";
import { markPaid } from "#src/orders/mark-paid.ts";
import { member } from "#test/admin/staff.ts";
import { order } from "#test/checkout/small-shop.ts";
import { openShop, type TestShop } from "#test/support/shop.ts";

const world = {
  products: [
    { title: "Mug", price: 2999, stock: 10 },
    { title: "Bowl", price: 900 },
  ],
};
const said = { rating: "4", title: "Sturdy", body: "It fell twice.", author: "Odile" };

async function bought(shop: TestShop, { paid = true } = {}) {
  const visitor = shop.visitor();
  const response = await order(visitor, "transfer");
  const token = (response.headers.get("Location") ?? "").slice("/orders/".length);
  const { store } = shop.deps;
  const [row] = await store.read.select().from(orders);
  if (paid)
    await store.write(async (tx) => markPaid(tx, await acting(shop.deps, "staff:1"), { id: row!.id, version: 1 }));
  return { visitor, token, form: `/orders/${token}/review/mug` };
}
const productRow = async (shop: TestShop) =>
  (await shop.deps.store.read.select().from(products).where(eq(products.handle, "mug")))[0];
const allReviews = (shop: TestShop) => shop.deps.store.read.select().from(reviews);

describe("a review", () => {
  test("is written once by who bought it, waits, and is shown and counted when the shop says so", async () => {
    await using shop = await openShop(world);
    const { visitor, form } = await bought(shop);
    expect(await (await visitor.get(form)).text()).toContain("What do you think of Mug?");
    const sent = await visitor.post(form, said);
    expect([sent.status, sent.headers.get("Location")]).toEqual([303, `${form}/thanks`]);
    expect(await (await visitor.get(`${form}/thanks`)).text()).toContain("Thank you");
    expect(await (await visitor.get("/products/mug")).text()).not.toContain("It fell twice.");
    expect((await productRow(shop))?.ratingCount).toBe(0);

    const desk = await member(shop, "content");
    expect(await (await desk.get("/admin/reviews")).text()).toContain("It fell twice.");
    const [row] = await allReviews(shop);
    const shown = await desk.htmx.post(`/admin/reviews/${row?.id}`, { act: "show" });
    expect(await shown.text()).toContain("Shown to everybody.");
    expect(await productRow(shop)).toMatchObject({ ratingSum: 4, ratingCount: 1 });
    const page = await (await visitor.get("/products/mug")).text();
    expect(page).toContain("It fell twice.");
    expect(page).toContain('"ratingValue":"4.0"');
    await desk.post(`/admin/reviews/${row?.id}`, { act: "reply", reply: "Glad <it> held." });
    expect(await (await visitor.get("/products/mug/reviews")).text()).toContain("Glad &lt;it&gt; held.");
    const acts = await shop.deps.store.read.select({ act: auditLog.act }).from(auditLog);
    expect(acts.map(({ act }) => act)).toEqual(expect.arrayContaining(["show review", "answer review"]));

    // Said anew it waits again, and there is still one.
    await visitor.post(form, { ...said, rating: "1", body: "The third time it broke." });
    expect(await allReviews(shop)).toMatchObject([{ rating: 1, shown: false, decidedAt: null }]);
    expect(await productRow(shop)).toMatchObject({ ratingSum: 0, ratingCount: 0 });
    expect(await (await visitor.get("/products/mug")).text()).not.toContain("fell twice");
  });

  test("ten at once are one", async () => {
    await using shop = await openShop(world);
    const { form } = await bought(shop);
    const sent = await Promise.all(
      Array.from({ length: 5 }, (_, at) => shop.visitor().post(form, { ...said, rating: String(at + 1) })),
    );
    expect(sent.map(({ status }) => status)).toEqual([303, 303, 303, 303, 303]);
    expect(await allReviews(shop)).toHaveLength(1);
  });

  test("is refused with a sentence beside the field, and nothing typed is lost", async () => {
    await using shop = await openShop(world);
    const { visitor, form } = await bought(shop);
    for (const rating of ["0", "6", "4.5", "", "five", "-1", "1e0"]) {
      const refused = await visitor.post(form, { ...said, rating });
      const html = await refused.text();
      expect([rating, refused.status]).toEqual([rating, 422]);
      expect(html).toContain("Choose from 1 to 5 stars");
      expect(html).toContain("It fell twice.");
    }
    const long = await visitor.htmx.post(form, { ...said, title: "x".repeat(121), author: " " });
    const part = await long.text();
    expect([long.status, part.includes("<html")]).toEqual([422, false]);
    expect(part).toContain("Shorten it to 120 characters");
    expect(part).toContain("Enter a name of at most 60 characters");
    expect(await allReviews(shop)).toEqual([]);
  });

  test("is not for who has not paid, for other goods, or for a stranger", async () => {
    await using shop = await openShop(world);
    const { visitor, form, token } = await bought(shop, { paid: false });
    expect((await visitor.get(form)).status).toBe(409);
    expect((await visitor.post(form, said)).status).toBe(409);
    expect((await visitor.post(`/orders/${token}/review/bowl`, said)).status).toBe(404);
    expect((await visitor.post(`/orders/${"a".repeat(43)}/review/mug`, said)).status).toBe(404);
    expect(await (await visitor.get("/products/mug/review")).text()).toContain("Did you buy it here?");
    expect(await allReviews(shop)).toEqual([]);
  });

  test("is text and nothing else, and keeps no card number", async () => {
    await using shop = await openShop(world);
    const { visitor, form } = await bought(shop);
    const hostile = `<img src=x onerror=alert(1)><hx-partial> 4242 4242 4242 4242`;
    await visitor.post(form, { rating: "5", title: hostile, body: hostile, author: "<b>", shown: "true", reply: "x" });
    const [row] = await allReviews(shop);
    expect(row).toMatchObject({ shown: false, reply: "" });
    expect(row?.body).not.toContain("4242 4242");
    const desk = await member(shop, "content");
    await desk.post(`/admin/reviews/${row?.id}`, { act: "show" });
    for (const html of [
      await (await visitor.get("/products/mug")).text(),
      await (await desk.get("/admin/reviews?state=shown")).text(),
    ]) {
      expect(html).not.toContain("<img src=x");
      expect(html).not.toContain("<hx-partial> 4242");
    }
  });

  test("many stand on pages of their own, in the order that is asked for", async () => {
    await using shop = await openShop(world);
    const rows = Array.from({ length: 30 }, (_, at) => ({
      id: `r${String(at).padStart(2, "0")}`,
      productId: "mug",
      author: `A${at}`,
      rating: 1 + (at % 5),
      body: `Said ${at}.`,
      createdAt: new Date(Date.UTC(2026, 0, 1 + at)),
    }));
    await shop.deps.store.write(async (tx) => {
      await tx.insert(reviews).values(rows);
      await (await import("#src/catalog/keep.ts")).keepProducts(tx, ["mug"]);
    });
    const saidOn = async (query: string) =>
      [...(await (await shop.get(`/products/mug/reviews${query}`)).text()).matchAll(/Said (\d+)\./g)].map(([, n]) =>
        Number(n),
      );
    const pages = await Promise.all(["", "?page=2", "?page=3"].map(saidOn));
    expect(pages.flat()).toEqual(Array.from({ length: 30 }, (_, at) => 29 - at));
    expect((await saidOn("?sort=best"))[0]).toBe(29);
    expect((await saidOn("?sort=worst"))[0]).toBe(25);
    expect((await shop.get("/products/mug/reviews?page=4")).status).toBe(404);
    expect((await shop.get("/products/mug/reviews?page=x&sort='")).status).toBe(200);
    expect((await shop.get("/products/none/reviews")).status).toBe(404);
  });
});
