import { deflateSync } from "node:zlib";

// Files as people and attackers send them, made here so that nothing of the kind lies in the tree.

const chunk = (type: string, content: Uint8Array) => {
  const named = Buffer.concat([Buffer.from(type), content]);
  const whole = Buffer.alloc(named.length + 8);
  whole.writeUInt32BE(content.length, 0);
  named.copy(whole, 4);
  whole.writeUInt32BE(Bun.hash.crc32(named), named.length + 4);
  return whole;
};

/** A PNG of two colours whose header may claim any size; large ones hold only a little of it. */
export function png(width: number, height: number): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 1;
  const rows = deflateSync(Buffer.alloc(Math.min((Math.ceil(width / 8) + 1) * height, 1e6)));
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  return Buffer.concat([signature, chunk("IHDR", header), chunk("IDAT", rows), chunk("IEND", Buffer.alloc(0))]);
}

/** Whole to its last pixel, and larger as a picture than memory should hold: 900 million pixels in about 110 KB. */
export function bomb(side = 30_000): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header[8] = 1;
  const rows = deflateSync(Buffer.alloc((Math.ceil(side / 8) + 1) * side), { level: 9 });
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  return Buffer.concat([signature, chunk("IHDR", header), chunk("IDAT", rows), chunk("IEND", Buffer.alloc(0))]);
}

/** A small picture with a text, or a profile, of a hundred million letters packed into it. */
export function packed(type: "zTXt" | "iTXt" | "iCCP"): Uint8Array {
  const plain = Buffer.from(png(30, 20));
  const head = type === "iTXt" ? "a\0\u0001\0\0\0" : "a\0\0";
  const text = Buffer.concat([Buffer.from(head, "latin1"), deflateSync(Buffer.alloc(1e8), { level: 9 })]);
  return Buffer.concat([plain.subarray(0, 33), chunk(type, text), plain.subarray(33)]);
}

/** Grey grains without any order, as large as a file of its size can be. */
export async function grains(width: number, height: number): Promise<Uint8Array> {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  const rows = Buffer.alloc((width + 1) * height);
  let seed = 7;
  for (let at = 0; at < rows.length; at += 1) {
    seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff;
    rows[at] = at % (width + 1) === 0 ? 0 : seed >> 16;
  }
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  const whole = [signature, chunk("IHDR", header), chunk("IDAT", deflateSync(rows, { level: 1 }))];
  return new Bun.Image(Buffer.concat([...whole, chunk("IEND", Buffer.alloc(0))])).jpeg({ quality: 80 }).bytes();
}

export const jpeg = async (width = 300, height = 200): Promise<Uint8Array> =>
  new Bun.Image(png(width, height)).jpeg({ quality: 80 }).bytes();
export const webp = async (width = 300, height = 200): Promise<Uint8Array> =>
  new Bun.Image(png(width, height)).webp({ quality: 80 }).bytes();

/** Where a telephone says a photo was taken. */
export const secretPlace = "GPS 50.9375N 6.9603E at home";

/** A photo held upright (turned by a note in it), with the place where it was taken. */
export async function photo(width = 300, height = 200): Promise<Uint8Array> {
  const plain = await jpeg(width, height);
  const notes = Buffer.concat([
    Buffer.from("457869660000" + "4d4d002a00000008" + "0001" + "011200030000000100060000" + "00000000", "hex"),
    Buffer.from(secretPlace),
  ]);
  const size = notes.length + 2;
  const segment = Buffer.concat([Buffer.from([0xff, 0xe1, size >> 8, size & 255]), notes]);
  return Buffer.concat([plain.subarray(0, 2), segment, plain.subarray(2)]);
}

const half = (bytes: Uint8Array) => bytes.slice(0, Math.trunc(bytes.length / 2));
const box = (brand: string) =>
  Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from(`ftyp${brand}`), Buffer.alloc(300)]);
const text = (words: string) => new TextEncoder().encode(words);

type Hostile = { readonly name: string; readonly bytes: Uint8Array; readonly why: string };

