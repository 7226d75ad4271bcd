import { describe, expect, test, setDefaultTimeout } from "bun:test";
import { carts, sessions } from "#db/schema.ts";
import { digestOf } from "#src/keys.ts";
import { buyMug, contact, fillCart, lastPage, openHouse } from "./doors.ts";

setDefaultTimeout(60_000);

describe("Z02: what is somebody else's is as if it were not there", () => {
  test("lines of another's cart are neither changed, taken out nor put back", async () => {
    const { shop, shopper, address, doors } = await openHouse();
    const stranger = shop.visitor();
    await stranger.post("/cart/items", { handle: "jug", quantity: "1", option1: "Oat" });
    const before = await (await shopper.get("/cart")).text();
    for (const door of doors.filter(({ path }) => path.startsWith("/cart/lines/"))) {
      for (const fields of [{ op: "remove" }, { op: "set", quantity: "50" }, { op: "inc" }])
        expect((await stranger.post(address(door), fields)).status).toBeLessThan(500);
    }
    const bare = (html: string) => html.replaceAll(/request [\w-]+/g, "");
    expect(bare(await (await shopper.get("/cart")).text())).toBe(bare(before));
    await shop.close();
  });

  test("S03: a device that was signed out from afar keeps nothing of the customer's cart, checkout and order", async () => {
    const { shop } = await openHouse();
    const lena = { displayName: "Lena", email: "lena.b@example.com", password: "a hook and a line" };
    const [here, there] = [shop.visitor(), shop.visitor()];
    await here.post("/register", lena);
    await fillCart(here);
    await there.post("/login", lena);
    expect(await (await there.get("/checkout")).text()).toContain(contact.street);
    await here.post("/account/password", { password: lena.password, newPassword: "another hook and line" });

    for (const time of ["the session's cookie is sent once more", "it is gone"]) {
      for (const path of ["/checkout", "/checkout/delivery", "/checkout/payment", "/cart", "/cart/why", "/api/v1/cart"])
        expect(await (await there.get(path)).text(), `${path} while ${time}`).not.toMatch(/Mug|Warren Street/);
    }
    const shown = await lastPage(here);
    const placed = await there.post("/checkout/place", shown);
    expect(placed.headers.get("Location")).toBe("/cart");
    const own = await here.post("/checkout/place", shown);
    expect(own.headers.get("Location")).toMatch(/^\/orders\//);
    const again = await there.post("/checkout/place", shown);
    expect(again.headers.get("Location")).toBe("/cart");
    await there.post("/cart/items", { handle: "mug", quantity: "1" });
    expect(await (await here.get("/cart")).text()).not.toContain("Mug");
    await shop.close();
  });

  test("an order is found by its own link only, and a link tells nothing but that", async () => {
    const { shop, order, ids } = await openHouse();
    const stranger = shop.visitor();
    expect(order).toMatch(/^[\w-]{43}$/);
    expect((await stranger.get(`/orders/${order}`)).status).toBe(200);
    const flipped = `${order[0] === "A" ? "B" : "A"}${order.slice(1)}`;
    const guesses = [
      "1001",
      "P-1001",
      ids["/admin/orders"] ?? "",
      flipped,
      order.slice(1),
      `${order}A`,
      order.toLowerCase(),
    ];
    for (const guess of guesses.filter((each) => each !== order)) {
      for (const path of [`/orders/${guess}`, `/orders/${guess}/why`, `/checkout/test-card/${guess}`])
        expect((await stranger.get(path)).status, path).toBe(404);
      for (const act of ["cancel", "pay", "account"]) {
        const fields = { version: "1", method: "transfer", password: "long enough to be one" };
        expect((await stranger.post(`/orders/${guess}/${act}`, fields)).status, act).toBe(404);
      }
    }
    await shop.close();
  });

  test("Z03: looking an order up by guessing is slowed down, and tells nobody which half was right", async () => {
    const { shop } = await openHouse({ limits: true });
    const stranger = shop.visitor("10.0.0.8");
    const told = new Set<string>();
    for (const [number, email] of [
      ["P-1001", "who@example.com"],
      ["P-9999", contact.email],
      ["P-9999", "who@example.com"],
    ] as const) {
      const answer = await stranger.post("/orders/find", { number, email });
      told.add(`${answer.status} ${/There is no order[^<]*/.exec(await answer.text())?.[0]}`);
    }
    expect(told.size).toBe(1);
    const statuses = [];
    for (let tries = 0; tries < 10; tries += 1)
      statuses.push((await stranger.post("/orders/find", { number: `P-${tries}`, email: contact.email })).status);
    expect(statuses.filter((status) => status === 429)).toHaveLength(3);
    expect((await stranger.post("/orders/find", { number: "P-1001", email: contact.email })).status).toBe(429);
    await shop.close();
  });
});

describe("S02: an account made from an order's page", () => {
  test("gets a session and a cart under new names: whoever planted the cart's cookie is shut out", async () => {
    const { shop } = await openHouse();
    const visitor = shop.visitor();
    const order = await buyMug(visitor);
    await fillCart(visitor);
    const planted = visitor.cookies.get("pc_cart") ?? "";
    const thief = shop.visitor();
    thief.cookies.set("pc_cart", planted);
    expect(await (await thief.get("/checkout")).text()).toContain(contact.street);

    const made = await visitor.post(`/orders/${order}/account`, { password: "a stall of her own" });
    expect([made.status, visitor.cookies.has("pc")]).toEqual([303, true]);
    expect(visitor.cookies.get("pc_cart")).not.toBe(planted);
    expect(await (await visitor.get("/checkout")).text()).toContain(contact.street);
    expect((await thief.get("/checkout")).headers.get("Location")).toBe("/cart");
    expect(await (await visitor.get("/account")).text()).toContain("P-1002");
    await shop.close();
  });

  test("nothing that opens anything is in the books as it is", async () => {
    const { shop, shopper, order } = await openHouse();
    await shopper.post("/register", { displayName: "O", email: "o2@example.com", password: "long enough to be one" });
    const read = shop.deps.store.read;
    const books = JSON.stringify([await read.select().from(carts), await read.select().from(sessions)]);
    const cart = shopper.cookies.get("pc_cart") ?? "";
    for (const secret of [cart, shopper.cookies.get("pc") ?? "", order]) expect(books).not.toContain(secret);
    expect(books).toContain(digestOf(cart));
    await shop.close();
  });
});
