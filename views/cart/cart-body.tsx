import { link, paths } from "#src/paths.ts";
import type { CartScreen } from "#src/cart/cart-screen.ts";
import { Button } from "#views/ui/button.tsx";
import { Notice } from "#views/ui/notice.tsx";
import { Picture } from "#views/ui/picture.tsx";
import type { EstimateNews } from "./estimate.tsx";
import { Lines, type LineRefusal } from "./lines.tsx";
import { MergedNotice } from "./merged.tsx";
import { Slip, type CouponNews } from "./slip.tsx";

/** What the step that led here did, or why it did not. */
export type CartNews = {
  readonly refusal?: LineRefusal | undefined;
  /** A line that was taken out just now. */
  readonly removed?: string | undefined;
  /** A line that was put back, perhaps into an empty cart. */
  readonly restored?: string | undefined;
  /** What a sign-in or an order brought in was taken out again. */
  readonly unmerged?: boolean | undefined;
  readonly coupon?: CouponNews | undefined;
  readonly estimate?: EstimateNews | undefined;
  /** Said to those who do not see the page change. */
  readonly said?: string | undefined;
};

/** Asks for itself when the window gets the focus: what another tab changed is then seen here as well. */
export function CartBody({ screen, news }: { readonly screen: CartScreen; readonly news: CartNews }) {
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
      <InCart screen={screen} news={news} />
      {empty ? null : (
        <aside class="aside" aria-labelledby="sum-h">
          <Slip screen={screen} coupon={news.coupon} />
        </aside>
      )}
    </div>
  );
}

type InCartProps = { readonly screen: CartScreen; readonly news: CartNews };

/** The lines, below what has just become of them. */
export function InCart({ screen, news }: InCartProps) {
  return (
    <section id="cart" aria-label="What is in it" class="stack">
      <MergedNotice merged={screen.merged} />
      {news.unmerged ? <Notice message="Your cart is as it was." tone="ok" focused /> : null}
      <Removed screen={screen} lineId={news.removed} />
      <LeftAlready screen={screen} refusal={news.refusal} />
      {screen.lines.length === 0 ? <Empty /> : <Full screen={screen} news={news} />}
    </section>
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
  return <Notice message={refusal.message} tone="bad" focused />;
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
