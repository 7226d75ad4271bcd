import { join } from "node:path";
import { importCatalog } from "../src/catalog/import/import-catalog.ts";
import { fileSource } from "../src/catalog/import/source.ts";
import { launchBrowser } from "../test/support/browser.ts";
import { visitShop, wide } from "../test/support/journey-visit.ts";
import { openServer } from "../test/support/server.ts";
import { typed, writeCatalogue } from "./bench/catalogue.ts";
import { measureTyping, startAnew, watchThread } from "./search-figures/in-the-page.ts";
import { gapsWhile, spread } from "./search-figures/measure.ts";

// The catalogue on a device beside the shop's own search, in one run: `bun scripts/search-figures.ts [products]`. Made
// things, or with `--lego` the sets beside the project. Prints lines for docs/reference/search-on-the-device.md.

const count = Number(process.argv.slice(2).find((word) => /^\d+$/.test(word)) ?? 20_000);
const ways = 200;
const legoFile = join(import.meta.dir, "../../shared/data/big/lego-sets-shopify.csv.gz");
const say = (name: string, value: string) => console.log(`${name.padEnd(58)} ${value}`);
const megabytes = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(2)} MB`;
const memory = () => process.memoryUsage.rss();

const server = await openServer({ products: [] });
const { deps } = server.shop;
const file = process.argv.includes("--lego") ? legoFile : await writeCatalogue(deps.config.dataFolder, count);
await importCatalog(deps, await fileSource(file), { currency: "USD", hasPicture: () => false });
Bun.gc(true);
say("Memory before anybody asked", megabytes(memory()));

const address = `${server.url}/catalogue.index`;
const ask = (packing: string, tag = "") =>
  fetch(address, { headers: { "Accept-Encoding": packing, "If-None-Match": tag }, decompress: false });
const first = await gapsWhile(async () => (await ask("identity")).bytes());
const waits = ({ took, longest, hardest }: { took: number; longest: number; hardest: number }) =>
  `${took.toFixed(0)} ms, ${longest.toFixed(1)} ms, ${hardest.toFixed(1)} ms of work`;
say("Gathered in, and the longest others waited", waits(first));
say("Memory after", megabytes(memory()));
const packed = await gapsWhile(async () => (await ask("br")).bytes());
say("Packed in, and the longest others waited", waits(packed));
const gzip = await (await ask("gzip")).bytes();
const [plain, br] = [first.value, packed.value];
say("Size: plain, gzip, brotli", [plain, gzip, br].map(({ length }) => megabytes(length)).join(", "));
const tag = (await ask("br")).headers.get("etag") ?? "";
const kept = await gapsWhile(async () => ask("br", tag));
say("Answered that nothing has changed", `${kept.value.status} in ${kept.took.toFixed(1)} ms`);

const words = Array.from({ length: ways }, (_, at) => typed(at * 7));
const fromShop: number[] = [];
for (const q of words) {
  const began = performance.now();
  await (await fetch(`${server.url}/search?q=${encodeURIComponent(q)}&n=${fromShop.length}`)).text();
  fromShop.push(performance.now() - began);
}
say(`The shop's page for ${ways} searches: p50, p95, most`, spread(fromShop));

const browser = await launchBrowser();
await visitShop(browser, server.url, { viewport: wide }, async ({ page, go }) => {
  await page.addInitScript(watchThread);
  await go("/search/everything");
  await page.evaluate(startAnew);
  await page.getByRole("button", { name: "Fetch the whole catalogue" }).click();
  const opened = await page.evaluate(measureTyping, words);
  say("In the browser, from the press to the first cards", `${opened.toFirst.toFixed(0)} ms`);
  say("  of that the worker read the catalogue in", `${opened.read.toFixed(0)} ms`);
  say("From a letter to its cards: p50, p95, most", spread(opened.shown));
  say("  of that in the worker", spread(opened.inWorker));
  say("A click every 20 ms meanwhile, answered after", spread(opened.clicks));
  say("Longest piece of work of the page's thread", `${opened.longest.toFixed(0)} ms (${opened.long} above 50 ms)`);
});
await browser.close();
say("Memory at the end", megabytes(memory()));
await server.close();
process.exit(0);
