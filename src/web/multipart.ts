import { ShopError } from "./shop-error.ts";

/** One field of a form, or one file of it. All its bytes must be read before the next is asked for. */
export type Part = {
  readonly name: string;
  /** What the sender calls the file: never a path of ours. Undefined for a field that is no file. */
  readonly file: string | undefined;
  readonly bytes: AsyncIterable<Uint8Array>;
};

/** More than the lines above a part ever are. */
const longestHead = 16 * 1024;
const mostParts = 20;
const broken = () => new ShopError("bad_request", "That did not arrive whole. Send it again.");

/**
 * The parts of a form with files, as they come: nothing of them is kept. For a route with `parse: "none"`, after its guard.
 *
 * @throws ShopError "wrong_type" when it is no such form, "bad_request" when it breaks off.
 */
export async function* partsOf(request: Request): AsyncGenerator<Part> {
  const type = request.headers.get("content-type") ?? "";
  const found = /^multipart\/form-data\b.*?\bboundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))(?=[\s;]|$)/i.exec(type);
  if (!found || !request.body) throw new ShopError("wrong_type", "That is no form with a file.");
  const reader = readerOf(request.body);
  const border = Buffer.from(`\r\n--${found[1] ?? found[2]}`);
  for await (const _ of reader.until(border)); // what stands before the first part
  for (let count = 0; ; count += 1) {
    const after = await reader.take(2);
    if (after === "--") return;
    if (after !== "\r\n" || count === mostParts) throw broken();
    const head = await headOf(reader);
    yield { ...head, bytes: reader.until(border) };
  }
}

type Reader = ReturnType<typeof readerOf>;

/** Reads a stream up to marks in it. It begins as if a line had just ended, as the first border expects. */
function readerOf(body: ReadableStream<Uint8Array>) {
  const stream = body[Symbol.asyncIterator]();
  let held: Buffer = Buffer.from("\r\n");

  async function more(): Promise<void> {
    const { done, value } = await stream.next().catch(() => ({ done: true, value: undefined }) as const);
    if (done || !value) throw broken();
    held = held.length === 0 ? Buffer.from(value) : Buffer.concat([held, value]);
  }

  return {
    /** All bytes before the mark; the mark itself is taken off, too. */
    async *until(mark: Buffer): AsyncGenerator<Uint8Array> {
      for (;;) {
        const at = held.indexOf(mark);
        const safe = at < 0 ? held.length - mark.length + 1 : at;
        if (safe > 0) yield held.subarray(0, safe);
        if (safe > 0) held = held.subarray(safe);
        if (at >= 0) {
          held = held.subarray(mark.length);
          return;
        }
        await more();
      }
    },

    async take(count: number): Promise<string> {
      while (held.length < count) await more();
      const taken = held.subarray(0, count).toString("latin1");
      held = held.subarray(count);
      return taken;
    },

    /** The text before the mark. @throws ShopError when it is too long. */
    async text(mark: string, longest: number): Promise<string> {
      for (;;) {
        const at = held.indexOf(mark);
        if (at > longest || (at < 0 && held.length > longest)) throw broken();
        if (at >= 0) {
          const text = held.subarray(0, at).toString("utf8");
          held = held.subarray(at + mark.length);
          return text;
        }
        await more();
      }
    },
  };
}

async function headOf(reader: Reader): Promise<Omit<Part, "bytes">> {
  const head = await reader.text("\r\n\r\n", longestHead);
  const line = head.split("\r\n").find((each) => /^content-disposition:/i.test(each)) ?? "";
  const name = /;\s*name="([^"]*)"/i.exec(line)?.[1];
  if (name === undefined) throw broken();
  return { name, file: /;\s*filename="([^"]*)"/i.exec(line)?.[1] };
}
