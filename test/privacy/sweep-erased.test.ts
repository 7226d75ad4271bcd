import { expect, setDefaultTimeout, test } from "bun:test";
import { outbox } from "#db/schema.ts";
import { sweepErased } from "#src/privacy/sweep-erased.ts";
import { mailer } from "#src/mail/send.ts";
import { sweepLetters } from "#src/mail/store.ts";
import { linkTo } from "#test/accounts/letters.ts";
import { order } from "#test/checkout/small-shop.ts";
import { account, namesOf, odile, rowsNaming, shopFor } from "./odile.ts";

setDefaultTimeout(60_000);

const elsewhere = "odile.elsewhere@example.com";
const post = { send: async () => {}, close: () => {} };

test("whatever is pressed in other windows in the moment of an erasure, nothing of it is left", async () => {
  const sold = [
    { title: "Mug", price: 2999, stock: 50 },
    { title: "Jug", price: 4200, stock: 0 },
  ];
  await using shop = await shopFor({ products: sold });
  const visitor = await account(shop);
  const names = await namesOf(shop);
  const email = odile.email;
  const place = { name: "Odile", country: "US", street: "231 Warren Street", city: "Hudson" };
  const pressed = () => [
    visitor.post("/likes/mug"),
    visitor.post("/products/jug/notice", { variant: "jug-0", email }),
    visitor.post("/cart/items", { handle: "mug", quantity: "1" }),
    visitor.post("/account/addresses", { ...place, region: "NY", postcode: "12534" }),
    visitor.post("/account/name", { displayName: "Odile B." }),
    visitor.post("/checkout", { ...place, email }),
    visitor.post("/account/email", { email: elsewhere, password: odile.password }),
    shop.visitor().json.post("/auth/login", odile),
    shop.visitor().post("/forgot", { email }),
  ];
  let isOver = false;
  const erased = visitor.post("/account/delete", { email, password: odile.password }).then((answer) => {
    isOver = true;
    return answer;
  });
  const answers: Promise<Response>[] = [];
  for (let times = 0; times < 5 && !isOver; times += 1) {
    answers.push(...pressed());
    await Bun.sleep(5);
  }
  expect((await erased).headers.get("Location")).toBe("/goodbye");
  for (const { status } of await Promise.all(answers)) expect(status).toBeLessThan(500);
  expect((await rowsNaming(shop, names)).map(({ table }) => table)).toContain("sessions"); // so this can fail

  await sweepErased(shop.deps);
  const left = await rowsNaming(shop, [...names, elsewhere]);
  expect(left.filter(({ table }) => table !== "audit_log" && table !== "outbox")).toEqual([]);
  const letters = await shop.deps.store.read.select().from(outbox);
  expect(letters.map(({ kind }) => kind)).toEqual(["account_erased"]);
  await mailer(shop.deps, post)();
  expect(await shop.deps.store.read.select().from(outbox)).toEqual([]);
});

test("the sweep leaves alone who was not erased", async () => {
  await using shop = await shopFor();
  const other = await account(shop);
  const gone = await account(shop, { email: "lena@example.com", password: "a hook and a line", displayName: "Lena" });
  await other.post("/likes/mug");
  await gone.post("/account/delete", { email: "lena@example.com", password: "a hook and a line" });
  const names = await namesOf(shop);
  const before = await rowsNaming(shop, names);
  await sweepErased(shop.deps);
  expect(await rowsNaming(shop, names)).toEqual(before);
  expect((await other.get("/account")).status).toBe(200);
});

test("letters to an address that an account had before, or might have had, are gone in a month; papers of orders stay", async () => {
  await using shop = await shopFor();
  const visitor = await account(shop);
  await order(visitor, "on_delivery");
  await visitor.post("/account/email", { email: elsewhere, password: odile.password });
  await visitor.post(await linkTo(shop, elsewhere, "email_change"));
  await visitor.post("/account/email", { email: "odile.never@example.com", password: odile.password });
  await visitor.post("/account/password", { password: odile.password, newPassword: "a hook and a line" });
  const meant = { email: elsewhere, password: "a hook and a line" };
  expect((await visitor.post("/account/delete", meant)).headers.get("Location")).toBe("/goodbye");
  await mailer(shop.deps, post)();
  const kinds = async () => (await shop.deps.store.read.select().from(outbox)).map(({ kind }) => kind);
  expect(await kinds()).toContain("email_change"); // so this can fail

  shop.clock.forward(31 * 86_400_000);
  await shop.deps.store.write((tx) => sweepLetters(tx, shop.clock.now()));
  expect(await kinds()).toEqual(["order_placed"]);
  const left = await rowsNaming(shop, ["odile.never@example.com", elsewhere]);
  expect(left).toEqual([]);
});
