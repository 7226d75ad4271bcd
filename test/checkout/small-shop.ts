import { Elysia } from "elysia";
import type { Tx } from "#db/open.ts";
import { accountRoutes } from "#src/accounts/routes.tsx";
import { cartRoutes } from "#src/cart/routes.tsx";
import { checkoutRoutes } from "#src/checkout/routes.tsx";
import { readConfig } from "#src/config.ts";
import type { Deps } from "#src/deps.ts";
import { deriveKeys } from "#src/keys.ts";
import { openLog } from "#src/log.ts";
import { orderRoutes } from "#src/orders/routes.tsx";
import type { Gateway } from "#src/payments/test-card.ts";
import { edge } from "#src/web/edge.ts";
import { errors } from "#src/web/errors.tsx";
import { wire } from "#src/wire.ts";
import { testClock } from "#test/support/clock.ts";
import { freshDatabase } from "#test/support/database.ts";
import { testVisitor, type TestVisitor } from "#test/support/visitor.ts";
import { makeWorld, type World } from "#test/support/world.ts";

type Options = World & {
  readonly gateway?: Gateway;
  readonly limits?: boolean;
  readonly more?: (tx: Tx) => Promise<unknown>;
};

/** The part of a shop that begins with a cart: carts, checkout, orders and accounts over HTTP, on a fresh database. */
export async function openSmallShop({ gateway, limits = false, more, ...world }: Options = {}) {
  const database = await freshDatabase();
  const clock = testClock();
  const config = readConfig({
    PUSHCART_DATA: database.folder,
    DATABASE_URL: database.url,
    LOG_LEVEL: "silent",
    ...(limits ? {} : { PUSHCART_LIFT_LIMITS: "yes" }),
  });
  let made = 0;
  const deps: Deps = wire({
    store: database.store,
    config,
    keys: deriveKeys("a secret for tests, long enough to be one"),
    log: openLog("silent"),
    now: clock.now,
    newId: () => `id-${String((made += 1)).padStart(9, "0")}`,
    newToken: () => Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString("base64url"),
  });
  await deps.store.write((tx) => makeWorld(tx, world));
  if (more) await deps.store.write(more);
  const app = new Elysia()
    .use(errors(deps, async () => undefined))
    .use(cartRoutes(deps))
    .use(accountRoutes(deps))
    .use(orderRoutes(deps))
    .use(checkoutRoutes(deps, gateway));
  const serve = edge((request) => app.fetch(request), deps);
  return {
    deps,
    clock,
    visitor: (address?: string) => testVisitor(serve, config.url, address),
    [Symbol.asyncDispose]: database.close,
  };
}

export type SmallShop = Awaited<ReturnType<typeof openSmallShop>>;

/** Odile, who lives in Hudson and takes the parcel. */
export const odile = {
  email: "odile@example.com",
  name: "Odile Bernard",
  country: "US",
  street: "231 Warren Street",
  city: "Hudson",
  region: "NY",
  postcode: "12534",
  ship: "parcel",
  bill: "asked",
  same: "yes",
} as const;

export async function fillCart(visitor: TestVisitor, variantId = "mug-0", quantity = 1): Promise<void> {
  const added = await visitor.post("/cart/items", { variant: variantId, quantity: String(quantity) });
  if (added.status !== 303) throw new Error(`the cart refused ${variantId}: ${added.status}`);
}

/** Attributes of the element with this id or name, however they are ordered. */
function tagWith(html: string, attribute: string): string {
  return new RegExp(`<[a-z-]+ [^>]*${attribute}[^>]*>`).exec(html)?.[0] ?? "";
}

const entities: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&#34;": '"',
  "&#39;": "'",
  "&lt;": "<",
  "&gt;": ">",
};
const decoded = (text: string) => text.replace(/&(amp|#34|#39|lt|gt);/g, (entity) => entities[entity] ?? entity);

/** The value of a field of a form on the page. */
export function valueOf(html: string, name: string): string {
  return decoded(/ value="([^"]*)"/.exec(tagWith(html, `name="${name}"`))?.[1] ?? "");
}

export type LastPage = { readonly total: string; readonly shown: string };

/** Fills in contact, address and delivery, and answers what the form of the last page carries. */
export async function reachPayment(
  visitor: TestVisitor,
  person: Readonly<Record<string, string>> = odile,
): Promise<LastPage> {
  const posted = await visitor.post("/checkout", person);
  if (posted.headers.get("Location") !== "/checkout/payment") {
    throw new Error(`contact and address led to ${posted.status} ${posted.headers.get("Location")}`);
  }
  const page = await visitor.get("/checkout/payment");
  if (page.status !== 200) throw new Error(`the last page answered ${page.status}`);
  return lastPage(await page.text());
}

export const lastPage = (html: string): LastPage => ({ total: valueOf(html, "total"), shown: valueOf(html, "shown") });

/** Everything up to the order: a cart, the three steps, the button. */
export async function order(
  visitor: TestVisitor,
  pay: string,
  person: Readonly<Record<string, string>> = odile,
): Promise<Response> {
  await fillCart(visitor);
  return visitor.post("/checkout/place", { ...(await reachPayment(visitor, person)), pay });
}
