import { paths } from "#src/paths.ts";
import type { Permission } from "#src/accounts/permissions.ts";
import type { DeskProps } from "./desk.tsx";

/** What a shop may still lack. */
export type Beginning = "settings" | "products" | "pages";

type Step = {
  /** Undefined: it is there as long as any is. */
  readonly lacks?: Beginning;
  readonly needs: Permission;
  readonly href: string;
  readonly act: string;
  readonly more: string;
};

const steps: readonly Step[] = [
  {
    lacks: "settings",
    needs: "settings.edit",
    href: paths.adminSettings,
    act: "Say who you are",
    more: "name, address, currency, and how one pays.",
  },
  {
    lacks: "products",
    needs: "products.price",
    href: paths.adminProductNew,
    act: "Write your first product",
    more: "with its price, its kinds and its pictures. Or:",
  },
  {
    lacks: "products",
    needs: "products.import",
    href: paths.adminImport,
    act: "Import your products",
    more: "from a file of another shop, or a table.",
  },
  {
    needs: "settings.see",
    href: paths.adminShipping,
    act: "Look at delivery and tax",
    more: "what a parcel costs, and where it goes.",
  },
  {
    lacks: "pages",
    needs: "content.edit",
    href: paths.adminPages,
    act: "Write the pages",
    more: "about you, delivery and returns, and what the law asks for.",
  },
  {
    needs: "desk.enter",
    href: paths.home,
    act: "See the shop",
    more: "as visitors do. Until then it says that it opens soon.",
  },
];

type Props = { readonly desk: Pick<DeskProps, "may">; readonly missing: readonly Beginning[] };

/** What comes first in a new shop: what it lacks yet, and only what one may do. */
export function FirstSteps({ desk: { may }, missing }: Props) {
  const isBare = missing.includes("products");
  return (
    <section class="panel" aria-labelledby="first-h">
      <div class="bar">
        <h2 id="first-h">{isBare ? "The cart is empty" : "Before you open"}</h2>
        <span class="soft">{isBare ? "What comes first" : "What is still missing"}</span>
      </div>
      <div class="pad">
        <ol>
          {steps
            .filter(({ needs, lacks }) => may(needs) && (lacks === undefined ? isBare : missing.includes(lacks)))
            .map(({ href, act, more }) => (
              <li>
                <a href={href} safe>
                  {act}
                </a>
                : <span safe>{more}</span>
              </li>
            ))}
        </ol>
      </div>
    </section>
  );
}
