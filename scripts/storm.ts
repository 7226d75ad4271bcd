import { mkdtempSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";

// A hundred sign-ins at once, on and on, while somebody looks at the front page: `bun scripts/storm.ts`, or with
// `--binary dist/pushcart`. Says how long a hash takes, how many sign in each second, how quick the page stays, and what it
// costs to know who is asking. On a machine that does other things as well, run it twice.

const { values: options } = parseArgs({
  options: { binary: { type: "string", default: "" }, seconds: { type: "string", default: "6" } },
});
const root = join(import.meta.dir, "..");
const program = options.binary === "" ? [process.execPath, join(root, "src/main.ts")] : [options.binary];
const milliseconds = Number(options.seconds) * 1000;
const folder = mkdtempSync(join(tmpdir(), "pushcart-storm-"));
const port = 21_000 + Math.floor(Math.random() * 20_000);
const url = `http://localhost:${port}`;
const env = {
  PATH: process.env["PATH"] ?? "",
  HOST: "127.0.0.1",
  PORT: String(port),
  PUSHCART_DATA: folder,
  PUSHCART_LIFT_LIMITS: "yes",
  LOG_LEVEL: "error",
};
const people = 20;
const password = "a long walk home";

const sorted = (all: readonly number[]) => all.toSorted((a, b) => a - b);
const at = (all: readonly number[], part: number) =>
  sorted(all)[Math.min(all.length - 1, Math.floor(all.length * part))] ?? 0;
const ms = (value: number) => `${value.toFixed(1)} ms`;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const post = (path: string, body: object) =>
  fetch(url + path, {
    method: "POST",
    body: JSON.stringify(body),
    headers: { "Content-Type": "application/json", "Sec-Fetch-Site": "same-origin" },
  });
const signIn = (nth: number, word = password) =>
  post("/auth/login", { email: `p${nth % people}@example.com`, password: word });

/** A page again and again for a while: how long each time took. */
async function look(path: string, cookie: string, until: () => boolean, pause: number): Promise<number[]> {
  const took: number[] = [];
  while (!until()) {
    took.push(await timed(async () => (await fetch(url + path, { headers: { cookie } })).text()));
    await Bun.sleep(pause);
  }
  return took;
}

async function storm(wave: () => Promise<Response[]>) {
  const end = performance.now() + milliseconds;
  const over = () => performance.now() > end;
  const statuses = new Map<number, number>();
  const [pages] = await Promise.all([
    look("/", "", over, 10),
    (async () => {
      while (!over()) {
        for (const answer of await wave()) {
          statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
          await answer.text();
        }
      }
    })(),
  ]);
  return { pages, statuses };
}

const together = (count: number, ask: (nth: number) => Promise<Response>) => () =>
  Promise.all(Array.from({ length: count }, (_, nth) => ask(nth)));

Bun.spawnSync([...program, "demo"], { cwd: root, env, stdout: "ignore", stderr: "ignore" });
const server = Bun.spawn([...program, "serve"], { cwd: root, env, stdout: "ignore", stderr: "inherit" });
try {
  for (let tries = 0; tries < 100; tries++) {
    if ((await fetch(`${url}/readyz`).catch(() => undefined))?.ok) break;
    await Bun.sleep(100);
  }
  for (let nth = 0; nth < people; nth++)
    await post("/api/register", { email: `p${nth}@example.com`, password, displayName: `Person ${nth}` });

  const cost = { algorithm: "argon2id", memoryCost: 19_456, timeCost: 2 } as const;
  const hashes: number[] = [];
  for (let each = 0; each < 10; each++) hashes.push(await timed(() => Bun.password.hash(password, cost)));
  console.log(
    `load of the machine before: ${loadavg()
      .map((each) => each.toFixed(1))
      .join(" ")}`,
  );
  console.log(`one hash: ${ms(at(hashes, 0.5))} (argon2id, 19 MiB, two rounds)`);

  const calm = await look(
    "/",
    "",
    (
      (end) => () =>
        performance.now() > end
    )(performance.now() + 2000),
    10,
  );
  console.log(`GET / in calm: median ${ms(at(calm, 0.5))}, p95 ${ms(at(calm, 0.95))}`);

  const steady = await storm(together(8, (nth) => signIn(nth)));
  const done = steady.statuses.get(200) ?? 0;
  console.log(`sign-ins: ${(done / (milliseconds / 1000)).toFixed(1)} a second, eight at a time`);

  const hundred = await storm(together(100, (nth) => signIn(nth)));
  const answers = [...hundred.statuses].map(([status, count]) => `${count} x ${status}`).join(", ");
  console.log(
    `GET / while 100 sign in at once: median ${ms(at(hundred.pages, 0.5))}, p95 ${ms(at(hundred.pages, 0.95))} (A07: below 250 ms)`,
  );
  console.log(`  they were answered: ${answers}`);

  const huge = await timed(() => signIn(0, "x".repeat(200_000)).then((answer) => answer.text()));
  console.log(`a password of 200 kB: refused in ${ms(huge)}`);

  const signed = await signIn(1);
  const session =
    signed.headers
      .getSetCookie()
      .find((line) => line.startsWith("pc="))
      ?.split(";")[0] ?? "";
  const product = /href="(\/products\/[^"]+)"/.exec(await (await fetch(url)).text())?.[1] ?? "/";
  const [guest, known]: [number[], number[]] = [[], []];
  for (let round = 0; round < 1500; round++) {
    guest.push(await timed(async () => (await fetch(url + product)).text()));
    known.push(await timed(async () => (await fetch(url + product, { headers: { cookie: session } })).text()));
  }
  const [without, withOne] = [at(guest, 0.5), at(known, 0.5)];
  console.log(
    `a product page: ${(without * 1000).toFixed(0)} us as a guest, ${(withOne * 1000).toFixed(0)} us signed in: knowing who it is costs ${((withOne - without) * 1000).toFixed(0)} us`,
  );
} finally {
  server.kill("SIGTERM");
  await server.exited;
  rmSync(folder, { recursive: true, force: true });
}
