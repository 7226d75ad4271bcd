import { paths } from "#src/paths.ts";
import type { DeskProps } from "./desk.tsx";

const steps = [
  {
    needs: "settings.edit",
    href: paths.adminSettings,
    act: "Say who you are",
    more: "name, address, currency, and how one pays.",
  },
  {
    needs: "products.price",
    href: paths.adminProductNew,
    act: "Write your first product",
    more: "with its price, its kinds and its pictures. Or:",
  },
  {
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
] as const;

/** What comes first in a shop without a product. Only what one may do. */
export function FirstSteps({ desk: { may } }: { readonly desk: Pick<DeskProps, "may"> }) {
  return (
    <section class="panel" aria-labelledby="first-h">
      <div class="bar">
        <h2 id="first-h">The cart is empty</h2>
        <span class="soft">What comes first</span>
      </div>
      <div class="pad">
        <ol>
          {steps
            .filter(({ needs }) => may(needs))
            .map(({ href, act, more }) => (
              <li>
                <a href={href}>{act}</a>: {more}
              </li>
            ))}
        </ol>
      </div>
    </section>
  );
}
