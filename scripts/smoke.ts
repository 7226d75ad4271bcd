import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

// The one file, alone in an empty folder, with an empty environment: no Bun, no Node, no packages. It must open a shop in
// which one can buy, refuse what is no quantity, take commands, and close when told.

const binary = join(import.meta.dir, "..", "dist", "pushcart");
const folder = mkdtempSync(join(tmpdir(), "pushcart-smoke-"));
copyFileSync(binary, join(folder, "pushcart"));
const port = 20_000 + Math.floor(Math.random() * 20_000);
const origin = `http://localhost:${port}`;
const env = { PORT: String(port), PUSHCART_LIFT_LIMITS: "yes", LOG_LEVEL: "warn" };

const counts = { passed: 0, failed: 0 };
async function check(name: string, holds: () => Promise<boolean> | boolean) {
  let ok = false;
  let trouble = "";
  try {
    ok = await holds();
  } catch (error) {
    trouble = String(error);
  }
  counts[ok ? "passed" : "failed"] += 1;
  console.log(`(${ok ? "pass" : "fail"}) ${name}${trouble === "" ? "" : `: ${trouble}`}`);
}

const cookies = new Map<string, string>();
async function ask(path: string, fields?: Record<string, string>): Promise<Response> {
  const response = await fetch(`${origin}${path}`, {
    redirect: "manual",
    headers: {
      Cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; "),
      "Sec-Fetch-Site": "same-origin",
    },
    ...(fields ? { method: "POST", body: new URLSearchParams(fields) } : {}),
  });
  for (const line of response.headers.getSetCookie()) {
    const [pair = ""] = line.split(";");
    const at = pair.indexOf("=");
    cookies.set(pair.slice(0, at), pair.slice(at + 1));
  }
  return response;
}
const page = async (path: string) => (await ask(path)).text();
const command = (...words: string[]) =>
  Bun.spawnSync([join(folder, "pushcart"), ...words], {
    cwd: folder,
    env,
    stdout: "pipe",
    stderr: "pipe",
    timeout: 20_000,
  });
const idOfFirstLine = (html: string) => /\/cart\/lines\/([\w-]+)/.exec(html)?.[1] ?? "";

const started = performance.now();
const server = Bun.spawn([join(folder, "pushcart"), "serve"], {
  cwd: folder,
  env,
  stdout: "pipe",
  stderr: "pipe",
});
let said = "";
void (async () => {
  const decoder = new TextDecoder();
  for await (const chunk of server.stderr) said += decoder.decode(chunk, { stream: true });
})();

try {
  for (let tries = 0; tries < 200; tries++) {
    if (
      await fetch(`${origin}/readyz`).then(
        (answer) => answer.ok,
        () => false,
      )
    )
      break;
    await Bun.sleep(25);
  }
  console.log(
    `ready after ${Math.round(performance.now() - started)} ms, ${Math.round(statSync(binary).size / 1024 / 1024)} MB`,
  );

  await check(
    "it says where it is and gives the owner's link",
    () => said.includes(origin) && said.includes("/admin/setup/"),
  );
  await check(
    "it keeps a secret that only its owner may read",
    () => (statSync(join(folder, "data", "secret")).mode & 0o777) === 0o600,
  );
  await check("the front page shows goods", async () => (await page("/")).includes("Pushcart Mug"));
  await check("a collection, a product, a search", async () => {
    const [collection, product, search] = await Promise.all([
      page("/collections/ceramics"),
      page("/products/pushcart-mug"),
      page("/search?q=teapot"),
    ]);
    return collection.includes("Ceramics") && product.includes("$29.99") && search.includes("Teapot");
  });
  await check("style sheets, script and pictures are inside", async () => {
    const html = await page("/");
    const files = [...html.matchAll(/(?:href|src)="(\/(?:assets|pictures)\/[^"]+)"/g)].map(([, path = ""]) => path);
    const answers = await Promise.all(files.map((path) => ask(path)));
    return files.length > 4 && answers.every((answer) => answer.status === 200);
  });
  await check("a page carries the security headers", async () => {
    const { headers } = await ask("/");
    return (
      (headers.get("content-security-policy") ?? "").includes("script-src 'self'") &&
      headers.get("x-content-type-options") === "nosniff"
    );
  });
  await check("a mug goes into the cart", async () => {
    await ask("/cart/items", { handle: "pushcart-mug", quantity: "2" });
    return (await page("/cart")).includes("$59.98");
  });
  for (const quantity of ["-1", "0", "1.5", "100", "1e3", "0x10", "", "abc", "NaN"]) {
    await check(`the quantity ${JSON.stringify(quantity)} is refused and changes nothing`, async () => {
      const id = idOfFirstLine(await page("/cart"));
      const answer = await ask(`/cart/lines/${id}`, { quantity, op: "set" });
      return answer.status === 422 && (await page("/cart")).includes("$59.98");
    });
  }
  if (process.platform === "linux")
    await check("its heap is told of a small machine, and it does without the last compiler", () => {
      const told = readFileSync(`/proc/${server.pid}/environ`, "utf8").split("\0");
      const engine = ["forceRAMSize=268435456", "smallHeapGrowthFactor=1.7", "useFTLJIT=0"];
      return engine.every((setting) => told.includes(`BUN_JSC_${setting}`));
    });
  await check("a missing page and a wrong host are told so, without a trace", async () => {
    const missing = await ask("/nowhere");
    const host = await fetch(`${origin}/`, { headers: { Host: "evil.example" } });
    const text = (await missing.text()) + (await host.text());
    return missing.status === 404 && host.status === 421 && !/\bat .*:\d+:\d+|\$bunfs|node_modules/.test(text);
  });
  await check("commands answer beside the running shop", () => {
    const version = command("version");
    const doctor = command("doctor", "--json");
    return (
      version.exitCode === 0 &&
      /^\d+\.\d+/.test(version.stdout.toString()) &&
      JSON.parse(doctor.stdout.toString()).length > 3
    );
  });
  await check("a backup is one sound file", () => {
    const backup = command("backup", "--json", "one.tar.gz");
    return (
      backup.exitCode === 0 &&
      existsSync(join(folder, "one.tar.gz")) &&
      command("restore", "--check", "one.tar.gz").exitCode === 0
    );
  });
  await check("a second shop on the same port says what to do", () => {
    const second = command("serve");
    return second.exitCode === 3 && second.stderr.toString().includes("PORT=");
  });
  await check("wrong settings are listed together, exit code 3", () => {
    const wrong = Bun.spawnSync([join(folder, "pushcart"), "config", "check"], {
      cwd: folder,
      env: { PORT: "x", SMTP_URL: "y" },
    });
    return wrong.exitCode === 3 && /PORT[\s\S]*SMTP_URL/.test(wrong.stderr.toString());
  });
  await check("told to stop, it ends in order", async () => {
    server.kill("SIGTERM");
    return (await server.exited) === 0;
  });
} finally {
  server.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
}
if (counts.failed > 0) console.log(said.slice(-4000));
console.log(`\n${counts.passed} passed, ${counts.failed} failed`);
process.exit(counts.failed > 0 ? 1 : 0);
