import { mkdtempSync, rmSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { cases } from "./bench/cases.ts";
import { handleOf } from "./bench/catalogue.ts";
import { measure, median, type Figures, type Pair } from "./bench/measure.ts";
import { priceAims } from "./bench/prices.ts";
import { aims, aimsTable, sizeTable, type Size } from "./bench/report.ts";
import * as machine from "./bench/servers.ts";
import { shoppers } from "./bench/shoppers.ts";

// The release binary beside a bare reference that does the same with nothing around it, by turns in the same run: only
// their ratios mean something, and only within a run. docs/reference/benchmark.md says how to read them.

const { values: options } = parseArgs({
  options: {
    full: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
    sizes: { type: "string", default: "" },
    only: { type: "string", default: "" },
    rounds: { type: "string", default: "5" },
    slice: { type: "string", default: "700" },
    "no-build": { type: "boolean", default: false },
  },
});
const sizes =
  options.sizes === "" ? [1000, 10_000, ...(options.full ? [100_000] : [])] : options.sizes.split(",").map(Number);
const connections = 32;
const say = (text: string) => process.stderr.write(`${text}\n`);

type Open = Pick<Size, "products" | "start"> & { readonly servers: Pair; readonly idle: number };

let nextPort = 21_000 + Math.floor(Math.random() * 20_000);
let runs = 0;

/** Starts the shop several times for its start, and leaves the last open, with the reference beside it. */
async function open(folder: string, products: number): Promise<Open> {
  say(`Building the shop of ${products} products ...`);
  const data = await machine.buildShop(folder, products);
  const starts: number[] = [];
  let opened = await machine.openShop(data, nextPort++);
  for (let again = 0; again < 4; again += 1) {
    starts.push(opened.milliseconds);
    await opened.server.stop();
    opened = await machine.openShop(data, nextPort++);
  }
  starts.push(opened.milliseconds);
  await Bun.sleep(300);
  const idle = machine.memoryOf(opened.server);
  const shell = await (await fetch(`http://localhost:${opened.server.port}/products/${handleOf(1)}`)).text();
  const reference = await machine.openReference(data, nextPort++, shell.slice(0, -700)); // its own part is that long
  return { products, servers: { shop: opened.server, reference }, start: median(starts), idle };
}

/** Case by case, and within each all sizes after one another, so that a noisy minute hits them alike. */
async function run(all: readonly Open[]): Promise<readonly Size[]> {
  const figures = new Map<number, Figures[]>(all.map(({ products }) => [products, []]));
  const asked = new Map<number, ReturnType<typeof cases>>();
  for (const { products, servers } of all) {
    asked.set(
      products,
      cases(products, await shoppers(servers.shop.port, connections), () => runs),
    );
  }
  const names = (asked.get(all[0]?.products ?? 0) ?? []).map(({ name }) => name);
  for (const name of names.filter((each) => each.toLowerCase().includes(options.only.toLowerCase()))) {
    say(`Measuring: ${name} ...`);
    for (const { products, servers } of all) {
      const each = asked.get(products)?.find((one) => one.name === name);
      if (!each) continue;
      const [rounds, slice] = [Number(options.rounds), Number(options.slice)];
      const before = () => void (runs += 1);
      figures.get(products)?.push(await measure(each, { servers, connections, rounds, slice, before }));
    }
  }
  return all.map(({ products, servers: { shop }, start, idle }) => ({
    products,
    figures: figures.get(products) ?? [],
    start,
    memory: { idle, loaded: machine.memoryOf(shop) },
  }));
}

if (!options["no-build"]) {
  const built = Bun.spawnSync([process.execPath, join(machine.root, "scripts", "release.ts")], { stderr: "inherit" });
  if (built.exitCode !== 0) process.exit(1);
}
const folder = mkdtempSync(join(tmpdir(), "pushcart-bench-"));
const leave = async (code: number): Promise<never> => {
  await machine.stopAll();
  rmSync(folder, { recursive: true, force: true });
  process.exit(code);
};
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => void leave(1));

try {
  machine.takeBinary(folder);
  const opened: Open[] = [];
  for (const products of sizes) opened.push(await open(folder, products));
  machine.moveToSecondCore();
  const done = await run(opened);
  const on = {
    processor: cpus()[0]?.model ?? "unknown",
    cores: cpus().length,
    load: loadavg().map((each) => Number(each.toFixed(1))),
    pinned: machine.isPinned,
  };
  say("Measuring: totals and codes, in this process ...");
  const found = [...aims(done), ...(await priceAims())];
  if (options.json) console.log(JSON.stringify({ machine: on, connections, sizes: done, aims: found }, null, 2));
  else {
    const { processor, cores, load, pinned } = on;
    const where = pinned ? "server on one core, load on another" : "NOT pinned: ratios say less";
    console.log(`${processor}, ${cores} cores, load ${load.join(" ")}; ${connections} connections; ${where}\n`);
    for (const size of done) console.log(`${sizeTable(size)}\n`);
    console.log(aimsTable(found));
  }
} catch (error) {
  say(String(error));
  await leave(1);
}
await leave(0);
