import { describe, expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { cartLines, carts, promotionCodes, promotions, variants } from "#db/schema.ts";
import { loadCart } from "#src/cart/store.ts";
import { toCents } from "#src/pricing/money.ts";
import { openShop, type TestShop } from "#test/support/shop.ts";

const mug = { title: "Pushcart mug", price: 2999, stock: 140 };
const pin = { title: "Rolling pin", price: 3200, stock: 3 };
const pot = {
  title: "Round teapot",
  price: 2999,
  options: [
    { name: "Glaze", values: ["Bottle green", "Oxblood"] },
    { name: "Size", values: ["0.9 l", "1.5 l"] },
  ],
  variants: [
    { options: ["Bottle green", "0.9 l"] },
    { options: ["Bottle green", "1.5 l"], price: 3999 },
    { options: ["Oxblood", "0.9 l"], stock: 0 },
  ],
};
const shopOf = () => openShop({ products: [mug, pin, pot] });
type Sender = Pick<TestShop, "get" | "post" | "htmx">;

const add = (who: Sender, fields: Record<string, string | string[]> = {}) =>
  who.htmx.post("/cart/items", { handle: "pushcart-mug", quantity: "1", ...fields });
const page = async (who: Sender, path = "/cart") => (await who.get(path)).text();
const lineIn = (html: string) => /action="\/cart\/lines\/([^"/]+)"/.exec(html)?.[1] ?? "";
const inDrawer = { headers: { "HX-Target": "dialog#cart-drawer" } };

describe("POST /cart/items", () => {
  test("with htmx, fills and opens the drawer, counts in the header and says it aloud", async () => {
    await using shop = await shopOf();
    const answer = await add(shop, { quantity: "2" });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("HX-Trigger")).toBe("cart:open");
    const html = await answer.text();
    expect(html).toStartWith('<div class="drawer-head');
    expect(html).toContain("2 × Pushcart mug added.");
    expect(html).toContain("$59.98");
    expect(html).toContain('<hx-partial hx-target="#cart-count"');
    expect(html).toContain("2 × Pushcart mug added. 2 things in the cart, $64.98.");
    expect(answer.headers.get("Set-Cookie")).toMatch(/^pc_cart=[\w-]{43}; Max-Age=2592000;.*HttpOnly; SameSite=Lax/);
  });

  test("without scripts, puts it in and shows the cart", async () => {
    await using shop = await shopOf();
    const answer = await shop.post("/cart/items", { handle: "pushcart-mug", quantity: "3" });
    expect([answer.status, answer.headers.get("Location")]).toEqual([303, "/cart"]);
    const html = await (await shop.follow(answer)).text();
    expect(html).toStartWith("<!doctype html>");
    expect(html).toContain("<title>Your cart: Test Shop</title>");
    expect(html).toContain('value="3"');
    expect(html).toContain("$94.97");
    expect(html).toContain('id="cart-count"');
  });

  test("finds the variant by what was chosen, or by its id", async () => {
    await using shop = await shopOf();
    const fields = { handle: "round-teapot", quantity: "1" };
    const large = await shop.htmx.post("/cart/items", { ...fields, option1: "Bottle green", option2: "1.5 l" });
    expect(await large.text()).toContain("$39.99");
    const byId = await shop.htmx.post("/cart/items", { variant: "round-teapot-0", quantity: "1" });
    const said = await byId.text();
    expect(said).toContain("Bottle green, 0.9 l");
    expect(said).toMatch(/>Round teapot added\./);
    for (const other of [{ option1: "Oxblood", option2: "1.5 l" }, { option1: "Blue" }, { variant: "nothing" }]) {
      const answer = await shop.htmx.post("/cart/items", { ...fields, ...other });
      expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining("not made like this")]);
    }
    const soldOut = await shop.htmx.post("/cart/items", { ...fields, option1: "Oxblood", option2: "0.9 l" });
    expect(await soldOut.text()).toContain("This is sold out.");
  });

  test("refuses more than the shelf holds, beside the field, and saves nothing", async () => {
    await using shop = await shopOf();
    const answer = await add(shop, { handle: "rolling-pin", quantity: "4" });
    expect(answer.status).toBe(422);
    expect(answer.headers.get("HX-Trigger")).toBeNull();
    const html = await answer.text();
    expect(html).toStartWith('<hx-partial hx-target="#item-quantity-news"');
    expect(html).toContain("Only 3 left. Choose 3 or fewer.");
    expect(await shop.deps.store.read.select().from(carts)).toEqual([]);

    const plain = await shop.post("/cart/items", { handle: "rolling-pin", quantity: "4" });
    const again = await plain.text();
    expect(plain.status).toBe(422);
    expect(again).toContain("<title>Error: Rolling pin");
    expect(again).toContain('<a href="#quantity">Only 3 left. Choose 3 or fewer.</a>');
    expect(again).toContain('name="handle" value="rolling-pin"');
    expect(again).toContain('value="4"');
  });

  test("takes nothing but 1 to 99 in plain digits, and no price of the visitor's own (S9, S54)", async () => {
    await using shop = await shopOf();
    const wrong = [
      "0",
      "-1",
      "1.5",
      "1e3",
      "0x10",
      "100",
      "NaN",
      "",
      "abc",
      "٣",
      "１",
      "+4",
      "1,000",
      "Infinity",
      "99999999999999999999",
    ];
    for (const quantity of wrong) {
      const answer = await add(shop, { quantity });
      expect([answer.status, quantity]).toEqual([422, quantity]);
      expect(await answer.text()).toContain("Choose a quantity from 1 to 99.");
    }
    expect((await add(shop, { quantity: ["1", "2"] })).status).toBe(422);
    expect((await shop.htmx.post("/cart/items", { handle: "pushcart-mug" })).status).toBe(422);
    expect(await shop.deps.store.read.select().from(carts)).toEqual([]);

    const priced = await add(shop, {
      quantity: " 5 ",
      price: "1",
      unit: "1",
      total: "1",
      discount: "99",
      count: "0",
      id: "x",
    });
    expect(priced.status).toBe(200);
    expect(await priced.text()).toContain("$149.95");
  });

  test("begins a new cart when the old one has become an order", async () => {
    await using shop = await shopOf();
    await add(shop);
    await shop.deps.store.write((tx) => tx.update(carts).set({ state: "closed" }));
    expect(await page(shop)).toContain("The cart is empty");
    const before = shop.cookies.get("pc_cart");
    expect((await add(shop, { quantity: "2" })).status).toBe(200);
    expect(shop.cookies.get("pc_cart")).not.toBe(before);
    expect(await page(shop)).toContain("$64.98");
  });

  test("keeps carts apart, and one of them over a reload", async () => {
    await using shop = await shopOf();
    const other = shop.visitor();
    await add(shop);
    expect(await page(other)).toContain("The cart is empty");
    expect((await other.htmx.post(`/cart/lines/${lineIn(await page(shop))}`, { quantity: "9" })).status).toBe(422);
    expect(await page(shop)).toContain("$34.99");
  });
});

