import { describe, expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import type { Tx } from "#db/open.ts";
import { carts, orders, outbox, pages, shippingMethods } from "#db/schema.ts";
import { bump } from "#db/versions.ts";
import { fillCart, lastPage, odile, openSmallShop, order, reachPayment, valueOf } from "./small-shop.ts";

const mug = { title: "Mug", price: 2999, stock: 10 };
const page = async (response: Response) => response.text();

describe("checkout", () => {
  test("leads from a cart to an order in three steps, without scripts", async () => {
    await using shop = await openSmallShop({ products: [mug] });
    const visitor = shop.visitor();
    await fillCart(visitor, "mug-0", 2);
    const first = await visitor.get("/checkout");
    expect(first.status).toBe(200);
    const html = await first.text();
    expect(html).toContain("Who is it for?");
    expect(html).toContain("How shall it come?");
    expect(html).toContain('<li aria-current="step">Contact and address</li>');

    const contact = await visitor.post("/checkout", odile);
    expect([contact.status, contact.headers.get("Location")]).toEqual([303, "/checkout/payment"]);
    const last = await page(await visitor.get("/checkout/payment"));
    expect(last).toContain("Place the order for $64.98");
    expect(valueOf(last, "total")).toBe("6498");

    const placed = await visitor.post("/checkout/place", { ...lastPage(last), pay: "transfer" });
    expect(placed.status).toBe(303);
    expect(placed.headers.get("Location")).toMatch(/^\/orders\/[\w-]{43}$/);
    const orderPage = await page(await visitor.follow(placed));
    expect(orderPage).toContain("Receipt P-1001");
    expect(orderPage).toContain("$64.98");
    expect(orderPage).toContain("Reference");
    const [letter] = await shop.deps.store.read.select().from(outbox);
    expect(letter?.text).toContain(`http://localhost:3000${placed.headers.get("Location")}`);
  });

  test("shows the same errors beside the fields and above the page, and keeps all that was typed", async () => {
    await using shop = await openSmallShop({ products: [mug] });
    const visitor = shop.visitor();
    await fillCart(visitor);
    const refused = await visitor.post("/checkout", {
      ...odile,
      email: "odile.example.com",
      postcode: "",
      city: 'Hud"son',
    });
    expect(refused.status).toBe(422);
    const html = await refused.text();
    expect(html).toContain("<title>Error: Checkout: Test Shop</title>");
    expect(html).toContain('<a href="#email">Enter an email address with an @ in it</a>');
    expect(html).toContain('<a href="#postcode">Enter the ZIP code of the delivery address</a>');
    expect(html).toContain('aria-invalid="true" aria-describedby="email-hint email-error"');
    expect(valueOf(html, "email")).toBe("odile.example.com");
    expect(valueOf(html, "city")).toBe('Hud"son');

    const again = await page(await visitor.get("/checkout"));
    expect(valueOf(again, "name")).toBe("Odile Bernard");
    expect(valueOf(again, "email")).toBe("odile.example.com");
  });

  test("answers htmx with the part it asked for", async () => {
    await using shop = await openSmallShop({ products: [mug] });
    const visitor = shop.visitor();
    await fillCart(visitor);
    const refused = await visitor.htmx.post("/checkout", { ...odile, email: "" });
    expect(refused.status).toBe(422);
    const part = await refused.text();
    expect(part).toStartWith("<title>Error: Checkout</title>");
    expect(part).not.toContain("<html");
    expect(part).toContain('id="checkout"');
    const passed = await visitor.htmx.post("/checkout", odile);
    expect([passed.status, passed.headers.get("HX-Redirect")]).toEqual([200, "/checkout/payment"]);
  });

  test("asks for the address as the chosen country writes it, also without scripts", async () => {
    await using shop = await openSmallShop({ products: [mug] });
    const visitor = shop.visitor();
    await fillCart(visitor);
    const update = { ...odile, country: "CA", region: "", op: "update" };
    for (const html of [
      await page(await visitor.post("/checkout", update)),
      await page(await visitor.htmx.post("/checkout", update)),
    ]) {
      expect(html).toContain("Province");
      expect(html).toContain("Postal code");
      expect(html).not.toContain("There is a problem");
      expect(valueOf(html, "street")).toBe("231 Warren Street");
    }
  });

  test("asks for another address of the bill once the box is unticked", async () => {
    await using shop = await openSmallShop({ products: [mug] });
    const visitor = shop.visitor();
    await fillCart(visitor);
    const { same: _, ...elsewhere } = odile;
    const html = await page(await visitor.post("/checkout", { ...elsewhere, op: "update" }));
    expect(html).toContain("Name on the bill");
    const bill = { billName: "Firm", billStreet: "1 Rue", billCity: "Lyon", billPostcode: "69001", billCountry: "FR" };
    expect((await visitor.post("/checkout", elsewhere)).status).toBe(422);
    const passed = await visitor.post("/checkout", { ...elsewhere, ...bill });
    expect(passed.headers.get("Location")).toBe("/checkout/payment");
  });

  test("is known again: what an account and a last order say is filled in", async () => {
    await using shop = await openSmallShop({ products: [mug] });
    const visitor = shop.visitor();
    await visitor.post("/register", {
      email: "ada@example.com",
      password: "correct horse",
      displayName: "Ada Lovelace",
    });
    await fillCart(visitor);
    const first = await page(await visitor.get("/checkout"));
    expect(valueOf(first, "email")).toBe("ada@example.com");
    expect(valueOf(first, "name")).toBe("Ada Lovelace");
    await visitor.post("/checkout/place", {
      ...(await reachPayment(visitor, { ...odile, email: "ada@example.com" })),
      pay: "transfer",
    });
    await fillCart(visitor);
    const second = await page(await visitor.get("/checkout"));
    expect(valueOf(second, "street")).toBe("231 Warren Street");
    expect(valueOf(second, "postcode")).toBe("12534");
  });

  test("keeps the draft in the cart, so that it outlives the window", async () => {
    await using shop = await openSmallShop({ products: [mug] });
    const visitor = shop.visitor();
    await fillCart(visitor);
    await visitor.post("/checkout", { ...odile, note: "Card 4242 4242 4242 4242" });
    const [cart] = await shop.deps.store.read.select({ draft: carts.draft }).from(carts);
    expect(cart?.draft).toMatchObject({ street: "231 Warren Street", note: "Card •••• 4242" });
    const window = shop.visitor();
    for (const [name, value] of visitor.cookies) window.cookies.set(name, value);
    expect(valueOf(await page(await window.get("/checkout")), "street")).toBe("231 Warren Street");
  });

  test("keeps what a guest had filled in when they sign in on the way", async () => {
    await using shop = await openSmallShop({ products: [mug] });
    const account = { email: "ada@example.com", password: "correct horse" };
    await shop.visitor().post("/register", { ...account, displayName: "Ada" });
    const visitor = shop.visitor();
    await fillCart(visitor);
    await visitor.post("/checkout", odile);
    expect((await visitor.post("/login", { ...account, next: "/checkout" })).headers.get("Location")).toBe("/checkout");
    const html = await page(await visitor.get("/checkout"));
    expect(valueOf(html, "street")).toBe("231 Warren Street");
    expect(html).not.toContain("No account needed.");
  });

  test("sends whoever left a step out to that step", async () => {
    await using shop = await openSmallShop({ products: [mug] });
    const visitor = shop.visitor();
    const leads = async (path: string) => (await visitor.get(path)).headers.get("Location");
    for (const path of ["/checkout", "/checkout/delivery", "/checkout/payment"])
      expect(await leads(path)).toBe("/cart");
    expect((await visitor.post("/checkout/place", { pay: "transfer" })).headers.get("Location")).toBe("/cart");
    await fillCart(visitor);
    for (const path of ["/checkout/delivery", "/checkout/payment"]) expect(await leads(path)).toBe("/checkout");
    await visitor.post("/checkout", { ...odile, ship: "" });
    expect(await leads("/checkout/payment")).toBe("/checkout/delivery");
    const placing = await visitor.post("/checkout/place", { pay: "transfer", total: "3499", shown: "x" });
    expect(placing.headers.get("Location")).toBe("/checkout/delivery");
    const chosen = await visitor.post("/checkout/delivery", { ship: "parcel" });
    expect(chosen.headers.get("Location")).toBe("/checkout/payment");
    expect((await visitor.get("/checkout/payment")).status).toBe(200);
    expect(await shop.deps.store.read.$count(orders)).toBe(0);
  });

  test("needs no address for what is fetched, and shows where that is", async () => {
    await using shop = await openSmallShop({ products: [mug] });
    const visitor = shop.visitor();
    const response = await order(visitor, "on_pickup", {
      email: "o@example.com",
      name: "Odile",
      ship: "pickup@mill",
      country: "US",
    });
    const html = await page(await visitor.follow(response));
    expect(html).toContain("Fetch it at");
    expect(html).toContain("14 Mill Street");
    expect(html).toContain("$29.99");
  });

  test("offers ways to pay that fit how it comes, and the test card only in test mode", async () => {
    await using shop = await openSmallShop({ products: [mug], settings: { testMode: false } });
    const visitor = shop.visitor();
    await fillCart(visitor);
    await reachPayment(visitor);
    const html = await page(await visitor.get("/checkout/payment"));
    expect(html).toContain("Bank transfer");
    expect(html).toContain("On delivery");
    expect(html).not.toContain("When you fetch it");
    expect(html).not.toContain("Test card");
    const tried = await visitor.post("/checkout/place", { ...lastPage(html), pay: "test_card" });
    expect(tried.status).toBe(422);
    expect(await tried.text()).toContain('<a href="#pay">Choose how you will pay</a>');
  });

  test("says which thing cannot go which way", async () => {
    await using shop = await openSmallShop({
      products: [{ ...mug, tags: ["fragile"] }],
      more: async (tx) => {
        await tx
          .update(shippingMethods)
          .set({ excludes: { tags: ["fragile"], handles: [] } })
          .where(eq(shippingMethods.id, "parcel"));
      },
    });
    const visitor = shop.visitor();
    await fillCart(visitor);
    const html = await page(await visitor.get("/checkout"));
    expect(html).toContain("Parcel: Mug cannot go this way.");
    expect(html).toContain("Pick up: The Old Mill");
  });

  test("shows a page in three queries", async () => {
    await using shop = await openSmallShop({ products: [mug] });
    const visitor = shop.visitor();
    await fillCart(visitor);
    await reachPayment(visitor);
    const { store } = shop.deps;
    for (const path of ["/checkout", "/checkout/delivery", "/checkout/payment"]) {
      await visitor.get(path);
      const before = store.statements();
      await visitor.get(path);
      expect(store.statements() - before, path).toBeLessThanOrEqual(3);
    }
  });

  test("asks to agree to what the shop says, where it says anything", async () => {
    const page1 = { title: "Terms", body: "Pay.", column: "shop", updatedAt: new Date(0) };
    const more = async (tx: Tx) => {
      await tx.insert(pages).values({ ...page1, handle: "terms-of-sale" });
      await bump(tx, ["shell"]);
    };
    await using shop = await openSmallShop({ products: [mug], more });
    const visitor = shop.visitor();
    await fillCart(visitor);
    const last = await reachPayment(visitor);
    const refused = await visitor.post("/checkout/place", { ...last, pay: "transfer" });
    expect(refused.status).toBe(422);
    const html = await refused.text();
    expect(html).toContain('<a href="#terms">Tick the box to agree before you order</a>');
    expect(html).toContain('<a href="/pages/terms-of-sale" target="_blank">Terms</a>');
    expect(html).toMatch(/value="transfer" checked/);
    const twice = await page(await visitor.post("/checkout/place", { ...last, pay: "" }));
    for (const each of ['href="#pay">Choose how you will pay', 'href="#terms">Tick the box'])
      expect(twice).toContain(each);
    expect((await visitor.post("/checkout/place", { ...last, pay: "transfer", terms: "yes" })).status).toBe(303);
  });

  test("offers a bank transfer only where there is an account, on the page, in the foot and to whoever asks for it", async () => {
    const bank = { holder: "", account: "", routing: "", name: "", daysToPay: 14 };
    await using shop = await openSmallShop({ products: [mug], settings: { bank } });
    const visitor = shop.visitor();
    await fillCart(visitor);
    const last = await reachPayment(visitor);
    const html = await page(await visitor.get("/checkout/payment"));
    expect(html).not.toMatch(/value="transfer"|Bank transfer/);
    expect((await visitor.post("/checkout/place", { ...last, pay: "transfer" })).status).toBe(422);
    expect(await shop.deps.store.read.select().from(orders)).toEqual([]);
  });
});
