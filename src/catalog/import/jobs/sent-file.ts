import { fileSource, UnreadableFile, type Source } from "../source.ts";

/** A packed file may say that it is anything: what unpacks to more than this is not read. */
const mostBytes = 1 << 30;

/** Bytes whose rows are read and looked at without a pause: some milliseconds. */
const together = 16 << 10;

type Ending = { readonly signal: AbortSignal; readonly isOver: () => boolean };

/** A file that was sent, by the name that its sender gave it. Reading stops, with an error, when it is to end. Nothing lies beside it. */
export async function sentFile(path: string, name: string, { signal, isOver }: Ending): Promise<Source> {
  const source = await fileSource(path);
  return {
    name,
    folder: "",
    async *bytes() {
      let read = 0;
      for await (const piece of source.bytes()) {
        signal.throwIfAborted();
        if (isOver()) throw new Error("it was canceled");
        read += piece.length;
        if (read > mostBytes) throw new UnreadableFile("too large");
        for (let at = 0; at < piece.length; at += together) {
          yield piece.subarray(at, at + together);
          await Bun.sleep(0); // others are answered in between
        }
      }
    },
  };
}
