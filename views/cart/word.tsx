import { formatMoney } from "#src/pricing/money.ts";
import type { CartScreen } from "#src/cart/cart-screen.ts";
import { CartCount } from "#views/personal.tsx";

/** The number on the basket and what is said of it. */
export function CountAndWord({ count, said }: { readonly count: number; readonly said: string | undefined }) {
  return (
    <>
      <hx-partial hx-target="#cart-count" hx-swap="outerHTML">
        <CartCount count={count} />
      </hx-partial>
      {said === undefined ? null : (
        <hx-partial hx-target="#live" hx-swap="innerHTML">
          <span safe>{said}</span>
        </hx-partial>
      )}
    </>
  );
}

/** What is said after a change: "6 things, $97.48." */
export function countAndTotal({ count, total, currency }: Pick<CartScreen, "count" | "total" | "currency">): string {
  return `${count} ${count === 1 ? "thing" : "things"} in the cart, ${formatMoney(total, currency)}.`;
}
