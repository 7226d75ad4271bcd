import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sentences } from "#src/accounts/account.ts";
import { copiedTree, generate } from "#test/support/copied-tree.ts";
import { saidByShop, texts, typedTable, type Row, type Troubles } from "./typed-table.ts";

// The browser judges a form by code that is generated from the shop's own: the same verdict, in the same words.

type Module = {
  readonly troubles: (typed: Row["typed"], asked?: Row["asked"]) => Troubles;
  readonly asked: readonly string[];
};
const rulesIn = (tree: string, form: string) =>
  import(join(tree, `public/generated/rules-${form}.js`)) as Promise<Module>;
const root = join(import.meta.dir, "../..");

describe("S45: one schema, judged on both sides", () => {
  test("more than a thousand inputs get the same verdict in the same words", async () => {
    const rows = typedTable();
    expect(texts.length).toBeGreaterThan(1000);
    const count = { right: 0, wrong: 0, listed: 0 };
    for (const row of rows) {
      const { troubles, asked } = await rulesIn(root, row.form);
      const shop = { ...saidByShop(row) };
      for (const [field, sentence] of Object.entries(shop)) {
        if (sentence !== sentences.common) continue;
        // The list of common passwords is the shop's: the browser knows that it has to ask.
        expect(asked).toContain(field);
        delete shop[field];
        count.listed += 1;
      }
      expect({ row, said: troubles(row.typed, row.asked) }).toEqual({ row, said: shop });
      count[Object.keys(shop).length === 0 ? "right" : "wrong"] += 1;
    }
    expect(count.right).toBeGreaterThan(300);
    expect(count.wrong).toBeGreaterThan(1000);
    expect(count.listed).toBeGreaterThan(3);
  });

  test("asks the shop only where the shop knows more", async () => {
    const asked = async (form: string) => (await rulesIn(root, form)).asked;
    expect(await asked("register")).toEqual(["password"]);
    expect(await asked("reset")).toEqual(["password"]);
    expect(await asked("password")).toEqual(["newPassword"]);
    for (const form of ["sign-in", "forgot", "email", "review", "newsletter", "checkout"])
      expect(await asked(form), form).toEqual([]);
  });
});

describe("S45: a rule that is changed in one place", () => {
  let tree: string;
  beforeAll(() => void (tree = copiedTree()));
  afterAll(() => rmSync(tree, { recursive: true, force: true }));

  const change = (path: string, before: string, after: string) => {
    const text = readFileSync(join(tree, path), "utf8");
    expect(text).toContain(before);
    writeFileSync(join(tree, path), text.replace(before, after));
  };
  const shopSays = (module: string, form: string, typed: Row["typed"]) => {
    const code = `import { ${form} } from "${join(tree, module)}"; console.log(JSON.stringify(${form}.read(${JSON.stringify(typed)})))`;
    const ran = Bun.spawnSync([process.execPath, "-e", code], { cwd: tree });
    return JSON.parse(ran.stdout.toString()) as { ok: boolean; errors?: Troubles };
  };

  test("is another on both sides: 9 letters instead of 8, 20 of a name instead of 60", async () => {
    change("src/accounts/account.ts", "leastPassword = 8;", "leastPassword = 9;");
    change("src/reviews/forms.ts", "maxLength: 60", "maxLength: 20");
    expect(generate(tree, "--check").code).toBe(1);
    expect(generate(tree).code).toBe(0);

    const eight = { displayName: "Mia", email: "mia@example.com", password: "hx7!qz9w" };
    const short = { password: "Password must be at least 9 characters." };
    expect((await rulesIn(tree, "register")).troubles(eight)).toEqual(short);
    expect(shopSays("src/accounts/forms.ts", "RegisterForm", eight).errors).toEqual(short);
    const nine = { ...eight, password: "hx7!qz9wk" };
    expect((await rulesIn(tree, "register")).troubles(nine)).toEqual({});
    expect(shopSays("src/accounts/forms.ts", "RegisterForm", nine).ok).toBe(true);
    expect((await rulesIn(root, "register")).troubles(eight)).toEqual({});

    const long = { rating: "5", author: "x".repeat(21) };
    const said = { author: "Enter a name of at most 60 characters, or an initial" };
    expect((await rulesIn(tree, "review")).troubles(long)).toEqual(said);
    expect(shopSays("src/reviews/forms.ts", "ReviewForm", long).errors).toEqual(said);
    expect((await rulesIn(root, "review")).troubles(long)).toEqual({});
  });
});
