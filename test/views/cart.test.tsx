import { describe, expect, test } from "bun:test";
import type { CartScreen, ScreenLine } from "#src/cart/cart-screen.ts";
import { toCents } from "#src/pricing/money.ts";
import type { CartNews } from "#views/cart/cart-body.tsx";
import { CartPage, CartPart, CouponPart } from "#views/cart/cart.tsx";
import { DrawerPart } from "#views/cart/drawer.tsx";
import { WhyPaper } from "#views/cart/why.tsx";
import { bareShell } from "#views/shell.ts";

const line = (more: Partial<ScreenLine> = {}): ScreenLine => ({
  id: "l1",
  handle: "round-teapot",
  title: "Round teapot",
  options: "Bottle green, 0.9 l",
  picture: "round-teapot.svg",
  quantity: 2,
  unit: toCents(2999),
  sum: toCents(5998),
  was: undefined,
  savings: [],
  news: undefined,
  sold: true,
  ...more,
});
const screen = (more: Partial<CartScreen> = {}): CartScreen => ({
  currency: "USD",
  lines: [line()],
  count: 2,
  goods: toCents(5998),
  soFar: toCents(5998),
  total: toCents(5998),
  rows: [{ name: "Total", value: "$59.98", kind: "total" }],
  meter: undefined,
  coupon: undefined,
  unused: [],
  place: { country: "US", region: "NY", postcode: "" },
  placeWords: "New York",
  placeIsGuess: true,
  countries: [{ code: "US", name: "United States" }],
  noDelivery: false,
  noWay: undefined,
  buyable: true,
  payments: "bank transfer or at pick-up",
  removed: [],
  ...more,
});
const page = (seen = screen(), news?: CartNews) => String(<CartPage shell={bareShell} screen={seen} news={news} />);
const part = (seen = screen(), news?: CartNews) => String(<CartPart screen={seen} news={news} />);
const hostile = `"><script>alert(1)</script>&amp;'`;

/** Scripts that a browser would find in it and that are not files of ours. */
async function scriptsIn(html: string): Promise<number> {
  let found = 0;
  const count = {
    element: (element: { getAttribute(name: string): string | null }) =>
      void (found += element.getAttribute("src") ? 0 : 1),
  };
  await new HTMLRewriter().on("script", count).transform(new Response(html)).text();
  return found;
}

describe("the cart", () => {
  test("is a form for each line, which works without scripts and says where htmx puts the answer", () => {
    const html = page();
    expect(html).toContain('<form class="qty" method="post" action="/cart/lines/l1" hx-post="/cart/lines/l1"');
    expect(html).toContain('hx-target="#cart-body"');
    for (const op of ["dec", "inc", "remove"]) expect(html).toContain(`name="op" value="${op}"`);
    expect(html).toContain('id="q-l1"');
    expect(html).toContain("$29.99 each");
    expect(html).toContain("Your cart waits here for 30 days.");
  });

  test("presses no button when Enter is pressed in the number", () => {
    const form = page().match(/<form class="qty".*?<\/form>/s)?.[0] ?? "";
    expect(form.match(/<button[^>]*>/)?.[0]).not.toContain("op");
  });

  test("says what is empty, and where to go", () => {
    const html = page(screen({ lines: [], count: 0, rows: [] }));
    expect(html).toContain("The cart is empty");
    expect(html).toContain("hero-empty-cart.svg");
    expect(html).not.toContain("Go to checkout");
    expect(html).toContain('<section id="estimate" hidden');
  });

  test("shows a refusal beside the number, with what was typed, and says so in the title", () => {
    const refusal = { lineId: "l1", typed: "1e3", message: "Choose a quantity from 1 to 99." };
    const html = page(screen(), { refusal });
    expect(html).toContain("<title>Error: Your cart");
    expect(html).toContain('value="1e3"');
    expect(html).toContain('aria-invalid="true"');
    expect(html).toContain('aria-describedby="q-l1-error"');
    expect(html).toContain('id="q-l1-error"');
    expect(html).toContain('<a href="#q-l1">Choose a quantity from 1 to 99.</a>');
  });

  test("offers to put back what was taken out", () => {
    const html = page(screen({ removed: [{ id: "l2", title: "Blackberry jam" }] }), { removed: "l2" });
    expect(html).toContain("Blackberry jam removed.");
    expect(html).toContain('action="/cart/lines/l2/undo"');
    expect(page(screen({ removed: [{ id: "l2", title: "Blackberry jam" }] }))).not.toContain("removed.");
  });

  test("shows hostile names, options, places and news as text", async () => {
    const evil = line({
      id: hostile,
      title: hostile,
      options: hostile,
      handle: hostile,
      news: { message: hostile, bad: true },
    });
    const seen = screen({
      lines: [evil],
      placeWords: hostile,
      rows: [{ name: hostile, value: "$1.00", note: hostile }],
      coupon: { name: hostile, state: "kept", saves: toCents(0), why: hostile },
      removed: [{ id: "l2", title: hostile }],
      payments: hostile,
      noWay: hostile,
      countries: [{ code: "US", name: hostile }],
    });
    const news = { removed: "l2", refusal: { lineId: hostile, typed: hostile, message: hostile }, said: hostile };
    for (const html of [page(seen, news), part(seen, news), String(<DrawerPart screen={seen} news={news} />)]) {
      expect(await scriptsIn(html)).toBe(0);
      expect(html).toContain("&lt;script&gt;alert(1)");
    }
  });
});

