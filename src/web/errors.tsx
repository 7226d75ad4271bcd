import { Elysia } from "elysia";
import type { Deps } from "../deps.ts";
import { ErrorNotice, ErrorPage, type ErrorProps } from "#views/errors.tsx";
import { faultOf, StoreUnavailable } from "#db/faults.ts";
import { splitSetCookie, themeIn } from "./cookies.ts";
import { isOfApi, problem } from "./problem.ts";
import { factsOf } from "./request-facts.ts";
import { loggedPath, pathOf } from "./request-path.ts";
import { nobody } from "./shell.ts";
import { GoElsewhere, ShopError, statusOf, StopWithPage } from "./shop-error.ts";
import { jsonKey, wantsJson, wantsPart } from "./wants.ts";
import { asksForXray } from "./xray.ts";

type Told = { readonly status: number; readonly message: string; readonly retryAfter: number | undefined };

const told = (status: number, message: string, retryAfter?: number): Told => ({ status, message, retryAfter });

const outOfService = {
  busy: "The shop is very busy just now. Nothing was lost: try again in a moment.",
  full: "The shop cannot take anything down just now. You were not charged. Try again in a while.",
  down: "The shop cannot reach its books just now. You were not charged. Try again in a minute.",
} as const;

/** What people are told of an error. Only a `ShopError` speaks for itself; of all others they learn nothing but that it happened. */
export function forPeople(code: string | number, thrown: unknown): Told {
  const error = faultOf(thrown);
  if (error instanceof ShopError) return told(statusOf[error.kind], error.message, error.retryAfter);
  if (error instanceof StoreUnavailable)
    return told(503, outOfService[error.trouble], error.trouble === "busy" ? 2 : 30);
  if (code === "NOT_FOUND") return told(404, "There is no such page. Try the search, or the front of the shop.");
  if (code === "PARSE") return told(400, "What was sent could not be read. Reload the page and try again.");
  if (code === "VALIDATION") return told(422, "The form did not arrive whole. Reload the page and try again.");
  return told(500, "The shop broke and this step was not saved. Please try again in a minute.");
}

export type Telling = Pick<Deps, "log" | "shell" | "config">;

/** What stood at the end of an address that leads nowhere, and goods that may have been meant. */
type Guess = Pick<ErrorProps, "looked" | "guesses">;
export type Guesser = (path: string, address: string) => Promise<Guess | undefined>;

/**
 * Draws an error for whoever asked: a page, a part for htmx, or JSON. In the frame of the shop as it was last known and
 * in the visitor's theme, without asking the database, which may be what is wrong.
 */
export function answerError(
  request: Request,
  code: string | number,
  error: unknown,
  deps: Telling,
  guess?: Guess,
): Response {
  if (error instanceof GoElsewhere) {
    // htmx never sees the headers of a 3xx; it goes there whatever the status says.
    const [status, name] = wantsPart(request) ? ([401, "HX-Redirect"] as const) : ([303, "Location"] as const);
    return new Response(null, { status, headers: { [name]: error.location, "Cache-Control": "private, no-store" } });
  }
  const { status, message, retryAfter } = forPeople(code, error);
  const { id } = factsOf(request);
  if (status >= 500)
    deps.log.error(
      { request: id, method: request.method, path: loggedPath(pathOf(request.url)), err: error },
      "a request failed",
    );
  const headers = new Headers({ "Cache-Control": "private, no-store", Vary: "HX-Request-Type, Cookie" });
  if (retryAfter !== undefined) headers.set("Retry-After", String(retryAfter));
  if (isOfApi(request)) return problem(request, { code, error, status, message, headers });
  if (wantsJson(request)) {
    headers.set("Content-Type", "application/json");
    const sentence = status === 500 ? "Internal server error." : message;
    return new Response(JSON.stringify({ [jsonKey(request)]: sentence }), { status, headers });
  }
  headers.set("Content-Type", "text/html; charset=utf-8");
  const said = { status, message, requestId: id };
  const page = () =>
    error instanceof StopWithPage
      ? error.page(deps.shell.known()?.shop.name ?? "")
      : ((<ErrorPage {...said} {...guess} {...frame(request, deps)} retryAfter={retryAfter} />) as string);
  const body = wantsPart(request) ? ((<ErrorNotice {...said} />) as string) : `<!doctype html>${page()}`;
  return new Response(body, { status, headers });
}

function frame(request: Request, { shell, config }: Telling) {
  const facts = shell.known();
  const xray = facts?.shop.testMode === true && asksForXray({ config }, request);
  const personal = { ...nobody, theme: themeIn(request, config), xray };
  return { shell: facts && { ...facts, path: pathOf(request.url), origin: config.url }, personal };
}

/** Uses nothing that a `derive` provides: a missing page fails before any derive has run. */
export function errors(deps: Telling, guesser: Guesser) {
  return new Elysia({ name: "errors" }).onError({ as: "global" }, async ({ code, error, request, set }) => {
    splitSetCookie(set.headers);
    const isPage = code === "NOT_FOUND" && request.method === "GET" && !wantsPart(request) && !wantsJson(request);
    const guess = isPage ? await guesser(pathOf(request.url), factsOf(request).address) : undefined;
    return answerError(request, code, error, deps, guess);
  });
}
