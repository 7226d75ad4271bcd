import { paths } from "#src/paths.ts";
import { formatMoney, minus, zero } from "#src/pricing/money.ts";
import type { CartScreen } from "#src/cart/cart-screen.ts";
import { Button } from "#views/ui/button.tsx";
import { FieldError, describedBy } from "#views/ui/field.tsx";
import { Ledger } from "#views/ui/ledger.tsx";
import { FreeMeter } from "./free-meter.tsx";
import { Unused } from "./unused.tsx";

/** What became of a code that was sent: refused with a reason, taken, or taken off again. */
export type CouponNews =
  | { readonly what: "refused"; readonly typed: string; readonly message: string }
  | { readonly what: "used" | "removed" };

type SlipProps = { readonly screen: CartScreen; readonly coupon?: CouponNews | undefined };

/** What it comes to: meter, sum, code, and the way to checkout. The answer to a code is this part. */
export function Slip({ screen, coupon }: SlipProps) {
  const { meter, currency, rows, noWay, noDelivery } = screen;
  return (
    <div class="slip" id="slip">
      <h2 id="sum-h">What it comes to</h2>
      {meter ? <FreeMeter id="free" from={meter.from} goods={meter.goods} currency={currency} /> : null}
      <div id="totals">
        <Ledger rows={rows} why={paths.cartWhy} />
      </div>
      <Unused id="unused" unused={screen.unused} />
      {noWay === undefined ? null : (
        <div class="notice bad small" role="alert">
          <p safe>{noWay}</p>
        </div>
      )}
      <p class="row small">
        <a class="why" href={paths.cartWhy} data-why="">
          Why this price?
        </a>
        {noDelivery ? null : (
          <a class="why" href="#estimate">
            Another place?
          </a>
        )}
      </p>
      <Coupon screen={screen} news={coupon} />
      <Button href={paths.checkout} wide>
        Go to checkout
      </Button>
      <Payments payments={screen.payments} />
    </div>
  );
}

function Payments({ payments }: { readonly payments: string }) {
  return (
    <p class="small soft" safe>
      {payments === "" ? "No account needed." : `Pay by ${payments}. No account needed.`}
    </p>
  );
}

function Coupon({ screen, news }: { readonly screen: CartScreen; readonly news: CouponNews | undefined }) {
  return screen.coupon ? <CouponKept screen={screen} news={news} /> : <CouponForm news={news} />;
}

/** A code that this cart has: what it does, or why it does nothing just now. It goes by its promotion's name. */
function CouponKept({ screen, news }: { readonly screen: CartScreen; readonly news: CouponNews | undefined }) {
  const { coupon, currency } = screen;
  if (!coupon) return null;
  const { name, state, saves, why } = coupon;
  const said =
    state === "used" ? `${name}: ${formatMoney(minus(zero, saves), currency)}.` : `Your code for ${name} ${why}.`;
  return (
    <form
      class={`notice small ${state === "used" ? "ok" : ""}`}
      id="coupon"
      method="post"
      action={paths.cartCoupon}
      hx-post={paths.cartCoupon}
      hx-target="#slip"
      hx-swap="outerMorph"
      hx-sync="#cart-body:queue all"
    >
      <p safe>{said}</p>
      <button class="link-button" name="op" value="remove" autofocus={news?.what === "used"}>
        Take it off
        <span class="visually-hidden" safe>{` ${name}`}</span>
      </button>
    </form>
  );
}

const hint = "Capitals and spaces do not matter.";

function CouponForm({ news }: { readonly news: CouponNews | undefined }) {
  const error = news?.what === "refused" ? news.message : undefined;
  return (
    <details class="coupon" id="coupon" open={news !== undefined}>
      <summary>I have a code</summary>
      <form
        class="stack"
        method="post"
        action={paths.cartCoupon}
        hx-post={paths.cartCoupon}
        hx-target="#slip"
        hx-swap="outerMorph"
        hx-sync="#cart-body:queue all"
      >
        <div class="field">
          <label for="code">Code</label>
          <p class="hint" id="code-hint">
            {hint}
          </p>
          <FieldError id="code" error={error} />
          <div class="with-button">
            <input
              class="input"
              id="code"
              name="code"
              value={news?.what === "refused" ? news.typed : ""}
              maxlength="100"
              autocomplete="off"
              autocapitalize="characters"
              spellcheck="false"
              aria-invalid={error ? "true" : undefined}
              aria-describedby={describedBy("code", hint, error)}
              autofocus={news !== undefined}
            />
            <Button quiet>Use it</Button>
          </div>
        </div>
      </form>
    </details>
  );
}
