import { Database } from "bun:sqlite";
import { eq } from "drizzle-orm";
import { isPostgres } from "#db/dialect.ts";
import { sqlitePath } from "#db/open.ts";
import * as schema from "#db/schema.ts";
import { emailKeyOf } from "#src/accounts/account.ts";
import { makeToken } from "#src/accounts/token-store.ts";
import { keepProducts } from "#src/catalog/keep.ts";
import { newAddressLetter } from "#src/mail/account-letters.tsx";
import { letterShopOf } from "#src/mail/letter-shop.ts";
import { queueLetter } from "#src/mail/store.ts";
import { buyerKeyOf } from "#src/reviews/write-review.ts";
import { linkTo } from "#test/accounts/letters.ts";
import { order } from "#test/checkout/small-shop.ts";
import { openShop, type ShopOptions, type TestShop } from "#test/support/shop.ts";
import type { TestVisitor } from "#test/support/visitor.ts";

export const odile = { email: "Odile@example.com", password: "correct horse battery", displayName: "Odile Bernard" };
export const next = "odile.next@example.com";
/** What names her in a row, in small letters: her addresses, her account, the digest that reviews keep. */
export type Names = readonly string[];

export const shopFor = (options: ShopOptions = {}) =>
  openShop({
    products: [
      { title: "Mug", price: 2999, stock: 50 },
      { title: "Bowl", price: 900, stock: 50 },
    ],
    ...options,
  });

export async function signedIn(shop: TestShop, who = odile): Promise<TestVisitor> {
  const visitor = shop.visitor();
  const answer = await visitor.json.post("/auth/login", who);
  if (answer.status !== 200) throw new Error(`not signed in: ${answer.status}`);
  return visitor;
}

export async function account(shop: TestShop, who = odile, { confirmed = true } = {}): Promise<TestVisitor> {
  await shop.visitor().json.post("/api/register", who);
  const visitor = await signedIn(shop, who);
  if (confirmed) await visitor.post(await linkTo(shop, who.email, "email_verify"));
  return visitor;
}

export async function idOf(shop: TestShop, email = odile.email): Promise<string> {
  const mine = eq(schema.customers.emailKey, emailKeyOf(email));
  const [row] = await shop.deps.store.read.select().from(schema.customers).where(mine);
  return row?.id ?? "";
}

export const namesOf = async (shop: TestShop, email = odile.email): Promise<Names> => [
  emailKeyOf(email),
  await idOf(shop, email),
  buyerKeyOf({ emailKey: emailKeyOf(email) }),
  next,
];

/** Odile with a row in every table that may tell of a person. Whoever adds a table adds hers here. */
export async function wholeOdile(shop: TestShop): Promise<{ visitor: TestVisitor; names: Names }> {
  const guest = shop.visitor();
  await order(guest, "on_delivery");
  const visitor = await account(shop);
  await order(visitor, "transfer");
  await visitor.post("/likes/mug");
  await shop.post("/newsletter", { email: odile.email });
  await visitor.post("/cart/items", { handle: "bowl", quantity: "2" });
  const half = shop.visitor();
  await half.post("/cart/items", { handle: "bowl", quantity: "1" });
  await half.post("/checkout", { email: odile.email, name: "Odile B.", country: "US", city: "Hudson" });
  await insertRest(shop);
  return { visitor, names: await namesOf(shop) };
}

