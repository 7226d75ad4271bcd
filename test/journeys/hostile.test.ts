import { expect, test } from "bun:test";
import { journey } from "#test/support/journey.ts";
import type { Visit } from "#test/support/journey-visit.ts";

// What others wrote is text wherever it is shown. The policy of the pages is put aside here: it is the second wall, and
// would hide a hole in the first one.

const ran = "fetch('/planted')";
const planted = [
  `<script>${ran}</script>`,
  `"><img src=/planted onerror="${ran}">`,
  `<b hx-get="/planted" hx-trigger="load">b</b>`,
  `<hx-partial hx-target="body"><i>planted</i></hx-partial>`,
  `<!--pc:"account"-->`,
  `</title></textarea><svg onload="${ran}">`,
] as const;
const [script, picture, asking, partial, mark, closing] = planted;
const address = `javascript:${ran}`;

/** Nothing on the page runs, asks or leads where somebody else wanted. */
async function harmless({ page, settled }: Visit, where: string): Promise<void> {
  await settled();
  const found = await page.evaluate(() => {
    const own = (value: string) => !/^\s*(javascript|data|vbscript):/i.test(value) && !/^\/?planted/.test(value);
    const bad = [...document.querySelectorAll("*")].flatMap((element) =>
      [...element.attributes]
        .filter(
          ({ name, value }) => /^on/i.test(name) || (/^(href|src|action|formaction|hx-)/.test(name) && !own(value)),
        )
        .map(({ name, value }) => `${element.tagName} ${name}=${value.slice(0, 80)}`),
    );
    const scripts = [...document.scripts].filter((each) => each.src === "" && each.type !== "application/ld+json");
    const { scrollWidth, clientWidth } = document.documentElement;
    const wide = scrollWidth > clientWidth ? [`scrolls sideways by ${scrollWidth - clientWidth} px`] : [];
    return [...bad, ...wide, ...scripts.map((each) => `script ${each.text.slice(0, 80)}`)];
  });
  expect(found, where).toEqual([]);
}

const shopOptions = {
  products: [
    {
      ...{ title: `Mug ${script}`, handle: "mug", price: 2999, sku: picture.slice(0, 60), vendor: asking },
      tags: [partial],
      description: "A mug.",
      options: [{ name: mark, values: [closing, picture] }],
      variants: [{ options: [closing] }, { options: [picture], price: 3999 }],
    },
  ],
  settings: { name: `Stall ${closing}`, tagline: picture },
};

