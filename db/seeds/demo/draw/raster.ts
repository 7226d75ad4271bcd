// The first picture of everything that has a page of its own as WebP, 640 pixels wide, for links that people share: few
// places that show such links take a vector. Usage: bun draw/raster.ts
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { launchBrowser } from "#test/support/browser.ts";

type Pictured = { readonly picture: string };
type Demo = {
  readonly home: { readonly hero: Pictured };
  readonly collections: readonly Pictured[];
  readonly products: readonly { readonly pictures: readonly { readonly src: string }[] }[];
};

const root = join(import.meta.dir, "..");
const width = 640;
const demo = JSON.parse(readFileSync(join(root, "catalogue.json"), "utf8")) as Demo;
const files = [
  demo.home.hero.picture,
  ...demo.collections.map(({ picture }) => picture),
  ...demo.products.flatMap(({ pictures }) => pictures.slice(0, 1).map(({ src }) => src)),
];

mkdirSync(join(root, "rasters"), { recursive: true });
const browser = await launchBrowser();
const page = await browser.newPage();
const cdp = await page.context().newCDPSession(page);
let total = 0;
for (const file of files) {
  const svg = readFileSync(join(root, file), "utf8");
  const [, wide, high] = svg.match(/viewBox="\S+ \S+ (\S+) (\S+)"/) ?? [];
  const height = Math.round((width * Number(high)) / Number(wide));
  const source = `data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`;
  await page.setViewportSize({ width, height });
  await page.setContent(`<body style="margin:0"><img width="${width}" height="${height}" alt="" src="${source}">`);
  const shot = await cdp.send("Page.captureScreenshot", {
    format: "webp",
    quality: 80,
    clip: { x: 0, y: 0, width, height, scale: 1 },
  });
  const data = Buffer.from(shot.data, "base64");
  writeFileSync(join(root, "rasters", file.replace(/^pictures\/(.*)\.svg$/, `$1-${width}.webp`)), data);
  total += data.length;
}
await browser.close();
console.log(`${files.length} files, ${total} bytes`);
