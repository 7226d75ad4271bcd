import { link, paths } from "#src/paths.ts";
import { formatMoney, type Cents } from "#src/pricing/money.ts";
import { Layout } from "#views/layout.tsx";
import type { PageShell } from "#views/shell.ts";
import { Button } from "#views/ui/button.tsx";
import { ErrorSummary } from "#views/ui/error-summary.tsx";
import { Field } from "#views/ui/field.tsx";
import { Notice } from "#views/ui/notice.tsx";
import { OtherWays, type OtherWay } from "#views/orders/other-ways.tsx";

export type TestCardProps = {
  readonly token: string;
  readonly number: string;
  readonly total: Cents;
  readonly currency: string;
  readonly version: number;
  readonly cards: readonly { readonly number: string; readonly does: string }[];
  readonly others: readonly OtherWay[];
  readonly errors: Readonly<Record<string, string>>;
};

const titleOf = ({ number, errors }: TestCardProps) =>
  `${Object.keys(errors).length > 0 ? "Error: " : ""}Pay order ${number} by test card`;

export function TestCardPage({ shell, ...props }: TestCardProps & { readonly shell: PageShell }) {
  return (
    <Layout shell={shell} title={titleOf(props)} robots="noindex">
      <div class="wrap narrow page">
        <TestCardBody {...props} />
      </div>
    </Layout>
  );
}

export function TestCardPart(props: TestCardProps) {
  return (
    <>
      <title safe>{titleOf(props)}</title>
      <TestCardBody {...props} />
    </>
  );
}

/** The till for trying the shop out. It looks like no bank's page, and takes no real card. */
function TestCardBody(props: TestCardProps) {
  const { token, number, total, currency, cards, errors, others, version } = props;
  const address = link(paths.testCard, { token });
  const amount = formatMoney(total, currency);
  return (
    <div class="stack" id="till">
      <ErrorSummary errors={errors} />
      <h1>Pay by test card</h1>
      <Notice message="This is the test till. No money moves, and the shop keeps nothing of the card but its last four digits. Never type the number of a real card here." />
      <p>
        <span safe>{`Order ${number} comes to `}</span>
        <strong class="figures" safe>
          {amount}
        </strong>
        .
      </p>
      <form
        method="post"
        action={address}
        hx-post={address}
        hx-target="#till"
        hx-swap="outerHTML"
        hx-sync="this:drop"
        class="stack"
        autocomplete="off"
        novalidate
      >
        <Field
          name="card"
          label="Card number"
          hint="One of the numbers below, with or without spaces."
          error={errors["card"]}
          autocomplete="off"
          inputmode="numeric"
          maxlength={30}
        />
        <p class="row">
          <Button>
            <span safe>{`Pay ${amount}`}</span>
          </Button>
          <a href={link(paths.order, { token })}>To the order without paying</a>
        </p>
      </form>
      <h2>Numbers this till takes</h2>
      <dl class="ledger">
        {cards.map((card) => (
          <div>
            <dt safe>{card.does}</dt>
            <dd class="figures" safe>
              {card.number}
            </dd>
          </div>
        ))}
      </dl>
      <OtherWays token={token} version={version} ways={others} />
    </div>
  );
}
