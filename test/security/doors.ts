import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "bun:test";
import { policiesOf, type Policy } from "#src/accounts/policy.ts";
import { setupLink } from "#src/accounts/setup-link.ts";
import { routes } from "#src/app.ts";
import { owner } from "#test/admin/staff.ts";
import { binary, openBinaryShop } from "#test/support/binary-shop.ts";
import { openShop, type ShopOptions, type TestShop } from "#test/support/shop.ts";
import type { Fields, TestVisitor } from "#test/support/visitor.ts";
import { belongings } from "./belongings.ts";

// Every address of the shop with every field that it takes, read from the routes themselves: a new one is tried as soon
// as it is there.

export type Door = {
  readonly method: string;
  /** As it is registered: "/orders/:token/pay". */
  readonly path: string;
  readonly fields: readonly string[];
  readonly query: readonly string[];
  /** Who may use it, as its groups and the route itself declare. */
  readonly policies: readonly Policy[];
};

type WithSchema = { readonly schema?: { readonly properties?: object } };
const fieldsOf = (form: unknown) => Object.keys((form as WithSchema | undefined)?.schema?.properties ?? {});

export function doorsOf(shop: TestShop): Door[] {
  return routes(shop.deps).routes.map((route) => {
    const { method, path, hooks } = route;
    const { body, query } = hooks as { readonly body?: unknown; readonly query?: unknown };
    return {
      method: method.toUpperCase(),
      path,
      fields: fieldsOf(body),
      query: fieldsOf(query),
      policies: policiesOf(route),
    };
  });
}

/** `inside`: the test moves the clock or breaks something within, so it is never about the binary. */
export type HouseOptions = ShopOptions & { readonly inside?: boolean };

/**
 * A shop where everything is there once: goods, a shopper half through the checkout, an order of theirs, the desk. Served
 * by the release binary where PUSHCART_TEST_BINARY names it, in this process otherwise.
 */
export async function openHouse({ inside = false, ...options }: HouseOptions = {}) {
  const open = (wanted: ShopOptions) =>
    binary !== undefined && !inside ? openBinaryShop(binary, wanted) : openShop(wanted);
  const shop = await open({
    products: [
      { title: "Mug", price: 2999, stock: 500, sku: "MUG-1", tags: ["cup"] },
      { title: "Jug", price: 4200, stock: 5, options: [{ name: "Glaze", values: ["Oat"] }] },
    ],
    ...options,
  });
  const desk = await owner(shop);
  const shopper = shop.visitor();
  const order = await buyMug(shopper);
  await fillCart(shopper);
  const letters = await (await desk.get("/admin/mail")).text();
  const orders = await (await desk.get("/admin/orders?view=all")).text();
  await desk.post("/admin/staff", { email: "pia@example.com", role: "packer" });
  const staff = await (await desk.get("/admin/staff")).text();
  const cart = await (await shopper.get("/cart")).text();
  const { customer, ...more } = await belongings(shop, desk);
  const ids: Readonly<Record<string, string>> = {
    "/orders": order,
    "/checkout/test-card": order,
    "/admin/orders": idIn(orders, /\/admin\/orders\/([\w-]+)/),
    "/admin/customers": `guest-${idIn(orders, /\/admin\/orders\/([\w-]+)/)}`,
    "/admin/mail": idIn(letters, /\/admin\/mail\/(?!previews)([\w-]+)/),
    "/admin/variants": "mug-0",
    "/admin/products": "mug",
    ...more.ids,
    "/account/check": "register",
    "/news/waiting": "jug-0",
    "/admin/staff": idIn(staff, /\/admin\/staff\/([\w-]+)\/role/),
    "/cart/lines": idIn(cart, /\/cart\/lines\/([\w-]+)/),
    "/products": "mug",
    "/api/v1/products": "mug",
    "/admin/mail/previews": "order_placed",
    "/likes": "mug",
    "/assets": "app.css",
  };

  /** The address with the id of something that is there, or with `text` in its place. */
  function address({ path }: Door, text?: string): string {
    const [before = ""] = path.split("/:");
    const first = path.replace(/:\w+/, encodeURIComponent((text ?? ids[before] ?? "none").toWellFormed()));
    return first.replace(":handle", "mug").replace(":field", "email");
  }
  function whose({ path }: Door): TestVisitor {
    if (path.startsWith("/admin")) return desk;
    return path.startsWith("/account") ? customer : shopper;
  }
  return { shop, desk, shopper, customer, order, ids, address, whose, doors: doorsOf(shop) };
}

