import type { Edge } from "#src/web/edge.ts";

export type Fields = Readonly<Record<string, string | readonly string[]>>;
type Asked = { readonly headers?: Readonly<Record<string, string>> };

/** A browser without a screen: keeps cookies, sends what browsers send, and follows nothing by itself. */
export type TestVisitor = {
  get(path: string, asked?: Asked): Promise<Response>;
  post(path: string, fields?: Fields, asked?: Asked): Promise<Response>;
  /** The same as htmx would ask: for the part that is put in place. */
  readonly htmx: {
    get(path: string, asked?: Asked): Promise<Response>;
    post(path: string, fields?: Fields, asked?: Asked): Promise<Response>;
  };
  readonly json: {
    get(path: string, asked?: Asked): Promise<Response>;
    post(path: string, body: unknown, asked?: Asked): Promise<Response>;
  };
  /** A request word by word, with the cookies of this visitor. */
  send(path: string, init: RequestInit): Promise<Response>;
  /** Goes where a 303 leads. */
  follow(response: Response): Promise<Response>;
  readonly cookies: Map<string, string>;
};

export function testVisitor(app: Edge, origin: string, address = "127.0.0.1"): TestVisitor {
  const cookies = new Map<string, string>();

  async function send(path: string, init: RequestInit): Promise<Response> {
    const headers = new Headers(init.headers);
    if (!headers.has("host")) headers.set("host", new URL(origin).host);
    if (!headers.has("sec-fetch-site")) headers.set("sec-fetch-site", "same-origin");
    if (cookies.size > 0 && !headers.has("cookie")) {
      headers.set("cookie", [...cookies].map(([name, value]) => `${name}=${value}`).join("; "));
    }
    if (typeof init.body === "string" && !headers.has("content-length")) {
      headers.set("content-length", String(Buffer.byteLength(init.body)));
    }
    const response = await app(new Request(`${origin}${path}`, { ...init, headers } as RequestInit), address);
    for (const line of response.headers.getSetCookie()) keep(line);
    return response;
  }

  function keep(line: string): void {
    const [pair = "", ...attributes] = line.split(";").map((part) => part.trim());
    const at = pair.indexOf("=");
    const gone = attributes.some((attribute) => /^max-age=0$/i.test(attribute));
    if (gone) cookies.delete(pair.slice(0, at));
    else cookies.set(pair.slice(0, at), pair.slice(at + 1));
  }

  const partial = { "HX-Request": "true", "HX-Request-Type": "partial" };
  const asJson = { "Content-Type": "application/json", Accept: "application/json" };
  const get = (path: string, { headers = {} }: Asked = {}) => send(path, { headers });
  const post = (path: string, fields: Fields = {}, { headers = {} }: Asked = {}) =>
    send(path, {
      method: "POST",
      body: formBody(fields),
      headers: { "Content-Type": "application/x-www-form-urlencoded", ...headers },
    });

  return {
    get,
    post,
    htmx: {
      get: (path, { headers = {} } = {}) => get(path, { headers: { ...partial, ...headers } }),
      post: (path, fields, { headers = {} } = {}) => post(path, fields, { headers: { ...partial, ...headers } }),
    },
    json: {
      get: (path, { headers = {} } = {}) => get(path, { headers: { ...asJson, ...headers } }),
      post: (path, body, { headers = {} } = {}) =>
        send(path, {
          method: "POST",
          body: typeof body === "string" ? body : JSON.stringify(body),
          headers: { ...asJson, ...headers },
        }),
    },
    send,
    follow: (response) => get(response.headers.get("Location") ?? "/nowhere"),
    cookies,
  };
}

function formBody(fields: Fields): string {
  const pairs = Object.entries(fields).flatMap(([name, value]) =>
    [value].flat().map((each): [string, string] => [name, each]),
  );
  return new URLSearchParams(pairs).toString();
}
