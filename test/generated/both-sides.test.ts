import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from "bun:test";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sentences } from "#src/accounts/account.ts";
import { copiedTree, generate } from "#test/support/copied-tree.ts";
import { saidByShop, typedTable, type Row, type Troubles } from "./typed-table.ts";
import { texts } from "./typed-texts.ts";

// The browser judges a form by code that is generated from the shop's own: the same verdict, in the same words.

setDefaultTimeout(90_000);

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
    for (const form of ["sign-in", "forgot", "email", "review", "newsletter", "pickup", "checkout", "address"])
      expect(await asked(form), form).toEqual([]);
  });
});

describe("S49: what the rules are made of", () => {
  let tree: string;
  beforeAll(() => void (tree = copiedTree()));
  afterAll(() => rmSync(tree, { recursive: true, force: true }));

  const reaching: readonly (readonly [line: string, said: string])[] = [
    [
      'import { createHash } from "node:crypto";',
      "src/accounts/account.ts imports node:crypto, which is not for a browser",
    ],
    ['import { sql } from "drizzle-orm";', "src/accounts/account.ts imports drizzle-orm, which is not for a browser"],
    ['import { findCustomer } from "./store.ts";', "src/accounts/store.ts is not for a browser"],
    ['import { isDuplicate } from "#db/faults.ts";', "#db/faults.ts, which is not for a browser"],
  ];
  for (const [line, said] of reaching) {
    test(`a rule beside ${line} makes no module for the browser`, () => {
      const file = join(tree, "src/accounts/account.ts");
      const before = readFileSync(file, "utf8");
      const used = /\{ (\w+) \}/.exec(line)?.[1] ?? "";
      writeFileSync(file, `${line}\n${before}`.replace("at > 0 &&", `at > 0 && ${used} !== undefined &&`));
      const ran = generate(tree);
      expect(ran.code).not.toBe(0);
      expect(ran.said).toContain(said);
      writeFileSync(file, before);
    });
  }

  test("a rule whose function nobody exports is refused by a sentence", () => {
    const file = join(tree, "src/reviews/forms.ts");
    const before = readFileSync(file, "utf8");
    writeFileSync(
      file,
      before.replace('title: "Name shown beside it",', 'title: "Name", trouble: (typed) => typed || undefined,'),
    );
    const ran = generate(tree);
    expect(ran.code).not.toBe(0);
    expect(ran.said).toContain('The form "review" has a trouble that no module of rules exports.');
    writeFileSync(file, before);
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
