import { ShopError } from "../web/shop-error.ts";

/** A JSON object of a request. @throws ShopError with a sentence for anything else: wrong type, broken, a list, a number. */
export async function readJson(request: Request): Promise<Readonly<Record<string, unknown>>> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/json\b/i.test(type))
    throw new ShopError("wrong_type", "Send JSON, with the content type application/json.");
  const text = new TextDecoder("utf-8", { fatal: true });
  let body: unknown;
  try {
    body = JSON.parse(text.decode(await request.arrayBuffer()));
  } catch {
    throw new ShopError("bad_request", "The JSON could not be read.");
  }
  if (typeof body !== "object" || body === null || Array.isArray(body))
    throw new ShopError("bad_request", "Send one JSON object.");
  return body as Readonly<Record<string, unknown>>;
}

/** A field that is a text of the object itself; anything else counts as empty, and so is asked for. */
export function textField(body: Readonly<Record<string, unknown>>, name: string): string {
  const value = Object.hasOwn(body, name) ? body[name] : undefined;
  return typeof value === "string" ? value.replaceAll("\0", "").toWellFormed() : "";
}

/** The token of a program that sends it in a header instead of a cookie. */
export function bearerOf(request: Request): string | undefined {
  return /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(request.headers.get("authorization") ?? "")?.[1];
}
