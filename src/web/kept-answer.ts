import type { Deps } from "../deps.ts";
import { withoutCampaign } from "./campaign.ts";
import { cookiesIn } from "./cookies.ts";
import type { KeptBody } from "./kept.ts";
import { fill, type Slotted } from "./personal.ts";
import { nobody, type Personal } from "./shell.ts";
import { encodingFor, squeezed, type Encoding } from "./squeeze.ts";
import { visitorOf } from "./visitor.ts";
import { wantsPart } from "./wants.ts";

export const htmlHeaders = { "Content-Type": "text/html; charset=utf-8", Vary: "HX-Request-Type, Cookie" };
const keptHeaders = {
  ...htmlHeaders,
  Vary: `${htmlHeaders.Vary}, Accept-Encoding`,
  "Cache-Control": "private, no-cache",
};

/** One kept body for each address and size; what else a query may hold makes others, bounded by the cache's size. */
export function keptAddress(request: Request, partial: boolean): string {
  const start = request.url.indexOf("/", request.url.indexOf("//") + 2);
  return `${partial ? "part" : "page"} ${withoutCampaign(request.url.slice(start))}`;
}

type Drawn = {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly isPlaced?: boolean;
};

export function keptBody(slotted: Slotted, { status = 200, headers = {}, isPlaced = false }: Drawn): KeptBody {
  const hash = slotted.texts.reduce((seed, text) => Bun.hash.wyhash(text, seed), BigInt(slotted.texts.length));
  const named = Bun.hash.wyhash(slotted.marks.join(), hash);
  return { slotted, digest: named.toString(36), status, headers, isPlaced };
}

/** What most visitors get, who are nobody: made once for each body and encoding. */
type Made = { readonly headers: Headers; readonly bytes: Uint8Array<ArrayBuffer> };
const forNobody = new WeakMap<KeptBody, Map<Encoding | undefined, Made>>();

function madeFor(body: KeptBody, personal: Personal, encoding: Encoding | undefined): Made {
  if (personal !== nobody) return make(body, personal, encoding, "once");
  let all = forNobody.get(body);
  if (!all) forNobody.set(body, (all = new Map()));
  let made = all.get(encoding);
  if (!made) all.set(encoding, (made = make(body, nobody, encoding, "kept")));
  return made;
}

function make(body: KeptBody, personal: Personal, encoding: Encoding | undefined, how: "once" | "kept"): Made {
  const plain = fill(body.slotted, personal);
  const headers = headersFor(body, personal, encoding, how);
  if (encoding === undefined) return { headers, bytes: plain };
  return { headers, bytes: squeezed(plain, encoding, how) };
}

/** Behind the tag of what was squeezed with the least effort: other bytes of the same page. */
const hasty = ".1";

function headersFor(body: KeptBody, personal: Personal, encoding: Encoding | undefined, how: "once" | "kept"): Headers {
  const own = `${personal.cartCount}-${personal.account ?? ""}-${personal.theme ?? ""}-${personal.liked.join(",")}${personal.xray ? "-xray" : ""}`;
  const also = `${personal.email ?? ""}-${personal.news ?? 0}`;
  const tag = `"${body.digest}-${Bun.hash(own + also).toString(36)}${encoding === undefined ? "" : `-${encoding}${how === "once" ? hasty : ""}`}"`;
  const headers = new Headers({ ...keptHeaders, ETag: tag, ...body.headers });
  if (encoding !== undefined) headers.set("Content-Encoding", encoding);
  return headers;
}

/**
 * What is somebody's own is never squeezed: on a search page it would stand beside words that another site may choose, and
 * the length of the answer would tell whether they are alike (the BREACH attack). The X-ray shows pages as they are.
 */
const encodingOf = (request: Request, personal: Personal) =>
  personal.account === undefined && !personal.xray ? encodingFor(request) : undefined;

/** Whether the browser has this page, however much it was squeezed. */
const has = (request: Request, headers: Headers) =>
  request.headers.get("if-none-match")?.replace(`${hasty}"`, '"') === headers.get("etag")?.replace(`${hasty}"`, '"');

const answerMade = (request: Request, { headers, bytes }: Made, status: number) =>
  has(request, headers) ? new Response(null, { status: 304, headers }) : new Response(bytes, { status, headers });

/** A body that was drawn for this very request: nobody knows yet whether it is asked for again. */
export const answerDrawn = (request: Request, body: KeptBody, personal: Personal): Response =>
  answerMade(request, make(body, personal, encodingOf(request, personal), "once"), body.status);

/** A kept body as this visitor sees it, or 304 where the browser has just that. */
export function answerKept(request: Request, body: KeptBody, personal: Personal): Response {
  const encoding = encodingOf(request, personal);
  if (personal !== nobody && request.headers.has("if-none-match")) {
    const headers = headersFor(body, personal, encoding, "once");
    if (has(request, headers)) return new Response(null, { status: 304, headers });
  }
  return answerMade(request, madeFor(body, personal, encoding), body.status);
}

/**
 * Answers a page that is kept before any route is asked; undefined where one must be: the page is not kept, or who asks
 * brought a cookie that has to be taken back. See docs/decisions/0007-kept-pages-before-the-routes.md.
 */
export function keptAnswers(deps: Deps) {
  async function answerOwner(request: Request, body: KeptBody): Promise<Response | undefined> {
    const read = cookiesIn(request);
    let mustWrite = false;
    const visitor = visitorOf(deps, request, { read, write: () => void (mustWrite = true) });
    if (body.isPlaced && (await visitor.load()).destination) return undefined;
    const personal = await visitor.personal();
    return mustWrite ? undefined : answerKept(request, body, personal);
  }

  return (request: Request): Response | undefined | Promise<Response | undefined> => {
    if (request.method !== "GET") return undefined;
    const found = deps.kept.find(keptAddress(request, wantsPart(request)), deps.now().getTime());
    const answer = (body: KeptBody | undefined) =>
      body && (request.headers.has("cookie") ? answerOwner(request, body) : answerKept(request, body, nobody));
    return found instanceof Promise ? found.then(answer) : answer(found);
  };
}
