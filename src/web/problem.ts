import { paths } from "../paths.ts";
import { factsOf } from "./request-facts.ts";
import { pathOf } from "./request-path.ts";
import { FieldsRefused } from "./shop-error.ts";

/** What programs are told of an error (RFC 9457), each with a place in the description of the interface. */
export const problemTitles: Readonly<Record<number, string>> = {
  400: "Bad request",
  401: "Sign in first",
  403: "Forbidden",
  404: "Not found",
  405: "Method not allowed",
  409: "Conflict",
  411: "Length required",
  413: "Too large",
  415: "Wrong content type",
  421: "Misdirected",
  422: "Fields refused",
  429: "Too many requests",
  500: "Internal server error",
  503: "Out of service",
};

const root = paths.apiProducts.slice(0, paths.apiProducts.lastIndexOf("/"));

/** The addresses for programs, apart from those that came before them and have errors of their own. */
export const isOfApi = (request: Request): boolean => {
  const path = pathOf(request.url);
  return path === root || path.startsWith(`${root}/`);
};

type Telling = {
  readonly code: string | number;
  readonly error: unknown;
  readonly status: number;
  readonly message: string;
  readonly headers: Headers;
};

export function problem(request: Request, { code, error, status, message, headers }: Telling): Response {
  headers.set("Content-Type", "application/problem+json");
  headers.delete("Vary");
  if (status === 401) headers.set("WWW-Authenticate", 'Bearer realm="shop"');
  const body = {
    type: `${paths.api}#problem-${status}`,
    title: problemTitles[status] ?? "Error",
    status,
    detail: detailOf(code, status, message),
    request_id: factsOf(request).id,
    ...(error instanceof FieldsRefused && { errors: error.errors }),
  };
  return new Response(JSON.stringify(body), { status, headers });
}

function detailOf(code: string | number, status: number, message: string): string {
  if (code === "NOT_FOUND") return "There is no such address here.";
  return status === 500 ? "Internal server error." : message;
}

/** An address that is there, asked for by a method that it does not take. */
export function notAllowed(request: Request, methods: readonly string[]): Response {
  const headers = new Headers({ Allow: methods.join(", "), "Cache-Control": "private, no-store" });
  const message = `Ask for this by ${methods.join(", ")}.`;
  return problem(request, { code: "NOT_ALLOWED", error: undefined, status: 405, message, headers });
}
