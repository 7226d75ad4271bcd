import { open, stat } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";

/** Bytes that can be read from the start as often as needed, unpacked already. */
export type Source = {
  readonly name: string;
  /** Where pictures named by the file are looked for. */
  readonly folder: string;
  bytes(): AsyncIterable<Uint8Array>;
};

/** There is no such file, or what is packed in it is broken. */
export class UnreadableFile extends Error {
  override readonly name = "UnreadableFile";
}

/** A file on disk; whether it is gzip is told by its first bytes, not its name. */
export async function fileSource(path: string): Promise<Source> {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) throw new UnreadableFile(`There is no file ${path}`);
  const packed = await startsLikeGzip(path);
  return {
    name: basename(path),
    folder: dirname(path),
    bytes: () => (packed ? unpack(path) : Bun.file(path).stream()),
  };
}

export function textSource(text: string | Uint8Array, name = "products.csv"): Source {
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  return { name, folder: "", bytes: () => new Blob([bytes as Uint8Array<ArrayBuffer>]).stream() };
}

async function startsLikeGzip(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await file.close();
  }
}

async function* unpack(path: string): AsyncGenerator<Uint8Array> {
  const file = Readable.fromWeb(Bun.file(path).stream() as unknown as Parameters<typeof Readable.fromWeb>[0]);
  const unpacked = createGunzip();
  file.on("error", (cause) => unpacked.destroy(cause));
  try {
    yield* file.pipe(unpacked);
  } catch (cause) {
    const code = (cause as { code?: string }).code ?? "";
    throw code.startsWith("Z_") ? new UnreadableFile(`${path} is packed by gzip, but broken`) : cause;
  }
}
