import { expect, test } from "bun:test";
import { join } from "node:path";
import ts from "typescript";
import { root } from "./sources.ts";

// Cart, checkout, orders, letters, papers and the desk print what pricing has worked out: nobody else does sums on money.
// The compiler knows which figures are money, whatever they are called.

const signs = new Set([
  ...[ts.SyntaxKind.PlusToken, ts.SyntaxKind.MinusToken, ts.SyntaxKind.AsteriskToken, ts.SyntaxKind.SlashToken],
  ...[ts.SyntaxKind.PercentToken, ts.SyntaxKind.AsteriskAsteriskToken, ts.SyntaxKind.PlusEqualsToken],
  ...[ts.SyntaxKind.MinusEqualsToken, ts.SyntaxKind.AsteriskEqualsToken, ts.SyntaxKind.SlashEqualsToken],
]);
const steps = new Set([ts.SyntaxKind.MinusToken, ts.SyntaxKind.PlusPlusToken, ts.SyntaxKind.MinusMinusToken]);
const rounding = /^Math\.(round|floor|ceil|trunc|abs)$|^(Number\.)?parse(Int|Float)$/;

/** Sums and roundings of money, and figures that are declared to be money, in these files. */
function sins(program: ts.Program, wanted: (path: string) => boolean): string[] {
  const checker = program.getTypeChecker();
  const found: string[] = [];

  const isCents = (type: ts.Type): boolean =>
    type.isUnion()
      ? type.types.some(isCents)
      : type.isIntersection() && type.getProperties().some(({ name }) => name.startsWith("__@minorUnits"));
  const isMoney = (node: ts.Node) => isCents(checker.getTypeAtLocation(node));

  function isSin(node: ts.Node): boolean {
    if (ts.isBinaryExpression(node))
      return signs.has(node.operatorToken.kind) && (isMoney(node.left) || isMoney(node.right)) && !isSorting(node);
    if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node))
      return steps.has(node.operator as ts.SyntaxKind.MinusToken) && isMoney(node.operand);
    if (ts.isCallExpression(node))
      return rounding.test(node.expression.getText()) && node.arguments.some((argument) => isMoney(argument));
    return ts.isAsExpression(node) && isCents(checker.getTypeFromTypeNode(node.type));
  }

  /** `a.price - b.price` says only which comes first. */
  function isSorting(node: ts.BinaryExpression): boolean {
    if (node.operatorToken.kind !== ts.SyntaxKind.MinusToken) return false;
    let around: ts.Node = node;
    while (!ts.isCallExpression(around)) {
      if (ts.isStatement(around) || ts.isSourceFile(around)) return false;
      around = around.parent;
    }
    return /\.(toSorted|sort)$/.test(around.expression.getText());
  }

  function walk(node: ts.Node): void {
    if (isSin(node)) {
      const file = node.getSourceFile();
      const { line } = file.getLineAndCharacterOfPosition(node.getStart());
      found.push(`${file.fileName.slice(root.length + 1)}:${line + 1} ${node.getText().slice(0, 60)}`);
    }
    ts.forEachChild(node, walk);
  }
  for (const file of program.getSourceFiles()) if (wanted(file.fileName.slice(root.length + 1))) walk(file);
  return found;
}

function open(files?: readonly string[]): ts.Program {
  const path = join(root, "tsconfig.json");
  const { config } = ts.readConfigFile(path, (name) => ts.sys.readFile(name));
  const { options, fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  return ts.createProgram(files ?? fileNames.filter((name) => /\/(src|views)\//.test(name)), options);
}

test("nobody but src/pricing does sums on money. Mend: call plus, minus, times or sum, or add a function there", () => {
  const isOutside = (path: string) => /^(src|views)\//.test(path) && !path.startsWith("src/pricing/");
  expect(sins(open(), isOutside)).toEqual([]);
}, 120_000);

test("the rule sees what it is to see", () => {
  const path = join(import.meta.dir, "money-sins.ts");
  const named = sins(open([path]), (file) => file.endsWith("money-sins.ts"));
  expect(named.map((each) => each.slice(each.indexOf(" ") + 1))).toEqual([
    "price * 2",
    "1 + price",
    "-price",
    "price / 100",
    "Math.round(price)",
    "5 as Cents",
    "sum += price",
    "price - perhaps",
  ]);
}, 120_000);
