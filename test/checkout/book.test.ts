import { describe, expect, test } from "bun:test";
import { addresses, carts, customers, orders } from "#db/schema.ts";
import { addAddress } from "#src/addresses/change-book.ts";
import { brokenOut, hostile } from "#test/views/page-shell.ts";
import { fillCart, lastPage, odile, openSmallShop, reachPayment, valueOf, type SmallShop } from "./small-shop.ts";

const mug = { title: "Mug", price: 2999, stock: 50 };
const ada = { email: "ada@example.com", password: "correct horse", displayName: "Ada Lovelace" };
const home = {
  name: "Ada Lovelace",
  street: "231 Warren Street",
  extra: "Door 3",
  company: "",
  city: "Hudson",
  region: "NY",
  postcode: "12534",
  country: "US",
  phone: "715 555 0134",
};
const mill = { ...home, street: "14 Mill Street", city: "Harrow Mills", region: "WI", postcode: "54699", phone: "" };
const firm = { ...mill, name: "Lovelace & Co", company: "Engines", street: "1 Mill Lane" };

/** A customer with a mug in the cart and these addresses, "a1", "a2" and so on, the first of them the default. */
async function openWith(...book: readonly (typeof home)[]) {
  const shop = await openSmallShop({ products: [mug] });
  const visitor = shop.visitor();
  await visitor.post("/register", ada);
  await fillCart(visitor);
  const customerId = await idOf(shop, ada.email);
  const add = (address: typeof home, id: string, wish = {}) =>
    shop.deps.store.write((tx) => addAddress(tx, { customerId, id, address, at: shop.clock.now(), ...wish }));
  for (const [at, address] of book.entries()) await add(address, `a${at + 1}`);
  const contact = async () => (await visitor.get("/checkout")).text();
  return { ...shop, shop, visitor, add, contact };
}
async function idOf({ deps }: SmallShop, email: string): Promise<string> {
  const rows = await deps.store.read.select({ id: customers.id, email: customers.email }).from(customers);
  return rows.find((row) => row.email === email)?.id ?? "none";
}
const fieldsOf = (html: string) =>
  ["name", "street", "extra", "city", "postcode", "phone"].map((field) => valueOf(html, field)).join("|");
const homeFields = "Ada Lovelace|231 Warren Street|Door 3|Hudson|12534|715 555 0134";
const millFields = "Ada Lovelace|14 Mill Street|Door 3|Harrow Mills|54699|";
const keptOf = async ({ deps }: SmallShop) =>
  (await deps.store.read.select().from(addresses)).map(({ street, forDelivery }) => [street, forDelivery] as const);

