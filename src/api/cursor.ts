/** Where a page ended: opaque to whoever sends it back. It says where to go on, and opens nothing. */
export type Keys = readonly string[];

export const writeCursor = (keys: Keys): string => Buffer.from(JSON.stringify(keys)).toString("base64url");

/** The keys in it; undefined for anything that was not written here. */
export function readCursor(text: string): Keys | undefined {
  if (!/^[\w-]{1,400}$/.test(text)) return undefined;
  try {
    const keys: unknown = JSON.parse(Buffer.from(text, "base64url").toString());
    const isList = Array.isArray(keys) && keys.length > 0 && keys.length < 4;
    return isList && keys.every(isPlain) ? keys : undefined;
  } catch {
    return undefined;
  }
}

const isPlain = (key: unknown): key is string => typeof key === "string" && key.length <= 200 && !key.includes("\0");

/** A moment and an id, by which most lists are ordered. */
export function readMomentKeys(keys: Keys): { readonly at: Date; readonly id: string } | undefined {
  const [at = "", id = ""] = keys;
  return keys.length === 2 && /^\d{1,13}$/.test(at) ? { at: new Date(Number(at)), id } : undefined;
}

/** How many were shown before, for lists that have no other order than their own. */
export function readOffset(keys: Keys): number | undefined {
  const [offset = ""] = keys;
  return keys.length === 1 && /^\d{1,5}$/.test(offset) ? Number(offset) : undefined;
}