async function insertRest(testShop: TestShop): Promise<void> {
  const { deps } = testShop;
  const id = await idOf(testShop);
  const { newId, now, store } = deps;
  const at = now();
  const orders = await store.read.select().from(schema.orders);
  const owner = `customer:${id}`;
  const buyerKey = buyerKeyOf({ emailKey: emailKeyOf(odile.email) });
  const said = { author: "Odile", rating: 5, buyerKey, createdAt: at };
  const shop = letterShopOf(await deps.shop.read(), deps.config.url);
  await store.write(async (tx) => {
    await tx.insert(schema.secondFactors).values({ owner, seed: "sealed", confirmedAt: at, createdAt: at });
    await tx.insert(schema.recoveryCodes).values({ id: newId(), owner });
    await tx.insert(schema.customerGroups).values({ customerId: id, name: "wholesale" });
    await tx.insert(schema.reviews).values([
      {
        ...said,
        id: newId(),
        productId: "mug",
        title: "=SUM(1)",
        body: "It fell twice.",
        decidedAt: at,
        picture: "u-odile.webp",
      },
      { ...said, id: newId(), productId: "bowl", body: "Not shown yet.", shown: false },
    ]);
    await tx
      .insert(schema.customerNotes)
      .values({ id: newId(), customerId: id, body: "Rings twice.", who: "staff:1", at });
    const place = { name: "Odile Bernard", street: "231 Warren Street", city: "Hudson", country: "US" };
    await tx.insert(schema.addresses).values({ ...place, id: newId(), customerId: id, createdAt: at });
    const mine = { variantId: "bowl-0", createdAt: at };
    await tx.insert(schema.stockNotices).values([
      { ...mine, id: newId(), email: odile.email, emailKey: emailKeyOf(odile.email), guest: "g:her phone" },
      { ...mine, id: newId(), variantId: "mug-0", email: next, emailKey: next, customerId: id },
    ]);
    await tx.insert(schema.stockWatches).values({ ...mine, owner: `c:${id}` });
    await tx
      .insert(schema.news)
      .values({ id: newId(), seq: 1, owner: `c:${id}`, what: "back", at, variantId: "mug-0" });
    await keepProducts(tx, ["mug", "bowl"]);
    const promotion = { id: "ten", name: "Ten off", effect: {}, conditions: {}, coded: false };
    await tx.insert(schema.promotions).values(promotion);
    const use = { promotionId: "ten", customer: emailKeyOf(odile.email), at };
    await tx
      .insert(schema.promotionUses)
      .values(orders.map(({ id: orderId }, nth) => ({ ...use, orderId, nth: nth + 1 })));
    const token = { id: newId(), purpose: "change-email", subject: owner, detail: next, expiresAt: at } as const;
    await makeToken(tx, token);
    await queueLetter(tx, newAddressLetter({ to: next, shop }, shop.url), { id: newId(), orderId: null, at });
  });
}

export type Found = { readonly table: string; readonly row: string };

/** Every row of every table, search tables and all, that names somebody: read past Drizzle, as a thief would. */
export async function rowsNaming({ deps }: TestShop, names: Names): Promise<Found[]> {
  const rows = isPostgres ? await allOfPostgres(deps.store.url) : allOfSqlite(deps.store.url);
  const isHers = ({ row }: Found) => names.some((name) => row.toLowerCase().includes(name));
  return rows.filter(isHers);
}

function allOfSqlite(url: string): Found[] {
  const file = new Database(sqlitePath(url), { readonly: true });
  try {
    const named = file.query("select name from sqlite_schema where type = 'table'").values() as [string][];
    return named.flatMap(([table]) =>
      file
        .query(`select * from "${table}"`)
        .values()
        .map((row) => ({ table, row: row.map(textOf).join("\n") })),
    );
  } finally {
    file.close();
  }
}

const textOf = (value: unknown) => (value instanceof Uint8Array ? Buffer.from(value).toString("latin1") : `${value}`);

async function allOfPostgres(url: string): Promise<Found[]> {
  const db = new Bun.SQL({ url, max: 1 });
  try {
    const found: Found[] = [];
    const tables = (await db`select tablename as name from pg_tables where schemaname = 'public'`) as {
      name: string;
    }[];
    for (const { name } of tables) {
      const rows = (await db.unsafe(`select t::text as row from "${name}" t`)) as { row: string }[];
      found.push(...rows.map(({ row }) => ({ table: name, row })));
    }
    return found;
  } finally {
    await db.close();
  }
}
