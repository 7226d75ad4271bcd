import { jwt } from "@elysiajs/jwt";
import type { Deps } from "../deps.ts";
import { digestOf } from "../keys.ts";

export type Audience = "shop" | "admin";
type Token = { readonly sub: string; readonly sid: string; readonly exp: number };
/** Whose session a token names. The session's row decides whether it still holds. */
export type SessionClaim = { readonly id: string; readonly sub: string };
type Known = SessionClaim & { readonly audience: Audience; readonly exp: number };

const issuer = "pushcart";
const typ = "pc-session";
/** Tokens whose signature was checked before: a page need not do it again. */
const mostKnown = 5000;

/** The plugin's own sign and verify, with all that must be right about a token said at both. */
function tokensOf({ keys }: Pick<Deps, "keys">) {
  const { decorator } = jwt({ name: "sessionToken", secret: keys.session, alg: "HS256", typ, iss: issuer });
  return decorator.sessionToken;
}

type Tokens = { readonly plugin: ReturnType<typeof tokensOf>; readonly known: Map<string, Known> };
const opened = new WeakMap<Deps["keys"], Tokens>();

function open(deps: Pick<Deps, "keys">): Tokens {
  const found = opened.get(deps.keys) ?? { plugin: tokensOf(deps), known: new Map<string, Known>() };
  opened.set(deps.keys, found);
  return found;
}

/** Signs a token for a new session. `exp` in seconds since 1970. */
export function signSessionToken(
  deps: Pick<Deps, "keys">,
  { sub, sid, exp }: Token,
  audience: Audience,
): Promise<string> {
  return open(deps).plugin.sign({ sub, sid, aud: audience, exp } as never);
}

/**
 * Reads a token of this shop, for this audience, that has not run out; anything else is nobody's. The session's id is the
 * digest of what the token holds, so a copy of the table opens nothing.
 */
export async function readSessionToken(
  deps: Pick<Deps, "keys" | "now">,
  token: string,
  audience: Audience,
): Promise<SessionClaim | undefined> {
  if (token.length > 2000) return undefined;
  const { plugin, known } = open(deps);
  const now = deps.now();
  const seen = known.get(token);
  if (seen) return seen.audience === audience && seen.exp > now.getTime() / 1000 ? seen : undefined;

  const options = {
    algorithms: ["HS256"],
    typ,
    issuer,
    audience,
    requiredClaims: ["exp", "sid", "sub"],
    currentDate: now,
  };
  const claims = await plugin.verify(token, options);
  if (!claims) return undefined;
  const { sid, sub, exp } = claims as Partial<Token>;
  if (typeof sid !== "string" || typeof sub !== "string" || typeof exp !== "number") return undefined;
  if (known.size >= mostKnown) known.clear();
  const claim = { id: digestOf(sid), sub, audience, exp };
  known.set(token, claim);
  return claim;
}
