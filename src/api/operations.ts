import type { TSchema } from "typebox";
import { paths } from "#src/paths.ts";
import { ErrorSaid, LogIn, Me, MessageSaid, Register, SignedIn, SignedOut } from "./account-shapes.ts";
import { PageQuery, ProductsQuery } from "./asked.ts";
import { AddLine, Cart, ChangeLine, Order, OrderPage, UseCoupon } from "./cart-shapes.ts";
import { examples } from "./examples.ts";
import { CollectionPage, Problem, Product, ProductPage } from "./shapes.ts";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** One thing that can be asked for. Routes, tests, the published description and its page all go by these. */
export type Operation = {
  readonly id: string;
  readonly method: Method;
  readonly path: string;
  readonly group: "Catalogue" | "Cart" | "Orders" | "Account";
  readonly summary: string;
  readonly query?: TSchema;
  readonly body?: TSchema;
  readonly sends?: unknown;
  readonly status: number;
  readonly answer: TSchema;
  readonly example: unknown;
  /** How it is told when it cannot be done, by status. */
  readonly refusals: readonly number[];
  readonly refusal: TSchema;
  /** Answers carry an ETag. */
  readonly tagged?: true;
  /** A cookie or a token says whose it is; without one, "must" is refused. */
  readonly whose?: "may" | "must";
};

const catalogue = { group: "Catalogue", method: "GET", status: 200, refusal: Problem, tagged: true } as const;
const cart = {
  group: "Cart",
  answer: Cart,
  example: examples.cart,
  status: 200,
  refusal: Problem,
  whose: "may",
} as const;
const orders = { group: "Orders", method: "GET", status: 200, refusal: Problem, whose: "must" } as const;
const account = { group: "Account", method: "POST" } as const;
const written = [400, 401, 403, 411, 413, 415, 422, 429];

export const operations: readonly Operation[] = [
  {
    ...{ ...catalogue, id: "listProducts", path: paths.apiProducts, query: ProductsQuery.schema },
    ...{ answer: ProductPage, example: examples.products, refusals: [422, 429] },
    summary: "What is sold: newest first, or what fits the words best first.",
  },
  {
    ...{ ...catalogue, id: "readProduct", path: paths.apiProduct },
    ...{ answer: Product, example: examples.product, refusals: [404, 429] },
    summary: "One product, with its variants.",
  },
  {
    ...{ ...catalogue, id: "listCollections", path: paths.apiCollections, query: PageQuery.schema },
    ...{ answer: CollectionPage, example: examples.collections, refusals: [422, 429] },
    summary: "The collections that hold something, by title.",
  },
  {
    ...cart,
    id: "readCart",
    method: "GET",
    path: paths.apiCart,
    refusals: [401, 429],
    summary: "The cart as it stands.",
  },
  {
    ...{ ...cart, id: "addLine", method: "POST", path: paths.apiCartLines, body: AddLine, sends: examples.addLine },
    ...{ status: 201, refusals: [...written, 409] },
    summary: "Puts so many of a variant into the cart. 409 where the shelf does not hold so many.",
  },
  {
    ...{ ...cart, id: "changeLine", method: "PATCH", path: paths.apiCartLine, body: ChangeLine },
    ...{ sends: { quantity: 2 }, refusals: [...written, 404, 409] },
    summary: "Sets the quantity of a line.",
  },
  {
    ...{ ...cart, id: "removeLine", method: "DELETE", path: paths.apiCartLine, refusals: [401, 403, 404, 429] },
    summary: "Takes a line out.",
  },
  {
    ...{ ...cart, id: "useCoupon", method: "PUT", path: paths.apiCartCoupon, body: UseCoupon },
    ...{ sends: { code: "SPRING" }, refusals: written },
    summary: "Uses a code, in place of the one before.",
  },
  {
    ...{ ...cart, id: "dropCoupon", method: "DELETE", path: paths.apiCartCoupon, refusals: [401, 403, 429] },
    summary: "Uses no code.",
  },
  {
    ...{ ...orders, id: "listOrders", path: paths.apiOrders, query: PageQuery.schema },
    ...{ answer: OrderPage, example: examples.orders, refusals: [401, 422, 429] },
    summary: "One's own orders, newest first.",
  },
  {
    ...{ ...orders, id: "readOrder", path: paths.apiOrder },
    ...{ answer: Order, example: examples.order, refusals: [401, 404, 429] },
    summary: "One of one's own orders.",
  },
  {
    ...{ ...account, id: "register", path: paths.apiRegister, body: Register, sends: examples.register, status: 201 },
    ...{ answer: Me, example: examples.me, refusals: [400, 403, 409, 411, 413, 415, 429, 500], refusal: ErrorSaid },
    summary: "Makes an account.",
  },
  {
    ...{ ...account, id: "logIn", path: paths.authLogin, body: LogIn, sends: examples.logIn, status: 200 },
    ...{ answer: SignedIn, example: examples.signedIn, refusal: MessageSaid },
    refusals: [400, 401, 403, 411, 413, 415, 429, 500],
    summary: "Signs in: a token for programs, and a cookie for browsers.",
  },
  {
    ...{ ...account, id: "logOut", path: paths.authLogout, status: 200, answer: SignedOut, example: { ok: true } },
    ...{ refusals: [403, 429, 500], refusal: MessageSaid, whose: "may" },
    summary: "Ends the session, on the server too.",
  },
  {
    ...{ ...account, id: "readMe", method: "GET", path: paths.apiMe, status: 200, answer: Me, example: examples.me },
    ...{ refusals: [401, 429], refusal: ErrorSaid, whose: "must" },
    summary: "Who is signed in.",
  },
];

/** What can be done at each address below /api/v1, for who asks for something else. */
export const methodsByPath: ReadonlyMap<string, readonly string[]> = new Map(
  [...Map.groupBy(operations, ({ path }) => path)]
    .filter(([, all]) => all.every(({ group }) => group !== "Account"))
    .map(([path, all]) => [path, all.flatMap(({ method }) => (method === "GET" ? ["GET", "HEAD"] : [method]))]),
);