journey("hostile text", shopOptions, ({ server, visit, owner }) => {
  test("is text in the shop, at the desk and in letters", async () => {
    await visit({ bypassCSP: true }, async (shopper) => {
      await lookAround(shopper);
      await fillCart(shopper);
      await makeAccount(shopper);
      await placeOrder(shopper);
    });
    await visit({ bypassCSP: true, storageState: await owner() }, readAtDesk);
    expect(server().url).toStartWith("http://localhost");
  }, 120_000);

  async function lookAround(shopper: Visit): Promise<void> {
    const { page, go, text } = shopper;
    await go("/");
    await harmless(shopper, "home");
    for (const q of [...planted, address]) {
      await go(`/search?q=${encodeURIComponent(q)}`);
      await harmless(shopper, `search for ${q}`);
      expect(await page.inputValue("#q")).toBe(q);
      expect(await text("h1")).toContain(q.replaceAll(/\s+/g, " "));
    }
    await page.fill("#q", `mug ${script}`);
    await page.locator("#suggest [role=option]").first().waitFor();
    await harmless(shopper, "suggestions");
  }

  async function fillCart(shopper: Visit): Promise<void> {
    const { page, go, sees, text } = shopper;
    await go("/products/mug");
    await harmless(shopper, "product");
    expect(await text("h1")).toBe(`Mug ${script}`);
    expect(await page.title()).toContain(`Mug ${script}`);
    await page.locator("label.option", { hasText: picture }).click();
    await sees("#price", "$39.99");
    await page.fill("#item-quantity", picture);
    await sees("#total-price", "$0.00");
    await harmless(shopper, "quantity");
    expect(await page.inputValue("#item-quantity")).toBe(picture);
    await page.fill("#item-quantity", "1");
    await sees("#total-price", "$39.99");
    await page.click("#add-to-cart");
    await sees("#cart-drawer .line", picture);
    await harmless(shopper, "drawer");
    await go("/cart");
    await page.locator("details.coupon summary").click();
    for (const code of [script, asking, partial]) {
      await page.fill("#code", code);
      await page.getByRole("button", { name: "Use it" }).click();
      await sees("#code-error", /./);
      await harmless(shopper, `code ${code}`);
      expect(await page.inputValue("#code")).toBe(code);
    }
    await page.locator(".line input[name=quantity]").fill(picture);
    await page.locator(".line input[name=quantity]").press("Enter");
    await sees(".line [role=alert]", /./);
    await harmless(shopper, "cart");
    await go("/cart/why");
    await harmless(shopper, "why");
  }

  async function makeAccount(shopper: Visit): Promise<void> {
    const { page, go, text } = shopper;
    await go(`/register?next=${encodeURIComponent(address)}`);
    await harmless(shopper, "register");
    await page.fill("#displayName", closing);
    await page.fill("#email", `"><script>@example.com`);
    await page.fill("#password", script);
    await page.getByRole("button", { name: "Make the account" }).click();
    await page.locator(".error-summary").waitFor();
    await harmless(shopper, "register refused");
    await page.fill("#email", "odile@example.com");
    await page.fill("#password", script);
    await page.getByRole("button", { name: "Make the account" }).click();
    await page.waitForURL(/\/account$/);
    await harmless(shopper, "account");
    expect(await text("h1")).toBe(`Hello, ${closing}`);
  }

  async function placeOrder(shopper: Visit): Promise<void> {
    const { page, go, settled, text } = shopper;
    await go("/checkout");
    await page.fill("#name", script);
    await page.fill("#street", picture);
    await page.locator("summary", { hasText: "Add a flat" }).click();
    await page.fill("#extra", asking);
    await page.fill("#company", closing);
    await page.fill("#city", partial);
    await page.selectOption("#region", "WI");
    await page.fill("#postcode", "54699");
    await page.locator("summary", { hasText: "Leave the shop a note" }).click();
    await page.fill("#note", planted.join("\n"));
    await settled();
    await page.getByRole("button", { name: "Continue to payment" }).click();
    await page.waitForURL(/\/checkout\/(payment|delivery)$/);
    if (page.url().endsWith("/delivery")) {
      await page.locator("input[name=ship]").first().check();
      await page.getByRole("button", { name: "Continue to payment" }).click();
      await page.waitForURL(/\/checkout\/payment$/);
    }
    await harmless(shopper, "payment");
    expect(await text("main")).toContain(script);
    await page.check("input[value=transfer]");
    if ((await page.locator("#terms").count()) > 0) await page.check("#terms");
    await page.getByRole("button", { name: /^Place the order/ }).click();
    await page.waitForURL(/\/orders\//);
    await harmless(shopper, "order");
    for (const each of planted) expect(await text("main")).toContain(each);
  }

  async function readAtDesk(desk: Visit): Promise<void> {
    const { page, go, text, sees } = desk;
    await go(`/admin/orders?q=${encodeURIComponent(script)}`);
    await harmless(desk, "order book");
    await page.locator("tbody a").first().click();
    await sees("h1", "P-");
    await harmless(desk, "order at the desk");
    for (const each of planted) expect(await text("main")).toContain(each);
    await page.getByRole("button", { name: "Mark as paid" }).click();
    await sees(".head", "Paid");
    await page.fill("#tracking", picture);
    await page.getByRole("button", { name: "Ship it" }).click();
    await sees(".head", "Shipped");
    await harmless(desk, "shipped");
    expect(await text("main")).toContain(picture);
    await page.getByRole("link", { name: "Packing slip" }).click();
    await sees("h1", /./);
    await harmless(desk, "packing slip");
    await go("/admin/products");
    await harmless(desk, "products");
    expect(await text("main")).toContain(`Mug ${script}`);
    await go("/admin/mail");
    await harmless(desk, "letters");
    const letters = await page
      .locator("tbody a")
      .evaluateAll((links) => links.map((each) => each.getAttribute("href")));
    expect(letters.length).toBeGreaterThan(0);
    const said: string[] = [];
    for (const letter of letters) {
      await go(letter ?? "");
      await harmless(desk, "letter");
      await go(`${letter}/body`);
      await harmless(desk, "letter as it looks");
      said.push(await text("body"));
    }
    expect(said.filter((letter) => letter.includes(`Mug ${script}`)).length).toBeGreaterThan(0);
  }
});
