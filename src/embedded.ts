import { join } from "node:path";

const root = join(import.meta.dir, "..");

/** Where the files lie that the program brings along: beside the code, or inside the one binary. */
const folders = {
  public: join(root, "public"),
  migrations: join(root, "db", "migrations"),
  demo: join(root, "db", "seeds", "demo"),
} as const;

export function embeddedFolder(name: keyof typeof folders): string {
  return Bun.isStandaloneExecutable ? join(import.meta.dir, name) : folders[name];
}
