import { cookie } from "@elysiajs/cookie";
import { Elysia } from "elysia";
import type { Config } from "../config.ts";

/**
 * The one door for cookies. `@elysiajs/cookie` predates Elysia 1.0, so it is mounted for the whole app here, and its
 * `Set-Cookie` list is handed to Elysia under the name that Elysia splits into one header each.
 * Never use its `removeCookie`: it drops Path and Secure. Clear a cookie by setting it empty with `maxAge: 0`.
 */
export function cookies(config: Config) {
  // Its types name no defaults, but it takes those of `setCookie`.
  const defaults: object = { httpOnly: true, sameSite: "lax", path: "/", secure: config.secure };
  return new Elysia({ name: "cookies" }).use(
    cookie(defaults)
      .onAfterHandle(({ set }) => splitSetCookie(set.headers))
      .as("global"),
  );
}

/** One header for each; errors are answered before any hook of ours would run, and do it themselves. */
export function splitSetCookie(headers: Record<string, unknown>): void {
  const written = headers["Set-Cookie"];
  if (!written) return;
  delete headers["Set-Cookie"];
  headers["set-cookie"] = [headers["set-cookie"], written].flat().filter(Boolean);
}

const plainNames = {
  session: "pc",
  admin: "pc_admin",
  cart: "pc_cart",
  guest: "pc_guest",
  theme: "pc_theme",
  notice: "pc_notice",
  xray: "pc_xray",
} as const;

export type CookieName = keyof typeof plainNames;

/** Over https every cookie is bound to this very host. On plain http browsers refuse that prefix. */
export function cookieName(config: Config, name: CookieName): string {
  return config.secure ? `__Host-${plainNames[name]}` : plainNames[name];
}

/** Seconds. */
export const cookieAges = {
  cart: 30 * 86_400,
  guest: 365 * 86_400,
  theme: 365 * 86_400,
  session: 30 * 86_400,
  admin: 12 * 3600,
  notice: 60,
  xray: 12 * 3600,
} as const satisfies Record<CookieName, number>;

/**
 * What the browser sent, by name; the first of a name counts, as in the plugin. Read without the plugin: a handler that
 * names its `cookie` makes Elysia read them all once more, and write every answer anew.
 */
export function cookiesIn(request: Request): Record<string, string | undefined> {
  const found: Record<string, string | undefined> = Object.create(null);
  for (const pair of request.headers.get("cookie")?.split(";") ?? []) {
    const at = pair.indexOf("=");
    if (at > 0) found[pair.slice(0, at).trim()] ??= pair.slice(at + 1).trim();
  }
  return found;
}

/** The chosen theme: for pages that are drawn when nothing else has run. */
export function themeIn(request: Request, config: Config): "light" | "dark" | undefined {
  const value = cookiesIn(request)[cookieName(config, "theme")];
  return value === "light" || value === "dark" ? value : undefined;
}