describe("the checkout of a customer who keeps addresses", () => {
  test("has the default one filled in, and asks nothing of it again", async () => {
    await using shop = await openWith(home, mill);
    const html = await shop.contact();
    expect(fieldsOf(html)).toBe(homeFields);
    expect(html).toMatch(/<option value="NY" selected>/);
    expect(html).toContain('<option value="a1" selected>Ada Lovelace, 231 Warren Street, Hudson</option>');
    expect(html).not.toContain("Keep this address");
    expect(html).toContain("Send the bill to the same address");
    const passed = await shop.visitor.post("/checkout", {
      email: ada.email,
      ...home,
      bill: "asked",
      same: "yes",
      ship: "parcel",
    });
    expect(passed.headers.get("Location")).toBe("/checkout/payment");
  });

  test("prefers the default one to where the last order went", async () => {
    await using shop = await openWith();
    const last = await reachPayment(shop.visitor, { ...odile, email: ada.email });
    await shop.visitor.post("/checkout/place", { ...last, pay: "transfer" });
    await fillCart(shop.visitor);
    expect(valueOf(await shop.contact(), "city")).toBe("Hudson");
    await shop.add(mill, "a1");
    expect(fieldsOf(await shop.contact())).toBe(millFields);
  });

  test("fills in another of them by a button, with scripts and without, and keeps the rest that was typed", async () => {
    for (const htmx of [false, true]) {
      await using shop = await openWith(home, mill);
      const typed = {
        ...odile,
        email: "else@example.com",
        note: "Ring twice",
        street: "half a str",
        op: "book",
        book: "a2",
      };
      const answer = await (htmx ? shop.visitor.htmx : shop.visitor).post("/checkout", typed);
      expect(answer.status).toBe(200);
      const html = await answer.text();
      expect(fieldsOf(html)).toBe(millFields);
      expect([valueOf(html, "email"), html.includes("Ring twice"), html.includes("<html")]).toEqual([
        "else@example.com",
        true,
        !htmx,
      ]);
      expect(html).toMatch(/<option value="WI" selected>/);
      expect(html).toContain('<option value="a2" selected>');
      expect(html).toContain("Delivery to Wisconsin");
      expect(fieldsOf(await shop.contact())).toBe(millFields);
    }
  });

  test("sends the bill where bills go by default, and to another of them by a button", async () => {
    await using shop = await openWith(home);
    await shop.add(firm, "a2", { forBills: true });
    const html = await shop.contact();
    expect(fieldsOf(html)).toBe(homeFields);
    expect([valueOf(html, "billName"), valueOf(html, "billCompany"), valueOf(html, "billStreet")]).toEqual([
      "Lovelace & Co",
      "Engines",
      "1 Mill Lane, Door 3",
    ]);
    const other = await shop.visitor.post("/checkout", { ...odile, street: "2 Barn Lane", op: "book", book: "a1" });
    expect(valueOf(await other.text(), "billName")).toBe("Lovelace & Co"); // bills do not follow the goods
    const { same: _, ...elsewhere } = odile;
    const picked = await shop.visitor.post("/checkout", { ...elsewhere, op: "bill-book", billBook: "a1" });
    expect(valueOf(await picked.text(), "billStreet")).toBe("231 Warren Street, Door 3");
  });

  test("knows nobody else's, nor one that was taken out: nothing is filled in, and the field says so", async () => {
    await using shop = await openWith(home);
    const other = shop.shop.visitor();
    await other.post("/register", { ...ada, email: "lena@example.com" });
    await fillCart(other);
    for (const person of [other, shop.shop.visitor()]) {
      await fillCart(person);
      const html = await (await person.get("/checkout")).text();
      expect(html).not.toContain("Warren");
      const picked = await person.post("/checkout", { ...odile, street: "mine", op: "book", book: "a1" });
      const told = await picked.text();
      expect([picked.status, valueOf(told, "street"), told.includes("Warren")]).toEqual([422, "mine", false]);
    }
    const mine = await shop.visitor.post("/checkout", { ...odile, op: "book", book: "a9" });
    expect([
      mine.status,
      (await mine.text()).includes('<a href="#book">Choose an address that is in your account</a>'),
    ]).toEqual([422, true]);
  });

  test("keeps a new address with the order where the box was ticked, once, and only then", async () => {
    await using shop = await openWith();
    expect(await shop.contact()).toContain("Keep this address in my account");
    const typed = { ...odile, email: ada.email, keeping: "asked" };
    const order = async (more: object) => {
      await fillCart(shop.visitor);
      const last = await reachPayment(shop.visitor, { ...typed, ...more });
      return shop.visitor.post("/checkout/place", { ...last, pay: "transfer" });
    };
    await order({});
    expect(await keptOf(shop.shop)).toEqual([]);
    await fillCart(shop.visitor);
    await reachPayment(shop.visitor, { ...typed, keep: "yes" });
    expect(await keptOf(shop.shop)).toEqual([]); // nothing is kept of what is not ordered
    expect(await shop.contact()).toMatch(/name="keep" value="yes" checked/);
    await order({ keep: "yes" });
    expect(await keptOf(shop.shop)).toEqual([["231 Warren Street", true]]);
    await order({ keep: "yes" });
    await order({ keep: "yes", street: "2 Barn Lane" });
    expect(await keptOf(shop.shop)).toEqual([
      ["231 Warren Street", true],
      ["2 Barn Lane", false],
    ]);
    expect(await shop.deps.store.read.$count(orders)).toBe(4);
  });

  test("an unticked box takes the wish back, and fetched goods keep no address", async () => {
    await using shop = await openWith();
    const typed = { ...odile, email: ada.email, keeping: "asked" };
    await shop.visitor.post("/checkout", { ...typed, keep: "yes", op: "update" });
    await shop.visitor.post("/checkout", { ...typed, op: "update" });
    const [cart] = await shop.deps.store.read.select({ draft: carts.draft }).from(carts);
    expect(cart?.draft?.["keep"]).toBe("");
    await shop.visitor.post("/checkout", { ...typed, keep: "yes", ship: "pickup@mill" });
    const last = lastPage(await (await shop.visitor.get("/checkout/payment")).text());
    expect((await shop.visitor.post("/checkout/place", { ...last, pay: "on_pickup" })).status).toBe(303);
    expect(await keptOf(shop.shop)).toEqual([]);
  });

  test("a guest is not asked to keep anything, and a tick of theirs keeps nothing", async () => {
    await using shop = await openSmallShop({ products: [mug] });
    const guest = shop.visitor();
    await fillCart(guest);
    expect(await (await guest.get("/checkout")).text()).not.toContain("Keep this address");
    const last = await reachPayment(guest, { ...odile, keeping: "asked", keep: "yes" });
    expect((await guest.post("/checkout/place", { ...last, pay: "transfer" })).status).toBe(303);
    expect(await keptOf(shop)).toEqual([]);
  });

  test("a full book stays as it is, and the order goes through", async () => {
    const road = Array.from({ length: 20 }, (_, at) => ({ ...home, street: `${at + 1} Long Road` }));
    await using shop = await openWith(...road);
    expect(await shop.contact()).not.toContain("Keep this address");
    const last = await reachPayment(shop.visitor, { ...odile, email: ada.email, street: "2 Barn Lane", keep: "yes" });
    expect((await shop.visitor.post("/checkout/place", { ...last, pay: "transfer" })).status).toBe(303);
    expect(await keptOf(shop.shop)).toHaveLength(20);
  });

  test("takes no query more for the book: three a page, ten statements an order with the session, five more where an address is kept", async () => {
    await using shop = await openWith(home, mill);
    const { store } = shop.deps;
    const statements = async (act: () => Promise<unknown>) => {
      const before = store.statements();
      await act();
      return store.statements() - before;
    };
    await shop.contact();
    expect(await statements(shop.contact)).toBeLessThanOrEqual(3);
    const place = async (more: object) => {
      await fillCart(shop.visitor);
      const last = await reachPayment(shop.visitor, { ...odile, email: ada.email, ...more });
      return statements(() => shop.visitor.post("/checkout/place", { ...last, pay: "transfer" }));
    };
    const plain = await place({});
    expect(plain).toBeLessThanOrEqual(10);
    expect(await place({ street: "2 Barn Lane", keeping: "asked", keep: "yes" })).toBeLessThanOrEqual(plain + 5);
  });

  test("I01: what was kept stays text", async () => {
    await using shop = await openWith({ ...home, name: hostile, street: hostile, city: hostile, company: hostile });
    await shop.add({ ...mill, name: hostile, street: `${hostile} 2` }, "a2", { forBills: true });
    const html = await shop.contact();
    expect([brokenOut(html), html.includes("&lt;img src=x")]).toEqual([false, true]);
    const picked = await shop.visitor.htmx.post("/checkout", { ...odile, op: "book", book: "a2" });
    expect(brokenOut(await picked.text())).toBe(false);
  });
});
