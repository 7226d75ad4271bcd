import type { Source } from "./source.ts";

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/**
 * How a file's text is written: by its byte order mark, else UTF-8 when every byte of it is valid UTF-8, else
 * Windows-1252, which is what older spreadsheets write in western Europe. Reads the whole file, keeps none of it.
 */
export async function detectEncoding(source: Source): Promise<Encoding> {
  let first = true;
  const strict = new TextDecoder("utf-8", { fatal: true });
  try {
    for await (const chunk of source.bytes()) {
      const marked = first ? markedEncoding(chunk) : undefined;
      if (marked) return marked;
      first = false;
      strict.decode(chunk, { stream: true });
    }
    strict.decode();
    return "utf-8";
  } catch (cause) {
    if ((cause as { code?: string }).code === "ERR_ENCODING_INVALID_ENCODED_DATA") return "windows-1252";
    throw cause;
  }
}

/** The encoding that a file's first bytes show; undefined where they may be UTF-8 or older. */
export function markedEncoding(start: Uint8Array): Encoding | undefined {
  if (start[0] === 0xff && start[1] === 0xfe) return "utf-16le";
  if (start[0] === 0xfe && start[1] === 0xff) return "utf-16be";
  // Without a mark: in UTF-16, every other byte of a header in Latin letters is zero.
  if (start.length > 8 && [1, 3, 5, 7].every((at) => start[at] === 0)) return "utf-16le";
  if (start.length > 8 && [0, 2, 4, 6].every((at) => start[at] === 0)) return "utf-16be";
  return undefined;
}

/** The file's text, piece by piece, without its byte order mark. */
export async function* decoded(source: Source, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of source.bytes()) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

/** Whether a file's first bytes may be those of a text: no NUL, but where every other byte is one. */
export const looksLikeText = (start: Uint8Array): boolean => !start.includes(0) || markedEncoding(start) !== undefined;
