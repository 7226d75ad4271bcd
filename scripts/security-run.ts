import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export type Case = {
  readonly file: string;
  readonly name: string;
  readonly state: "passed" | "failed" | "skipped";
};

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const plain = (text: string) => text.replaceAll(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole);
const attribute = (tag: string, name: string) => plain(new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? "");

/** What Bun's report says of each test, with the names of the groups around it. */
export function casesOf(report: string): Case[] {
  const found: Case[] = [];
  for (const [whole, tag = "", body = ""] of report.matchAll(/<testcase([^>]*?)(?:\/>|>([\s\S]*?)<\/testcase>)/g)) {
    const state = /<failure|<error/.test(body) ? "failed" : /<skipped/.test(body) ? "skipped" : "passed";
    const groups = attribute(tag, "classname");
    found.push({ file: attribute(whole, "file"), name: `${groups} ${attribute(tag, "name")}`.trim(), state });
  }
  return found;
}

/**
 * Runs these files under this environment, and answers the tests whose names match. Whole files, since some tests tell
 * one story; with `only` those tests alone.
 */
export async function runTests(
  root: string,
  files: readonly string[],
  pattern: string,
  env: Readonly<Record<string, string>>,
  only = false,
): Promise<readonly Case[]> {
  const folder = mkdtempSync(join(tmpdir(), "pushcart-security-"));
  const report = join(folder, "report.xml");
  const words = ["--only-failures", "--timeout=120000", ...(only ? ["-t", pattern] : [])];
  const child = Bun.spawn(
    [process.execPath, "test", ...words, "--reporter=junit", `--reporter-outfile=${report}`, ...files],
    { cwd: root, env: { ...process.env, ...env }, stdout: "inherit", stderr: "inherit" },
  );
  const code = await child.exited;
  const cases = (await Bun.file(report).exists()) ? casesOf(readFileSync(report, "utf8")) : [];
  rmSync(folder, { recursive: true, force: true });
  const wanted = cases.filter(({ name }) => new RegExp(pattern).test(name));
  // Tests without an id may share a file; what they say is for `bun run test`.
  if (code !== 0 && !cases.some(({ state }) => state === "failed"))
    return [...wanted, { file: files[0] ?? "", name: "the run itself", state: "failed" }];
  return wanted;
}
