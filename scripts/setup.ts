import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

// Installs what the lock file names when it is not there yet or has changed since; otherwise it costs a millisecond.

const root = join(import.meta.dir, "..");
const lock = Bun.hash(readFileSync(join(root, "bun.lock"))).toString(36);
const mark = join(root, "node_modules", ".pushcart-lock");
const installed = existsSync(mark) ? readFileSync(mark, "utf8") : "";

if (installed !== lock) {
  console.error("Installing what Pushcart is made with ...");
  const install = Bun.spawnSync([process.execPath, "install", "--frozen-lockfile"], {
    cwd: root,
    stdout: "ignore",
    stderr: "pipe",
  });
  if (install.exitCode !== 0) {
    console.error(install.stderr.toString());
    console.error(
      "The installation failed.\n  mend: look at the lines above; a registry that cannot be reached is the usual cause",
    );
    process.exit(1);
  }
  await Bun.write(mark, lock);
}
