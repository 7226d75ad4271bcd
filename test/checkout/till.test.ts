import { describe, expect, test } from "bun:test";
import { auditLog, carts, orderEvents, orders, outbox, payments } from "#db/schema.ts";
import { settlePayments } from "#src/orders/settle-payments.ts";
import { testGateway, type Gateway } from "#src/payments/test-card.ts";
import { openSmallShop, order, type SmallShop } from "./small-shop.ts";

const mug = { title: "Mug", price: 2999, stock: 10 };
const tillOf = (response: Response) => response.headers.get("Location") ?? "";
const paymentState = async ({ deps }: SmallShop) =>
  (await deps.store.read.select({ paymentState: orders.paymentState }).from(orders))[0]?.paymentState;

describe("the test till", () => {
  test("is marked as one, approves, and leads to a paid order", async () => {
    await using shop = await openSmallShop({ products: [mug] });
    const visitor = shop.visitor();
    const till = tillOf(await order(visitor, "test_card"));
    const page = await (await visitor.get(till)).text();
    expect(page).toContain("This is the test till.");
    expect(page).toContain("$34.99");
    const paid = await visitor.post(till, { card: "4242424242424242" });
    expect(paid.status).toBe(303);
    const html = await (await visitor.follow(paid)).text();
    expect(html).toContain("Paid by test card ending 4242, November 22, 2026, 9:41 am");
    expect(html).toContain("It is being packed.");
    expect(html).not.toContain("Pay by test card</a>");
    expect((await visitor.get(till)).headers.get("Location")).toBe(paid.headers.get("Location"));
  });

  test("says why a card was declined, and takes another one or another way to pay", async () => {
    await using shop = await openSmallShop({ products: [mug] });
    const visitor = shop.visitor();
    const till = tillOf(await order(visitor, "test_card"));
    const declined = await visitor.post(till, { card: "4000 0000 0000 0002" });
    expect(declined.status).toBe(422);
    const html = await declined.text();
    expect(html).toContain("The bank declined this card.");
    expect(html).toContain("<title>Error: Pay order P-1001 by test card: Test Shop</title>");
    expect(await paymentState(shop)).toBe("failed");
    const version = / name="version" value="(\d+)"/.exec(html)?.[1] ?? "";
    const chosen = await visitor.post(`${till.replace("/checkout/test-card", "/orders")}/pay`, {
      version,
      method: "transfer",
    });
    expect(chosen.status).toBe(303);
    expect(await (await visitor.follow(chosen)).text()).toContain("number as the reference");
  });

  test("takes no real card, and never gives back, keeps or logs what was typed", async () => {
    await using shop = await openSmallShop({ products: [mug] });
    const visitor = shop.visitor();
    const till = tillOf(await order(visitor, "test_card"));
    const real = "4111111111111111";
    const refused = await visitor.post(till, { card: real });
    expect(refused.status).toBe(422);
    expect(await refused.text()).not.toContain(real);
    await visitor.post(till, { card: "4242424242424242" });
    const { read } = shop.deps.store;
    const everything = JSON.stringify([
      await read.select().from(orders),
      await read.select().from(payments),
      await read.select().from(orderEvents),
      await read.select().from(outbox),
      await read.select().from(carts),
      await read.select().from(auditLog),
    ]);
    expect(everything).not.toMatch(/4111111111111111|4242424242424242/);
    expect(everything).toContain("test-4242");
  });

  test("lets a slow bank think: the page asks again until it has answered", async () => {
    await using shop = await openSmallShop({ products: [mug] });
    const visitor = shop.visitor();
    const till = tillOf(await order(visitor, "test_card"));
    const answer = await visitor.post(till, { card: "4000 0000 0000 3220" });
    const orderPath = answer.headers.get("Location") ?? "";
    const waiting = await (await visitor.get(orderPath)).text();
    expect(waiting).toContain('hx-trigger="news, every 3s"');
    expect(waiting).toContain("Look again");
    expect(waiting).toContain("The bank is being asked.");
    shop.clock.forward(7000);
    expect(await settlePayments(shop.deps)).toBe(1);
    const part = await (await visitor.htmx.get(orderPath)).text();
    expect(part).not.toContain("every 3s");
    expect(part).toContain("Paid by test card ending 3220");
  });

  test("loses nothing when the provider fails after it was asked, and charges once", async () => {
    const asked: string[] = [];
    let broken = true;
    const gateway: Gateway = {
      async charge(charge) {
        asked.push(charge.key);
        if (broken) throw new Error("500 after charging");
        return testGateway.charge(charge);
      },
      ask: async ({ reference }) => ({ state: "paid", reference: reference || "test-4242", last4: "4242" }),
    };
    await using shop = await openSmallShop({ products: [mug], gateway });
    const visitor = shop.visitor();
    const till = tillOf(await order(visitor, "test_card"));
    const answer = await visitor.post(till, { card: "4242424242424242" });
    expect(await (await visitor.follow(answer)).text()).toContain("The bank is still confirming the payment.");
    expect(await paymentState(shop)).toBe("pending");
    broken = false;
    await visitor.post(till, { card: "4242424242424242" });
    expect(new Set(asked).size).toBe(1);
    await settlePayments(shop.deps, gateway);
    expect(await paymentState(shop)).toBe("paid");
    expect(await shop.deps.store.read.$count(payments)).toBe(1);
  });

  test("is not there outside test mode, nor for an address that was guessed", async () => {
    await using shop = await openSmallShop({ products: [mug] });
    expect((await shop.visitor().get(`/checkout/test-card/${"a".repeat(43)}`)).status).toBe(404);
    expect((await shop.visitor().post("/checkout/test-card/x", { card: "4242424242424242" })).status).toBe(404);
  });

  test("lets nobody try card after card", async () => {
    await using shop = await openSmallShop({ products: [mug], limits: true });
    const visitor = shop.visitor();
    const till = tillOf(await order(visitor, "test_card"));
    const tries = [];
    for (let tried = 0; tried < 12; tried++) tries.push((await visitor.post(till, { card: "1234" })).status);
    expect(tries.slice(0, 10).every((status) => status === 422)).toBeTrue();
    expect(tries.slice(10)).toEqual([429, 429]);
  });
});
