import type { Children } from "@kitajs/html";
import type { May, Permission } from "#src/accounts/permissions.ts";
import { link, paths } from "#src/paths.ts";
import { NoAnswer } from "#views/layout.tsx";
import { Icon } from "#views/ui/icon.tsx";
import { Mark } from "#views/ui/mark.tsx";
import { XrayFiles, XraySwitch } from "#views/xray/switch.tsx";

export type DeskProps = {
  readonly title: string;
  readonly shopName: string;
  readonly staffName: string;
  /** What this member of staff may do: menu and buttons show nothing else. */
  readonly may: May;
  readonly path: string;
  /** Digest of style sheets and scripts, put behind their addresses. */
  readonly assets: string;
  /** The page shows how it is made. */
  readonly xray?: boolean;
  /** Of this page alone. */
  readonly scripts?: readonly string[];
  /** Where there are no scripts the page asks for itself again, every three seconds. */
  readonly refreshes?: boolean;
  /** Orders that wait to be sent. */
  readonly toShip: number;
  /** Where the top search looks: orders unless another list is open. */
  readonly searchIn?: string;
  readonly q?: string;
};

export const deskAsset = (name: string, digest: string) => `${link(paths.asset, { name })}?v=${digest}`;

type Stop = {
  readonly path: string;
  readonly name:
    | "Desk"
    | "Orders"
    | "Customers"
    | "Products"
    | "Promotions"
    | "Reviews"
    | "Pages"
    | "Gift finder"
    | "Letters"
    | "Shipping and tax"
    | "Settings"
    | "Staff"
    | "Audit log";
  readonly icon: Parameters<typeof Icon>[0]["name"];
  /** Who may go there. */
  readonly needs: Permission;
};

const rail: readonly Stop[] = [
  { path: paths.admin, name: "Desk", icon: "layout-dashboard", needs: "figures.see" },
  { path: paths.adminOrders, name: "Orders", icon: "receipt-text", needs: "orders.see" },
  { path: paths.adminCustomers, name: "Customers", icon: "user", needs: "customers.see" },
  { path: paths.adminProducts, name: "Products", icon: "package", needs: "products.see" },
  { path: paths.adminPromotions, name: "Promotions", icon: "percent", needs: "promotions.see" },
  { path: paths.adminReviews, name: "Reviews", icon: "star", needs: "reviews.see" },
  { path: paths.adminPages, name: "Pages", icon: "file-text", needs: "content.see" },
  { path: paths.adminFinder, name: "Gift finder", icon: "gift", needs: "content.see" },
  { path: paths.adminMail, name: "Letters", icon: "mail", needs: "mail.see" },
  { path: paths.adminShipping, name: "Shipping and tax", icon: "truck", needs: "settings.see" },
  { path: paths.adminSettings, name: "Settings", icon: "settings", needs: "settings.see" },
  { path: paths.adminStaff, name: "Staff", icon: "users", needs: "staff.see" },
  { path: paths.adminAudit, name: "Audit log", icon: "history", needs: "audit.see" },
];

/** A product file is brought in under Products. */
const isAt = (path: string, stop: string) =>
  stop === paths.admin
    ? path === stop
    : path.startsWith(stop) || (stop === paths.adminProducts && path.startsWith(paths.adminImport));

/** The shopkeeper's side: rail, search, and the work. A whole document, without the awning. */
export function Desk(props: DeskProps & { readonly children?: Children }) {
  const { title, shopName, staffName, may, path, assets, toShip, searchIn = paths.adminOrders, q = "" } = props;
  const stops = rail.filter((each) => may(each.needs));
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title safe>{`${title}: ${shopName}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <meta name="htmx-config" content="extensions:none, includeIndicatorCSS:false" />
        {props.refreshes ? (
          <noscript>
            <meta http-equiv="refresh" content="3" />
          </noscript>
        ) : null}
        <link rel="icon" href={paths.favicon} type="image/svg+xml" />
        <link rel="stylesheet" href={deskAsset("admin.css", assets)} />
        <script src={deskAsset("htmx-4.0.1.min.js", assets)} defer></script>
        <script src={deskAsset("shop.js", assets)} defer></script>
        {(props.scripts ?? []).map((name) => (
          <script src={deskAsset(name, assets)} defer></script>
        ))}
        {props.xray ? <XrayFiles assets={assets} /> : null}
      </head>
      <body>
        <a class="skip-link" href="#main">
          Skip to the work
        </a>
        <nav class="rail" aria-label="Desk">
          <a class="name" href={paths.admin}>
            <Mark />
            <span safe>{shopName}</span>
          </a>
          <ul role="list">
            {stops.map((each) => (
              <li>
                <a href={each.path} aria-current={isAt(path, each.path) ? "page" : undefined}>
                  <Icon name={each.icon} />
                  {each.name}
                  {each.path === paths.adminOrders && toShip > 0 ? (
                    <span class="n">
                      {toShip}
                      <span class="visually-hidden"> to ship</span>
                    </span>
                  ) : null}
                </a>
              </li>
            ))}
            <li class="on-phone">
              <a href={paths.home}>
                <Icon name="shopping-basket" />
                The shop
              </a>
            </li>
          </ul>
          <div class="foot">
            <a href={paths.adminFactor}>Your second step</a>
            <br />
            <a href={paths.home}>See the shop</a>
            <XraySwitch on={props.xray === true} />
          </div>
        </nav>
        <header class="top">
          {may(searchIn === paths.adminProducts ? "products.see" : "orders.see") ? (
            <form role="search" action={searchIn}>
              <label class="visually-hidden" for="find">
                {searchIn === paths.adminProducts ? "Find a product" : "Find an order"}
              </label>
              <input
                class="input"
                id="find"
                name="q"
                type="search"
                value={q}
                placeholder={
                  searchIn === paths.adminProducts
                    ? "Find a product by name or number"
                    : "Find an order by number, name or email"
                }
              />
            </form>
          ) : null}
          <div class="who">
            <a href={paths.adminMe} aria-label={`You, ${staffName}: password and devices`} safe>
              {staffName}
            </a>
            <form method="post" action={paths.adminLogout}>
              <button class="link-button">Sign out</button>
            </form>
          </div>
        </header>
        <main id="main" tabindex="-1">
          <div id="notices" />
          {props.children as "safe"}
        </main>
        <div id="live" role="status" class="visually-hidden"></div>
        <NoAnswer />
      </body>
    </html>
  );
}
