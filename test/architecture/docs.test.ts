import { describe, expect, test } from "bun:test";
import { join } from "node:path";
import { filesOf, root, textOf } from "./sources.ts";

const pages = filesOf("docs/decisions/*.md").map((path) => ({
  path,
  number: path.slice("docs/decisions/".length, -3),
}));

describe("decisions", () => {
  test("each number stands once, with none left out. Mend: take the next free one", () => {
    const numbers = pages.map(({ number }) => Number(number.slice(0, 4)));
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  });

  test("each says its own number in its heading. Mend: the heading follows the file's name", async () => {
    for (const { path, number } of pages)
      expect(await textOf(path), path).toStartWith(`# ${Number(number.slice(0, 4))}. `);
  });

  test("each that code names is there. Mend: the name of the file as it is now", async () => {
    const known = new Set(pages.map(({ number }) => number));
    const named = [];
    for (const path of [...filesOf("{src,views,db,scripts}/**/*.{ts,tsx}"), ...filesOf("public/*.{js,css}")])
      for (const [, to = ""] of (await textOf(path)).matchAll(/docs\/decisions\/(\d{4}[\w-]*)/g))
        if (!known.has(to)) named.push(`${path}: ${to}`);
    expect(named).toEqual([]);
  });
});

describe("the documents", () => {
  test("STYLE.md has the features in their order. Mend: the list of layers.test.ts as it is now", async () => {
    const features = /const features = \[([^\]]+)\]/.exec(await textOf("test/architecture/layers.test.ts"))?.[1] ?? "";
    const listed = /Features point one way: ([^.]+)\./.exec(await textOf("STYLE.md"))?.[1] ?? "";
    expect(listed.split(/,\s+/)).toEqual([...features.matchAll(/"(\w+)"/g)].map(([, name = ""]) => name));
  });

  test("CONTRIBUTING.md or the README names each command. Mend: a line on what it is for", async () => {
    const { scripts } = (await Bun.file(join(root, "package.json")).json()) as { scripts: Record<string, string> };
    const told = (await textOf("CONTRIBUTING.md")) + (await textOf("README.md"));
    expect(
      Object.keys(scripts).filter((name) => !told.includes(`bun run ${name}`) && !told.includes(`bun ${name}`)),
    ).toEqual([]);
  });

  test("link to what there is. Mend: the path as it is now", async () => {
    const missing = [];
    for (const from of [...filesOf("*.md"), ...filesOf("docs/**/*.md")])
      for (const [, to = ""] of (await textOf(from)).matchAll(/\]\(([^)\s#]+)[^)]*\)/g)) {
        if (/^(?:[a-z]+:|\/)/.test(to)) continue;
        const path = new URL(to, `file:///${from}`).pathname.slice(1);
        if (filesOf(path).length === 0 && filesOf(`${path}/**/*`).length === 0) missing.push(`${from}: ${to}`);
      }
    expect(missing).toEqual([]);
  });

  test("the README leads to each page of docs/reference, itself or by a page it leads to", async () => {
    const linked = new Set<string>();
    const follow = async (from: string): Promise<void> => {
      if (linked.has(from)) return;
      linked.add(from);
      for (const [, to = ""] of (await textOf(from)).matchAll(/\]\(([^)\s#:]+\.md)[^)]*\)/g))
        await follow(new URL(to, `file:///${from}`).pathname.slice(1));
    };
    await follow("README.md");
    expect(filesOf("docs/reference/*.md").filter((path) => !linked.has(path))).toEqual([]);
  });
});
