import { walkEverything } from "./journey-everything.ts";
import { walkNewProduct, walkProduct } from "./journey-product.ts";
import { walkRooms } from "./journey-account.ts";
import { walkCustomers, walkPrivacy } from "./journey-people.ts";
import { walkNews } from "./journey-news.ts";
import { walkImport } from "./journey-import.ts";
import { walkPages, walkSettings, walkShipping } from "./journey-shipping.ts";
import type { Visit } from "./journey-visit.ts";
import { jpeg } from "./picture-files.ts";
import { giveAddress, goOn, type Customer } from "./journey-order.ts";

// Every page and every main state of one, in an order in which one leads to the next: to be examined, or photographed.

export type See = (name: string) => Promise<void>;

const plainPages = {
  home: "/",
  collection: "/collections/ceramics",
  "collection-filtered": "/collections/ceramics?stock=1&price_max=50",
  "collection-nothing": "/collections/ceramics?price_min=5000",
  search: "/search?q=tea",
  "search-nothing": "/search?q=zzzzzz",
  "product-options": "/products/ledger-notebook",
  "product-sold-out": "/products/salt-pig",
  content: "/pages/about",
  "not-found": "/products/nowhere",
  guide: "/guide",
  finder: "/finder?q1=1",
  "finder-found": "/finder?q1=1&q2=skip&q3=2&q4=1&q5=2",
  pickup: "/pickup?product=pushcart-mug&near=54698",
  reviews: "/products/pushcart-mug/reviews",
  "review-gate": "/products/pushcart-mug/review",
  "find-order": "/orders/find",
  register: "/register",
} as const;

export async function walkShop(visit: Visit, see: See, customer: Customer): Promise<void> {
  for (const [name, path] of Object.entries(plainPages)) {
    await visit.go(path);
    await see(name);
  }
  await walkXray(visit, see);
  await walkOverlays(visit, see);
  await walkEverything(visit, see);
  await walkCart(visit, see);
  await walkAccount(visit, see, customer);
  await walkNews(visit, see);
  await walkCheckout(visit, see, customer);
  await walkRooms(visit, see);
}

async function walkXray({ page, go, sees, scripts }: Visit, see: See): Promise<void> {
  await go("/xray");
  await see("xray-off");
  await page.locator("main").getByRole("button", { name: "Switch the X-ray on" }).click();
  await sees("main", "Switch the X-ray off");
  await go("/products/pushcart-mug");
  if (scripts) {
    await page.fill("#item-quantity", "2");
    await sees("#total-price", "$59.98");
    await sees("#xray ol summary", "GET /products/pushcart-mug/preview");
    await page.locator("#xray summary").first().click();
    await page.locator("#xray ol summary").first().click();
    await see("xray-panel");
    await page.locator("#xray").getByRole("button", { name: "Close" }).click();
    await see("xray-closed");
  }
  await go("/xray");
  await see("xray");
  await page.locator("main").getByRole("button", { name: "Switch the X-ray off" }).click();
  await sees("main", "Switch the X-ray on");
}

async function walkOverlays({ page, go, settled, isNarrow }: Visit, see: See): Promise<void> {
  await go("/collections/ceramics");
  await page.locator("#q").pressSequentially("tea");
  await page.locator("#suggest [role=option]").first().waitFor();
  await page.keyboard.press("ArrowDown");
  await settled();
  await see("suggestions");
  if (!isNarrow) return;
  await go("/collections/ceramics");
  await page.getByRole("button", { name: "Menu", exact: true }).click();
  await see("menu");
  await page.getByRole("button", { name: "Close the menu" }).click();
  await page.getByRole("button", { name: "Filters" }).click();
  await see("filters");
}

