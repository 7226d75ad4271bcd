// What a file is, told by its bytes: its name and what the sender calls it are never asked.

/** Why a file is not taken for a picture, as the end of a sentence; undefined where it may be one. */
export function refusalOf(bytes: Uint8Array): string | undefined {
  if (bytes.length === 0) return "it is empty";
  const isWhole = readable.find(({ begins }) => begins(bytes))?.isWhole;
  if (isWhole) return isWhole(bytes) ? undefined : "it breaks off before its end. Send it again";
  const other = unreadable.find(({ begins }) => begins(bytes));
  return other ? `it is ${other.name}` : "it is no picture, whatever its name says";
}

const ascii = (bytes: Uint8Array, from: number, length: number) =>
  String.fromCharCode(...bytes.subarray(from, from + length));
const starts = (...hex: string[]) => {
  const wanted = hex.map((each) => Uint8Array.fromHex(each));
  return (bytes: Uint8Array) => wanted.some((each) => each.every((byte, at) => bytes[at] === byte));
};
const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const isJpeg = starts("ffd8ff");

type Known = { begins(bytes: Uint8Array): boolean };

const readable: readonly (Known & { isWhole(bytes: Uint8Array): boolean })[] = [
  { begins: isJpeg, isWhole: (bytes) => passesOf(bytes) !== undefined },
  { begins: starts("89504e470d0a1a0a"), isWhole: isWholePng },
  {
    begins: (bytes) => ascii(bytes, 0, 4) === "RIFF" && ascii(bytes, 8, 4) === "WEBP",
    isWhole: (bytes) => bytes.length >= view(bytes).getUint32(4, true) + 8,
  },
  // A GIF ends with this byte; some programs write zeros behind it.
  { begins: starts("474946383761", "474946383961"), isWhole: (bytes) => bytes.findLast((byte) => byte !== 0) === 0x3b },
];

const save = "which the shop cannot read. Save it as JPEG or PNG and send that";
const brand = (pattern: RegExp) => (bytes: Uint8Array) =>
  ascii(bytes, 4, 4) === "ftyp" && pattern.test(ascii(bytes, 8, 4));
const beginning = (bytes: Uint8Array) =>
  ascii(bytes, 0, 600)
    .replace(/^\u00ef\u00bb\u00bf/, "")
    .trimStart();

const unreadable: readonly (Known & { readonly name: string })[] = [
  { begins: brand(/^avi[fs]$/), name: `an AVIF picture, ${save}` },
  { begins: brand(/^(hei[cxms]|hev[cxms]|mif1|msf1)$/), name: `a HEIC picture, as iPhones make them, ${save}` },
  { begins: starts("49492a00", "4d4d002a", "49492b00", "4d4d002b"), name: `a TIFF picture, ${save}` },
  { begins: starts("424d"), name: `a BMP picture, ${save}` },
  { begins: starts("255044462d"), name: "a PDF document and no picture" },
  {
    begins: (bytes) => /^(<\?xml[^]*?<svg|<!doctype svg|<svg|<!--[^]*?<svg)\b/i.test(beginning(bytes)),
    name: "an SVG drawing, which may hold a program. Save it as PNG and send that",
  },
];

/** Cameras and programs write ten or so. Each is drawn over all of the picture, however few bytes it has. */
const mostPasses = 100;

/** Whether a JPEG says so often what is to be drawn that a small file would keep the shop busy for minutes. */
export const isEndless = (bytes: Uint8Array): boolean => isJpeg(bytes) && (passesOf(bytes) ?? 0) > mostPasses;

/** How many passes a JPEG is drawn in; undefined where it breaks off: libjpeg fills up with grey, so nobody would notice. */
function passesOf(bytes: Uint8Array): number | undefined {
  let [at, passes] = [2, 0];
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) {
      // Within a scan: up to the next marker, past those that belong to the scan itself.
      at = bytes.indexOf(0xff, at);
      if (at < 0) return undefined;
    }
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xd9) return passes;
    if (marker === 0xda) passes += 1;
    if (marker === 0xff) at += 1;
    else if (marker === 0x00 || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) at += 2;
    else at += 2 + view(bytes).getUint16(at + 2);
  }
  return bytes[at] === 0xff && bytes[at + 1] === 0xd9 ? passes : undefined;
}

/** Chunk by chunk to the last one. */
function isWholePng(bytes: Uint8Array): boolean {
  for (let at = 8; at + 12 <= bytes.length; at += 12 + view(bytes).getUint32(at)) {
    if (ascii(bytes, at + 4, 4) === "IEND") return true;
  }
  return false;
}

/** Texts in a PNG, which may be packed a thousandfold, and profiles larger than any that are made. */
const isBallast = (type: string, size: number) =>
  /^[zit](TXt|EXt)$/.test(type) || (type === "iCCP" && size > 64 * 1024);

/** What is needed to draw it: a reader would unpack the texts of a PNG, and they are not kept anyway. */
export function withoutBallast(bytes: Uint8Array): Uint8Array {
  if (!starts("89504e470d0a1a0a")(bytes)) return bytes;
  const parts = [bytes.subarray(0, 8)];
  for (let at = 8; at + 12 <= bytes.length;) {
    const size = view(bytes).getUint32(at);
    const next = at + 12 + size;
    if (!isBallast(ascii(bytes, at + 4, 4), size)) parts.push(bytes.subarray(at, next));
    at = next;
  }
  return parts.length === 1 ? bytes : Buffer.concat(parts);
}
