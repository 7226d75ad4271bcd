import { describe, expect, test } from "bun:test";
import { readTestCard, testCards, testGateway } from "#src/payments/test-card.ts";
import { toCents } from "#src/pricing/money.ts";

const charge = (cardNumber: string) => ({ key: "o1:1", amount: toCents(2999), currency: "USD", cardNumber });
const at = (seconds: number) => new Date(seconds * 1000);

describe("the test till", () => {
  test("takes its own numbers, spaced or not, and no other card", () => {
    for (const { number } of testCards) expect(readTestCard(number)).toBe(number.replaceAll(" ", ""));
    expect(readTestCard(" 4242-4242-4242-4242 ")).toBe("4242424242424242");
    for (const other of ["", "4111111111111111", "42424242424242424242", "4242", "４２４２４２４２４２４２４２４２"]) {
      expect(readTestCard(other), other).toBeUndefined();
    }
  });

  test("approves, and knows the last four digits", async () => {
    expect(await testGateway.charge(charge("4242424242424242"))).toMatchObject({ state: "paid", last4: "4242" });
  });

  test("declines, and says why", async () => {
    const answer = await testGateway.charge(charge("4000000000000002"));
    expect(answer).toMatchObject({ state: "declined", why: "The bank declined this card." });
    expect(await testGateway.charge(charge("4000000000009995"))).toMatchObject({ state: "declined" });
  });

  test("lets one number wait, and approves it a few seconds later", async () => {
    const { state, reference } = await testGateway.charge(charge("4000000000003220"));
    expect(state).toBe("waiting");
    const open = { key: "o1:1", reference, begunAt: at(100) };
    expect(await testGateway.ask(open, at(105))).toMatchObject({ state: "waiting" });
    expect(await testGateway.ask(open, at(106))).toMatchObject({ state: "paid", last4: "3220" });
  });

  test("gives up a payment that it never heard of", async () => {
    const lost = { key: "o1:1", reference: "", begunAt: at(100) };
    expect(await testGateway.ask(lost, at(159))).toMatchObject({ state: "waiting" });
    expect(await testGateway.ask(lost, at(160))).toMatchObject({ state: "declined" });
  });
});