describe("POST /cart/lines/:lineId", () => {
  const filled = async () => {
    const shop = await shopOf();
    await add(shop, { handle: "rolling-pin" });
    const lineId = lineIn(await page(shop));
    const change = (fields: Record<string, string | string[]>, asked = {}) =>
      shop.htmx.post(`/cart/lines/${lineId}`, fields, asked);
    return { shop, lineId, change, [Symbol.asyncDispose]: () => shop.close() };
  };
  const quantities = (shop: TestShop) => shop.deps.store.read.select({ quantity: cartLines.quantity }).from(cartLines);

  test("with htmx, answers the cart and the count, and no document around them", async () => {
    await using cart = await filled();
    const html = await (await cart.change({ quantity: "2" })).text();
    expect(html).toStartWith('<div class="sided" id="cart-body"');
    expect(html).toContain("$69.00");
    expect(html).toContain('<hx-partial hx-target="#cart-count"');
    expect(html).not.toContain("<html");
  });

  test("without scripts, saves and goes back to the cart", async () => {
    await using cart = await filled();
    const answer = await cart.shop.post(`/cart/lines/${cart.lineId}`, { quantity: "2" });
    expect([answer.status, answer.headers.get("Location")]).toEqual([303, "/cart"]);
    const gone = await cart.shop.post(`/cart/lines/${cart.lineId}`, { quantity: "2", op: "remove" });
    expect(gone.headers.get("Location")).toBe(`/cart?removed=${cart.lineId}`);
    expect(await (await cart.shop.follow(gone)).text()).toContain("Rolling pin removed.");
  });

  test("counts with its buttons: from what the cart holds, or from what was typed just before", async () => {
    await using cart = await filled();
    for (const fields of [{ op: "inc" }, { op: "inc" }]) await cart.change({ ...fields, quantity: "1", was: "1" });
    expect(await quantities(cart.shop)).toEqual([{ quantity: 3 }]);
    await cart.change({ op: "dec", quantity: "2", was: "3" });
    expect(await quantities(cart.shop)).toEqual([{ quantity: 1 }]);
  });

  test("refuses what is not there, beside the number, with what was typed", async () => {
    await using cart = await filled();
    for (const place of [{}, inDrawer]) {
      const answer = await cart.change({ quantity: "4" }, place);
      expect(answer.status).toBe(422);
      const html = await answer.text();
      expect(html).toContain("Only 3 left. Choose 3 or fewer.");
      expect(html).toContain('value="4"');
      expect(html).toStartWith(place === inDrawer ? '<div class="drawer-head' : '<div class="sided"');
    }
    const plain = await cart.shop.post(`/cart/lines/${cart.lineId}`, { quantity: "4" });
    expect(await plain.text()).toContain("<title>Error: Your cart");
    expect(await quantities(cart.shop)).toEqual([{ quantity: 1 }]);
  });

  test("takes nothing but 1 to 99 in plain digits", async () => {
    await using cart = await filled();
    for (const quantity of ["0", "-1", "1.5", "1e3", "0x10", "100", "NaN", "", "01", "２", "2;", ["2", "3"]]) {
      const answer = await cart.change({ quantity });
      expect([answer.status, quantity]).toEqual([422, quantity]);
      expect(await answer.text()).toContain("Choose a quantity from 1 to 99.");
    }
    expect((await cart.change({ op: "buy", quantity: "2" })).status).toBe(422);
    expect(await quantities(cart.shop)).toEqual([{ quantity: 1 }]);
    expect((await cart.change({ quantity: " 2 " })).status).toBe(200);
  });

  test("takes out and puts back, in page and drawer", async () => {
    await using cart = await filled();
    const out = await (await cart.change({ op: "remove" }, inDrawer)).text();
    expect(out).toContain("Rolling pin removed.");
    expect(out).toContain('hx-target="#cart-drawer"');
    const back = await cart.shop.htmx.post(`/cart/lines/${cart.lineId}/undo`);
    expect(await back.text()).toContain("$37.00");
    const gone = await (await cart.change({ op: "remove" })).text();
    expect(gone).toContain("The cart is empty");
    expect(gone).toContain('<section id="estimate" hidden');
    expect(await (await cart.change({ quantity: "1" })).text()).toContain("That has left the cart already.");
    expect((await cart.shop.post(`/cart/lines/${cart.lineId}/undo`)).status).toBe(303);
    expect(await page(cart.shop)).toContain("$37.00");
  });

  test("runs three statements and at most one look at the versions", async () => {
    await using cart = await filled();
    const { store } = cart.shop.deps;
    await cart.change({ quantity: "2" });
    const before = store.statements();
    await cart.change({ quantity: "1" });
    expect(store.statements() - before).toBeLessThanOrEqual(4);
  });
});

