import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { rows, type Row } from "./security-rows.ts";
import { runTests, type Case } from "./security-run.ts";

// Every security check alone: at the release binary over HTTP where that can be, and in process on both databases. What
// came of it is written into docs/reference/security-checks.md. Ids after the command narrow the run, and
// then only their rows are written anew.

const root = join(import.meta.dir, "..");
const given = process.argv.slice(2).filter((word) => /^[A-Z]\d\d$/.test(word));
const wanted = given.length > 0 ? rows.filter(({ id }) => given.includes(id)) : rows;
const ids = wanted.map(({ id }) => id);
const isId = `\\b(?:${ids.join("|")})\\b`;
const more = wanted.flatMap(({ also = [] }) => also);
const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");

const all = [...new Bun.Glob("test/**/*.test.{ts,tsx}").scanSync({ cwd: root })]
  .filter((file) => !file.startsWith("test/journeys/"))
  .toSorted();
const textOf = (file: string) => readFileSync(join(root, file), "utf8");
const named = all.filter((file) => new RegExp(`["'\`(\\s]${isId}`).test(textOf(file)));
const atBinary = named.filter((file) => file.startsWith("test/security/") && !textOf(file).includes("inside: true"));

const binary = process.env["PUSHCART_TEST_BINARY"] || join(root, "dist/pushcart");
if (!existsSync(binary)) {
  console.error("There is no dist/pushcart.\n  mend: bun run build");
  process.exit(2);
}

const inProcess = async (url: string): Promise<readonly Case[]> => {
  const env = { DATABASE_URL: url, PUSHCART_TEST_BINARY: "" };
  const cases = [...(await runTests(root, named, isId, env))];
  const names = new Map<string, string[]>();
  for (const [file, name] of more) names.set(file, [...(names.get(file) ?? []), escaped(name)]);
  for (const [file, each] of names) cases.push(...(await runTests(root, [file], each.join("|") || ".", env, true)));
  return cases;
};

console.log(`== the release binary, ${atBinary.length} files`);
const released = await runTests(root, atBinary, isId, { PUSHCART_TEST_BINARY: binary, DATABASE_URL: "" });
console.log(`\n== SQLite, ${named.length} files`);
const onSqlite = await inProcess("");
const { startPostgres } = await import("../test/support/postgres.ts");
const postgres = await startPostgres();
console.log("\n== PostgreSQL");
const onPostgres = await inProcess(postgres.url).finally(() => postgres.stop());

function casesFor({ id, also = [] }: Row, cases: readonly Case[]): Case[] {
  const isOwn = new RegExp(`\\b${id}\\b`);
  return cases.filter(
    ({ file, name }) => isOwn.test(name) || also.some(([where, part]) => file.endsWith(where) && name.includes(part)),
  );
}

function outcome(cases: readonly Case[]): string {
  const ran = cases.filter(({ state }) => state !== "skipped");
  const failed = ran.filter(({ state }) => state === "failed").length;
  if (ran.length === 0) return "";
  return failed === 0 ? `${ran.length} passed` : `**${failed} of ${ran.length} failed**`;
}

type Line = { readonly row: Row; readonly columns: readonly string[]; readonly files: readonly string[] };
const lines: Line[] = wanted.map((row) => {
  const found = [released, onSqlite, onPostgres].map((cases) => casesFor(row, cases));
  const files = [...new Set(found.flat().map(({ file }) => file.slice(file.indexOf("test/"))))].toSorted();
  return { row, columns: found.map(outcome), files };
});
const isMissing = ({ columns, row }: Line) => columns.every((each) => each === "") && row.notYet === undefined;

const cell = (text: string) => text.replaceAll("|", "\\|");
const table = lines.map(({ row, columns, files }) => {
  const where = row.notYet ?? (files.map((file) => `\`${file}\``).join(", ") || "no test yet");
  return `| ${row.id} | ${[row.tried, where, ...columns.map((each) => each || "–")].map(cell).join(" | ")} |`;
});
/** Only what was tried now is written anew. */
const renewed = (line: string, id: string) => table.find((each) => each.startsWith(`| ${id} |`)) ?? line;
const page = `# Security checks

Made by \`bun run test:security\`; do not edit it by hand. "Binary" is the release binary over HTTP; a dash there means that the
check needs a hand inside the shop (its clock, its books, a fault made on purpose) and is tried in process. The same
hostile texts are tried in Chromium by \`test/journeys/hostile.test.ts\`, which \`bun run test\` runs.

| Check | What is tried | Where | Binary | SQLite | PostgreSQL |
| --- | --- | --- | --- | --- | --- |
${table.join("\n")}
`;
const file = join(root, "docs/reference/security-checks.md");
if (given.length === 0 || !existsSync(file)) writeFileSync(file, page);
else writeFileSync(file, readFileSync(file, "utf8").replaceAll(/^\| ([A-Z]\d\d) .*$/gm, renewed));
Bun.spawnSync([process.execPath, "fmt", file], { stdout: "ignore" });

const cases = [...released, ...onSqlite, ...onPostgres];
const failed = cases.filter(({ state }) => state === "failed");
for (const { file, name } of failed) console.log(`(fail) ${file}: ${name}`);
for (const { row } of lines.filter(isMissing)) console.log(`(none) ${row.id}: ${row.tried}`);
const missing = lines.filter(isMissing).length;
console.log(
  `\n${cases.filter(({ state }) => state === "passed").length} passed, ${failed.length} failed, ${missing} rows without a test`,
);
process.exit(failed.length > 0 ? 1 : 0);
