import { readSessionToken } from "../accounts/session-token.ts";
import type { Browser } from "../accounts/log-in.ts";
import { noteVisit } from "../accounts/note-visit.ts";
import { loadVisitor, type VisitorRow } from "../accounts/visitor-store.ts";
import type { Deps } from "../deps.ts";
import { digestOf } from "../keys.ts";
import { cookieAges, cookieName, type CookieName } from "./cookies.ts";
import { factsOf } from "./request-facts.ts";
import { nobody, type Personal } from "./shell.ts";
import { isXrayed } from "./xray.ts";

type CookieOptions = { readonly maxAge: number; readonly sameSite?: "strict" };
export type CookieJar = {
  readonly read: Readonly<Record<string, string | undefined>>;
  readonly write: (name: string, value: string, options: CookieOptions) => void;
};

/** Who is asking, as far as cookies say and the database agrees. Nothing is read before it is asked for. */
export type Visitor = {
  /** Row of `carts`: a customer's own on all devices, else the one that the browser carries. It may not exist (any more). */
  cart(): Promise<string | undefined>;
  /** "g:<digest>" of a cookie: whose likes these are while nobody is signed in. */
  readonly guest: string | undefined;
  /** Cart count, customer and likes: one query at most, none for a visitor without cookies. */
  load(): Promise<VisitorRow>;
  /** As far as a session says: no query for who has none, which is most. */
  signedIn(): Promise<Pick<VisitorRow, "customer" | "sessionId">>;
  personal(cartCount?: number): Promise<Personal>;
  /** The cart's id; makes cookie and id where there is none. */
  startCart(): Promise<string>;
  /** A fresh cart, whatever cookie there was: when the old one became an order, or somebody signs in. */
  newCart(): string;
  startGuest(): string;
  setTheme(theme: "light" | "dark" | "system"): void;
  /** Switches the X-ray; whether it may be on is asked at every request. */
  setXray(on: boolean): void;
  /** What this browser brings along when somebody signs in, and a new name for its cart, whose cookie is set. */
  browser(): Promise<Browser>;
  /** Puts the token of a new session into its cookie. */
  signIn(token: string): void;
  signOut(): void;
  signInStaff(token: string): void;
  signOutStaff(): void;
  /** A sentence for the next page, after a redirect. It is taken out when it is read. */
  tell(notice: string): void;
  told(): string | undefined;
};

const empty: VisitorRow = { cartCount: 0, customer: undefined, sessionId: undefined, liked: [] };
/** What we hand out ourselves: 43 characters of base64url. Anything else is as good as no cookie. */
const token = /^(c\.)?[\w-]{43}$/;
/**
 * Before the token of a customer's cart, which it names beside a session only: a browser that was signed out from afar
 * has no cart left, and no query is needed to know. Taken off, it is the token of another cart.
 */
const customers = "c.";

export function visitorOf(deps: Deps, request: Request, jar: CookieJar): Visitor {
  const { config } = deps;
  const read = (name: CookieName) => jar.read[cookieName(config, name)];
  const write = (name: CookieName, value: string, maxAge: number = cookieAges[name]) =>
    jar.write(cookieName(config, name), value, { maxAge });
  const digest = (name: CookieName) => {
    const value = read(name);
    return value !== undefined && token.test(value) ? digestOf(value) : undefined;
  };
  const isCustomers = () => read("cart")?.startsWith(customers) === true;
  const guestsCart = () => (isCustomers() ? undefined : digest("cart"));
  function start(name: "cart" | "guest"): string | undefined {
    const known = digest(name);
    if (known !== undefined) write(name, read(name) ?? ""); // its days count from now on
    return known;
  }
  function renew(name: "cart" | "guest", before = ""): string {
    const fresh = before + deps.newToken();
    write(name, fresh);
    return digestOf(fresh);
  }
  /** Once the visitor was looked up: a session that holds no more is taken back then. */
  const newCart = () => renew("cart", read("session") ? customers : "");

  let loaded: Promise<VisitorRow> | undefined;
  async function loadOnce(): Promise<VisitorRow> {
    const guest = digest("guest");
    const signed = read("session");
    const session = signed ? await readSessionToken(deps, signed, "shop") : undefined;
    const cartId = session ? digest("cart") : guestsCart();
    if (signed && !session) write("session", "", 0); // of another secret, or run out
    if (cartId === undefined && guest === undefined && session === undefined) return empty;
    const asked = { cartId, guest: guest && `g:${guest}`, sessionId: session?.id, now: deps.now() };
    const row = await loadVisitor(deps.store.read, asked);
    if (row.sessionId !== undefined) noteVisit(deps, row.sessionId, row.seenAt);
    else if (session) write("session", "", 0); // signed out elsewhere
    return row;
  }
  const load = () => (loaded ??= loadOnce());
  async function cart(): Promise<string | undefined> {
    if (!read("session")) return guestsCart();
    const { cartId, isOthersCart } = await load();
    if (cartId !== undefined || isOthersCart) return cartId;
    return read("session") ? digest("cart") : guestsCart();
  }
  const signedIn = async () => (read("session") ? load() : empty);

  return {
    cart,
    get guest() {
      const id = digest("guest");
      return id && `g:${id}`;
    },
    load,
    signedIn,
    async personal(cartCount) {
      const theme = read("theme");
      const [row, xray] = [await load(), await isXrayed(deps, request)];
      if (row === empty && theme === undefined && cartCount === undefined && !xray) return nobody;
      return {
        cartCount: cartCount ?? row.cartCount,
        account: row.customer?.displayName,
        email: row.customer?.email,
        news: row.news,
        theme: theme === "light" || theme === "dark" ? theme : undefined,
        liked: row.liked,
        xray,
      };
    },
    async startCart() {
      const known = await cart();
      if (known !== undefined && known !== digest("cart")) return known;
      const isFitting = isCustomers() === Boolean(read("session"));
      return (known !== undefined && isFitting ? start("cart") : undefined) ?? newCart();
    },
    newCart,
    startGuest: () => `g:${start("guest") ?? renew("guest")}`,
    setTheme: (theme) => (theme === "system" ? write("theme", "", 0) : write("theme", theme)),
    setXray: (on) => (on ? write("xray", deps.newToken()) : write("xray", "", 0)),
    async browser() {
      const { sessionId } = await signedIn();
      const cartId = digest("cart");
      const guest = digest("guest");
      const newCartId = renew("cart", customers);
      const agent = request.headers.get("user-agent") ?? "";
      const { address } = factsOf(request);
      return {
        cartId,
        newCartId,
        guest: guest && `g:${guest}`,
        oldSessionId: sessionId,
        address,
        agent,
      };
    },
    signIn: (signed) => write("session", signed),
    signOut() {
      // The cart waits in the account; on a machine that many use it is nobody else's business.
      if (read("session")) write("cart", "", 0);
      write("session", "", 0);
    },
    signInStaff: (signed) =>
      jar.write(cookieName(config, "admin"), signed, { maxAge: cookieAges.admin, sameSite: "strict" }),
    signOutStaff: () => jar.write(cookieName(config, "admin"), "", { maxAge: 0, sameSite: "strict" }),
    tell: (notice) => write("notice", Buffer.from(notice.slice(0, 300)).toString("base64url")),
    told() {
      const value = read("notice");
      if (value === undefined || value === "") return undefined;
      write("notice", "", 0);
      return Buffer.from(value, "base64url").toString();
    },
  };
}
