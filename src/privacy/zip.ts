import { crc32, deflateRawSync } from "node:zlib";

export type ZipEntry = { readonly name: string; readonly data: string | Uint8Array };

/** Compressed, and names are UTF-8. */
const flags = 0x0800;
const deflated = 8;
const version = 20;

/** Whole small files in one ZIP, which every system opens by itself. For a few megabytes: all of it is in memory. */
export function zip(entries: readonly ZipEntry[], at: Date): Uint8Array<ArrayBuffer> {
  const heads: Buffer[] = [];
  const parts: Buffer[] = [];
  let offset = 0;
  for (const { name, data } of entries) {
    const path = Buffer.from(name);
    const plain = typeof data === "string" ? Buffer.from(data) : Buffer.from(data);
    const packed = deflateRawSync(plain);
    const facts = factsOf(plain, packed, path, at);
    const local = Buffer.concat([bytes(4, 0x04034b50), facts, bytes(2, 0), path, packed]);
    const rest = Buffer.concat([bytes(2, 0, 0, 0, 0), bytes(4, 0, offset)]);
    heads.push(Buffer.concat([bytes(4, 0x02014b50), bytes(2, version), facts, rest, path]));
    parts.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(heads);
  const counts = bytes(2, 0, 0, entries.length, entries.length);
  const end = Buffer.concat([bytes(4, 0x06054b50), counts, bytes(4, directory.length, offset), bytes(2, 0)]);
  return new Uint8Array(Buffer.concat([...parts, directory, end]));
}

/** What both the file's own head and the directory say of it. */
function factsOf(plain: Buffer, packed: Buffer, path: Buffer, at: Date): Buffer {
  const time = (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1);
  const day = ((at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate();
  return Buffer.concat([
    bytes(2, version, flags, deflated, time, day),
    bytes(4, crc32(plain), packed.length, plain.length),
    bytes(2, path.length),
  ]);
}

/** Numbers of so many bytes each, the least byte first. */
function bytes(size: 2 | 4, ...numbers: readonly number[]): Buffer {
  const made = Buffer.alloc(size * numbers.length);
  for (const [at, number] of numbers.entries()) made.writeUIntLE(number, at * size, size);
  return made;
}
