import { Elysia } from "elysia";
import type { Deps } from "../deps.ts";
import { paths } from "../paths.ts";
import { cookieName, cookies } from "../web/cookies.ts";
import { factsOf } from "../web/request-facts.ts";
import { GoElsewhere, ShopError } from "../web/shop-error.ts";
import { wantsPart } from "../web/wants.ts";
import { readSessionToken } from "./session-token.ts";
import { audit, isStale, loadStaff, noteSeen, type Staff } from "./store.ts";

/** Who is signed in at the desk, by the desk's own cookie; a customer's token is for another audience and opens nothing. */
export async function staffOf(
  deps: Deps,
  jar: Readonly<Record<string, string | undefined>>,
): Promise<Staff | undefined> {
  const token = jar[cookieName(deps.config, "admin")];
  const claim = token ? await readSessionToken(deps, token, "admin") : undefined;
  if (!claim) return undefined;
  const now = deps.now();
  const found = await loadStaff(deps.store.read, claim.id, now);
  if (found && isStale(found.seenAt, now)) await deps.store.write((tx) => noteSeen(tx, claim.id, now));
  return found;
}

/**
 * Lets members of staff pass, to every route of the instance that uses it, before the body is checked against its schema.
 * A page sends others to sign in and back; a part or a write is refused.
 */
export function staffOnly(deps: Deps) {
  return new Elysia({ name: "staff-only" })
    .use(cookies(deps.config))
    .derive({ as: "scoped" }, async ({ request, cookie }): Promise<{ readonly staff: Staff }> => {
      const staff = await staffOf(deps, cookie as unknown as Readonly<Record<string, string | undefined>>);
      if (staff) return { staff };
      const { pathname, search } = new URL(request.url);
      const address = factsOf(request).address;
      await deps.store.write((tx) =>
        audit(tx, {
          id: deps.newId(),
          at: deps.now(),
          who: "guest",
          act: "enter the desk",
          subject: pathname.slice(0, 200),
          result: "denied",
          address,
        }),
      );
      if (request.method === "GET" && !wantsPart(request))
        throw new GoElsewhere(`${paths.adminLogin}?next=${encodeURIComponent(pathname + search)}`);
      throw new ShopError("unauthorized", "Sign in at the desk first.");
    })
    .as("scoped");
}
