import { describe, expect, test } from "bun:test";
import { billingAddress, cleaned, deliveryAddress, readShipChoice, shipChoice } from "#src/checkout/draft.ts";

describe("a draft", () => {
  test("keeps what was asked for, tidied, and nothing else", () => {
    const typed = {
      email: "  odile@example.com ",
      name: "Odile\r\nBcc: eve@example.com",
      note: "Ring twice.\r\nThanks\u0007",
      price: "1",
      total: "0",
      __proto__: "x",
    };
    expect(cleaned(typed)).toEqual({
      email: "odile@example.com",
      name: "Odile Bcc: eve@example.com",
      note: "Ring twice.\nThanks",
    });
  });

  test("never keeps a card number, wherever it was typed", () => {
    const draft = cleaned({ note: "4242 4242 4242 4242", name: "4000000000000002", street: "5555-5555-5555-4444" });
    expect(JSON.stringify(draft)).not.toMatch(/4242 4242|0000000000|5555-5555/);
    expect(draft.note).toBe("•••• 4242");
  });

  test("cuts what is far too long", () => {
    expect(cleaned({ note: "x".repeat(100_000) }).note).toHaveLength(1000);
  });

  test("becomes addresses without empty parts", () => {
    const draft = {
      name: "Odile",
      street: "1 Rue",
      city: "Lyon",
      postcode: "69001",
      country: "FR",
      extra: "",
      phone: "1",
    };
    expect(deliveryAddress(draft)).toEqual({
      name: "Odile",
      street: "1 Rue",
      city: "Lyon",
      postcode: "69001",
      country: "FR",
      phone: "1",
    });
    expect(billingAddress(draft)).toBeNull();
    expect(billingAddress({ ...draft, elsewhere: "yes", billName: "Firm", billCountry: "DE" })).toMatchObject({
      name: "Firm",
      country: "DE",
    });
  });

  test("names a way of delivery, and where it is fetched", () => {
    expect(readShipChoice(shipChoice("parcel"))).toEqual({ methodId: "parcel", pointId: null });
    expect(readShipChoice(shipChoice("pickup", "mill"))).toEqual({ methodId: "pickup", pointId: "mill" });
  });
});
