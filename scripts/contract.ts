import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { namesIn, statementsOf } from "./contract-names.ts";
import { notYet, statements } from "./contract-rows.ts";
import { runTests, type Case } from "./security-run.ts";

// Runs every test that shows a statement of the contract, in process and in a browser, and writes what came of each into
// docs/reference/contract.md. The same outcome gives the same page. `bun scripts/contract.ts S45 S63` runs those alone, and
// writes only their rows anew.

const root = join(import.meta.dir, "..");
const target = join(root, "docs/reference/contract.md");
const isShown = /(?:^|\s)(?:[A-Z]\d{1,2}(?:, | to | and ))*[A-Z]\d{1,2}:/;

const all = Object.keys(statements).map(Number);
const given = process.argv.slice(2).flatMap((word) => statementsOf(`${word}:`));
const wanted = new Set(given.length > 0 ? given : all);
const isWanted = (name: string) => statementsOf(name).some((number) => wanted.has(number));

const files = [...new Bun.Glob("test/**/*.test.{ts,tsx}").scanSync({ cwd: root })]
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => namesIn(readFileSync(join(root, path), "utf8")).some(isWanted))
  .toSorted();
const inBrowser = files.filter((path) => path.startsWith("test/journeys/"));
const inProcess = files.filter((path) => !inBrowser.includes(path));

async function run(where: string, named: readonly string[], env: Readonly<Record<string, string>>) {
  if (named.length === 0) return [];
  console.log(`\n== ${where}, ${named.length} files`);
  return runTests(root, named, isShown.source, { DATABASE_URL: "", ...env });
}
const plain = await run("in process", inProcess, {});
const browsed = await run("in a browser", inBrowser, { PUSHCART_BROWSER: "yes" });

const outcome = (cases: readonly Case[]): string => {
  const ran = cases.filter(({ state }) => state !== "skipped");
  const failed = ran.filter(({ state }) => state === "failed").length;
  if (ran.length === 0) return "–";
  return failed === 0 ? `${ran.length} passed` : `**${failed} of ${ran.length} failed**`;
};
const cell = (text: string) => text.replaceAll(/[|<*_[\]]/g, "\\$&");
const fileOf = ({ file }: Case) => file.slice(file.indexOf("test/"));
/** Without the numbers: they stand above it. */
const saidIn = ({ name }: Case) => name.replaceAll(/(?:[A-Z]\d{1,2}(?:, | to | and ))*[A-Z]\d{1,2}: /g, "").trim();

function shownBy(cases: readonly Case[]): string {
  return [...Map.groupBy(cases, fileOf)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([file, theirs]) => {
      const names = [...new Set(theirs.map(saidIn))].toSorted();
      return `- [${file}](../../${file})\n${names.map((name) => `  - ${cell(name)}`).join("\n")}`;
    })
    .join("\n");
}

type Shown = { readonly row: string; readonly list: string };

/** As this run found it. */
function found(number: number): Shown {
  const isMine = ({ name }: Case) => statementsOf(name).includes(number);
  const [here, there] = [plain.filter(isMine), browsed.filter(isMine)];
  const scriptless = there.filter(({ name }) => /without (any )?scripts|scripts off/.test(name));
  const missing = notYet[number] === undefined ? "" : `\n\n${notYet[number]}`;
  return {
    row: `| S${number} | ${cell(statements[number] ?? "")} | ${[here, there, scriptless].map(outcome).join(" | ")} |`,
    list: (shownBy([...here, ...there]) || "No test yet.") + missing,
  };
}

const page = existsSync(target) ? readFileSync(target, "utf8") : "";
const lists = new Map(
  page
    .split(/^### S/m)
    .slice(1)
    .map((part) => [Number.parseInt(part, 10), part.replace(/^\d+\n/, "").trim()]),
);

/** As the page has it from an earlier run. */
function before(number: number): Shown {
  const row = new RegExp(`^\\| S${number} .*$`, "m").exec(page)?.[0];
  const list = lists.get(number);
  return row === undefined || list === undefined ? found(number) : { row, list };
}

const shown = all.map((number) => [number, wanted.has(number) ? found(number) : before(number)] as const);

writeFileSync(
  target,
  `# The contract

What this shop was asked to show, statement by statement, and which tests show it. Made by \`bun scripts/contract.ts\`; do not edit
it by hand. "In process" is on SQLite; \`bun run test\` runs the same on PostgreSQL. "Browser" is Chromium, and "without scripts" are
those of them where it runs none. The page \`/guide\` of a shop leads to the running parts.

| Statement | What is promised | In process | Browser | Without scripts |
| --- | --- | --- | --- | --- |
${shown.map(([, { row }]) => row).join("\n")}

## What shows each

${shown.map(([number, { list }]) => `### S${number}\n\n${list}`).join("\n\n")}
`,
);
Bun.spawnSync([process.execPath, "fmt", target], { stdout: "ignore" });

const failed = [...plain, ...browsed].filter(({ state }) => state === "failed");
for (const { file, name } of failed) console.log(`(fail) ${file}: ${name}`);
console.log(`\n${plain.length + browsed.length - failed.length} passed, ${failed.length} failed`);
process.exit(failed.length > 0 ? 1 : 0);
