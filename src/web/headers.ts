import type { Config } from "../config.ts";

const contentSecurity = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** Headers that every answer carries: pages, parts, files, redirects and errors alike. */
export function headersFor(config: Config): readonly (readonly [string, string])[] {
  const headers: [string, string][] = [
    ["Content-Security-Policy", contentSecurity],
    ["X-Content-Type-Options", "nosniff"],
    ["Cross-Origin-Opener-Policy", "same-origin"],
    ["Cross-Origin-Resource-Policy", "same-origin"],
    ["Permissions-Policy", "camera=(), microphone=(), geolocation=(self), payment=()"],
    ["X-Frame-Options", "DENY"],
    // Where an answer does not say that it may be kept, such as a redirect that sets a cookie, it is for this visitor only.
    ["Cache-Control", "private, no-store"],
  ];
  if (config.secure) headers.push(["Strict-Transport-Security", "max-age=63072000; includeSubDomains"]);
  return headers;
}

/**
 * Addresses that must not travel on to where a link leads. Over plain http, where browsers do not say from which site a form
 * was sent, only its `Origin` does: under "no-referrer" that would be "null" for the shop's own forms as well.
 */
export const referrerPolicy = (path: string, saysSite: boolean) => {
  if (!/^\/(admin|orders|checkout|news|newsletter|forgot|reset|account)\b/.test(path))
    return "strict-origin-when-cross-origin";
  return saysSite ? "no-referrer" : "same-origin";
};
