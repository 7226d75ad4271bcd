import type { Deps } from "../deps.ts";
import { paths } from "../paths.ts";
import { ownPath } from "../web/own-path.ts";
import { GoElsewhere } from "../web/shop-error.ts";
import { isProven } from "./session-span.ts";
import type { Staff } from "./store.ts";
import type { VisitorRow } from "./visitor-store.ts";

type AtDesk = { readonly staff: Staff; readonly request: Request };
type InShop = { readonly visitor: { load(): Promise<VisitorRow> }; readonly request: Request };

/**
 * For a route at the desk that a passer-by at an open screen must not use: refunds, roles, keys, exports. Who gave the
 * password more than a quarter of an hour ago gives it again, and comes back to where they were.
 * `.post(paths.x, handler, { body: Form, beforeHandle: stepUp(deps) })`, on an instance that uses `staffOnly`. Put it on
 * the page with the form as well, so that nothing typed is lost.
 */
export function stepUp(deps: Pick<Deps, "now" | "config">) {
  return ({ staff, request }: AtDesk): void => {
    if (!isProven(staff.provenAt, deps.now())) throw new GoElsewhere(asking(paths.adminAgain, request, deps));
  };
}

/** The same in the shop, for a customer's own data. Who is not signed in does that first. */
export function stepUpCustomer(deps: Pick<Deps, "now" | "config">) {
  return async ({ visitor, request }: InShop): Promise<void> => {
    const { customer, provenAt } = await visitor.load();
    if (!customer) throw new GoElsewhere(asking(paths.login, request, deps));
    if (!provenAt || !isProven(provenAt, deps.now())) throw new GoElsewhere(asking(paths.accountAgain, request, deps));
  };
}

/** The page that asks, and where to go on to: here, or for a write the page that it came from. */
function asking(page: string, request: Request, { config }: Pick<Deps, "config">): string {
  const here = request.method === "GET" ? request.url : request.headers.get("referer");
  const { pathname, search } = new URL(here && URL.canParse(here) ? here : config.url);
  return `${page}?next=${encodeURIComponent(ownPath(pathname + search, config.url) ?? "/")}`;
}