/** What is no picture, with what is said of it. Names lie on purpose. */
export async function hostileFiles(): Promise<readonly Hostile[]> {
  const script = "<script>alert(1)</script>";
  return [
    { name: "notes.jpg", bytes: text("only words"), why: "it is no picture" },
    { name: "drawing.svg", bytes: text(`<svg xmlns="http://www.w3.org/2000/svg">${script}</svg>`), why: "SVG" },
    { name: "drawing.png", bytes: text(`\ufeff<?xml version="1.0"?>\n<!-- x --><svg>${script}</svg>`), why: "SVG" },
    { name: "page.jpg", bytes: text(`<!doctype html>${script}`), why: "it is no picture" },
    { name: "shell.php", bytes: text("<?php system($_GET[0]);"), why: "it is no picture" },
    { name: "empty.png", bytes: new Uint8Array(), why: "it is empty" },
    { name: "half.jpg", bytes: half(await jpeg(900, 900)), why: "breaks off" },
    { name: "half.png", bytes: half(png(900, 900)), why: "breaks off" },
    { name: "half.webp", bytes: half(await webp(900, 900)), why: "breaks off" },
    { name: "half.gif", bytes: gif.slice(0, -1), why: "breaks off" },
    { name: "bomb.png", bytes: bomb(), why: "too large" },
    { name: "claim.png", bytes: png(60_000, 60_000), why: "too large" },
    { name: "photo.heic", bytes: box("heic"), why: "HEIC" },
    { name: "photo.avif", bytes: box("avif"), why: "AVIF" },
    { name: "scan.tiff", bytes: Buffer.concat([Buffer.from("II*\0"), Buffer.alloc(80)]), why: "TIFF" },
    { name: "old.bmp", bytes: Buffer.concat([Buffer.from("BM"), Buffer.alloc(80)]), why: "BMP" },
    { name: "paper.png", bytes: text("%PDF-1.7 ..."), why: "PDF" },
    { name: "marks.jpg", bytes: Buffer.concat([Buffer.from("ffd8ffe0", "hex"), Buffer.alloc(40)]), why: "breaks off" },
  ];
}

/** One pixel. */
export const gif: Uint8Array = Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "base64");

export const smuggled = "/*=1;alert(document.domain)//*/<script>alert(1)</script>PK\u0003\u0004";

/** Two things at once: a picture with a program behind its end. */
export const polyglots = async (): Promise<readonly Uint8Array[]> =>
  [await jpeg(), png(300, 200), await webp()].map((bytes) => Buffer.concat([bytes, text(smuggled)]));

/** A grey JPEG that is drawn in so many passes, each a few bytes in the file and all of the picture's pixels to draw. */
export function passes(side: number, count: number): Uint8Array {
  const two = (number: number) => [number >> 8, number & 255];
  const part = (marker: number, ...content: number[]) => [0xff, marker, ...two(content.length + 2), ...content];
  const oneCode = (table: number, value: number) => part(0xc4, table, 1, ...Array.from({ length: 15 }, () => 0), value);
  const blocks = Math.ceil(side / 8) ** 2;
  const head = [
    ...[0xff, 0xd8],
    ...part(0xdb, 0, ...Array.from({ length: 64 }, () => 1)),
    ...part(0xc2, 8, ...two(side), ...two(side), 1, 1, 0x11, 0),
    ...oneCode(0x00, 0x00), // the same grey as the block before
    ...oneCode(0x10, 0xe0), // nothing in as many blocks as the next 14 bits say, and 16,384 more
  ];
  const grey = [...part(0xda, 1, 1, 0, 0, 0, 0), ...Array.from({ length: Math.ceil(blocks / 8) }, () => 0)];
  const runs = `0${"01".repeat(7)}`.repeat(Math.ceil(blocks / 21_845));
  const bits = runs.padEnd(Math.ceil(runs.length / 8) * 8, "0").match(/.{8}/g) ?? [];
  const again = Buffer.from([...part(0xda, 1, 1, 0, 1, 63, 0), ...bits.map((byte) => parseInt(byte, 2))]);
  const all = Array.from({ length: count - 1 }, () => again);
  return Buffer.concat([Buffer.from(head), Buffer.from(grey), ...all, Buffer.from([0xff, 0xd9])]);
}
