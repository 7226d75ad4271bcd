import type { Config } from "../config.ts";

const reading = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Whether a request that changes something was sent by a page of another site.
 *
 * `Sec-Fetch-Site` decides where the browser sends it; on plain http it does not, then `Origin` must be the shop's own.
 * With neither, the sender is a program: fine as long as it brings no cookie, so that it can act for nobody.
 */
export function isForged(request: Request, config: Config): boolean {
  if (reading.has(request.method)) return false;
  const site = request.headers.get("sec-fetch-site");
  if (site !== null) return site !== "same-origin" && site !== "none";
  const origin = request.headers.get("origin");
  if (origin !== null) return origin !== config.url && !isOwnHost(origin, request.headers.get("host"));
  return request.headers.has("cookie");
}

/** On a local network people come by an address that only `PUSHCART_HOSTS` names; the edge has checked that Host. */
function isOwnHost(origin: string, host: string | null): boolean {
  return host !== null && origin === `http://${host.toLowerCase()}`;
}
