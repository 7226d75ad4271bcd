import { pathOf } from "./request-path.ts";

/** htmx asked for the part it will put in place, not for a page. It never loosens what anybody may see. */
export const wantsPart = (request: Request) => request.headers.get("HX-Request-Type") === "partial";

/** The JSON endpoints answer JSON, also when something goes wrong before they are reached. */
export const wantsJson = (request: Request) => {
  const path = pathOf(request.url);
  return path.startsWith("/api/") || path === "/auth/login" || path === "/auth/logout";
};

/** Under which name they tell it: signing in says `message`, all others say `error`. */
export const jsonKey = (request: Request) => (pathOf(request.url).startsWith("/auth/") ? "message" : "error");
