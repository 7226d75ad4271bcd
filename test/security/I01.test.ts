import { describe, expect, test, setDefaultTimeout } from "bun:test";
import { contact, lastPage } from "./doors.ts";
import { richText } from "#src/catalog/rich-text.ts";
import { owner } from "#test/admin/staff.ts";
import { openShop } from "#test/support/shop.ts";

setDefaultTimeout(60_000);

const mark = `"'><x7z onclick=alert(1)></script></title></textarea>&quot;onx7z=&quot;1`;
/** What of a text has become an element or an attribute, by a parser as browsers have one. */
function aliveIn(html: string): string[] {
  const found: string[] = [];
  const rewriter = new HTMLRewriter().on("*", {
    element({ tagName, attributes }) {
      if (tagName === "x7z" || (tagName === "svg" && [...attributes].some(([name]) => name === "onload")))
        found.push(tagName);
      for (const [name, value] of attributes) {
        if (/^on|^hx-on|^"|x7z/.test(name) || (name === "href" && /^\s*javascript:/i.test(value)))
          found.push(`${tagName} ${name}`);
      }
    },
  });
  rewriter.transform(html);
  return found;
}

describe("I01: text stays text wherever it is shown", () => {
  test("this test sees what has not", () => {
    expect(aliveIn(`<p title=""><x7z>${mark}</p><a href=" javascript:1" onx7z="">`).length).toBeGreaterThan(3);
  });

  test("of goods and the shop, of shoppers and their orders, in shop, desk and letters", async () => {
    await using shop = await openShop({
      products: [
        {
          title: `Mug ${mark}`,
          handle: "mug",
          price: 2999,
          stock: 50,
          sku: mark,
          vendor: mark,
          tags: [mark],
          description: richText(
            `<p>${mark}</p><svg/onload=alert(1)><a href="javascript:alert(1)">x</a><img src=x onerror=alert(1)>`,
          ),
          options: [{ name: mark.slice(0, 60), values: [mark] }],
          variants: [{ options: [mark] }],
        },
      ],
      settings: { name: `Shop ${mark}`, tagline: mark, email: mark, phone: mark, seoTitle: mark, seoDescription: mark },
    });
    const desk = await owner(shop);
    const shopper = shop.visitor();
    const typed = {
      ...contact,
      name: mark,
      street: mark,
      extra: mark,
      company: mark,
      city: mark,
      phone: mark,
      note: mark,
    };
    const bodies: string[] = [];
    const keep = async (response: Response, where: string) => {
      const html = await response.text();
      expect(response.status, where).toBeLessThan(500);
      expect(aliveIn(html), where).toEqual([]);
      bodies.push(html);
      return response;
    };
    await keep(
      await shopper.post("/register", {
        displayName: mark,
        email: "odile@example.com",
        password: "long enough to be one",
      }),
      "register",
    );
    await keep(await shopper.htmx.post("/cart/items", { variant: "mug-0", quantity: "2" }), "drawer");
    for (const path of [
      "/",
      "/products/mug",
      `/products/mug?option1=${encodeURIComponent(mark)}`,
      `/search?q=${encodeURIComponent(mark)}`,
      `/search/suggest?q=mug`,
      "/cart",
      "/cart/why",
      "/likes",
      `/nowhere/${encodeURIComponent(mark)}`,
      `/products/${encodeURIComponent(mark)}`,
      `/cart?removed=${encodeURIComponent(mark)}`,
      `/login?next=/${encodeURIComponent(mark)}`,
    ]) {
      await keep(await shopper.get(path), path);
      await keep(await shopper.htmx.get(path), `part of ${path}`);
    }
    await keep(await shopper.post("/cart/coupon", { code: mark }), "coupon");
    await keep(await shopper.post("/cart/lines/x", { quantity: mark }), "line");
    await keep(await shopper.post("/orders/find", { number: mark, email: mark }), "find");
    await keep(await shopper.post("/newsletter", { email: mark }), "newsletter");
    await keep(await shopper.post("/checkout", { ...typed, email: mark }), "checkout refused");
    await keep(await shopper.post("/checkout", typed), "checkout");
    await keep(await shopper.get("/checkout"), "checkout again");
    await shopper.post("/checkout/delivery", { ship: "parcel" });
    await keep(await shopper.get("/checkout/payment"), "payment");
    const placed = await shopper.post("/checkout/place", { ...(await lastPage(shopper)) });
    expect(placed.status).toBe(303);
    const order = placed.headers.get("Location") ?? "";
    for (const path of [order, `${order}/why`, "/account"]) await keep(await shopper.get(path), path);
    const list = await (await desk.get("/admin/orders?view=all")).text();
    const id = /\/admin\/orders\/([\w-]+)/.exec(list)?.[1] ?? "";
    await desk.post(`/admin/orders/${id}/shipped`, { version: "1", tracking: mark });
    const letters = [...(await (await desk.get("/admin/mail")).text()).matchAll(/\/admin\/mail\/([\w-]+)/g)].map(
      ([path]) => path,
    );
    for (const path of [
      "/admin/orders?view=all",
      `/admin/orders?q=${encodeURIComponent(mark)}`,
      `/admin/orders/${id}`,
      `/admin/orders/${id}/slip`,
      `/admin/orders/${id}/why`,
      "/admin/products",
      `/admin/products?q=${encodeURIComponent(mark)}`,
      "/admin/mail",
      ...letters,
      ...letters.map((each) => `${each}/body`),
    ])
      await keep(await desk.get(path), path);
    await keep(await desk.post("/admin/variants/mug-0", { price: mark, stock: mark, version: "1" }), "variant");
    expect(letters.length).toBeGreaterThan(0);
    // It was shown, and not left out: as text.
    expect(bodies.filter((html) => html.includes("&lt;x7z")).length).toBeGreaterThan(15);
  }, 30_000);
});
