import { watch } from "node:fs";
import { join } from "node:path";

// Starts the shop anew whenever a file of it changes, after writing what is generated, and lets open pages reload:
// PUSHCART_DEV adds a script that listens for the server going away and coming back.

const root = join(import.meta.dir, "..");
let server = start();
let waiting: ReturnType<typeof setTimeout> | undefined;

function start() {
  Bun.spawnSync([process.execPath, "scripts/generate.ts"], { cwd: root, stdio: ["ignore", "inherit", "inherit"] });
  return Bun.spawn([process.execPath, "src/main.ts", "serve"], {
    cwd: root,
    stdio: ["inherit", "inherit", "inherit"],
    env: { ...process.env, PUSHCART_DEV: "yes" },
  });
}

async function restart(file: string) {
  console.error(`${file} changed: starting again`);
  server.kill("SIGTERM");
  await server.exited;
  server = start();
}

for (const folder of ["src", "views", "db", "public"]) {
  watch(join(root, folder), { recursive: true }, (_, file) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => void restart(`${folder}/${file}`), 120);
  });
}

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, async () => {
    server.kill(signal);
    await server.exited;
    process.exit(0);
  });
}
