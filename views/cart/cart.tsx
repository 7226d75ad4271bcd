import type { CartScreen } from "#src/cart/cart-screen.ts";
import { Layout } from "#views/layout.tsx";
import type { PageShell } from "#views/shell.ts";
import { ErrorSummary } from "#views/ui/error-summary.tsx";
import { WhyDialog } from "#views/ui/why-link.tsx";
import { CartBody, InCart, type CartNews } from "./cart-body.tsx";
import { Estimate, type EstimateNews } from "./estimate.tsx";
import { Slip } from "./slip.tsx";
import { CountAndWord } from "./word.tsx";

type Props = { readonly screen: CartScreen; readonly news?: CartNews | undefined };

export function CartPage({ shell, screen, news = {} }: Props & { readonly shell: PageShell }) {
  const errors = errorsOf(news);
  const wrong = Object.keys(errors).length > 0;
  return (
    <Layout
      shell={shell}
      title={wrong ? "Error: Your cart" : "Your cart"}
      description={`What you have chosen at ${shell.shop.name}: quantities, codes, delivery and the sum.`}
      robots={screen.lines.length === 0 ? "noindex" : undefined}
      scripts={["why.js"]}
    >
      <div class="wrap page">
        <ErrorSummary errors={errors} />
        <div class="page-head">
          <h1>Your cart</h1>
        </div>
        <CartBody screen={screen} news={news} />
        <EstimatePlace screen={screen} news={news.estimate} />
      </div>
      <WhyDialog />
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

/** The answer to a code: the form and the sum, and the lines with what each saves by it. */
export function CouponPart({ screen, news = {} }: Props) {
  return (
    <>
      <Slip screen={screen} coupon={news.coupon} />
      <hx-partial hx-target="#cart" hx-swap="outerMorph">
        <InCart screen={screen} news={{}} />
      </hx-partial>
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

function EstimatePlace({ screen, news }: { readonly screen: CartScreen; readonly news: EstimateNews | undefined }) {
  if (screen.lines.length === 0 || screen.noDelivery) return <section id="estimate" hidden></section>;
  return <Estimate screen={screen} news={news} />;
}
