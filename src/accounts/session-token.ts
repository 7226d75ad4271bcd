import { jwt } from "@elysiajs/jwt";
import type { Deps } from "../deps.ts";
import { digestOf, keyIdOf } from "../keys.ts";

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
function pluginOf(key: Uint8Array) {
  const { decorator } = jwt({ name: "sessionToken", secret: key, alg: "HS256", typ, iss: issuer, kid: keyIdOf(key) });
  return decorator.sessionToken;
}

type Plugin = ReturnType<typeof pluginOf>;
/** By the id of each key: the secret before still reads what it signed, until that ends. */
type Tokens = { readonly now: Plugin; readonly byId: ReadonlyMap<string, Plugin>; readonly known: Map<string, Known> };
const opened = new WeakMap<Deps["keys"], Tokens>();

function open({ keys }: Pick<Deps, "keys">): Tokens {
  const found = opened.get(keys);
  if (found) return found;
  const all = [keys.session, ...(keys.before ? [keys.before.session] : [])];
  const byId = new Map(all.map((key) => [keyIdOf(key), pluginOf(key)] as const));
  const tokens = { now: byId.get(keyIdOf(keys.session)) ?? pluginOf(keys.session), byId, known: new Map() };
  opened.set(keys, tokens);
  return tokens;
}

/** The key that a token names; a token of an earlier version names none, and was signed by the key of now. */
function pluginFor(token: string, { now, byId }: Tokens): Plugin | undefined {
  try {
    const header: unknown = JSON.parse(Buffer.from(token.slice(0, token.indexOf(".")), "base64url").toString());
    const kid = typeof header === "object" && header !== null && "kid" in header ? header.kid : undefined;
    return kid === undefined ? now : byId.get(String(kid));
  } catch {
    return undefined;
  }
}

/** Signs a token for a new session. `exp` in seconds since 1970. */
export function signSessionToken(
  deps: Pick<Deps, "keys">,
  { sub, sid, exp }: Token,
  audience: Audience,
): Promise<string> {
  return open(deps).now.sign({ sub, sid, aud: audience, exp } as never);
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
  const tokens = open(deps);
  const { known } = tokens;
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
  const claims = await pluginFor(token, tokens)?.verify(token, options);
  if (!claims) return undefined;
  const { sid, sub, exp } = claims as Partial<Token>;
  if (typeof sid !== "string" || typeof sub !== "string" || typeof exp !== "number") return undefined;
  if (known.size >= mostKnown) known.clear();
  const claim = { id: digestOf(sid), sub, audience, exp };
  known.set(token, claim);
  return claim;
}
