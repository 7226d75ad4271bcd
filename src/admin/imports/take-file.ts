import { mkdir, open, rename, rm } from "node:fs/promises";
import { importFolder, jobFile } from "../../catalog/import/jobs/job.ts";
import { looksLikeText } from "../../catalog/import/encoding.ts";
import type { Deps } from "../../deps.ts";
import { paths } from "../../paths.ts";
import { bodyLimit } from "../../web/body-limits.ts";
import { partsOf, type Part } from "../../web/multipart.ts";
import { ShopError } from "../../web/shop-error.ts";

export const mostMebibytes = 50;

type Fields = Readonly<Record<string, string>>;
export type TakenFile =
  | { readonly ok: true; readonly id: string; readonly file: string; readonly bytes: number; readonly fields: Fields }
  | { readonly ok: false; readonly message: string };

/**
 * Writes the file of a form to the data folder as it comes, under a name of our own. What is refused, or breaks off, leaves
 * nothing behind.
 */
export async function takeFile(
  { config, newId }: Pick<Deps, "config" | "newId">,
  request: Request,
): Promise<TakenFile> {
  const id = newId();
  const path = jobFile(config.dataFolder, id);
  const arriving = `${path}.part`;
  const fields: Record<string, string> = {};
  let written: Written | undefined;
  try {
    await mkdir(importFolder(config.dataFolder), { recursive: true, mode: 0o700 });
    for await (const part of partsOf(request)) {
      if (part.file === undefined) fields[part.name] = await textOf(part);
      else if (part.name === "file" && !written) written = { file: part.file, ...(await write(part, arriving)) };
      else for await (const _ of part.bytes); // nobody asked for it
    }
    const message = written ? refusalOf(written) : "Choose a file.";
    if (message !== undefined || !written) return { ok: false, message: message ?? "Choose a file." };
    await rename(arriving, path);
    return { ok: true, id, file: shownName(written.file), bytes: written.bytes, fields };
  } catch (cause) {
    throw (cause as { code?: string }).code === "ENOSPC" ? full() : cause;
  } finally {
    await rm(arriving, { force: true });
  }
}

const tooLarge = () => bodyLimit(paths.adminImport, "multipart/form-data").say;
const full = () =>
  new ShopError("busy", "The shop's disk is full, so the file was not kept. Make room and send it again.", 60);

type Written = { readonly file: string; readonly bytes: number; readonly start: Uint8Array };

async function write({ bytes: pieces }: Part, path: string): Promise<Omit<Written, "file">> {
  const file = await open(path, "wx", 0o600);
  let bytes = 0;
  let start = new Uint8Array();
  try {
    for await (const piece of pieces) {
      if (start.length < 4096) start = new Uint8Array(Buffer.concat([start, piece]).subarray(0, 4096));
      bytes += piece.length;
      if (bytes > mostMebibytes << 20) throw new ShopError("too_large", tooLarge());
      for (let at = 0; at < piece.length;) at += (await file.write(piece, at)).bytesWritten;
    }
    return { bytes, start };
  } finally {
    await file.close();
  }
}

async function textOf({ bytes }: Part): Promise<string> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of bytes) {
    length += piece.length;
    if (length > 1000) throw new ShopError("bad_request", "A field of the form is too long.");
    pieces.push(piece.slice());
  }
  return Buffer.concat(pieces).toString("utf8");
}

/** What it is, told by its first bytes, never by its name. */
function refusalOf({ file, bytes, start }: Written): string | undefined {
  if (bytes === 0) return file === "" ? "Choose a file." : "That file is empty.";
  const begins = (text: string) => Buffer.from(start.subarray(0, text.length)).toString("latin1") === text;
  if (begins("PK\x03\x04") || begins("\xd0\xcf\x11\xe0"))
    return "That is a workbook or an archive. Save the table as CSV, and send that.";
  if (begins("\x1f\x8b")) return undefined;
  return looksLikeText(start) && !begins("%PDF")
    ? undefined
    : "That is no table of text. Save it as CSV, and send that.";
}

/** What people are shown: the name without folders, signs that steer the line, or more than fits. */
export function shownName(sent: string): string {
  const name = (sent.split(/[\\/]/).at(-1) ?? "").toWellFormed().replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, "");
  return name.trim().slice(0, 120).trim().toWellFormed() || "products.csv";
}
