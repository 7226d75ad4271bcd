import { join } from "node:path";
import type { BunPlugin } from "bun";
import type { TSchema } from "typebox";
import { Code } from "typebox/compile";
import type { Rule, Rules } from "../../src/web/judge.ts";
import { bundled } from "./bundle.ts";
import { browserForms, ruleModules, type BrowserForm } from "./browser-forms.ts";

const root = join(import.meta.dir, "../..");
const head = (name: string, from: string) =>
  `// Written by \`bun scripts/generate.ts\`: what can be wrong with the form "${name}", from ${from}. Change that, then run it.\n`;

/** For each form that the browser judges as one types: a module with the very code that the shop judges it by. */
export async function ruleFiles(): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  for (const [name, form] of Object.entries(browserForms).toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const code = await moduleOf(
      name,
      "code" in form ? form.code.replace("#src", join(root, "src")) : entryOf(name, form.rules),
      form,
    );
    files.set(`public/generated/rules-${name}.js`, head(name, form.from) + code);
  }
  return files;
}

/** The module of a form: its rules as plain values, its schemas as checks without eval, its functions by import. */
function entryOf(form: string, rules: Rules): string {
  const names = Object.keys(rules);
  const troubles = names.flatMap((name) => rules[name]?.trouble ?? []);
  const imports = [...new Set(troubles)].map((trouble) => {
    const { module, name } = whereIs(trouble, form);
    return `import { ${name} } from ${JSON.stringify(join(root, module))};`;
  });
  const asked = names.filter((name) => rules[name]?.shopTrouble !== undefined);
  return [
    `import { judge } from ${JSON.stringify(join(root, "src/web/judge.ts"))};`,
    ...imports,
    ...names.map((name, at) => `import { Check as check${at} } from "check:${form}/${name}";`),
    `const rules = { ${names.map((name) => `${JSON.stringify(name)}: ${ruleText(rules[name], form)}`).join(", ")} };`,
    `const checks = { ${names.map((name, at) => `${JSON.stringify(name)}: check${at}`).join(", ")} };`,
    `export const asked = ${JSON.stringify(asked)};`,
    "export const troubles = (typed) => judge(rules, (field, value) => checks[field](value), typed).errors;",
  ].join("\n");
}

function ruleText(rule: Rule | undefined, form: string): string {
  if (!rule) throw new Error("a form names a field that it has not");
  const { trouble, shopTrouble: _, ...plain } = rule;
  const facts = Object.entries(plain).filter(([, value]) => value !== undefined);
  const parts = facts.map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return `{ ${[...parts, ...(trouble ? [`trouble: ${whereIs(trouble, form).name}`] : [])].join(", ")} }`;
}

/** The module that exports a function of a rule, and its name there. */
function whereIs(trouble: unknown, form: string): { readonly module: string; readonly name: string } {
  for (const [module, exported] of Object.entries(ruleModules)) {
    const name = Object.entries(exported).find(([, value]) => value === trouble)?.[0];
    if (name !== undefined) return { module, name };
  }
  throw new Error(
    `The form "${form}" has a trouble that no module of rules exports.\n  mend: export it from one that scripts/generated/browser-forms.ts names`,
  );
}

/** TypeBox's check of one field as a module. What needs a table beside the code (a pattern, a format) is refused. */
function checkOf(schema: TSchema, field: string): string {
  const { Code: code, External } = Code(schema);
  if (External.variables.length > 0)
    throw new Error(`The schema of ${field} has a pattern or a format.\n  mend: say it by a \`trouble\``);
  // `Code` always imports it; it is for schemas of unique things in lists.
  return code.includes("Hashing.") ? code : code.replace('import { Hashing } from "typebox/system"', "");
}

async function moduleOf(name: string, entry: string, form: BrowserForm): Promise<string> {
  const virtual: BunPlugin = {
    name: "entry",
    setup(build) {
      build.onResolve({ filter: /^(entry|check):/ }, ({ path }) => ({ path, namespace: "form" }));
      build.onLoad({ filter: /.*/, namespace: "form" }, ({ path }) => {
        if (path.startsWith("entry:")) return { contents: entry, loader: "js" };
        const field = path.slice(path.indexOf("/") + 1);
        const schema = "schema" in form ? form.schema[field] : undefined;
        if (!schema) throw new Error(`no schema for ${path}`);
        return { contents: checkOf(schema, path), loader: "js" };
      });
    },
  };
  return bundled(root, `entry:${name}`, [virtual]);
}
