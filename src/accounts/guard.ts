import { Elysia } from "elysia";
import type { Deps } from "../deps.ts";
import { paths } from "../paths.ts";
import { cookieName, cookies } from "../web/cookies.ts";
import { factsOf } from "../web/request-facts.ts";
import { GoElsewhere, ShopError } from "../web/shop-error.ts";
import { wantsPart } from "../web/wants.ts";
import { noteDenial } from "./note-denial.ts";
import { noteVisit } from "./note-visit.ts";
import { readSessionToken } from "./session-token.ts";
import { loadStaff, type Staff } from "./store.ts";

/** The desk's cookie, in what a handler gets as `cookie`. */
export function deskTokenIn({ config }: Deps, cookie: unknown): string | undefined {
  return (cookie as Readonly<Record<string, string | undefined>>)[cookieName(config, "admin")];
}

/** Who holds this cookie of the desk. A customer's token is for another audience and opens nothing. */
async function staffOf(deps: Deps, token: string | undefined): Promise<Staff | undefined> {
  const claim = token ? await readSessionToken(deps, token, "admin") : undefined;
  if (!claim) return undefined;
  const found = await loadStaff(deps.store.read, claim.id, deps.now());
  if (found) noteVisit(deps, claim.id, found.seenAt);
  return found;
}

/**
 * Lets members of staff pass, to every route of the instance that uses it, before the body is checked against its schema.
 * A page sends others to sign in and back; a part or a write is refused. Those who may only read change nothing.
 */
export function staffOnly(deps: Deps) {
  return new Elysia({ name: "staff-only" })
    .use(cookies(deps.config))
    .derive({ as: "scoped" }, async ({ request, cookie }): Promise<{ readonly staff: Staff }> => {
      const token = deskTokenIn(deps, cookie);
      const staff = await staffOf(deps, token);
      const looks = request.method === "GET";
      if (staff && (looks || staff.role !== "reader")) return { staff };

      // Somebody came with a token that opens nothing, or tried to change something.
      if (token || !looks) await noteDenial(deps, denialOf(request, staff));
      if (staff) throw new ShopError("forbidden", "Your account may look at everything here, and change nothing.");
      if (looks && !wantsPart(request)) throw new GoElsewhere(signInFirst(request));
      throw new ShopError("unauthorized", "Sign in at the desk first.");
    })
    .as("scoped");
}

function signInFirst(request: Request): string {
  const { pathname, search } = new URL(request.url);
  return `${paths.adminLogin}?next=${encodeURIComponent(pathname + search)}`;
}

function denialOf(request: Request, staff: Staff | undefined) {
  const subject = `${request.method} ${new URL(request.url).pathname}`.slice(0, 200);
  return {
    who: staff ? `staff:${staff.id}` : "guest",
    act: "enter the desk",
    subject,
    address: factsOf(request).address,
  };
}
