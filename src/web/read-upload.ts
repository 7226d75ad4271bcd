import { factsOf } from "./request-facts.ts";
import { ShopError } from "./shop-error.ts";

/** What somebody chose in a file field. The name is only for telling them about it: never a path. */
export type SentFile = { readonly field: string; readonly name: string; readonly bytes: Uint8Array };
export type Sent = { readonly fields: Readonly<Record<string, string>>; readonly files: readonly SentFile[] };

const mostFiles = 20;
const mostFields = 200;
/** How long the slowest honest connection may take. */
const mostSeconds = 120;
/** Each holds its files in memory until they are drawn; nobody alone may keep the others out. */
const mostAtOnce = { ofAll: 8, ofOne: 2 };
const reading = new Map<string, number>();

/**
 * Reads a form with files, and holds a place for it until it was used: to be called when it is known who asks, since nothing of the body is read before (`parse:
 * "none"` on the route). It may come slowly for two minutes. Nothing touches the disk here. `who` tells senders apart.
 *
 * @throws ShopError for another type, too many files, too many at once, and what does not arrive in time.
 */
export async function readUpload<T>(request: Request, who: string, use: (sent: Sent) => Promise<T>): Promise<T> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^(multipart\/form-data|application\/x-www-form-urlencoded)\b/.test(type))
    throw new ShopError("wrong_type", "Send it as a form.");
  const leave = isSmall(request) ? () => {} : enter(who);
  try {
    factsOf(request).takeTime(mostSeconds);
    return await use(await sorted(await inTime(request)));
  } finally {
    leave();
  }
}

/** No larger than a form without files may be: it costs no more than one. */
const isSmall = (request: Request) => Number(request.headers.get("content-length") ?? Infinity) <= 64 * 1024;

/** Takes a place among those who send. @throws ShopError "busy" where there is none. */
function enter(who: string): () => void {
  const own = reading.get(who) ?? 0;
  const all = [...reading.values()].reduce((sum, each) => sum + each, 0);
  if (own >= mostAtOnce.ofOne || all >= mostAtOnce.ofAll)
    throw new ShopError("busy", "Many pictures are on their way at once. Send yours again in a moment.", 5);
  reading.set(who, own + 1);
  return () => {
    const left = (reading.get(who) ?? 1) - 1;
    if (left > 0) reading.set(who, left);
    else reading.delete(who);
  };
}

async function inTime(request: Request): Promise<FormData> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    const slow = new ShopError(
      "slow",
      "That did not arrive within two minutes. Send fewer or smaller pictures at once.",
    );
    timer = setTimeout(() => reject(slow), mostSeconds * 1000);
  });
  const read = request.formData().catch(() => {
    throw new ShopError("bad_request", "What was sent could not be read. Send it again.");
  });
  try {
    return await Promise.race([read, late]);
  } finally {
    clearTimeout(timer);
  }
}

async function sorted(form: FormData): Promise<Sent> {
  const fields: Record<string, string> = {};
  const files: SentFile[] = [];
  let count = 0;
  for (const [field, value] of form) {
    count += 1;
    if (count > mostFields) throw new ShopError("too_large", "That is more than a form here can hold.");
    if (typeof value === "string") {
      fields[field] = value;
      continue;
    }
    // No file was chosen: a browser sends the field all the same, and Bun then gives it no name, whatever its type says.
    if (!value.name && value.size === 0) continue;
    if (files.length >= mostFiles) throw new ShopError("too_large", `Send at most ${mostFiles} pictures at once.`);
    files.push({ field, name: shownName(value.name ?? ""), bytes: await value.bytes() });
  }
  return { fields, files };
}

/** A name to speak of: without folders, and without letters that hide or turn others. */
const shownName = (name: string) =>
  (name.split(/[/\\]/).at(-1) ?? "").replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, "").slice(-80) || "the file";
