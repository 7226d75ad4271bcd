import { describe, expect, test } from "bun:test";
import { codeOf, filesOf, root } from "./sources.ts";
import { join } from "node:path";

/** What we use of htmx 4. The compiler lets any hyphenated attribute through, so a slip is caught here. */
const allowed = new Set([
  ...[
    "hx-get",
    "hx-post",
    "hx-trigger",
    "hx-target",
    "hx-swap",
    "hx-sync",
    "hx-select",
    "hx-push-url",
    "hx-replace-url",
  ],
  ...[
    "hx-include",
    "hx-indicator",
    "hx-disable",
    "hx-ignore",
    "hx-partial",
    "hx-status",
    "hx-ptag",
    "hx-vals",
    "hx-encoding",
    "hx-swap-oob",
    "hx-preserve",
  ],
]);

const views = filesOf("views/**/*.tsx");
const code = new Map(await Promise.all(views.map(async (path) => [path, await codeOf(path)] as const)));

describe("htmx", () => {
  test("only known names are used. Mend: spell it right, or add it to the list with a test that shows it works", () => {
    const found = [...code].flatMap(([path, text]) =>
      [...text.matchAll(/[\s"<{/](hx-[a-z-]+)(?=[\s=:>"])/g)]
        .map(([, name = ""]) => name)
        .filter((name) => !allowed.has(name))
        .map((name) => `${path}: ${name}`),
    );
    expect(found).toEqual([]);
  });

  test("nothing runs inside an attribute: the CSP forbids it. Mend: a small listener in public/shop.js", () => {
    const found = [...code].flatMap(([path, text]) =>
      [...text.matchAll(/\shx-on[:\w-]*=|\son[a-z]+="|hx-vals="js:|hx-trigger="[^"]*\[/g)].map(
        ([bad]) => `${path}: ${bad}`,
      ),
    );
    expect(found).toEqual([]);
  });

  test("every target has an element of that id. Mend: give the element its id, or mend the target", () => {
    const all = [...code.values()].join("\n");
    const missing = [...all.matchAll(/hx-target="#([\w-]+)"/g)]
      .map(([, id = ""]) => id)
      .filter((id) => !new RegExp(`id=["{]["\`]?${id}["\`]`).test(all));
    expect([...new Set(missing)]).toEqual([]);
  });

  test("what posts by htmx also posts without. Mend: put method and action on the same form", () => {
    const found = [...code].flatMap(([path, text]) =>
      [...text.matchAll(/<(\w+)((?:[^<>]|=>|\{[^{}]*\})*?\shx-(?:post|put|patch|delete)=(?:[^<>]|=>|\{[^{}]*\})*?)>/g)]
        .filter(([, , attributes = ""]) => !/\s(action|formaction|href)=/.test(attributes))
        .map(([tag]) => `${path}: ${tag.slice(0, 90)}`),
    );
    expect(found).toEqual([]);
  });

  test("the vendored file is the package's, and its name says which. Mend: copy it again from node_modules", async () => {
    const { version } = (await Bun.file(join(root, "node_modules/htmx.org/package.json")).json()) as {
      version: string;
    };
    const ours = Bun.file(join(root, `public/htmx-${version}.min.js`));
    expect(await ours.text()).toBe(await Bun.file(join(root, "node_modules/htmx.org/dist/htmx.min.js")).text());
  });
});