describe("GET /cart", () => {
  test("says when a price or the shelf has changed since", async () => {
    await using shop = await shopOf();
    await add(shop, { quantity: "5" });
    await add(shop, { handle: "rolling-pin", quantity: "3" });
    const set = (id: string, values: object) =>
      shop.deps.store.write((tx) => tx.update(variants).set(values).where(eq(variants.id, id)));
    await set("pushcart-mug-0", { price: toCents(2500) });
    await set("rolling-pin-0", { stock: 1 });
    const html = await page(shop);
    expect(html).toContain("Was $29.99 when you put it in: it costs less now.");
    expect(html).toContain("Only 1 left. Choose 1.");
    await set("pushcart-mug-0", { price: toCents(3500) });
    expect(await page(shop)).toContain("It was $29.99 when you put it in.");
  });

  test("answers the part alone when the window gets the focus, and the count for the header", async () => {
    await using shop = await shopOf();
    await add(shop, { quantity: "2" });
    expect(await (await shop.htmx.get("/cart")).text()).toStartWith('<div class="sided" id="cart-body"');
    expect(await (await shop.htmx.get("/cart/count")).text()).toMatch(/^<span[^>]*id="cart-count"[^>]*>2</);
    expect((await shop.get("/cart/count")).status).toBe(303);
    const drawer = await shop.htmx.get("/cart/drawer");
    expect(drawer.headers.get("HX-Trigger")).toBe("cart:open");
    expect((await shop.get("/cart/drawer")).headers.get("Location")).toBe("/cart");
  });

  test("is kept by nobody else, and costs three queries", async () => {
    await using shop = await shopOf();
    await add(shop);
    await page(shop);
    const before = shop.deps.store.statements();
    const answer = await shop.get("/cart");
    expect(shop.deps.store.statements() - before).toBeLessThanOrEqual(3);
    expect(answer.headers.get("Cache-Control")).toBe("private, no-store");
    expect(answer.headers.get("Vary")).toBe("HX-Request-Type, Cookie");
  });

  test("shows a hostile name as text, wherever it stands", async () => {
    const title = `<img src=x onerror=alert(1)>"'&lt;`;
    await using shop = await openShop({ products: [{ ...mug, title, handle: "evil" }] });
    const added = await add(shop, { handle: "evil" });
    for (const html of [await added.text(), await page(shop), await page(shop, "/cart/why")]) {
      expect(html).toContain("&lt;img src=x onerror=alert(1)&gt;");
      expect(html.replaceAll(/"[^"]*"/g, "")).not.toContain("<img src=x");
    }
  });
});

const half = { kind: "percent", off: "order", rate: 500_000 } as const;
const withCodes = async (shop: TestShop) => {
  await shop.deps.store.write(async (tx) => {
    const put = async (id: string, code: string, more: Partial<typeof promotions.$inferInsert> = {}) => {
      await tx.insert(promotions).values({ id, name: id, effect: half, conditions: {}, coded: true, ...more });
      await tx.insert(promotionCodes).values({ key: code, promotionId: id });
    };
    await put("Staff", "STAFF50");
    await put("Market", "LATER10", { startsAt: new Date("2026-11-23T09:00:00Z") });
    await put("Spring", "SPRING15", { endsAt: new Date("2026-11-01T09:00:00Z") });
    await put("Large", "LARGE20", { conditions: { minSubtotal: 6999 } });
    await put("First", "FIRST50", { useLimit: 1, used: 1 });
    await put("Off", "OFF", { active: false });
  });
};

describe("POST /cart/coupon", () => {
  const coded = async (limits = false) => {
    const shop = await openShop({ products: [mug], limits });
    await withCodes(shop);
    await add(shop);
    return {
      shop,
      use: (code: string) => shop.htmx.post("/cart/coupon", { code }),
      [Symbol.asyncDispose]: () => shop.close(),
    };
  };

  test("takes half off: 29.99 becomes 15.00 (S47), however the code is typed", async () => {
    await using cart = await coded();
    await cart.shop.deps.store.write((tx) => tx.update(variants).set({ price: toCents(2999) }));
    const answer = await cart.use(" staff 50 ");
    expect(answer.status).toBe(200);
    const html = await answer.text();
    expect(html).toStartWith('<div class="slip" id="slip"');
    expect(html).toContain("Staff: −$14.99.");
    expect(html).toContain("$20.00"); // 15.00 and the parcel
    expect(html.toUpperCase()).not.toContain("STAFF50");
  });

  test("says why a code is refused, keeps what was typed, and names no other", async () => {
    await using cart = await coded();
    const refusals = {
      nonsense: "That code does not work here. Look how it is written and try again.",
      off: "That code does not work here. Look how it is written and try again.",
      later10: "That code starts Monday 9:00 am.",
      spring15: "That code ended on November 1.",
      large20: "That code needs $40.00 more.",
      first50: "That code is already used up.",
      "": "Type the code first.",
    };
    for (const [code, message] of Object.entries(refusals)) {
      const answer = await cart.use(code);
      expect([code, answer.status]).toEqual([code, 422]);
      const html = await answer.text();
      expect(html).toContain(message);
      expect(html).toContain(`value="${code}"`);
      for (const other of ["STAFF50", "LATER10", "SPRING15", "LARGE20", "FIRST50"]) {
        if (other !== code.toUpperCase()) expect(html.toUpperCase()).not.toContain(other);
      }
    }
    expect(await page(cart.shop)).not.toContain('class="less"');
  });

  test("keeps a good code when a wrong one follows, and takes it off when asked", async () => {
    await using cart = await coded();
    await cart.use("STAFF50");
    expect((await cart.use("nonsense")).status).toBe(422);
    expect(await page(cart.shop)).toContain("Staff: −$14.99.");
    const off = await cart.shop.htmx.post("/cart/coupon", { op: "remove" });
    expect(await off.text()).toContain('id="code"');
    expect(await page(cart.shop)).not.toContain("Staff");
  });

  test("works without scripts", async () => {
    await using cart = await coded();
    const used = await cart.shop.post("/cart/coupon", { code: "STAFF50" });
    expect([used.status, used.headers.get("Location")]).toEqual([303, "/cart#coupon"]);
    const refused = await cart.shop.post("/cart/coupon", { code: "LATER10" });
    const html = await refused.text();
    expect([refused.status, html.includes("<title>Error: Your cart")]).toEqual([422, true]);
    expect(html).toContain('<a href="#code">That code starts Monday 9:00 am.</a>');
    expect(await page(cart.shop)).not.toContain("STAFF50");
  });

  test("says so when the code stops holding, without being taken off", async () => {
    await using cart = await coded();
    await add(cart.shop, { quantity: "2" });
    expect((await cart.use("LARGE20")).status).toBe(200);
    const lineId = lineIn(await page(cart.shop));
    const html = await (await cart.shop.htmx.post(`/cart/lines/${lineId}`, { quantity: "1" })).text();
    expect(html).toContain("Your code for Large needs $40.00 more.");
    expect(await (await cart.shop.htmx.post(`/cart/lines/${lineId}`, { quantity: "3" })).text()).toContain("Large: −$");
  });

  test("may be tried ten times in ten minutes", async () => {
    await using cart = await coded(true);
    for (let nth = 0; nth < 10; nth += 1) expect((await cart.use(`guess${nth}`)).status).toBe(422);
    expect((await cart.use("STAFF50")).status).toBe(429);
  });
});

describe("POST /cart/estimate", () => {
  test("reckons tax and delivery for there, and keeps it", async () => {
    await using shop = await openShop({
      products: [mug],
      settings: { country: "US", region: "NY" },
      tax: [
        { country: "US", region: "NY", rate: 88_750 },
        { country: "US", region: "WI", rate: 55_000 },
      ],
    });
    await add(shop);
    expect(await page(shop)).toContain("Tax, 8.875%");
    const answer = await shop.htmx.post("/cart/estimate", { country: "US", postcode: "54699" });
    const html = await answer.text();
    expect(html).toStartWith('<section id="estimate"');
    expect(html).toContain("Tax and delivery are worked out for 54699, Wisconsin.");
    expect(html).toContain('<hx-partial hx-target="#cart-body" hx-swap="outerMorph">');
    expect(html).toContain("Delivery to Wisconsin");
    expect(html).toContain("Tax, 5.5%");
    expect((await shop.post("/cart/estimate", { country: "FR", postcode: "" })).headers.get("Location")).toBe(
      "/cart#estimate",
    );
    expect(await page(shop)).toContain("Delivery to France");
  });

  test("says what it cannot read, and keeps the old place", async () => {
    await using shop = await shopOf();
    await add(shop);
    const answer = await shop.htmx.post("/cart/estimate", { country: "Germany", postcode: "<b>" });
    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect(html).toContain("Choose a country from the list.");
    expect(html).toContain("A postcode is made of letters, digits, spaces and hyphens.");
    expect(await page(shop)).toContain("Delivery to United States");
  });
});

describe("GET /cart/why", () => {
  test("tells every step, with figures that add up to what is paid", async () => {
    await using shop = await openShop({ products: [mug], tax: [{ country: "US", rate: 88_750 }] });
    await withCodes(shop);
    await add(shop, { quantity: "1" });
    await shop.htmx.post("/cart/coupon", { code: "STAFF50" });
    const html = await page(shop, "/cart/why");
    expect(html).toContain("<h1>Why $21.78?</h1>");
    expect(html).toContain("50% of $29.99 is $14.995: the half stays in the price, so you save $14.99");
    expect(html).toContain("8.875% of $20.00 is $1.775, rounded once for the whole order to $1.78");
    expect(html).toContain("Rounding happens at steps 2 and 4 and nowhere else.");
    expect(html.toUpperCase()).not.toContain("STAFF50");
  });

  test("has nothing to tell of an empty cart", async () => {
    await using shop = await shopOf();
    expect((await shop.get("/cart/why")).headers.get("Location")).toBe("/cart");
  });
});

test("two who want the last one may both have it in their carts: the order decides", async () => {
  await using shop = await openShop({ products: [{ ...mug, stock: 1 }] });
  const other = shop.visitor();
  expect((await add(shop)).status).toBe(200);
  expect((await add(other)).status).toBe(200);
  const [first] = await shop.deps.store.read.select({ id: carts.id }).from(carts);
  expect(await loadCart(shop.deps.store.read, first?.id)).toMatchObject({ count: 1 });
});
