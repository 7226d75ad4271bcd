import { afterAll, beforeAll, expect, test } from "bun:test";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { browserForms } from "../../scripts/generated/browser-forms.ts";
import { filesOf, root, textOf } from "#test/architecture/sources.ts";
import { linkTo } from "#test/accounts/letters.ts";
import { openShop, type TestShop } from "#test/support/shop.ts";
import type { TestVisitor } from "#test/support/visitor.ts";

let shop: TestShop;
beforeAll(async () => void (shop = await openShop()));
afterAll(() => shop.close());

/** Forms named in `main`, and the rules that the page has the browser fetch at once. */
async function formsOf(path: string, visitor: TestVisitor = shop) {
  const html = await (await visitor.get(path)).text();
  const main = html.slice(html.indexOf("<main"), html.indexOf("</main>"));
  const named = [...main.matchAll(/ data-checks="([\w-]+)"/g)].map(([, name]) => name);
  const fetched = [...html.matchAll(/<link rel="modulepreload" href="\/assets\/rules-([\w-]+)\.js\?v=/g)];
  return { named, fetched: fetched.map(([, name]) => name), module: html.includes("/assets/validate.js") };
}

const pages = {
  "/register": "register",
  "/login": "sign-in",
  "/forgot": "forgot",
  "/newsletter": "newsletter",
  "/pickup": "pickup",
} as const;

for (const [path, form] of Object.entries(pages)) {
  test(`S39: ${path} fetches the rules of its form with the page, and no others`, async () => {
    expect(await formsOf(path)).toEqual({ named: [form], fetched: [form], module: true });
  });
}

test("S39: so do the pages behind the account, and the one that a letter leads to", async () => {
  const visitor = shop.visitor();
  const who = { email: "mia@example.com", password: "a stall of my own", displayName: "Mia" };
  await visitor.json.post("/api/register", who);
  await visitor.post("/login", who);
  await visitor.post("/forgot", who);
  const letter = await linkTo(shop, who.email, "password_reset");
  for (const [path, form] of [
    ["/account/password", "password"],
    ["/account/email", "email"],
    [letter, "reset"],
  ] as const)
    expect([path, await formsOf(path, visitor)]).toEqual([path, { named: [form], fetched: [form], module: true }]);
});

test("S39: pages without such a form pay nothing for it", async () => {
  for (const path of ["/", "/cart", "/guide", "/search?q=mug"])
    expect(await formsOf(path), path).toEqual({ named: [], fetched: [], module: false });
});

test("each form that a view names has rules, and each that has rules is named. Mend: browser-forms.ts, or the view", async () => {
  const named = new Set<string>();
  for (const path of filesOf("{views,src}/**/*.tsx")) {
    const text = await textOf(path);
    for (const [, name = ""] of text.matchAll(/ data-checks="([\w-]+)"/g)) named.add(name);
    // Pages of one short form are named by their routes.
    if (path.startsWith("src/accounts/"))
      for (const [, name = ""] of text.matchAll(/^ {2,4}form: "([\w-]+)",$/gm)) named.add(name);
  }
  expect([...named].toSorted()).toEqual(Object.keys(browserForms).toSorted());
  for (const name of named) expect(existsSync(join(root, `public/generated/rules-${name}.js`)), name).toBe(true);
});
