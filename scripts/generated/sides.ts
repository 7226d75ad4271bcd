import { readFileSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { Glob, type BunPlugin } from "bun";
import ts from "typescript";

// What runs in the browser reaches nothing of the server, and the other way round. The build fails on it, and so does
// test/architecture/sides.test.ts.

const slashed = (path: string) => path.replaceAll("\\", "/");
const filesIn = (root: string, pattern: string) =>
  [...new Glob(pattern).scanSync({ cwd: root, onlyFiles: true })].map(slashed).toSorted();

const ofBrowsers = new Set(
  "window document localStorage sessionStorage indexedDB navigator location history XMLHttpRequest requestAnimationFrame".split(
    " ",
  ),
);
const ofServers = new Set("Bun Buffer process require module exports global __dirname __filename".split(" "));

/** A sentence for each module of the browser that reaches further than other modules of the browser. */
export async function browserBreaches(root: string): Promise<string[]> {
  const found: string[] = [];
  for (const path of filesIn(root, "public/**/*.js").filter((each) => !each.startsWith("public/htmx-"))) {
    const { logs } = await Bun.build({
      entrypoints: [join(root, path)],
      target: "browser",
      plugins: [onlyPublic(root)],
      throw: false,
    });
    found.push(...logs.filter(({ level }) => level === "error").map(({ message }) => `${path}: ${message}`));
    const names = freeNames(path, readFileSync(join(root, path), "utf8"), ofServers);
    found.push(...names.map((name) => `${path} uses ${name}, which is the server's.`));
  }
  return found;
}

/** Resolves as the shop serves: every file of public by its name alone, and nothing else. */
function onlyPublic(root: string): BunPlugin {
  const served = new Map(filesIn(root, "public/**/*.js").map((path) => [basename(path), join(root, path)]));
  return {
    name: "only what the shop serves",
    setup(build) {
      build.onResolve({ filter: /.*/ }, ({ path, importer, kind }) => {
        if (kind === "entry-point-build" || kind === "entry-point-run") return undefined;
        const file = /^\.\/[\w.-]+\.js$/.test(path) ? served.get(basename(path)) : undefined;
        if (file !== undefined) return { path: file };
        throw new Error(`${slashed(relative(root, importer))} imports ${path}, which no browser gets.`);
      });
    },
  };
}

/** A sentence for each file of the server that uses what only a page has, or that imports from public. */
export function serverBreaches(root: string): string[] {
  return filesIn(root, "{src,views,db}/**/*.{ts,tsx}").flatMap((path) => {
    const text = readFileSync(join(root, path), "utf8");
    const names = freeNames(path, text, ofBrowsers).map((name) => `${path} uses ${name}, which only a page has.`);
    const imports = importsIn(path, text).filter((each) => /(^|\/)public\//.test(each));
    return [...names, ...imports.map((each) => `${path} imports ${each}, which is for the browser.`)];
  });
}

const parsed = (path: string, text: string) => {
  const kind = path.endsWith("x") ? ts.ScriptKind.TSX : path.endsWith(".js") ? ts.ScriptKind.JS : ts.ScriptKind.TS;
  return ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true, kind);
};

function importsIn(path: string, text: string): string[] {
  const found: string[] = [];
  function walk(node: ts.Node): void {
    const from =
      ts.isImportDeclaration(node) || ts.isExportDeclaration(node)
        ? node.moduleSpecifier
        : ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword
          ? node.arguments[0]
          : undefined;
    if (from && ts.isStringLiteralLike(from)) found.push(from.text);
    ts.forEachChild(node, walk);
  }
  walk(parsed(path, text));
  return found;
}

/** Which of these names a file uses without having declared them itself. */
function freeNames(path: string, text: string, wanted: ReadonlySet<string>): string[] {
  // Most files name none of them: these need no parsing.
  if (![...wanted].some((name) => text.includes(name))) return [];
  const used = new Set<string>();
  const declared = new Set<string>();
  function walk(node: ts.Node): void {
    if (ts.isTypeNode(node)) return;
    if (ts.isIdentifier(node) && wanted.has(node.text)) {
      if (isNameOf(node)) declared.add(node.text);
      else if (!isMember(node) || isOfGlobal(node)) used.add(node.text);
    }
    ts.forEachChild(node, walk);
  }
  walk(parsed(path, text));
  return [...used].filter((name) => !declared.has(name)).toSorted();
}

/** The name that a variable, a function, a parameter or an import gives to something. */
function isNameOf(node: ts.Identifier): boolean {
  const { parent } = node;
  const names =
    ts.isVariableDeclaration(parent) ||
    ts.isBindingElement(parent) ||
    ts.isParameter(parent) ||
    ts.isFunctionDeclaration(parent) ||
    ts.isImportSpecifier(parent) ||
    ts.isImportClause(parent) ||
    ts.isNamespaceImport(parent);
  return names && parent.name === node;
}

/** The name of a member: `x.document`, `{ document: 1 }`, `document(): void`. */
function isMember(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.name === node;
  if (ts.isBindingElement(parent)) return parent.propertyName === node;
  const isNamed =
    ts.isPropertyAssignment(parent) ||
    ts.isPropertySignature(parent) ||
    ts.isPropertyDeclaration(parent) ||
    ts.isMethodDeclaration(parent) ||
    ts.isMethodSignature(parent) ||
    ts.isJsxAttribute(parent);
  return isNamed && parent.name === node;
}

const isOfGlobal = ({ parent }: ts.Identifier) =>
  ts.isPropertyAccessExpression(parent) && parent.expression.getText() === "globalThis";
