import { describe, expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { cartLines, carts, orders, products, variants } from "#db/schema.ts";
import { toCents } from "#src/pricing/money.ts";
import { brokenOut, hostile } from "#test/views/page-shell.ts";
import { openSmallShop, reachPayment, type SmallShop } from "#test/checkout/small-shop.ts";
import type { TestVisitor } from "#test/support/visitor.ts";

const glazes = {
  options: [{ name: "Glaze", values: ["Oat", "Sage"] }],
  variants: [{ options: ["Oat"] }, { options: ["Sage"] }],
};
const goods = [
  { title: "Mug", price: 2999, stock: 10 },
  { title: "Jug", price: 4200, stock: 10, ...glazes },
  { title: "Soap", price: 500, stock: 10 },
];
const ada = { email: "ada@example.com", password: "correct horse", displayName: "Ada Lovelace" };

/** A customer who ordered three mugs, two jugs in sage and a soap. */
async function shopWithOrder(options: Parameters<typeof openSmallShop>[0] = {}) {
  const shop = await openSmallShop({ products: goods, ...options });
  const visitor = shop.visitor();
  await visitor.post("/register", ada);
  const path = await buy(visitor);
  return { ...shop, shop, visitor, again: `${path}/again`, path };
}

async function buy(visitor: TestVisitor): Promise<string> {
  for (const [variant, quantity] of [
    ["mug-0", "3"],
    ["jug-1", "2"],
    ["soap-0", "1"],
  ] as const)
    await visitor.post("/cart/items", { variant, quantity });
  const placed = await visitor.post("/checkout/place", { ...(await reachPayment(visitor)), pay: "transfer" });
  return placed.headers.get("Location") ?? "";
}

/** "2 jug-1, 3 mug-0": what the open carts hold. */
async function held({ deps }: SmallShop): Promise<string> {
  const rows = await deps.store.read
    .select({
      quantity: cartLines.quantity,
      variant: cartLines.variantId,
      count: carts.count,
      out: cartLines.removedAt,
    })
    .from(cartLines)
    .innerJoin(carts, eq(carts.id, cartLines.cartId))
    .where(eq(carts.state, "open"));
  const there = rows.filter(({ out }) => out === null);
  for (const { count } of rows) expect(count).toBe(there.reduce((units, { quantity }) => units + quantity, 0));
  return there
    .map(({ quantity, variant }) => `${quantity} ${variant}`)
    .toSorted()
    .join(", ");
}
const cartPage = async (visitor: TestVisitor) => (await visitor.get("/cart")).text();
const change = ({ deps }: SmallShop, variant: string, changes: Partial<typeof variants.$inferInsert>) =>
  deps.store.write((tx) => tx.update(variants).set(changes).where(eq(variants.id, variant)));

describe("an order once more", () => {
  test("is named in the account by what was bought, and by how it stands", async () => {
    const { visitor, shop } = await shopWithOrder();
    await using _ = shop;
    const html = await (await visitor.get("/account")).text();
    expect(html).toContain("Mug and 2 more");
    expect(html).toContain("not paid yet");
  });

  test("comes into the cart as it was bought, by one press that leads there", async () => {
    await using shop = await shopWithOrder();
    for (const path of [shop.path, "/account"])
      expect(await (await shop.visitor.get(path)).text(), path).toContain(`action="${shop.again}"`);
    const pressed = await shop.visitor.post(shop.again);
    expect([pressed.status, pressed.headers.get("Location")]).toEqual([303, "/cart"]);
    expect(await held(shop.shop)).toBe("1 soap-0, 2 jug-1, 3 mug-0");
    const html = await cartPage(shop.visitor);
    expect(html).toContain("Order P-1001 is in your cart again.");
    expect(html).not.toContain("What is otherwise");
    expect(html).toContain("Sage");
  });

  test("is one order once more, however often it is pressed, also at once", async () => {
    await using shop = await shopWithOrder();
    await Promise.all(Array.from({ length: 6 }, () => shop.visitor.post(shop.again)));
    await shop.visitor.post(shop.again);
    const open = await shop.deps.store.read.select().from(carts).where(eq(carts.state, "open"));
    for (const { id } of open) {
      const lines = await shop.deps.store.read.select().from(cartLines).where(eq(cartLines.cartId, id));
      expect(lines.map(({ quantity }) => quantity).toSorted()).toEqual([1, 2, 3]);
    }
  });

  test("leaves what is in the cart already, with the larger number of each, and can be undone", async () => {
    await using shop = await shopWithOrder();
    await shop.visitor.post("/cart/items", { variant: "mug-0", quantity: "5" });
    await shop.visitor.post("/cart/items", { variant: "jug-1", quantity: "1" });
    await shop.visitor.post("/cart/items", { variant: "jug-0", quantity: "1" });
    await shop.visitor.post(shop.again);
    expect(await held(shop.shop)).toBe("1 jug-0, 1 soap-0, 2 jug-1, 5 mug-0");
    await shop.visitor.post(shop.again);
    expect(await cartPage(shop.visitor)).toContain('action="/cart/unmerge"');
    await shop.visitor.post("/cart/unmerge");
    expect(await held(shop.shop)).toBe("1 jug-0, 1 jug-1, 5 mug-0");
    expect(await cartPage(shop.visitor)).not.toContain("P-1001");
  });

  test("says what is no longer sold, sold out, short, or costs something else", async () => {
    await using shop = await shopWithOrder();
    await change(shop.shop, "mug-0", { price: toCents(3100), stock: 2 });
    await change(shop.shop, "jug-1", { stock: 0 });
    await shop.deps.store.write((tx) => tx.update(products).set({ status: "archived" }).where(eq(products.id, "soap")));
    await shop.visitor.post(shop.again);
    expect(await held(shop.shop)).toBe("2 mug-0");
    const html = await cartPage(shop.visitor);
    for (const said of [
      "1 of the 3 things of order P-1001 are in your cart again.",
      "Mug: only 2 left of the 3.",
      "Jug (Sage) is sold out.",
      "Soap is no longer sold.",
      "Mug costs $31.00 now, it was $29.99.",
    ])
      expect(html).toContain(said);
  });

  test("never puts in other options than were bought", async () => {
    await using shop = await shopWithOrder();
    await change(shop.shop, "jug-1", { option1: "Rose" });
    await shop.visitor.post(shop.again);
    expect(await held(shop.shop)).toBe("1 soap-0, 3 mug-0");
    expect(await cartPage(shop.visitor)).toContain("Jug (Sage) is not made like that any more.");
    await shop.visitor.post("/cart/unmerge");
    // The same options, made anew by an import.
    await shop.deps.store.write(async (tx) => {
      const [old] = await tx.select().from(variants).where(eq(variants.id, "jug-0"));
      if (old) await tx.insert(variants).values({ ...old, id: "jug-new", option1: "Sage", position: 2 });
      await tx.delete(variants).where(eq(variants.id, "jug-1"));
    });
    await shop.visitor.post(shop.again);
    expect(await held(shop.shop)).toBe("1 soap-0, 2 jug-new, 3 mug-0");
  });

  test("with nothing left of it says so, and leaves the cart as it was", async () => {
    await using shop = await shopWithOrder();
    await shop.deps.store.write((tx) => tx.delete(products));
    await shop.visitor.post(shop.again);
    const html = await cartPage(shop.visitor);
    expect(html).toContain("Nothing of order P-1001 can be had just now.");
    expect(html).not.toContain("/cart/unmerge");
    expect(await held(shop.shop)).toBe("");
  });

  test("compares prices as they are counted where the order went", async () => {
    const euro = { currency: "EUR", country: "DE", pricesIncludeTax: true } as const;
    const tax = [{ country: "DE", rate: 190_000 }];
    await using shop = await openSmallShop({ products: [goods[0] as (typeof goods)[0]], settings: euro, tax });
    const visitor = shop.visitor();
    await visitor.post("/register", ada);
    await visitor.post("/cart/items", { variant: "mug-0", quantity: "1" });
    const last = await reachPayment(visitor); // goes to the USA: without the tax
    const placed = await visitor.post("/checkout/place", { ...last, pay: "transfer" });
    await visitor.post(`${placed.headers.get("Location")}/again`);
    expect(await cartPage(visitor)).not.toContain("costs €");
    await change(shop, "mug-0", { price: toCents(3999) });
    await visitor.post(`${placed.headers.get("Location")}/again`);
    expect(await cartPage(visitor)).toMatch(/Mug costs €[\d.]+ now, it was €[\d.]+\./);
  });

  test("Z02: works for the customer whose order it is, and for nobody else", async () => {
    await using shop = await shopWithOrder();
    const lena = shop.shop.visitor();
    await lena.post("/register", { ...ada, email: "lena@example.com" });
    expect((await lena.post(shop.again)).status).toBe(404);
    expect(await (await lena.get(shop.path)).text()).not.toContain(shop.again);
    const guest = shop.shop.visitor();
    const sent = await guest.post(shop.again);
    expect([sent.status, sent.headers.get("Location")]).toEqual([303, `/login?next=${encodeURIComponent(shop.path)}`]);
    expect((await shop.visitor.post("/orders/nothing/again")).status).toBe(404);
    expect(await held(shop.shop)).toBe("");
  });

  test("a guest's own order is bought again once it is in an account", async () => {
    await using shop = await openSmallShop({ products: goods });
    const guest = shop.visitor();
    const path = await buy(guest);
    expect(await (await guest.get(path)).text()).not.toContain("/again");
    await guest.post(`${path}/account`, { password: "a long walk home" });
    expect((await guest.post(`${path}/again`)).headers.get("Location")).toBe("/cart");
    expect(await held(shop)).toBe("1 soap-0, 2 jug-1, 3 mug-0");
  });

  test("I01: names stay text in what the cart says", async () => {
    const title = `Mug ${hostile}`;
    await using shop = await openSmallShop({ products: [{ title, handle: "mug", price: 2999, stock: 10 }] });
    const visitor = shop.visitor();
    await visitor.post("/register", ada);
    await visitor.post("/cart/items", { variant: "mug-0", quantity: "2" });
    const placed = await visitor.post("/checkout/place", { ...(await reachPayment(visitor)), pay: "transfer" });
    await change(shop, "mug-0", { price: toCents(1), stock: 1 });
    await visitor.post(`${placed.headers.get("Location")}/again`);
    const html = await cartPage(visitor);
    expect([html.includes("only 1 left of the 2"), html.includes("costs $0.01 now"), brokenOut(html)]).toEqual([
      true,
      true,
      false,
    ]);
  });

  test("is one write, of nine statements at most, however many things there were", async () => {
    const many = Array.from({ length: 40 }, (_, at) => ({ title: `Thing ${at}`, price: 100, stock: 9 }));
    await using shop = await openSmallShop({ products: many });
    const visitor = shop.visitor();
    await visitor.post("/register", ada);
    for (let at = 0; at < 40; at++) await visitor.post("/cart/items", { variant: `thing-${at}-0`, quantity: "1" });
    const placed = await visitor.post("/checkout/place", { ...(await reachPayment(visitor)), pay: "transfer" });
    const before = shop.deps.store.statements();
    await visitor.post(`${placed.headers.get("Location")}/again`);
    expect(shop.deps.store.statements() - before).toBeLessThanOrEqual(9 + 3);
    expect(await shop.deps.store.read.$count(orders)).toBe(1);
    expect((await held(shop)).split(", ")).toHaveLength(40);
  });
});
