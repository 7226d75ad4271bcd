import { readSessionToken } from "../accounts/session-token.ts";
import { loadStaff } from "../accounts/store.ts";
import type { Deps } from "../deps.ts";
import { digestOf } from "../keys.ts";
import { cookieName, cookiesIn, type CookieName } from "./cookies.ts";

/** What the switch puts into a browser: a token of ours, which says nothing of who it is. */
const token = /^[\w-]{43}$/;

type Asking = Pick<Deps, "config" | "keys" | "now" | "shop" | "store">;

const sent = ({ config }: Pick<Deps, "config">, request: Request, name: CookieName) =>
  cookiesIn(request)[cookieName(config, name)];

/** Whether the switch was pressed in this browser. It opens nothing by itself: see `isXrayed`. */
export const asksForXray = (deps: Pick<Deps, "config">, request: Request): boolean =>
  request.headers.get("cookie")?.includes(cookieName(deps.config, "xray")) === true &&
  token.test(sent(deps, request, "xray") ?? "");

/** Who works at the desk always may; everybody may where the shop is in test mode, as a demo is. */
export async function mayXray(deps: Asking, request: Request): Promise<boolean> {
  return (await deps.shop.read()).testMode || isStaff(deps, request);
}

async function isStaff(deps: Asking, request: Request): Promise<boolean> {
  const desk = sent(deps, request, "admin");
  const claim = desk ? await readSessionToken(deps, desk, "admin") : undefined;
  return claim !== undefined && (await loadStaff(deps.store.read, claim.id, deps.now())) !== undefined;
}

const known = new WeakMap<Request, Promise<boolean>>();

/** Whether this request is to be shown from within: switched on, and allowed. Costs nothing where the switch is off. */
export async function isXrayed(deps: Asking, request: Request): Promise<boolean> {
  if (!asksForXray(deps, request)) return false;
  const found = known.get(request) ?? mayXray(deps, request);
  known.set(request, found);
  return found;
}

/** Whose exchanges are remembered together: this browser, for as long as the same people are signed in in it. */
export function xrayOwner(deps: Pick<Deps, "config">, request: Request): string {
  const names = ["xray", "session", "admin"] as const;
  return digestOf(names.map((name) => sent(deps, request, name) ?? "").join(" "));
}
