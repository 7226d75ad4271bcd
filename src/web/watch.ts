import type { Deps } from "../deps.ts";
import type { Exchange } from "../xray/exchange.ts";
import { pathOf } from "./request-path.ts";
import { wantsPart } from "./wants.ts";
import { asksForXray, isXrayed, xrayOwner } from "./xray.ts";

type Fetch = (request: Request) => Response | Promise<Response>;
type Kept = (request: Request) => Response | undefined | Promise<Response | undefined>;

/** What the X-ray knows of the shop's files and of what may be shown. */
export type Watching = {
  decidedBy(method: string, path: string): string;
  /** Whether a body holds what is somebody's own. */
  isOwn(path: string): boolean;
  shownAddress(path: string, query: string): string;
  shownFields(fields: Iterable<readonly [string, string]>): Exchange["sent"];
  withoutKeys(text: string): string;
  note(owner: string, exchange: Exchange): void;
};

const longestBody = 12_000;
/** The beginning as a text of its own: what is cut out of a text holds all of it in memory. */
const apart = (text: string) => Buffer.from(text.slice(0, longestBody)).toString();
const telling = ["content-type", "cache-control", "location"];
const isTelling = (name: string) => telling.includes(name) || name.startsWith("hx-");

/**
 * Answers as ever; where X-ray is on, and allowed to who asks, it says beside the answer how long it took and which file
 * decided, and remembers it. What any cache may keep for others is left alone.
 */
export function watched(kept: Kept, made: Fetch, deps: Deps, watching: Watching): Fetch {
  async function watch(request: Request): Promise<Response> {
    const typed = await typedIn(request);
    const startedAt = performance.now();
    const before = await kept(request);
    const response = before ?? (await made(request));
    const took = Math.round((performance.now() - startedAt) * 1000) / 1000;
    if (!/private|no-store/.test(response.headers.get("cache-control") ?? "no-store")) return response;

    const { pathname: path, search } = new URL(request.url);
    const file = watching.decidedBy(request.method, path);
    response.headers.set("X-Route-File", file);
    response.headers.set(
      "Server-Timing",
      `file;desc="${file}", shop;dur=${took}${before ? ', kept;desc="kept page"' : ""}`,
    );
    const body = await textOf(response);
    const isOwn = watching.isOwn(path);
    watching.note(xrayOwner(deps, request), {
      ...{ at: deps.now(), method: request.method, status: response.status, took, file, isKept: before !== undefined },
      address: watching.shownAddress(path, search),
      bytes: body === undefined ? sizeOf(response) : Buffer.byteLength(body),
      isPart: wantsPart(request),
      sent: watching.shownFields(isOwn ? [...typed].map(([name]) => [name, "…"] as const) : typed),
      headers: watching.shownFields([...response.headers].filter(([name]) => isTelling(name))),
      received: body && !isOwn ? apart(watching.withoutKeys(body.slice(0, 2 * longestBody))) : undefined,
    });
    return response;
  }

  return (request) => {
    if (asksForXray(deps, request) && !pathOf(request.url).startsWith("/assets/"))
      return isXrayed(deps, request).then((isOn) => (isOn ? watch(request) : plain(request)));
    return plain(request);
  };

  async function plain(request: Request): Promise<Response> {
    return (await kept(request)) ?? made(request);
  }
}

/** What a form sent; files and JSON are not looked into. */
async function typedIn(request: Request): Promise<Iterable<readonly [string, string]>> {
  const type = request.headers.get("content-type") ?? "";
  if (request.body === null || !type.startsWith("application/x-www-form-urlencoded")) return [];
  return new URLSearchParams(await request.clone().text());
}

/** The body of a page, a part or JSON: those are whole when they are answered. Anything else may be a stream without end. */
async function textOf(response: Response): Promise<string | undefined> {
  const type = response.headers.get("content-type") ?? "";
  if (response.headers.has("content-encoding")) return undefined;
  return /^(text\/html|application\/(problem\+)?json)/.test(type) ? response.clone().text() : undefined;
}

function sizeOf(response: Response): number | undefined {
  const length = response.headers.get("content-length");
  return length === null ? (response.body === null ? 0 : undefined) : Number(length);
}
