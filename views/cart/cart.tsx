import { link, paths } from "#src/paths.ts";
import { formatMoney } from "#src/pricing/money.ts";
import type { CartScreen } from "#src/cart/cart-screen.ts";
import { CartCount } from "#views/personal.tsx";
import { Layout } from "#views/layout.tsx";
import type { PageShell } from "#views/shell.ts";
import { Button } from "#views/ui/button.tsx";
import { ErrorSummary } from "#views/ui/error-summary.tsx";
import { Notice } from "#views/ui/notice.tsx";
import { Picture } from "#views/ui/picture.tsx";
import { Estimate, type EstimateNews } from "./estimate.tsx";
import { Lines, type LineRefusal } from "./lines.tsx";
import { Slip, type CouponNews } from "./slip.tsx";

/** What the step that led here did, or why it did not. */
export type CartNews = {
  readonly refusal?: LineRefusal | undefined;
  /** A line that was taken out just now. */
  readonly removed?: string | undefined;
  /** A line that was put back, perhaps into an empty cart. */
  readonly restored?: string | undefined;
  readonly coupon?: CouponNews | undefined;
  readonly estimate?: EstimateNews | undefined;
  /** Said to those who do not see the page change. */
  readonly said?: string | undefined;
};

type Props = { readonly screen: CartScreen; readonly news?: CartNews | undefined };

export function CartPage({ shell, screen, news = {} }: Props & { readonly shell: PageShell }) {
  const errors = errorsOf(news);
  const wrong = Object.keys(errors).length > 0;
  return (
    <Layout shell={shell} title={wrong ? "Error: Your cart" : "Your cart"} robots="noindex">
      <div class="wrap page">
        <ErrorSummary errors={errors} />
        <div class="page-head">
          <h1>Your cart</h1>
        </div>
        <CartBody screen={screen} news={news} />
        <EstimatePlace screen={screen} news={news.estimate} />
      </div>
    </Layout>
  );
}

function errorsOf({ refusal, coupon, estimate }: CartNews): Record<string, string> {
  return {
    ...(refusal && { [`q-${refusal.lineId}`]: refusal.message }),
    ...(coupon?.what === "refused" && { code: coupon.message }),
    ...estimate?.errors,
  };
}

/** What htmx gets after a change: lines and sum, with the count in the header and the spoken word riding along. */
export function CartPart({ screen, news = {} }: Props) {
  return (
    <>
      <CartBody screen={screen} news={news} />
      <CountAndWord count={screen.count} said={news.said} />
      {screen.lines.length > 0 && news.restored === undefined ? null : (
        <hx-partial hx-target="#estimate" hx-swap="outerHTML">
          <EstimatePlace screen={screen} news={undefined} />
        </hx-partial>
      )}
    </>
  );
}

/** The answer to a code: the form and the sum; all else stands as it stood. */
export function CouponPart({ screen, news = {} }: Props) {
  return (
    <>
      <Slip screen={screen} coupon={news.coupon} />
      <CountAndWord count={screen.count} said={news.said} />
    </>
  );
}

/** The answer to a place: its form, and lines and sum as they are for there. */
export function EstimatePart({ screen, news = {} }: Props) {
  return (
    <>
      <EstimatePlace screen={screen} news={news.estimate} />
      <hx-partial hx-target="#cart-body" hx-swap="outerMorph">
        <CartBody screen={screen} news={{}} />
      </hx-partial>
      <CountAndWord count={screen.count} said={news.said} />
    </>
  );
}

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

/** Asks for itself when the window gets the focus: what another tab changed is then seen here as well. */
function CartBody({ screen, news }: { readonly screen: CartScreen; readonly news: CartNews }) {
  const empty = screen.lines.length === 0;
  return (
    <div
      class={empty ? "unsided" : "sided"}
      id="cart-body"
      hx-get={paths.cart}
      hx-trigger="focus from:window"
      hx-swap="outerMorph"
      hx-sync="this:drop"
      data-quiet=""
    >
      <section id="cart" aria-label="What is in it" class="stack">
        <Removed screen={screen} lineId={news.removed} />
        <LeftAlready screen={screen} refusal={news.refusal} />
        {empty ? <Empty /> : <Full screen={screen} news={news} />}
      </section>
      {empty ? null : (
        <aside class="aside" aria-labelledby="sum-h">
          <Slip screen={screen} coupon={news.coupon} />
        </aside>
      )}
    </div>
  );
}

function Full({ screen, news }: { readonly screen: CartScreen; readonly news: CartNews }) {
  return (
    <>
      <Lines
        lines={screen.lines}
        currency={screen.currency}
        place="page"
        refusal={news.refusal}
        restored={news.restored}
      />
      <p class="row small">
        <a href={paths.home}>Keep looking</a>
        <span class="soft">Your cart waits here for 30 days.</span>
      </p>
    </>
  );
}

/** "Blackberry jam removed. Put it back": takes the focus, which the line has lost. */
function Removed({ screen, lineId }: { readonly screen: CartScreen; readonly lineId: string | undefined }) {
  const line = screen.removed.find((each) => each.id === lineId);
  if (!line) return null;
  const action = link(paths.cartUndo, { lineId: line.id });
  return (
    <Notice message={`${line.title} removed.`} tone="ok">
      <form
        method="post"
        action={action}
        hx-post={action}
        hx-target="#cart-body"
        hx-swap="outerMorph"
        hx-sync="#cart-body:queue all"
      >
        <button class="link-button" autofocus>
          Put it back
          <span class="visually-hidden" safe>{` ${line.title}`}</span>
        </button>
      </form>
    </Notice>
  );
}

/** The line that somebody wanted to change is not there any more: another tab was quicker. */
function LeftAlready({ screen, refusal }: { readonly screen: CartScreen; readonly refusal: LineRefusal | undefined }) {
  if (!refusal || screen.lines.some((line) => line.id === refusal.lineId)) return null;
  return <Notice message={refusal.message} tone="bad" />;
}

function Empty() {
  return (
    <div class="empty">
      <Picture
        file="hero-empty-cart.svg"
        alt="An empty pushcart with a sparrow on its handle"
        width={1600}
        height={800}
      />
      <div class="stack">
        <h2>The cart is empty</h2>
        <p>A sparrow has been looking after it. What you put in stays here for 30 days.</p>
        <Button href={paths.home}>See what is on the stall</Button>
      </div>
    </div>
  );
}

function EstimatePlace({ screen, news }: { readonly screen: CartScreen; readonly news: EstimateNews | undefined }) {
  if (screen.lines.length === 0 || screen.noDelivery) return <section id="estimate" hidden></section>;
  return <Estimate screen={screen} news={news} />;
}

/** What is said after a change: "6 things, $97.48." */
export function countAndTotal({ count, total, currency }: Pick<CartScreen, "count" | "total" | "currency">): string {
  return `${count} ${count === 1 ? "thing" : "things"} in the cart, ${formatMoney(total, currency)}.`;
}
