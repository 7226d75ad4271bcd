/** JSON for one visitor: nothing between keeps it. */
export const privateJson = (body: object, { status = 200, headers = {} }: Extra = {}): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: { "Content-Type": "application/json", "Cache-Control": "private, no-store", ...headers },
  });

type Extra = { readonly status?: number; readonly headers?: Readonly<Record<string, string>> };

/** JSON that is the same for everybody, with a tag of its bytes; 304 for who has just those. */
export function publicJson(request: Request, body: object, extra: Readonly<Record<string, string>> = {}): Response {
  const text = JSON.stringify(body);
  const tag = `"${Bun.hash.wyhash(text).toString(36)}"`;
  const headers = { ETag: tag, "Cache-Control": "public, no-cache", ...extra };
  if (isHad(request.headers.get("if-none-match"), tag)) return new Response(null, { status: 304, headers });
  return new Response(text, { headers: { "Content-Type": "application/json", ...headers } });
}

/** As RFC 9110 compares: any of a list, weak or strong, or `*`. */
function isHad(header: string | null, tag: string): boolean {
  if (header === null) return false;
  return header.split(",").some((each) => ["*", tag].includes(each.trim().replace(/^W\//, "")));
}
