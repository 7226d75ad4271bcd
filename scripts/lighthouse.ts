import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launchBrowser } from "../test/support/browser.ts";

// Lighthouse, as for a phone on a slow network, at the release binary with its demo shop: the pages on the way to an order.
// Also how long the page takes to show what was pressed, in a real Chromium. Writes docs/reference/lighthouse.md.
// Needs Node and npm, which fetch Lighthouse; `bun run build` before it.

const lighthouse = "lighthouse@12.8.2";
const root = join(import.meta.dir, "..");
const folder = mkdtempSync(join(tmpdir(), "pushcart-lighthouse-"));
const debugging = 20_000 + Math.floor(Math.random() * 20_000);
const port = debugging + 1;
const origin = `http://localhost:${port}`;
const pages = {
  Home: "/",
  Collection: "/collections/ceramics",
  Product: "/products/pushcart-mug",
  Cart: "/cart",
  Checkout: "/checkout",
} as const;
const categories = ["performance", "accessibility", "best-practices", "seo"] as const;
const aims: Readonly<Record<(typeof categories)[number], number>> = {
  performance: 98,
  accessibility: 100,
  "best-practices": 100,
  seo: 100,
};

type Report = {
  readonly categories: Readonly<Record<string, { readonly score: number | null }>>;
  readonly audits: Readonly<
    Record<string, { readonly score: number | null; readonly numericValue?: number; readonly title: string }>
  >;
};

copyFileSync(join(root, "dist", "pushcart"), join(folder, "pushcart"));
const server = Bun.spawn([join(folder, "pushcart"), "serve"], {
  cwd: folder,
  env: { PORT: String(port), PUSHCART_LIFT_LIMITS: "yes", LOG_LEVEL: "warn" },
  stdout: "ignore",
  stderr: "ignore",
});
const browser = await launchBrowser(`--remote-debugging-port=${debugging}`);

async function ready(): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    const isReady = await fetch(`${origin}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (isReady) return;
    await Bun.sleep(50);
  }
  throw new Error("The shop did not open.");
}

/** A cart with something in it, as a cookie. */
async function cartCookie(): Promise<string> {
  const answer = await fetch(`${origin}/cart/items`, {
    method: "POST",
    redirect: "manual",
    headers: { "Sec-Fetch-Site": "same-origin" },
    body: new URLSearchParams({ handle: "pushcart-mug", quantity: "2" }),
  });
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
}

async function examine(name: string, path: string, cookie: string): Promise<Report> {
  const to = join(folder, `${name}.json`);
  const words = [`${origin}${path}`, `--port=${debugging}`, "--quiet", "--output=json", `--output-path=${to}`];
  const only = [`--only-categories=${categories.join(",")}`, `--extra-headers=${JSON.stringify({ Cookie: cookie })}`];
  const child = Bun.spawn(["npx", "--yes", lighthouse, ...words, ...only], { stdout: "ignore", stderr: "pipe" });
  const [code, said] = await Promise.all([child.exited, new Response(child.stderr).text()]);
  if (code !== 0) throw new Error(`Lighthouse at ${path}: ${said.slice(-600)}`);
  return (await Bun.file(to).json()) as Report;
}

/** The longest time from a press to the next picture, in milliseconds: what one does with a product and a cart. */
async function slowestPress(): Promise<number> {
  const page = await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage();
  const worst: number[] = [];
  await page.exposeFunction("pressed", (took: number) => void worst.push(took));
  await page.addInitScript(() => {
    const seen = (list: PerformanceObserverEntryList) => {
      const { pressed } = globalThis as unknown as { pressed(took: number): void };
      for (const entry of list.getEntries()) if ("interactionId" in entry) pressed(entry.duration);
    };
    const all = { type: "event", durationThreshold: 16, buffered: true } as PerformanceObserverInit;
    new PerformanceObserver(seen).observe(all);
  });
  await page.goto(`${origin}/products/ledger-notebook`);
  await page.locator("input[name=quantity]").first().fill("3");
  await page.locator("button:has-text('Add to cart')").first().click();
  await page.waitForTimeout(600);
  await page.keyboard.press("Escape");
  await page.goto(`${origin}/cart`);
  await page.locator("[name=op][value=inc]").first().click();
  await page.waitForTimeout(600);
  await page.locator("summary").first().click();
  await page.waitForTimeout(600);
  return Math.max(0, ...worst);
}

const rows: string[] = [];
const short: string[] = [];
try {
  await ready();
  const cookie = await cartCookie();
  for (const [name, path] of Object.entries(pages)) {
    const { categories: found, audits } = await examine(name, path, cookie);
    const scores = categories.map((each) => Math.round(100 * (found[each]?.score ?? 0)));
    const [lcp, tbt] = ["largest-contentful-paint", "total-blocking-time"].map((each) =>
      Math.round(audits[each]?.numericValue ?? NaN),
    );
    const cls = (audits["cumulative-layout-shift"]?.numericValue ?? NaN).toFixed(3);
    rows.push(`| ${[name, ...scores, `${lcp} ms`, cls, `${tbt} ms`].join(" | ")} |`);
    const failing = Object.values(audits).filter((audit) => audit.score === 0 && audit.title !== undefined);
    console.error(`${rows.at(-1)}\n${failing.map((audit) => `    ${audit.title}`).join("\n")}`);
    for (const [at, each] of categories.entries())
      if ((scores[at] ?? 0) < aims[each]) short.push(`${name}: ${each} ${scores[at]} instead of ${aims[each]}`);
  }
  const press = Math.round(await slowestPress());
  const text = [
    "# Lighthouse",
    "",
    `\`bun scripts/lighthouse.ts\`, after \`bun run build\`, puts ${lighthouse.replace("@", " ")} to the release binary with its demo shop, as`,
    "for a phone on a slow network (its own default). Aims: 98 for performance, 100 for the others. Cart and checkout are asked",
    "for with something in the cart.",
    "",
    "| Page | Performance | Accessibility | Best practices | SEO | LCP | CLS | TBT |",
    "| ---- | ----------: | ------------: | -------------: | --: | --: | --: | --: |",
    ...rows,
    "",
    `The longest time from a press to the next picture (INP), on this machine without a slow network: ${press} ms.`,
    "",
    ...(short.length === 0 ? ["All aims are met."] : ["Falls short:", "", ...short.map((each) => `- ${each}`)]),
    "",
  ].join("\n");
  writeFileSync(join(root, "docs/reference/lighthouse.md"), text);
  console.log(text);
} finally {
  await browser.close();
  server.kill("SIGTERM");
  await server.exited;
  rmSync(folder, { recursive: true, force: true });
}
process.exit(short.length === 0 ? 0 : 1);
