import { describe, expect, test } from "bun:test";
import type { OrderFacts } from "#src/mail/order-facts.ts";
import { canceledLetter, paidLetter, placedLetter, shippedLetter } from "#src/mail/order-letters.tsx";
import { toCents } from "#src/pricing/money.ts";

const evil = `<img src=x onerror=alert(1)>"'&`;

const facts = (more: Partial<OrderFacts> = {}): OrderFacts => ({
  shop: {
    name: "The Stall",
    url: "https://shop.example",
    email: "hello@shop.example",
    phone: "",
    place: "14 Orchard Row, Hudson",
  },
  to: "odile@example.com",
  number: "P-1001",
  firstName: "Odile",
  link: "https://shop.example/orders/t0k3n",
  why: "https://shop.example/orders/t0k3n/why",
  currency: "USD",
  lines: [{ title: "Mug", options: "blue", quantity: 2, amount: toCents(5998) }],
  sums: [
    { name: "Goods", value: "$59.98" },
    { name: "Delivery", note: "Parcel", value: "free" },
    { name: "Total", value: "$59.98", kind: "total" },
  ],
  goes: { heading: "Goes to", lines: ["Odile Bernard", "Hudson"] },
  comes: "Parcel, 24 November",
  pay: { sentence: "Please send $59.98.", details: [["Reference", "P-1001"]], there: false },
  tracking: "RR123",
  note: "",
  ...more,
});

describe("letters about an order", () => {
  test("say the same as text and as HTML", () => {
    const { subject, to, text, html } = placedLetter(facts());
    expect([subject, to]).toEqual(["Order P-1001 at The Stall", "odile@example.com"]);
    for (const said of [
      "Thank you, Odile.",
      "Please send $59.98.",
      "Reference",
      "https://shop.example/orders/t0k3n",
      "Hudson",
    ]) {
      expect(text).toContain(said);
      expect(html).toContain(said);
    }
    expect(text).not.toMatch(/<\/?[a-z]+/);
    expect(html).toStartWith("<!doctype html><html");
  });

  test("as text are a ledger of their own", () => {
    expect(placedLetter(facts()).text).toMatchInlineSnapshot(`
      "Thank you, Odile.

      We have your order P-1001.

      Please send $59.98.
      Reference: P-1001

      See the order: https://shop.example/orders/t0k3n

      Receipt P-1001

      2 x Mug, blue ........................................... $59.98

      Goods ................................................... $59.98
      Delivery, Parcel .......................................... free
      Total ................................................... $59.98

      Why this price? https://shop.example/orders/t0k3n/why

      Goes to
      Odile Bernard
      Hudson

      Parcel, 24 November

      -- 
      The Stall · 14 Orchard Row, Hudson · hello@shop.example
      https://shop.example"
    `);
  });

  test("have a subject for each step", () => {
    expect(paidLetter(facts()).subject).toBe("Paid: order P-1001 at The Stall");
    expect(shippedLetter(facts()).subject).toBe("On its way: order P-1001");
    expect(shippedLetter(facts()).text).toContain("The parcel's number is RR123.");
    const fetched = facts({ goes: { heading: "Fetch it at", lines: ["The Old Mill"] } });
    expect(shippedLetter(fetched).subject).toBe("Ready to fetch: order P-1001");
    const canceled = canceledLetter(facts(), "It was not paid in time.");
    expect(canceled.subject).toBe("Canceled: order P-1001 at The Stall");
    expect(canceled.text).toContain("It was not paid in time.");
    expect(canceled.text).not.toContain("Please send");
  });

  test("load nothing from anywhere and link to the shop only", () => {
    const { html } = placedLetter(facts());
    expect(html).not.toMatch(/<(img|script|link|iframe|style)\b/);
    const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
    expect(
      links.every((href) => href?.startsWith("https://shop.example") || href === "mailto:hello@shop.example"),
    ).toBeTrue();
  });

  test("show hostile text as text", () => {
    const hostile = facts({
      firstName: evil,
      lines: [{ title: evil, options: evil, quantity: 1, amount: toCents(1) }],
      sums: [{ name: evil, note: evil, value: evil }],
      goes: { heading: evil, lines: [evil] },
      comes: evil,
      note: evil,
      pay: { sentence: evil, details: [[evil, evil]], there: false },
      shop: { name: evil, url: "https://shop.example", email: "", phone: evil, place: evil },
    });
    for (const letter of [
      placedLetter(hostile),
      paidLetter(hostile),
      shippedLetter(hostile),
      canceledLetter(hostile, evil),
    ]) {
      expect(letter.html).not.toContain("<img src=x");
    }
  });
});
