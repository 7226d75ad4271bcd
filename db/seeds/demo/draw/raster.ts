// Twelve pictures as WebP, 640 and 1280 pixels wide, through a browser. Usage: bun draw/raster.ts
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { open } from "./browser.ts";

const root = join(import.meta.dir, "..");
mkdirSync(join(root, "rasters"), { recursive: true });
const names = [
  "pushcart-mug",
  "berry-bowl",
  "market-scale",
  "blackberry-jam",
  "stripe-tea-towel",
  "storm-lantern",
  "ledger-notebook",
  "garden-trug",
  "breakfast-hamper",
  "toy-pushcart",
  "hero-home",
  "tile-candles-light",
];
let total = 0;
for (const name of names) {
  const box = readFileSync(join(root, "pictures", name + ".svg"), "utf8").match(/viewBox="0 0 (\d+) (\d+)"/)!;
  for (const width of [640, 1280]) {
    const height = Math.round((width * Number(box[2])) / Number(box[1]));
    const { browser, page } = await open(width, height);
    await page.goto("file://" + join(root, "pictures", name + ".svg"));
    await page.evaluate(
      `document.documentElement.setAttribute("width", "${width}"); document.documentElement.setAttribute("height", "${height}")`,
    );
    const cdp = await page.context().newCDPSession(page);
    const shot = await cdp.send("Page.captureScreenshot", {
      format: "webp",
      quality: 84,
      clip: { x: 0, y: 0, width, height, scale: 1 },
    });
    const data = Buffer.from(shot.data, "base64");
    writeFileSync(join(root, "rasters", `${name}-${width}.webp`), data);
    total += data.length;
    await browser.close();
  }
}
console.log(`${names.length * 2} files, ${total} bytes`);
