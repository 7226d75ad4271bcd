/** Every address in the shop. Routes register these, views link to them, nobody spells one twice. */
export const paths = {
  home: "/",
  collection: "/collections/:handle",
  product: "/products/:handle",
  productPreview: "/products/:handle/preview",
  search: "/search",
  suggest: "/search/suggest",
  page: "/pages/:handle",
  like: "/likes/:handle",
  likes: "/likes",
  theme: "/theme",
  newsletter: "/newsletter",
  newsletterConfirm: "/newsletter/:token",

  cart: "/cart",
  cartItems: "/cart/items",
  cartLine: "/cart/lines/:lineId",
  cartUndo: "/cart/lines/:lineId/undo",
  cartCoupon: "/cart/coupon",
  cartCount: "/cart/count",
  cartDrawer: "/cart/drawer",
  cartWhy: "/cart/why",
  cartEstimate: "/cart/estimate",

  login: "/login",
  logout: "/logout",
  register: "/register",
  account: "/account",
  forgot: "/forgot",
  reset: "/reset/:token",
  accountVerifyAgain: "/account/verify",
  accountVerify: "/account/verify/:token",
  accountCheck: "/account/check/:form/:field",
  accountAgain: "/account/again",
  apiRegister: "/api/register",
  authLogin: "/auth/login",
  authLogout: "/auth/logout",
  apiMe: "/api/me",

  checkout: "/checkout",
  checkoutDelivery: "/checkout/delivery",
  checkoutPayment: "/checkout/payment",
  checkoutPlace: "/checkout/place",
  checkoutWhy: "/checkout/why",
  testCard: "/checkout/test-card/:token",

  order: "/orders/:token",
  orderCancel: "/orders/:token/cancel",
  orderAccount: "/orders/:token/account",
  orderWhy: "/orders/:token/why",
  orderPay: "/orders/:token/pay",
  orderFind: "/orders/find",

  admin: "/admin",
  adminSetup: "/admin/setup/:token",
  adminJoin: "/admin/join/:token",
  adminLogin: "/admin/login",
  adminLogout: "/admin/logout",
  adminAgain: "/admin/again",
  adminOrders: "/admin/orders",
  adminOrdersFile: "/admin/orders.csv",
  adminOrder: "/admin/orders/:id",
  adminOrderPaid: "/admin/orders/:id/paid",
  adminOrderShipped: "/admin/orders/:id/shipped",
  adminOrderCanceled: "/admin/orders/:id/canceled",
  adminOrderSlip: "/admin/orders/:id/slip",
  adminOrderWhy: "/admin/orders/:id/why",
  adminProducts: "/admin/products",
  adminProduct: "/admin/products/:id",
  adminVariant: "/admin/variants/:id",
  adminMail: "/admin/mail",
  adminLetter: "/admin/mail/:id",
  adminLetterBody: "/admin/mail/:id/body",
  adminLetterRaw: "/admin/mail/:id/raw",
  adminLetterRetry: "/admin/mail/:id/retry",
  adminAudit: "/admin/audit",
  adminAuditFile: "/admin/audit.csv",
  adminStaff: "/admin/staff",
  adminStaffInvite: "/admin/staff/:id/invite",
  adminStaffRole: "/admin/staff/:id/role",
  adminStaffDisable: "/admin/staff/:id/disable",
  adminStaffEnable: "/admin/staff/:id/enable",
  adminStaffSignOut: "/admin/staff/:id/sign-out",

  asset: "/assets/:name",
  picture: "/pictures/:name",
  favicon: "/favicon.svg",
  robots: "/robots.txt",
  sitemap: "/sitemap.xml",
  health: "/healthz",
  ready: "/readyz",
} as const;

type Params<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? { readonly [K in Name]: string } & Params<`/${Rest}`>
  : Path extends `${string}:${infer Name}`
    ? { readonly [K in Name]: string }
    : unknown;

/** Fills in a path: `link(paths.cartLine, { lineId })`. A missing or misspelt part does not compile. */
export function link<Path extends string>(path: Path, params: Params<Path>): string {
  const values = params as Readonly<Record<string, string>>;
  return path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(values[name] ?? ""));
}