async function walkCart({ page, go, sees, settled }: Visit, see: See): Promise<void> {
  await go("/cart");
  await see("cart-empty");
  await go("/products/pushcart-mug");
  await see("product");
  await page.fill("#item-quantity", "0");
  await sees("#total-price", "$0.00");
  await see("product-no-quantity");
  await page.fill("#item-quantity", "2");
  await sees("#total-price", "$59.98");
  await page.click("#add-to-cart");
  await page.locator("#cart-drawer[open]").waitFor();
  await settled();
  await see("drawer");
  await go("/products/wool-throw");
  await page.click("#add-to-cart");
  await page.locator("#cart-drawer[open]").waitFor();
  await go("/cart");
  await see("cart");
  await page.locator(".line input[name=quantity]").first().fill("0.5");
  await page.locator(".line input[name=quantity]").first().press("Enter");
  await page.locator(".line [role=alert]").waitFor();
  await page.locator("details.coupon summary").click();
  await page.fill("#code", "SUMMER99");
  await page.getByRole("button", { name: "Use it" }).click();
  await page.locator("#code-error").waitFor();
  await settled();
  await see("cart-refused");
  await page.fill("#code", "WELCOME10");
  await page.getByRole("button", { name: "Use it" }).click();
  await page.getByRole("button", { name: /^Take it off/ }).waitFor();
  await page.getByRole("button", { name: "Remove Plaid Wool Throw" }).click();
  await sees(".notice", "removed");
  await settled();
  await see("cart-removed");
  await go("/cart/why");
  await see("why");
}

