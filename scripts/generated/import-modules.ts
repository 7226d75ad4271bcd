import { join } from "node:path";
import { bundled } from "./bundle.ts";

const folder = "src/catalog/import/preview";
/** What a worker needs to open a product file, and what it needs for each piece of it. */
const modules = { "import-open.js": "open.ts", "import-check.js": "alone.ts" } as const;

/** The importer's own rules for the browser that looks at a product file before it is sent. */
export async function importModules(root: string): Promise<[path: string, text: string][]> {
  return Promise.all(
    Object.entries(modules).map(async ([name, from]): Promise<[string, string]> => {
      const text = await bundled(root, join(root, folder, from));
      const head = `// Written by \`bun scripts/generate.ts\` from ${folder}/${from}: how the shop reads product files.\n`;
      return [`public/generated/${name}`, head + text];
    }),
  );
}
