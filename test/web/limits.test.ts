import { describe, expect, test } from "bun:test";
import { isPostgres } from "#db/dialect.ts";
import { openStore } from "#db/open.ts";
import { tries } from "#db/schema.ts";
import { setupLink } from "#src/accounts/setup-link.ts";
import { limitsOf } from "#src/web/limits.ts";
import { ShopError } from "#src/web/shop-error.ts";
import { sweepTries } from "#src/web/tries-store.ts";
import { testClock } from "#test/support/clock.ts";
import { freshDatabase } from "#test/support/database.ts";
import { openShop } from "#test/support/shop.ts";

const refusal = async (work: Promise<void>) =>
  work.then(
    () => undefined,
    (error: unknown) => error as ShopError,
  );

const minutes = 60_000;

async function world() {
  const database = await freshDatabase();
  const clock = testClock();
  const parts = { store: database.store, now: clock.now };
  return { ...parts, database, clock, limits: limitsOf(parts), [Symbol.asyncDispose]: database.close };
}

describe("limits", () => {
  test("let so many through, then say how long to wait", async () => {
    await using here = await world();
    const { count } = here.limits;
    for (let each = 0; each < 10; each++) await count("coupon", "a");
    const error = await refusal(count("coupon", "a"));
    expect([error?.kind, error?.message]).toEqual(["too_many", "That was tried too often. Try again in 10 minutes."]);
    expect(error?.retryAfter).toBeGreaterThan(590);
    await count("coupon", "b");
  });

  test("A05: guessing at an account shuts its owner out for a quarter of an hour, not for longer", async () => {
    await using here = await world();
    const { count } = here.limits;
    for (let each = 0; each < 20; each++) await count("signInAccountHour", "a");
    for (let each = 0; each < 3; each++) {
      const { retryAfter = 0 } = (await refusal(count("signInAccountHour", "a"))) ?? {};
      expect([retryAfter > 890, retryAfter <= 900]).toEqual([true, true]);
    }
    here.clock.forward(14 * minutes);
    expect((await refusal(count("signInAccountHour", "a")))?.retryAfter).toBe(60);
    here.clock.forward(minutes);
    await count("signInAccountHour", "a");
  });

  test("forget what was counted, and count nothing where they are lifted", async () => {
    await using here = await world();
    const { count, forget } = here.limits;
    for (let round = 0; round < 3; round++) {
      for (let each = 0; each < 5; each++) await count("signInAccount", "a");
      await forget(["signInAccount", "a"]);
    }
    const lifted = limitsOf({ store: here.store, now: here.now, lifted: true });
    for (let each = 0; each < 50; each++) await lifted.count("signInAccount", "a");
  });

  test("of signing in outlive the process, and are the same for all processes of a shop", async () => {
    await using here = await world();
    const other = openStore({ url: here.database.url, connections: 2 });
    const next = limitsOf({ store: other, now: here.now });
    const both = [here.limits, next] as const;
    for (let each = 0; each < 5; each++) await both[each % 2]?.count("signInAccount", "odile@example.com");
    for (const limits of both) {
      expect((await refusal(limits.count("signInAccount", "odile@example.com")))?.kind).toBe("too_many");
    }
    if (isPostgres) {
      for (let each = 0; each < 10; each++) await both[each % 2]?.count("coupon", "a");
      expect((await refusal(next.count("coupon", "a")))?.kind).toBe("too_many");
    }
    await other.close();
    const kept = await here.store.read.select().from(tries);
    expect(JSON.stringify(kept)).not.toContain("odile");
    here.clock.forward(61 * minutes);
    await here.store.write((tx) => sweepTries(tx, here.now()));
    expect(await here.store.read.$count(tries)).toBe(0);
  });

  test("of signing in are one statement for all its rules, and none for who was refused just now", async () => {
    await using here = await world();
    const all = [
      ["signInAddress", "198.51.100.1"],
      ["signInAccount", "a"],
      ["signInAccountHour", "a"],
    ] as const;
    const taken = async (work: () => Promise<unknown>) => {
      const before = here.store.statements();
      await work();
      return here.store.statements() - before;
    };
    for (let each = 0; each < 5; each++) expect(await taken(() => here.limits.countEach(all))).toBe(1);
    await refusal(here.limits.countEach(all));
    expect(await taken(() => refusal(here.limits.countEach(all)))).toBe(0);
  });

  test("many at once are each counted", async () => {
    await using here = await world();
    const outcomes = await Promise.all(Array.from({ length: 40 }, () => refusal(here.limits.count("register", "a"))));
    expect(outcomes.filter((each) => each === undefined)).toHaveLength(10);
  });
});

describe("the desk", () => {
  test("answers one of the staff 300 times a minute, from wherever they ask", async () => {
    await using shop = await openShop({ limits: true });
    const owner = shop.visitor();
    const made = { displayName: "Ines", email: "ines@example.com", password: "a stall of my own" };
    await owner.post((await setupLink(shop.deps)) ?? "", made);
    const ask = async (at: number) => {
      const visitor = shop.visitor(`198.51.100.${at % 3}`);
      for (const [name, value] of owner.cookies) visitor.cookies.set(name, value);
      return visitor.htmx.get("/admin/orders");
    };
    const answers: Response[] = [];
    for (let at = 0; at < 302; at++) answers.push(await ask(at));
    const last = answers.at(-1);
    expect([answers[0]?.status, last?.status, Number(last?.headers.get("Retry-After")) > 0]).toEqual([200, 429, true]);
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(299);
  }, 60_000);
});

describe("the button that orders", () => {
  test("is refused when it was pressed in vain ten times in a minute, and what is on the page stays", async () => {
    await using shop = await openShop({ products: [{ title: "Mug", price: 2999, stock: 3 }], limits: true });
    await shop.post("/cart/items", { handle: "mug", variant: "mug-0", quantity: "1" });
    const press = () => shop.htmx.post("/checkout/place", { pay: "transfer", total: "1", shown: "" });
    for (let each = 0; each < 10; each++) expect((await press()).status).toBeLessThan(429);
    const refused = await press();
    expect([refused.status, Number(refused.headers.get("Retry-After")) > 0]).toEqual([429, true]);
    expect(await refused.text()).toContain('hx-target="#notices"');
    expect(await (await shop.get("/cart")).text()).toContain("Mug");
  });
});

describe("a visitor", () => {
  test("has 600 requests a minute, not counting what pages are made of", async () => {
    await using shop = await openShop({ limits: true });
    for (let each = 0; each < 700; each++) await shop.get(each % 2 ? "/assets/app.css" : "/pictures/none.webp");
    for (let each = 0; each < 600; each++) await shop.get("/theme-of-nobody", { headers: { accept: "text/plain" } });
    const page = await shop.get("/");
    expect([page.status, Number(page.headers.get("Retry-After")) > 0]).toEqual([429, true]);
    expect(await page.text()).toMatch(/Try again in \d+ seconds/);
    const part = await shop.htmx.get("/");
    expect([part.status, Number(part.headers.get("Retry-After")) > 0]).toEqual([429, true]);
    expect(await part.text()).toMatch(/^<[^!].*Try again in \d+ seconds/s);
    const json = await shop.json.post("/auth/login", {});
    expect([json.status, Number(json.headers.get("Retry-After")) > 0]).toEqual([429, true]);
    expect(await json.json()).toEqual({ message: expect.stringMatching(/Try again in \d+ seconds/) });
    expect((await shop.get("/assets/app.css")).status).toBe(200);
    expect((await shop.get("/healthz")).status).toBe(200);
    expect((await shop.visitor("198.51.100.8").get("/")).status).toBe(200);
  });
});
