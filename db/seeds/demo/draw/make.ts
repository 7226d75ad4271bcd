// Draws every picture. Usage: bun draw/make.ts [handle ...]
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { begin, finish, ground, T, texture } from "./kit.ts";
import type { Book } from "./book.ts";

const fit = (s: string, [k, dx = 0, dy = 0]: number[] = [1.16]) => {
  const n = (v: number) => Math.round(v * 10) / 10;
  return `<g transform="translate(${n(400 * (1 - k!) + dx)} ${n(850 * (1 - k!) + dy)}) scale(${k})">${s}</g>`;
};
const here = import.meta.dir;
const out = join(here, "..", "pictures");
mkdirSync(out, { recursive: true });
const book: Book = {};
for (const name of ["ceramics", "kitchen", "pantry", "textiles", "light", "paper", "garden", "gifts"]) {
  try {
    Object.assign(book, (await import(`./${name}.ts`))[name]);
  } catch (e) {
    if (!String(e).includes("Cannot find module")) throw e;
  }
}
const { unpictured } = await import("./unpictured.ts");
const only = process.argv.slice(2);
let files = 0,
  bytes = 0,
  worst = ["", 0] as [string, number];
const { scenes } = await import("./scenes.ts");
for (const [name, scene] of Object.entries(scenes(book))) {
  if (only.length && !only.includes(name)) continue;
  const svg = scene();
  writeFileSync(join(out, name + ".svg"), svg);
  console.log(name, svg.length);
}
/** Those that the program itself brings along, whatever shop it is. */
const ours = join(here, "..", "..", "..", "..", "public");
for (const [handle, page] of [...Object.entries(book), ...Object.entries(unpictured)]) {
  if (only.length && !only.includes(handle)) continue;
  const names = Object.keys(page.variants ?? {});
  for (const v of [undefined, ...names]) {
    begin(handle);
    texture(page.fine ?? 1);
    const behind = ground(page.table ?? T.sand, page.line ?? 640);
    const svg = finish(behind + fit(page.draw(v ?? names[0]), page.fit), page.title);
    const file = handle + (v ? "--" + v : "") + ".svg";
    writeFileSync(join(handle in unpictured ? ours : out, file), svg);
    files++;
    bytes += svg.length;
    if (svg.length > worst[1]) worst = [file, svg.length];
    if (svg.length > 12288) console.log("over 12 KB:", file, svg.length);
  }
}
console.log(`${files} pictures, ${bytes} bytes, largest ${worst[0]} ${worst[1]}`);
