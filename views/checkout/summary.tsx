import type { CheckoutScreen } from "#src/checkout/screen.ts";
import { paths } from "#src/paths.ts";
import { MiniLines } from "#views/orders/mini-lines.tsx";
import { Ledger } from "#views/ui/ledger.tsx";
import { Notice } from "#views/ui/notice.tsx";

/** The order as it stands, beside every step: what is in it, what it comes to, and why. */
export function Summary({ screen: { lines, rows, currency, codeNews } }: { readonly screen: CheckoutScreen }) {
  return (
    <div class="slip" id="summary">
      <h2 id="sum-h">Your order</h2>
      <MiniLines lines={lines} currency={currency} why={paths.checkoutWhy} />
      <Ledger rows={rows} why={paths.checkoutWhy} />
      {codeNews === undefined ? null : <Notice message={codeNews} small />}
      <p class="row">
        <a class="why" href={paths.checkoutWhy} data-why="">
          Why this price?
        </a>
        <a class="why" href={paths.cart}>
          Change the cart
        </a>
      </p>
    </div>
  );
}
