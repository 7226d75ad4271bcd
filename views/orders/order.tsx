import type { SumRow } from "#src/cart/ledger.ts";
import type { PayFacts } from "#src/mail/order-facts.ts";
import { link, paths } from "#src/paths.ts";
import { Layout } from "#views/layout.tsx";
import { Listen } from "#views/news/listen.tsx";
import type { PageShell } from "#views/shell.ts";
import { Button } from "#views/ui/button.tsx";
import { ErrorSummary } from "#views/ui/error-summary.tsx";
import { Ledger } from "#views/ui/ledger.tsx";
import { Notice } from "#views/ui/notice.tsx";
import { whyAddress, WhyDialog } from "#views/ui/why-link.tsx";
import { Cancel } from "./cancel.tsx";
import { KeepInAccount } from "./keep-in-account.tsx";
import { MiniLines, type SummaryLine } from "./mini-lines.tsx";
import { OrderAgain } from "./order-again.tsx";
import { OtherWays, type OtherWay } from "./other-ways.tsx";
import { Timeline, type ShownStep } from "./timeline.tsx";
import { Opinions } from "./opinions.tsx";

export type OrderProps = {
  readonly token: string;
  readonly number: string;
  readonly version: number;
  readonly currency: string;
  readonly headline: string;
  readonly pay: PayFacts;
  /** "Paid by test card ending 4242, 22 November 2026, 9:41 am", or how it stands with the money. */
  readonly money: string;
  readonly settled: boolean;
  readonly canceled: boolean;
  /** Ask again until the bank has answered. */
  readonly waiting: boolean;
  readonly email: string;
  readonly lines: readonly SummaryLine[];
  readonly rows: readonly SumRow[];
  readonly steps: readonly ShownStep[];
  readonly goes: { readonly heading: string; readonly lines: readonly string[] } | undefined;
  readonly comes: string;
  readonly note: string;
  readonly cancelable: boolean;
  readonly canPay: boolean;
  readonly others: readonly OtherWay[];
  /** A guest's order can be kept in an account. */
  readonly keepable: boolean;
  /** It is the order of who looks at it: its goods can be put into the cart once more. */
  readonly again?: boolean | undefined;
  readonly trouble: string | undefined;
  readonly errors: Readonly<Record<string, string>>;
  /** Up to where its news is told: what comes later is heard. */
  readonly since?: number | undefined;
};

const titleOf = ({ number, errors }: OrderProps) => `${Object.keys(errors).length > 0 ? "Error: " : ""}Order ${number}`;

/** What was ordered, how it stands, and what can still be done about it. Whoever has its address may see it. */
export function OrderPage({ shell, ...props }: OrderProps & { readonly shell: PageShell }) {
  return (
    <Layout shell={shell} title={titleOf(props)} robots="noindex" scripts={["why.js", "news.js"]}>
      <div class="wrap page">
        <OrderBody {...props} />
        {props.canceled ? null : <Listen order={props.token} since={props.since} asks />}
      </div>
      <WhyDialog />
    </Layout>
  );
}

/** The same for htmx: asked for when news of it comes, and again and again while a bank is being asked. */
export function OrderPart(props: OrderProps) {
  return (
    <>
      <title safe>{titleOf(props)}</title>
      <OrderBody {...props} />
    </>
  );
}

/** Nobody thinks anything of what still stands on the shelf. */
const isInHands = ({ settled, canceled, cancelable }: OrderProps) => settled && !canceled && !cancelable;

function OrderBody(props: OrderProps) {
  const { token, waiting, errors } = props;
  const asking = {
    "hx-get": link(paths.order, { token }),
    "hx-trigger": waiting ? "news, every 3s" : "news",
    "hx-target": "#order",
    "hx-swap": "outerMorph",
  };
  return (
    <div id="order" data-quiet="" data-on-news="" {...asking}>
      <ErrorSummary errors={errors} />
      <Head {...props} />
      <div class="sided">
        <div class="stack">
          <HowToPay {...props} />
          <Receipt {...props} />
          <div class="row">
            {props.again ? <OrderAgain token={token} number={props.number} /> : null}
            <Cancel {...props} />
          </div>
          {isInHands(props) ? <Opinions token={props.token} lines={props.lines} /> : null}
        </div>
        <aside class="aside stack" aria-labelledby="t-h">
          <h2 id="t-h">What happens when</h2>
          <Timeline steps={props.steps} />
          <Goes {...props} />
          <KeepInAccount {...props} />
        </aside>
      </div>
    </div>
  );
}

function Head({ headline, money, settled, number, email, trouble }: OrderProps) {
  return (
    <div class="page-head">
      <p class={settled ? "stock" : "stock low"} safe>
        {money}
      </p>
      <h1 safe>{headline}</h1>
      <p
        safe
      >{`Order ${number}. A letter with all of this goes to ${email}; this page stays at its address for you.`}</p>
      {trouble === undefined ? null : <Notice message={trouble} />}
    </div>
  );
}

/** How it is to be paid, while it is not. */
function HowToPay({ pay, settled, canceled, canPay, waiting, token, version, others }: OrderProps) {
  if (settled || canceled) return null;
  return (
    <section class="slip" aria-labelledby="p-h">
      <h2 id="p-h">How to pay</h2>
      <p safe>{pay.sentence}</p>
      <p>
        <a class="why" href={whyAddress(link(paths.orderWhy, { token }), "due")} data-why="">
          Why this amount?
        </a>
      </p>
      {pay.details.length === 0 ? null : <Ledger rows={pay.details.map(([name, value]) => ({ name, value }))} />}
      {waiting ? (
        <p class="no-print">
          <a href={link(paths.order, { token })}>Look again</a>
        </p>
      ) : null}
      {canPay && pay.there ? (
        <p class="row no-print">
          <Button href={link(paths.testCard, { token })}>Pay by test card</Button>
        </p>
      ) : null}
      {canPay ? <OtherWays token={token} version={version} ways={others} /> : null}
    </section>
  );
}

function Receipt({ number, lines, rows, currency, token, note }: OrderProps) {
  const why = link(paths.orderWhy, { token });
  return (
    <section class="receipt-hold" aria-labelledby="r-h">
      <div class="receipt">
        <h2 id="r-h" safe>{`Receipt ${number}`}</h2>
        <MiniLines lines={lines} currency={currency} why={why} />
        <Ledger rows={rows} why={why} />
        {note === "" ? null : <p class="small soft" safe>{`Your note: ${note}`}</p>}
        <p class="row no-print">
          <a class="why" href={why} data-why="">
            Why this price?
          </a>
        </p>
      </div>
    </section>
  );
}

function Goes({ goes, comes }: OrderProps) {
  return (
    <div>
      {goes ? (
        <>
          <h3 safe>{goes.heading}</h3>
          <p>
            {goes.lines.map((line) => (
              <>
                <span safe>{line}</span>
                <br />
              </>
            ))}
          </p>
        </>
      ) : null}
      {comes === "" ? null : (
        <p class="small soft" safe>
          {comes}
        </p>
      )}
    </div>
  );
}