async function walkAccount({ page, go, sees, settled, scripts }: Visit, see: See, customer: Customer): Promise<void> {
  await go("/register");
  await page.fill("#email", "no address");
  await page.fill("#password", "short");
  await page.keyboard.press("Tab");
  if (scripts) await page.locator("#password-error").waitFor();
  await see("register-checked");
  await page.getByRole("button", { name: "Make the account" }).click();
  await page.locator(".error-summary").waitFor();
  await settled();
  await see("register-refused");
  await go("/login");
  await see("sign-in");
  await page.fill("#email", customer.email);
  await page.fill("#password", "not this one");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await sees("[role=alert]", "Invalid email or password.");
  await settled();
  await see("sign-in-refused");
  await page.fill("#password", customer.password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL(/\/account$/);
  await go("/products/round-teapot");
  await page.locator(".like").first().click();
  await page.locator('.like[aria-pressed="true"]').first().waitFor();
  await go("/likes");
  await see("likes");
}

async function walkCheckout(visit: Visit, see: See, { name }: Customer): Promise<void> {
  const { page, go, settled, sees } = visit;
  await go("/checkout");
  await see("checkout");
  await page.fill("#name", "");
  await page.getByRole("button", { name: "Continue to payment" }).click();
  await page.locator(".error-summary").waitFor();
  await page.locator("#same").uncheck();
  await page.locator("#bill").waitFor();
  await sees("#bill label", "ZIP code");
  await settled();
  await see("checkout-refused");
  await page.locator("#same").check();
  await page.locator("#bill").waitFor({ state: "detached" });
  await settled();
  await giveAddress(visit, name);
  await go("/checkout/delivery");
  await see("delivery");
  await goOn(visit);
  await see("payment");
  await page.getByRole("button", { name: /^Place the order/ }).click();
  await page.locator(".error-summary").waitFor();
  await settled();
  await see("payment-refused");
  await page.check("input[value=test_card]");
  await page.check("#terms");
  await page.getByRole("button", { name: /^Place the order/ }).click();
  await page.waitForURL(/\/checkout\/test-card\//);
  await see("test-card");
  await page.fill("#card", "4000 0000 0000 0002");
  await page.getByRole("button", { name: /^Pay \$/ }).click();
  await page.locator("#card-error").waitFor();
  await settled();
  await see("test-card-declined");
  await page.fill("#card", "4242 4242 4242 4242");
  await page.getByRole("button", { name: /^Pay \$/ }).click();
  await page.waitForURL(/\/orders\//);
  await sees("h1", "Thank you");
  await see("order");
  const order = new URL(page.url()).pathname;
  await go(`${order}/why`);
  await see("order-why");
  await go(`${order}/review/pushcart-mug`);
  await walkReview(visit, see);
  await go("/account");
  await see("account");
  await walkPrivacy(visit, see);
}

async function walkReview({ page, sees, settled }: Visit, see: See): Promise<void> {
  await see("review");
  await page.fill("#author", "");
  await page.getByRole("button", { name: "Say it" }).click();
  await page.locator(".error-summary").waitFor();
  await settled();
  await see("review-refused");
  await page.getByLabel("4 stars").check();
  await page.fill("#body", "It fell twice, and holds.");
  await page.fill("#author", "Odile");
  const picture = { name: "mug.jpg", mimeType: "image/jpeg", buffer: Buffer.from(await jpeg(400, 300)) };
  await page.setInputFiles("#picture", picture);
  await page.locator("#chosen").waitFor();
  await page.fill("#pictureAlt", "The mug on its side, whole");
  await see("review-picture");
  await page.getByRole("button", { name: "Say it" }).click();
  await page.waitForURL(/\/thanks$/);
  await sees("h1", "Thank you");
  await see("review-said");
}

/** The desk, where there is at least one paid order that was not sent yet. */
export async function walkDesk({ page, go, sees, settled }: Visit, see: See): Promise<void> {
  await go("/admin?span=30");
  await page.locator(".chart summary").click();
  await see("admin-desk");
  await go("/admin/orders");
  await see("admin-orders");
  await page.locator("tbody a").first().click();
  await sees("h1", "P-");
  await see("admin-order");
  const order = new URL(page.url()).pathname;
  await page.getByRole("link", { name: "Packing slip" }).click();
  await page.waitForURL(/\/slip$/);
  await see("admin-slip");
  await go(order);
  await page.fill("#tracking", "1Z 999");
  await page.getByRole("button", { name: "Ship it" }).click();
  await sees(".head", "Shipped");
  await settled();
  await see("admin-order-shipped");
  await go(`${order}/why`);
  await see("admin-order-why");
  await go("/admin/orders?q=nobody");
  await see("admin-orders-nothing");
  await go("/admin/products");
  await see("admin-products");
  await page.locator("input[name=price]").first().fill("a lot");
  await page.locator("input[name=price]").first().press("Enter");
  await page.locator("td [role=alert]").first().waitFor();
  await settled();
  await see("admin-products-refused");
  await walkProduct({ page, go, sees, settled }, see);
  await walkNewProduct({ page, go, sees, settled }, see);
  await walkCustomers({ page, go, sees, settled }, see);
  await walkImport({ page, go, sees, settled }, see);
  await walkPromotions({ page, go, sees, settled }, see);
  await walkShipping({ page, go, sees, settled }, see);
  await walkSettings({ page, go, sees, settled }, see);
  await walkPages({ page, go, sees, settled }, see);
  await go("/admin/finder");
  await page.fill("#words", "Nothing");
  await page.getByRole("button", { name: "Save" }).click();
  await page.locator("#words-error").waitFor();
  await settled();
  await see("admin-finder-refused");
  await go("/admin/reviews");
  await see("admin-reviews");
  const first = page.locator(".review-slip").first();
  await first.locator("summary").click();
  await first.getByRole("button", { name: "Show it: review of" }).click();
  await sees(".review-slip [role=status]", "Shown to everybody.");
  await settled();
  await see("admin-reviews-shown");
  await go("/admin/mail");
  await see("admin-letters");
  await page.locator("tbody a").first().click();
  await page.locator("pre").waitFor();
  await see("admin-letter");
  await go(`${new URL(page.url()).pathname}/body`);
  await see("letter");
}

type Walker = Pick<Visit, "page" | "go" | "sees" | "settled">;

export async function walkPromotions({ page, go, sees, settled }: Walker, see: See): Promise<void> {
  await go("/admin/promotions");
  await see("admin-promotions");
  await page.getByRole("button", { name: "Switch off For those who work here" }).click();
  await page.getByRole("button", { name: "Switch on For those who work here" }).click();
  await page.getByRole("button", { name: "Switch off For those who work here" }).waitFor();
  await settled();
  await go("/admin/promotions/new");
  await page.fill("#value", "many");
  await page.fill("#name", "Winter");
  await page.getByRole("button", { name: "Make it" }).click();
  await sees(".error-summary", "is no percentage");
  await see("admin-promotion-refused");
  await page.fill("#value", "20");
  await page.check("#needsCode");
  await sees("#sentence", "20% off the order");
  await see("admin-promotion-new");
  await page.getByRole("button", { name: "Make it" }).click();
  await sees("h1", "Winter");
  await page.fill("#count", "3");
  await page.getByRole("button", { name: "Make codes" }).click();
  await sees(".notice", "3 codes are made.");
  await see("admin-promotion");
}
