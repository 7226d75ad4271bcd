import { bearerOf } from "#src/accounts/json-body.ts";
import { noteVisit } from "#src/accounts/note-visit.ts";
import { readSessionToken } from "#src/accounts/session-token.ts";
import { loadVisitor, type Customer } from "#src/accounts/visitor-store.ts";
import type { Deps } from "#src/deps.ts";
import { digestOf } from "#src/keys.ts";
import { ShopError } from "#src/web/shop-error.ts";
import type { Visitor } from "#src/web/visitor.ts";

/** Whose cart and orders a request is about: a browser's by its cookies, a program's by the token that it sends. */
export type Who = {
  readonly address: string;
  /** Row of `carts`; it may not exist. */
  cart(): Promise<string | undefined>;
  startCart(): Promise<string>;
  /** Another, because the one that was there has become an order. */
  newCart(): string;
  signedIn(): Promise<{ readonly customer?: Customer | undefined }>;
};

/** @throws ShopError "unauthorized" for a token that is not, or no longer, good; a cookie beside it does not count then. */
export async function whoAsks(deps: Deps, request: Request, visitor: Visitor, address: string): Promise<Who> {
  if (!request.headers.has("authorization")) {
    const { cart, startCart, newCart, signedIn } = visitor;
    return { address, cart, startCart, newCart, signedIn };
  }
  const token = bearerOf(request);
  const claim = token === undefined ? undefined : await readSessionToken(deps, token, "shop");
  const row = claim && (await loadVisitor(deps.store.read, { sessionId: claim.id, now: deps.now() }));
  if (!row?.customer) throw new ShopError("unauthorized", "That token is not good, or not any more. Sign in again.");
  if (row.sessionId !== undefined) noteVisit(deps, row.sessionId, row.seenAt);
  const newCart = () => digestOf(deps.newToken());
  return {
    address,
    cart: async () => row.cartId,
    startCart: async () => row.cartId ?? newCart(),
    newCart,
    signedIn: async () => row,
  };
}

/** @throws ShopError "unauthorized" for who is not signed in. */
export async function customerOf(who: Who): Promise<Customer> {
  const { customer } = await who.signedIn();
  if (!customer) throw new ShopError("unauthorized", "Sign in first.");
  return customer;
}
