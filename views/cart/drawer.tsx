import { link, paths } from "#src/paths.ts";
import { formatMoney } from "#src/pricing/money.ts";
import type { CartScreen } from "#src/cart/cart-screen.ts";
import { Button } from "#views/ui/button.tsx";
import { Icon } from "#views/ui/icon.tsx";
import { Ledger, type LedgerRow } from "#views/ui/ledger.tsx";
import { Notice } from "#views/ui/notice.tsx";
import { FreeMeter } from "./free-meter.tsx";
import { Lines, type LineRefusal } from "./lines.tsx";
import { Unused } from "./unused.tsx";
import { CountAndWord } from "./word.tsx";

export type DrawerNews = {
  /** "2 × Round teapot added.", "Round teapot added." */
  readonly added?: { readonly lineId: string; readonly message: string } | undefined;
  readonly refusal?: LineRefusal | undefined;
  readonly removed?: string | undefined;
  readonly restored?: string | undefined;
  readonly said?: string | undefined;
};

type Props = { readonly screen: CartScreen; readonly news?: DrawerNews | undefined };

/** What goes into the drawer of the layout, with the count in the header and the spoken word riding along. */
export function DrawerPart({ screen, news = {} }: Props) {
  return (
    <>
      <div class="drawer-head under-awning">
        <div>
          <h2 id="drawer-h">Your cart</h2>
          <form method="dialog">
            <button class="icon-button" aria-label="Close the cart">
              <Icon name="x" />
            </button>
          </form>
        </div>
        <div class="awning-hang">
          <div class="awning"></div>
        </div>
      </div>
      <div class="body" tabindex="0" role="group" aria-label="What is in it">
        <News screen={screen} news={news} />
        {screen.lines.length === 0 ? (
          <p>The cart is empty.</p>
        ) : (
          <Lines
            lines={screen.lines}
            currency={screen.currency}
            place="drawer"
            refusal={news.refusal}
            added={news.added?.lineId}
            restored={news.restored}
          />
        )}
        <Meter screen={screen} />
        <Unused id="drawer-unused" unused={screen.unused} />
      </div>
      <Foot screen={screen} />
      <CountAndWord count={screen.count} said={news.said} />
    </>
  );
}

function News({ screen, news }: { readonly screen: CartScreen; readonly news: DrawerNews }) {
  const removed = screen.removed.find((line) => line.id === news.removed);
  if (removed) return <Removed {...removed} />;
  const { refusal, added } = news;
  if (refusal && !screen.lines.some((line) => line.id === refusal.lineId))
    return <Notice message={refusal.message} tone="bad" small focused />;
  return added ? <Notice message={added.message} tone="ok" small /> : null;
}

function Removed({ id, title }: { readonly id: string; readonly title: string }) {
  const action = link(paths.cartUndo, { lineId: id });
  return (
    <Notice message={`${title} removed.`} tone="ok" small>
      <form
        method="post"
        action={action}
        hx-post={action}
        hx-target="#cart-drawer"
        hx-swap="innerMorph"
        hx-sync="#cart-drawer:queue all"
      >
        <button class="link-button" autofocus>
          Put it back
          <span class="visually-hidden" safe>{` ${title}`}</span>
        </button>
      </form>
    </Notice>
  );
}

function Meter({ screen: { meter, currency } }: { readonly screen: CartScreen }) {
  return meter ? <FreeMeter id="drawer-free" from={meter.from} goods={meter.goods} currency={currency} /> : null;
}

/** What the goods cost, and what is taken off them where anything is. */
function goodsRows({ rows, goods, soFar, currency }: CartScreen): readonly LedgerRow[] {
  const row = { name: "Goods", value: formatMoney(goods, currency), of: "goods" };
  const savings = rows.filter(({ kind }) => kind === "less");
  if (savings.length === 0) return [{ ...row, kind: "total" }];
  return [row, ...savings, { name: "So far", value: formatMoney(soFar, currency), kind: "total" }];
}

function Foot({ screen }: { readonly screen: CartScreen }) {
  const { lines } = screen;
  return (
    <div class="drawer-foot">
      <Ledger rows={goodsRows(screen)} why={lines.length === 0 ? undefined : paths.cartWhy} />
      {lines.length === 0 ? null : (
        <Button href={paths.checkout} wide>
          Go to checkout
        </Button>
      )}
      <Button href={paths.cart} quiet wide slim>
        See the cart
      </Button>
    </div>
  );
}