const idIn = (html: string, where: RegExp) => where.exec(html)?.[1] ?? "none";

export const contact = {
  email: "odile@example.com",
  name: "Odile Bernard",
  country: "US",
  street: "231 Warren Street",
  city: "Hudson",
  region: "NY",
  postcode: "12534",
  ship: "parcel",
} as const;

export async function fillCart(visitor: TestVisitor, handle = "mug"): Promise<void> {
  await visitor.post("/cart/items", { handle, quantity: "1", ...(handle === "jug" && { option1: "Oat" }) });
  await visitor.post("/checkout", contact);
  await visitor.post("/checkout/delivery", contact);
}

/** What the form of the last page carries. */
export async function lastPage(visitor: TestVisitor): Promise<Record<string, string>> {
  const html = await (await visitor.get("/checkout/payment")).text();
  const value = (name: string) =>
    (new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(html)?.[1] ?? "").replaceAll("&amp;", "&");
  return { pay: "on_delivery", terms: "yes", total: value("total"), shown: value("shown") };
}

/** Buys one and answers the token of the order's page. */
export async function buyMug(visitor: TestVisitor, pay = "on_delivery", handle = "mug"): Promise<string> {
  await fillCart(visitor, handle);
  const placed = await visitor.post("/checkout/place", { ...(await lastPage(visitor)), pay });
  const to = placed.headers.get("Location") ?? "";
  if (placed.status !== 303 || !/^\/(orders|checkout\/test-card)\//.test(to)) {
    throw new Error(`nothing was bought: ${placed.status} ${to} ${(await placed.text()).slice(0, 2000)}`);
  }
  return to.split("/").at(-1) ?? "";
}

export const ownerLink = setupLink;

/** What no answer may hold: stacks, our folders, SQL, names of what the shop is made of. */
const leak =
  /node_modules|\$bunfs|\bat [^<\n]{0,80}\(?[\w/.-]+\.tsx?:\d+|SQLITE_|\bsqlite|drizzle|postgres|elysia|typebox|Failed query|\b(?:insert into|delete from) "|TypeError|ReferenceError|SyntaxError/i;

/** No fault, no word of how it is made, no header that a text smuggled in. `sent` is what was typed: it may come back. */
export async function expectCalm(response: Response, sent: string, where: string): Promise<void> {
  const at = `${where} with ${JSON.stringify(sent).slice(0, 160)}`;
  expect(response.status, at).toBeLessThan(500);
  expect(response.headers.has("x-smuggled"), at).toBe(false);
  // What is longer than any address may be is refused before the shop hears of it.
  if (response.status !== 431) expect(response.headers.get("X-Request-Id"), at).not.toBeNull();
  const text = await response.text();
  if (leak.test(text) && !leak.test(sent)) expect(text, at).not.toMatch(leak);
}

const folder = join(import.meta.dir, "../../../shared/data/hostile");

/** Texts of the hostile lists beside the repository, wherever each keeps them. */
export function hostileTexts(...names: readonly string[]): string[] {
  return names.flatMap((name) => {
    const file = join(folder, `${name}.json`);
    if (existsSync(file)) return textsIn(JSON.parse(readFileSync(file, "utf8")));
    console.warn(
      `SKIPPED ${name}: ../shared/data/hostile/${name}.json is not there; a few of its kind are tried instead`,
    );
    return [];
  });
}

const textsIn = (value: unknown): string[] =>
  typeof value === "string"
    ? [value]
    : typeof value === "object" && value !== null
      ? Object.values(value).flatMap(textsIn)
      : [];

/** One of each kind, for where the lists are not. */
export const few = [
  "' OR 1=1 --",
  '"; DROP TABLE products; --',
  "title:* OR NEAR(a b, 3)",
  "\0\u202e\ufeff\u2028",
  "a\r\nX-Smuggled: 1\r\n\r\n<script>",
  '"><img src=x onerror=alert(1)>',
  "&quot; onfocus=&quot;alert(1)",
  "__proto__",
  "constructor",
  "../../etc/passwd",
  "%E0%A4%A",
  "%00",
  "\ud800",
  "🏳️‍🌈 ﷽ Ω≈ç√ 日本 €",
  "9".repeat(400),
  "a".repeat(3000),
  "1e309",
  "-1",
  "javascript:alert(1)",
  "//evil.example",
  "=cmd|' /C calc'!A0",
] as const;

export type { Fields };
