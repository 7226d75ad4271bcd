import { paths } from "#src/paths.ts";
import { formatMoney, minus, zero, type Cents } from "#src/pricing/money.ts";
import type { Why, WhyRow } from "#src/cart/why.ts";
import { Layout } from "#views/layout.tsx";
import type { PageShell } from "#views/shell.ts";
import { Crumbs } from "#views/ui/crumbs.tsx";
import { Ledger } from "#views/ui/ledger.tsx";

type Props = {
  readonly shell: PageShell;
  readonly why: Why;
  /** Where the figures stand that this explains. */
  readonly from: { readonly title: string; readonly href: string };
};

/** "Why this price?": every step the till took, to be read or printed. */
export function WhyPage({ shell, why, from }: Props) {
  const title = `Why ${formatMoney(why.total, why.currency)}?`;
  return (
    <Layout shell={shell} title={title} robots="noindex">
      <div class="wrap page">
        <Crumbs trail={[from]} here="Why this price?" />
        <div class="page-head">
          <h1 safe>{title}</h1>
          <p>
            Every step the till took, in the order it took them. Add the middle column from the top and you get the
            right one.
          </p>
        </div>
        <WhyPaper why={why} />
      </div>
    </Layout>
  );
}

/** The paper itself: the same for cart, order and desk. */
export function WhyPaper({ why }: { readonly why: Why }) {
  return (
    <div class="sided">
      <div class="table-scroll" tabindex="0" role="group" aria-label="The steps, scrolls sideways on a narrow screen">
        <table class="account-paper">
          <caption class="visually-hidden">How the total came about</caption>
          <thead>
            <tr>
              <th scope="col" class="step-no">
                Step
              </th>
              <th scope="col">What happened</th>
              <th scope="col" class="amount">
                Amount
              </th>
              <th scope="col" class="amount">
                So far
              </th>
            </tr>
          </thead>
          <tbody>
            {why.rows.map((row, at) => (
              <Row row={row} number={at + 1} currency={why.currency} />
            ))}
          </tbody>
          <tfoot>
            <tr>
              <td class="step-no"></td>
              <th scope="row">You pay</th>
              <td class="amount"></td>
              <td class="amount" safe>
                {formatMoney(why.total, why.currency)}
              </td>
            </tr>
          </tfoot>
        </table>
      </div>
      <Beside why={why} />
    </div>
  );
}

type RowProps = { readonly row: WhyRow; readonly number: number; readonly currency: string };

function Row({ row, number, currency }: RowProps) {
  const shown = (amount: Cents | undefined) => (amount === undefined ? "" : formatMoney(amount, currency));
  return (
    <tr>
      <td class="step-no">{number}</td>
      <th scope="row">
        <span safe>{row.title}</span>
        {row.note === "" ? null : <small safe>{row.note}</small>}
      </th>
      <td class="amount" safe>
        {shown(row.amount)}
      </td>
      <td class="amount" safe>
        {shown(row.soFar)}
      </td>
    </tr>
  );
}

function Beside({ why }: { readonly why: Why }) {
  const { unused, currency } = why;
  return (
    <aside class="aside stack">
      {unused.length === 0 ? null : (
        <>
          <h2 id="not-h">Looked at, not used</h2>
          <Ledger
            small
            rows={unused.map(({ name, why: note, saves }) => {
              return { name, note, value: formatMoney(saves === undefined ? zero : minus(zero, saves), currency) };
            })}
          />
        </>
      )}
      <p class="small soft" safe>
        {roundingInWords(why)}
      </p>
    </aside>
  );
}

function roundingInWords({ rows }: Why): string {
  const at = rows.flatMap((row, index) => (row.rounded ? [index + 1] : []));
  const last = at.at(-1);
  const many = at.length > 1;
  const where = many ? `steps ${at.slice(0, -1).join(", ")} and ${last}` : `step ${last}`;
  const said = last === undefined ? "Nothing had to be rounded." : `Rounding happens at ${where} and nowhere else.`;
  return `Prices are kept in whole cents. ${said} The shop reckoned this itself; the browser sent no figure.`;
}

/** Where the way back leads from the cart's own. */
export const fromCart = { title: "Your cart", href: paths.cart } as const;
