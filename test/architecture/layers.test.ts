import { describe, expect, test } from "bun:test";
import { codeOf, filesOf, readImports, textOf, type Import } from "./sources.ts";

/** First to last: a feature may use the ones before it, never one after it. `mail` and `web` stand outside. */
const features = [
  "pricing",
  "settings",
  "catalog",
  "inventory",
  "promotions",
  "shipping",
  "pickup",
  "finder",
  "guide",
  "xray",
  "cart",
  "payments",
  "addresses",
  "accounts",
  "likes",
  "content",
  "news",
  "orders",
  "reviews",
  "privacy",
  "checkout",
  "api",
  "admin",
];

const all = await readImports();
const breaches = (rule: (each: Import) => boolean) => all.filter(rule).map(({ from, to }) => `${from} imports ${to}`);
const folderOf = (path: string) => path.match(/^src\/([^/]+)\//)?.[1] ?? "";
const featureOf = (path: string) => features.indexOf(folderOf(path));
/** Files that join features to the outside: they may see everything. */
const joints = /^src\/(main|app|wire|deps|version|embedded|log|keys|config|paths)\.ts$|^src\/cli\//;

describe("layers", () => {
  test("pricing stands alone. Mend: hand it plain values", () => {
    expect(breaches((i) => i.from.startsWith("src/pricing/") && !i.to.startsWith("src/pricing/"))).toEqual([]);
  });

  test("every folder of src is in the list of features. Mend: give the new feature its place in the order", () => {
    const folders = new Set(filesOf("src/*/**/*.{ts,tsx}").map(folderOf));
    expect([...folders].filter((folder) => ![...features, "mail", "web", "cli"].includes(folder))).toEqual([]);
  });

  test("features point one way. Mend: move the shared part to the earlier feature", () => {
    expect(breaches((i) => featureOf(i.from) >= 0 && featureOf(i.to) > featureOf(i.from) && !i.typeOnly)).toEqual([]);
  });

  test("only store files run queries. Mend: move the query into the feature's store.ts", () => {
    const mayQuery =
      /^db\/|\/([a-z]+-)*store\.ts$|^src\/catalog\/(keep|search|facets|import\/.*|export\/.*)|^src\/main\.ts$|^src\/cli\//;
    const harmless = /^db\/(faults|versions|open|backup)\.ts$/;
    expect(
      breaches((i) => /^drizzle-orm|^db\//.test(i.to) && !harmless.test(i.to) && !i.typeOnly && !mayQuery.test(i.from)),
    ).toEqual([]);
  });

  test("only routes, admin and src/web know HTTP. Mend: pass plain values in, answer plain values", () => {
    const http = /^(elysia|@elysiajs\/|views\/)|^src\/web\/(?!shop-error\.ts|own-path\.ts|limits\.ts|forms\.ts)/;
    const may = /routes\.tsx?$|^(src\/web|src\/admin|src\/mail|views)\/|session-token\.ts$|guard\.tsx?$|letters?\.tsx$/;
    expect(breaches((i) => http.test(i.to) && !i.typeOnly && !may.test(i.from) && !joints.test(i.from))).toEqual([]);
  });

  test("web knows no feature but accounts and settings. Mend: hand it down by deps", () => {
    const allowed = /^src\/(web|accounts|settings|pricing)\/|^src\/\w+\.ts$/;
    expect(
      breaches((i) => i.from.startsWith("src/web/") && i.to.startsWith("src/") && !allowed.test(i.to) && !i.typeOnly),
    ).toEqual([]);
  });

  test("views see types, money and addresses only. Mend: load it in the route, pass it as a prop", () => {
    const allowed = /^views\/|^src\/paths\.ts$|^src\/pricing\/money\.ts$|^@kitajs\//;
    expect(breaches((i) => i.from.startsWith("views/") && !i.typeOnly && !allowed.test(i.to))).toEqual([]);
  });

  test("db knows nothing of the shop but money. Mend: move what it needs into db, or the query into a store file", () => {
    expect(
      breaches(
        (i) =>
          i.from.startsWith("db/") &&
          !i.from.startsWith("db/seeds/") &&
          i.to.startsWith("src/") &&
          i.to !== "src/pricing/money.ts" &&
          !i.typeOnly,
      ),
    ).toEqual([]);
  });

  test("only main.ts reads the environment, the clock or chance. Mend: take it as an argument", async () => {
    const found: string[] = [];
    for (const path of filesOf("{src,views,db}/**/*.{ts,tsx}")) {
      if (path === "src/main.ts" || path.startsWith("db/seeds/demo/")) continue;
      const code = await codeOf(path);
      const reads = /process\.env|Bun\.env|Date\.now\(|new Date\(\)|Math\.random|randomUUID|getRandomValues/.exec(
        code,
      )?.[0];
      if (reads && !(path === "db/dialect.ts" && reads === "process.env")) found.push(`${path} reads ${reads}`);
    }
    expect(found).toEqual([]);
  });

  test("arithmetic on money stays in src/pricing. Mend: add a function there", async () => {
    const found: string[] = [];
    for (const path of filesOf("{src,views}/**/*.{ts,tsx}")) {
      if (path.startsWith("src/pricing/")) continue;
      const sin = /\.toFixed\(|parseFloat\(|[*/] ?100\b(?!0)/.exec(await codeOf(path))?.[0];
      if (sin && !/^src\/cli\/doctor\.ts$/.test(path)) found.push(`${path} has ${sin}`);
    }
    expect(found).toEqual([]);
  });
});

describe("names", () => {
  test("no file is named for nothing. Mend: name it for what it holds", () => {
    const empty = /(^|\/)(utils?|helpers?|common|misc|index|types|service|manager|constants)\.(ts|tsx)$/;
    expect(filesOf("{src,views,db,test,scripts}/**/*.{ts,tsx}").filter((path) => empty.test(path))).toEqual([]);
  });

  test("a feature with routes has views and tests of its name. Mend: make views/<name> and test/<name>", () => {
    const named = (pattern: string) => new Set(filesOf(pattern).map((path) => path.split("/")[1]));
    const routed = filesOf("src/*/**/*routes.tsx")
      .map(folderOf)
      .filter((name) => name !== "web");
    const views = named("views/*/**/*.tsx");
    const tests = named("test/*/**/*.test.{ts,tsx}");
    expect(routed.filter((name) => !tests.has(name) || !(views.has(name) || name === "likes"))).toEqual([]);
  });

  const lists = new Set(["db/schema.ts", "views/ui/icon.tsx"]);
  test("no file is longer than 200 lines, schema, seeds and plain lists aside. Mend: split it by what it does", async () => {
    const long: string[] = [];
    for (const path of filesOf("{src,views,db}/**/*.{ts,tsx}")) {
      if (path.startsWith("db/seeds/") || lists.has(path)) continue;
      const lines = (await textOf(path)).split("\n").length;
      if (lines > 200) long.push(`${path} has ${lines} lines`);
    }
    expect(long).toEqual([]);
  });

  test("nothing is exported by default and no barrel re-exports. Mend: name the export, import the file itself", async () => {
    const found: string[] = [];
    for (const path of filesOf("{src,views}/**/*.{ts,tsx}")) {
      if (/^export default|^export \* from/m.test(await codeOf(path))) found.push(path);
    }
    expect(found).toEqual([]);
  });
});
