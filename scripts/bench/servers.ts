import type { Subprocess } from "bun";
import { copyFileSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { writeCatalogue } from "./catalogue.ts";

export const root = join(import.meta.dir, "..", "..");
/** What was built, taken aside: a build that ends during the measurement would pull it away. */
let binary = "";
export function takeBinary(folder: string): void {
  binary = join(folder, "pushcart");
  copyFileSync(join(root, "dist", "pushcart"), binary);
}

export type Server = { readonly port: number; readonly pid: number; stop(): Promise<void> };

const pinning = Bun.which("taskset");
export const isPinned = pinning !== null && navigator.hardwareConcurrency > 1;
const onCore = (core: number) => (isPinned && pinning !== null ? [pinning, "-c", String(core)] : []);

/** Puts this process, which sends the load, on a core of its own. */
export function moveToSecondCore(): void {
  if (isPinned && pinning !== null) Bun.spawnSync([pinning, "-acp", "1", String(process.pid)], { stdout: "ignore" });
}

/** Neither settings nor secrets of the shop that is worked on reach the ones that are measured. */
const settings = (folder: string, port = 0) => ({
  PATH: process.env["PATH"] ?? "",
  HOST: "127.0.0.1",
  PORT: String(port),
  PUSHCART_DATA: folder,
  PUSHCART_LIFT_LIMITS: "yes",
});

/** Builds the shop of so many products, once: the demo shop, then an import of the rest. */
export async function buildShop(folder: string, products: number): Promise<string> {
  const data = join(folder, `shop-${products}`);
  const file = await writeCatalogue(folder, products);
  for (const words of [["demo"], ["import", file, "--quiet"]]) {
    const ran = Bun.spawnSync([binary, ...words], { cwd: folder, env: settings(data), stdout: "pipe", stderr: "pipe" });
    if (ran.exitCode !== 0) throw new Error(`pushcart ${words[0]}: ${ran.stderr.toString()}${ran.stdout.toString()}`);
  }
  return data;
}

const running = new Set<Subprocess>();

function spawn(words: readonly string[], folder: string, port: number): Server {
  const child = Bun.spawn([...onCore(0), ...words], {
    cwd: folder,
    env: settings(folder, port),
    stdout: "ignore",
    stderr: Bun.file(join(folder, "log")), // a line for every write, as in a shop
  });
  running.add(child);
  return { port, pid: child.pid, stop: () => stop(child) };
}

async function stop(child: Subprocess): Promise<void> {
  child.kill("SIGTERM");
  const forced = setTimeout(() => child.kill("SIGKILL"), 5000);
  await child.exited;
  clearTimeout(forced);
  running.delete(child);
}

/** Whatever happens, nothing that was started here goes on. */
export const stopAll = () => Promise.all([...running].map(stop));

/** Opens the shop in that folder. Answers it, and how long it took from nothing to its first page. */
export async function openShop(data: string, port: number): Promise<{ server: Server; milliseconds: number }> {
  const startedAt = performance.now();
  const server = spawn([binary, "serve"], data, port);
  await answers(port, "/");
  return { server, milliseconds: performance.now() - startedAt };
}

/** Opens the bare reference over a copy of that shop's database; its pages are as long as `shell`. */
export async function openReference(data: string, port: number, shell: string): Promise<Server> {
  const folder = `${data}-reference`;
  mkdirSync(folder, { recursive: true });
  copyFileSync(join(data, "shop.db"), join(folder, "shop.db"));
  await Bun.write(join(folder, "shell.html"), shell);
  const script = join(import.meta.dir, "reference.ts");
  const words = [process.execPath, script, String(port), join(folder, "shop.db"), join(folder, "shell.html")];
  const server = spawn(words, folder, port);
  await answers(port, "/ready");
  return server;
}

async function answers(port: number, path: string): Promise<void> {
  for (const until = performance.now() + 20_000; performance.now() < until; await Bun.sleep(3)) {
    const found = await fetch(`http://localhost:${port}${path}`).catch(() => undefined);
    await found?.arrayBuffer();
    if (found?.ok) return;
  }
  throw new Error(`Nothing answered at port ${port} within 20 seconds.`);
}

/** Megabytes that the process holds in memory. */
export function memoryOf({ pid }: Server): number {
  return Number(Bun.spawnSync(["ps", "-o", "rss=", "-p", String(pid)]).stdout.toString()) / 1024;
}

/** Milliseconds of a processor that the process has used so far; NaN where the system does not say. */
export function processorTime(pid: number): number {
  const tasks = `/proc/${pid}/task`;
  try {
    const used = readdirSync(tasks).map((task) =>
      Number(readFileSync(`${tasks}/${task}/schedstat`, "utf8").split(" ")[0]),
    );
    return used.reduce((sum, each) => sum + each, 0) / 1e6;
  } catch {
    return Number.NaN;
  }
}
