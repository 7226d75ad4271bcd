import { crc32, inflateRawSync } from "node:zlib";

/** Reads a ZIP as programs do: from the directory at its end, with every length and checksum held to. */
export async function unzip(answer: Response): Promise<ReadonlyMap<string, string>> {
  const file = Buffer.from(await answer.arrayBuffer());
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const [count, from] = [file.readUInt16LE(end + 10), file.readUInt32LE(end + 16)];
  if (from + file.readUInt32LE(end + 12) !== end) throw new Error("the directory is not where it should be");
  const found = new Map<string, string>();
  let at = from;
  for (let nth = 0; nth < count; nth += 1) {
    const [sum, packed, plain] = [16, 20, 24].map((place) => file.readUInt32LE(at + place)) as [number, number, number];
    const length = file.readUInt16LE(at + 28);
    const local = file.readUInt32LE(at + 42);
    if (!file.subarray(local + 4, local + 30).equals(Buffer.concat([file.subarray(at + 6, at + 32)])))
      throw new Error("head and directory differ");
    const data = local + 30 + length;
    const text = inflateRawSync(file.subarray(data, data + packed));
    if (text.length !== plain || crc32(text) !== sum) throw new Error("a file is broken");
    found.set(file.subarray(at + 46, at + 46 + length).toString(), text.toString());
    at += 46 + length;
  }
  return found;
}