describe("the parts", () => {
  test("carry the count in the header and the spoken word", () => {
    const html = part(screen(), { said: "2 things in the cart, $59.98." });
    expect(html).toStartWith('<div class="sided" id="cart-body"');
    expect(html).toContain('<hx-partial hx-target="#cart-count" hx-swap="outerHTML">');
    expect(html).toContain('<hx-partial hx-target="#live" hx-swap="innerHTML">');
    expect(html).not.toContain("<html");
  });

  test("a code answers the slip; a refused one stays in its field, a kept one goes by its promotion's name", () => {
    const message = "That code starts Monday 09:00.";
    const refused = String(
      <CouponPart screen={screen()} news={{ coupon: { what: "refused", typed: "soon", message } }} />,
    );
    expect(refused).toStartWith('<div class="slip" id="slip"');
    expect(refused).toContain('value="soon"');
    expect(refused).toContain(message);
    expect(refused).toContain('<details class="coupon" id="coupon" open');
    const coupon = { name: "Staff", state: "used", saves: toCents(1499), why: "" } as const;
    const used = String(<CouponPart screen={screen({ coupon })} news={{ coupon: { what: "used" } }} />);
    expect(used).toContain("Staff: −$14.99.");
    expect(used).not.toContain('id="code"');
  });

  test("the drawer marks what was added and leads on", () => {
    const news = { added: { lineId: "l1", message: "2 × Round teapot added." } };
    const html = String(<DrawerPart screen={screen()} news={news} />);
    expect(html).toContain('<li class="line added" id="drawer-line-l1">');
    expect(html).toContain("2 × Round teapot added.");
    expect(html).toContain('hx-target="#cart-drawer"');
    expect(html).toContain('<h3><a href="/products/round-teapot">');
    expect(html).toContain("See the cart");
  });
});

test("the paper of a price says each step, what was not used and where it was rounded", async () => {
  const rows = [
    { title: "1 Mug", note: "At $29.99", amount: toCents(2999), soFar: toCents(2999), rounded: false },
    { title: hostile, note: hostile, amount: toCents(-1499), soFar: toCents(1500), rounded: true },
  ];
  const unused = [{ name: "Welcome", why: "Takes off less than Staff.", saves: toCents(300) }];
  const html = String(
    <WhyPaper
      why={{ currency: "USD", title: "Why?", label: "You pay", isPart: false, total: toCents(1500), rows, unused }}
    />,
  );
  expect(html).toContain('<td class="step-no">2</td>');
  expect(html).toContain("−$14.99");
  expect(html).toContain("Rounding happens at step 2 and nowhere else.");
  expect(html).toContain("Takes off less than Staff.");
  expect(html).toContain("−$3.00");
  expect(await scriptsIn(html)).toBe(0);
});
