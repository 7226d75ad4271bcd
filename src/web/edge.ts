import type { Deps } from "../deps.ts";
import { requestScope } from "../log.ts";
import { paths } from "../paths.ts";
import { bodyRefusal } from "./body-limits.ts";
import { clientAddress } from "./client-address.ts";
import { isForged } from "./cross-site.ts";
import { answerError } from "./errors.tsx";
import { isSwitchedOff } from "./features.ts";
import { headersFor, referrerPolicy } from "./headers.ts";
import { noteFacts, type RequestFacts } from "./request-facts.ts";
import { isReadable, loggedPath, pathOf } from "./request-path.ts";
import { ShopError } from "./shop-error.ts";

type Fetch = (request: Request) => Response | Promise<Response>;
/** `takeTime`: lets the request go on for so many seconds while its bytes come slowly. */
export type Edge = (request: Request, socketAddress?: string, takeTime?: RequestFacts["takeTime"]) => Promise<Response>;

const writing = new Set(["POST", "PUT", "PATCH", "DELETE"]);
/** A supervisor asks these, maybe from the address that all shoppers come by; refused, it would end a shop that is well. */
const uncounted: ReadonlySet<string> = new Set([paths.health, paths.ready]);
const folders = [paths.asset, paths.picture].map((path) => path.slice(0, path.indexOf(":")));
const isFile = (path: string) => folders.some((folder) => path.startsWith(folder));
const known = new Set(["GET", "HEAD", "OPTIONS", ...writing]);
const isLoopbackHost = (host: string) => /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d{1,5})?$/.test(host);

/**
 * What every request passes before a route sees it, and every answer on its way out: Host allow-list, size, cross-site
 * rule, limit, request id, and the headers that all answers carry. It stands around Elysia, not in its hooks: an
 * exception in `onRequest` would come back as status 200, and a wrong Host would shift the path that its router reads.
 */
export function edge(fetch: Fetch, deps: Deps): Edge {
  const { config, log, limits, now } = deps;
  const fixed = headersFor(config);
  const addressOf = clientAddress(config.trustedProxies);
  const salt = deps.newToken().slice(0, 5);
  let served = 0;

  function refusal(request: Request): ShopError | undefined {
    const host = request.headers.get("host")?.toLowerCase();
    if (host === undefined || !(config.hosts.includes(host) || isLoopbackHost(host))) {
      return new ShopError("misdirected", "This shop does not answer to that address.");
    }
    if (config.off.length > 0 && isSwitchedOff(pathOf(request.url), config)) {
      return new ShopError("not_found", "This shop does not have that.");
    }
    if (!known.has(request.method)) return new ShopError("not_allowed", "That is not done here.");
    // Elysia hands routes a `null` for what it cannot decode, and PostgreSQL takes no NUL in a text.
    if (!isReadable(pathOf(request.url))) return new ShopError("bad_request", "There is no such address.");
    if (!writing.has(request.method)) return undefined;
    return bodyRefusal(request) ?? (isForged(request, config) ? forged() : undefined);
  }

  async function answer(request: Request, facts: RequestFacts): Promise<Response> {
    try {
      const refused = refusal(request);
      if (refused) return answerError(request, refused.kind, refused, deps);
      const path = pathOf(request.url);
      if (!uncounted.has(path)) await limits.count(isFile(path) ? "files" : "everything", facts.address);
      if (request.method !== "HEAD") return await fetch(request);
      const get = new Request(request, { method: "GET" });
      noteFacts(get, { ...facts, takeTime: () => {} }); // nothing comes slowly where nothing comes
      const { status, headers, body } = await fetch(get);
      void body?.cancel(); // a stream would go on for nobody
      return new Response(null, { status, headers });
    } catch (error) {
      return answerError(request, "EDGE", error, deps);
    }
  }

  return async (request, socketAddress = "127.0.0.1", takeTime = () => {}) => {
    served += 1;
    const startedAt = now().getTime();
    const address = addressOf(socketAddress, request.headers.get("x-forwarded-for"));
    const facts = { id: `${salt}${served.toString(36)}`, address, startedAt, takeTime };
    noteFacts(request, facts);
    const response = await requestScope.run(facts.id, () => answer(request, facts));
    const path = pathOf(request.url);
    for (const [name, value] of fixed) if (!response.headers.has(name)) response.headers.set(name, value);
    const saysSite = config.secure || isLoopbackHost(request.headers.get("host")?.toLowerCase() ?? "");
    response.headers.set("Referrer-Policy", referrerPolicy(path, saysSite));
    response.headers.set("X-Request-Id", facts.id);
    const took = now().getTime() - startedAt;
    const level = writing.has(request.method) || response.status >= 500 ? "info" : "debug";
    log[level](
      { request: facts.id, method: request.method, path: loggedPath(path), status: response.status, ms: took },
      "answered",
    );
    return response;
  };
}

const forged = () =>
  new ShopError(
    "forbidden",
    "This was sent from another site, so the shop did not do it. Go back to the shop and try again there.",
  );
