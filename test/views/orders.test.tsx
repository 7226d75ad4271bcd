import { describe, expect, test } from "bun:test";
import { toCents } from "#src/pricing/money.ts";
import { FindOrderPart } from "#views/orders/find-order.tsx";
import { OrderPage, OrderPart, type OrderProps } from "#views/orders/order.tsx";
import { bareShell } from "#views/shell.ts";

const evil = `<img src=x onerror=alert(1)>"'&`;
const html = (element: JSX.Element) => element as string;

const order = (more: Partial<OrderProps> = {}): OrderProps => ({
  token: "t0k3n",
  number: "P-1001",
  version: 1,
  currency: "USD",
  headline: "Thank you, Odile. It is being packed.",
  pay: { sentence: "Paid by test card ending 4242.", details: [], there: false },
  money: "Paid by test card ending 4242, 22 November 2026, 9:41 am",
  settled: true,
  canceled: false,
  waiting: false,
  email: "odile@example.com",
  lines: [{ id: "l1", handle: "mug", title: "Mug", options: "Blue", picture: "", quantity: 2, amount: toCents(5998) }],
  rows: [{ name: "Total", value: "$59.98", kind: "total" }],
  steps: [
    { title: "Ordered", words: "Sunday 22 November, 9:41 am", iso: "2026-11-22T09:41:00.000Z", state: "done" },
    { title: "Being packed", words: "", iso: undefined, state: "now" },
    { title: "With you", words: "24 November", iso: undefined, state: "next" },
  ],
  goes: { heading: "Goes to", lines: ["Odile Bernard", "Hudson"] },
  comes: "Parcel",
  note: "",
  cancelable: true,
  canPay: false,
  others: [],
  keepable: true,
  trouble: undefined,
  errors: {},
  ...more,
});

describe("the page of an order", () => {
  test("is a receipt, a row of steps, and what can still be done", () => {
    const page = html(<OrderPage shell={bareShell} {...order()} />);
    expect(page).toContain("Receipt P-1001");
    expect(page).toContain('<time datetime="2026-11-22T09:41:00.000Z">');
    expect(page.match(/aria-current="step"/g)).toHaveLength(1);
    expect(page).toContain('action="/orders/t0k3n/cancel"');
    expect(page).toContain("Keep this order in an account");
    expect(page).not.toContain("How to pay");
    expect(page).not.toContain('hx-trigger="every 3s"');
  });

  test("offers only what is possible", () => {
    const part = html(<OrderPart {...order({ cancelable: false, keepable: false })} />);
    expect(part).not.toContain("Cancel the order");
    expect(part).not.toContain("Keep this order");
  });

  test("asks what one thinks of it once it has left the house, not before and not of what was canceled", () => {
    expect(html(<OrderPart {...order()} />)).not.toContain("What do you think of it?");
    expect(html(<OrderPart {...order({ cancelable: false, canceled: true })} />)).not.toContain("What do you think");
    const sent = html(<OrderPart {...order({ cancelable: false })} />);
    expect(sent).toContain('href="/orders/t0k3n/review/mug"');
  });

  test("leads to the sign-in and back where there is an account already", () => {
    const part = html(<OrderPart {...order({ errors: { password: "An account with this email already exists." } })} />);
    expect(part).toContain('href="/login?next=%2Forders%2Ft0k3n"');
  });

  test("says how to pay while it is unpaid", () => {
    const pay = { sentence: "Please send $59.98.", details: [["Reference", "P-1001"]] as const, there: false };
    const part = html(<OrderPart {...order({ settled: false, money: "Not paid yet", pay })} />);
    expect(part).toContain("How to pay");
    expect(part).toContain("Reference");
    const card = { sentence: "Not paid.", details: [], there: true };
    const others = [{ value: "transfer", name: "Bank transfer" }];
    const open = html(<OrderPart {...order({ settled: false, pay: card, canPay: true, others })} />);
    expect(open).toContain('href="/checkout/test-card/t0k3n"');
    expect(open).toContain('name="method" value="transfer"');
    expect(html(<OrderPart {...order({ settled: false, canceled: true, pay: card })} />)).not.toContain("How to pay");
  });

  test("asks again by itself while a bank is asked, and has a link for those without scripts", () => {
    const part = html(<OrderPart {...order({ waiting: true, settled: false })} />);
    expect(part).toContain('hx-get="/orders/t0k3n" hx-trigger="news, every 3s"');
    expect(part).toContain('<a href="/orders/t0k3n">Look again</a>');
  });

  test("shows hostile text as text, in every place", () => {
    const part = html(
      <OrderPart
        {...order({
          number: evil,
          headline: evil,
          money: evil,
          email: evil,
          lines: [{ id: evil, handle: "x", title: evil, options: evil, picture: "", quantity: 1, amount: toCents(1) }],
          rows: [{ name: evil, note: evil, value: evil }],
          steps: [{ title: evil, words: evil, iso: undefined, state: "now" }],
          goes: { heading: evil, lines: [evil] },
          comes: evil,
          note: evil,
          trouble: evil,
          settled: false,
          pay: { sentence: evil, details: [[evil, evil]], there: false },
          errors: { password: evil },
        })}
      />,
    );
    expect(part).not.toContain("<img src=x");
    expect(part).toContain("&lt;img src=x");
  });
});

describe("looking an order up", () => {
  test("keeps what was typed, beside what is wrong with it", () => {
    const part = html(
      <FindOrderPart typed={{ number: evil, email: "o@example.com" }} errors={{ number: "There is no order" }} />,
    );
    expect(part).toStartWith("<title>Error: Where is my order?</title>");
    expect(part).toContain('value="o@example.com"');
    expect(part).toContain('<a href="#number">There is no order</a>');
  });
});
