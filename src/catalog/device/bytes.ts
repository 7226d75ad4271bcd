// What the catalogue for devices is written in: whole numbers of 7 bits a byte, and texts. Runs here and in the browser.

/** Names why a file cannot be read: cut off, changed on its way, or of another version. */
export class UnreadableCatalogue extends Error {}

const encoder = new TextEncoder();

/** Bytes one after another, in a buffer that grows. */
export function byteWriter(room = 256) {
  let bytes = new Uint8Array(room);
  let length = 0;

  function makeRoom(more: number): void {
    if (length + more <= bytes.length) return;
    const wider = new Uint8Array(Math.max(bytes.length * 2, length + more));
    wider.set(bytes.subarray(0, length));
    bytes = wider;
  }

  function raw(more: Uint8Array): void {
    makeRoom(more.length);
    bytes.set(more, length);
    length += more.length;
  }

  /** A whole number from 0 to the greatest that JavaScript holds exactly, the low bits first. */
  function count(number: number): void {
    makeRoom(8);
    let rest = number;
    while (rest >= 128) {
      bytes[length] = (rest % 128) | 128;
      length += 1;
      rest = Math.floor(rest / 128);
    }
    bytes[length] = rest;
    length += 1;
  }

  function text(words: string): void {
    makeRoom(words.length * 3);
    length += encoder.encodeInto(words, bytes.subarray(length)).written;
  }

  return {
    count,
    text,
    raw,
    size: () => length,
    seen: () => bytes.subarray(0, length),
    done: () => bytes.slice(0, length),
  };
}
export type ByteWriter = ReturnType<typeof byteWriter>;

/** Texts in a row: how long each is in UTF-16 units, then all of them as one piece of UTF-8. Holds bytes, no texts. */
export function textColumn() {
  const [lengths, piece] = [byteWriter(), byteWriter()];
  return {
    add(words: string): void {
      const whole = words.toWellFormed();
      lengths.count(whole.length);
      piece.text(whole);
    },
    writeTo(out: ByteWriter): void {
      out.raw(lengths.seen());
      out.count(piece.size());
      out.raw(piece.seen());
    },
  };
}

export function writeTexts(out: ByteWriter, list: Iterable<string>): void {
  const column = textColumn();
  for (const each of list) column.add(each);
  column.writeTo(out);
}

/** The same for texts in order: of each only what differs from the one before it. */
export function sortedColumn() {
  const [shared, column] = [byteWriter(), textColumn()];
  let before = "";
  return {
    add(words: string): void {
      const alike = sharedStart(before, words);
      shared.count(alike);
      column.add(words.slice(alike));
      before = words;
    },
    writeTo(out: ByteWriter): void {
      out.raw(shared.seen());
      column.writeTo(out);
    },
  };
}

/** How many units two texts begin with alike, never ending between the halves of a sign. */
function sharedStart(left: string, right: string): number {
  let at = 0;
  while (at < left.length && at < right.length && left.charCodeAt(at) === right.charCodeAt(at)) at += 1;
  const last = right.charCodeAt(at - 1);
  return last >= 0xd800 && last < 0xdc00 ? at - 1 : at;
}

/** Reads what a writer wrote, from `start` on. Everything throws `UnreadableCatalogue` where the bytes end too early. */
export function byteReader(bytes: Uint8Array, start = 0) {
  let at = start;

  function count(): number {
    let [number, scale] = [0, 1];
    for (;;) {
      const byte = bytes[at];
      if (byte === undefined || scale > 2 ** 49) throw new UnreadableCatalogue("The catalogue is not whole.");
      at += 1;
      number += (byte & 127) * scale;
      if (byte < 128) return number;
      scale *= 128;
    }
  }

  /** As many numbers. */
  function counts(many: number): Float64Array {
    if (many > bytes.length - at) throw new UnreadableCatalogue("The catalogue is not whole.");
    return new Float64Array(many).map(() => count());
  }

  function raw(length: number): Uint8Array {
    if (length > bytes.length - at) throw new UnreadableCatalogue("The catalogue is not whole.");
    at += length;
    return bytes.subarray(at - length, at);
  }

  function texts(many: number): string[] {
    const lengths = counts(many);
    const piece = new TextDecoder("utf-8", { ignoreBOM: true }).decode(raw(count()));
    let from = 0;
    return Array.from(lengths, (length) => piece.slice(from, (from += length)));
  }

  function sortedTexts(many: number): string[] {
    const shared = counts(many);
    let before = "";
    return texts(many).map((rest, nth) => (before = before.slice(0, shared[nth]) + rest));
  }

  return { count, counts, texts, sortedTexts, raw, at: () => at };
}
export type ByteReader = ReturnType<typeof byteReader>;
