import { paths } from "#src/paths.ts";
import { formatMoney, minus, zero, type Cents } from "#src/pricing/money.ts";
import type { Why, WhyRow } from "#src/cart/why.ts";
import { Layout } from "#views/layout.tsx";
import type { PageShell } from "#views/shell.ts";
import { Crumbs } from "#views/ui/crumbs.tsx";
import { Ledger } from "#views/ui/ledger.tsx";

/** Where the figures stand that an explanation is of, and where explanations are. */
export type WhyPlace = { readonly title: string; readonly href: string; readonly why: string };

type Props = { readonly shell: PageShell; readonly why: Why; readonly from: WhyPlace };

/** "Why this price?": every step the till took, or those behind one amount, to be read or printed. */
export function WhyPage({ shell, why, from }: Props) {
  const { title, isPart } = why;
  const trail = isPart ? [from, { title: "Why this price?", href: from.why }] : [from];
  return (
    <Layout shell={shell} title={title} robots="noindex">
      <div class="wrap page">
        <Crumbs trail={trail} here={isPart ? "One amount of it" : "Why this price?"} />
        <div class="page-head">
          <h1 safe>{title}</h1>
          <p safe>{introOf(why)}</p>
        </div>
        <WhyPaper why={why} />
        {isPart ? (
          <p class="row no-print gap-above">
            <a href={from.why}>How the whole sum came about</a>
          </p>
        ) : null}
      </div>
    </Layout>
  );
}

const introOf = ({ isPart }: Why) =>
  `${isPart ? "The steps behind this amount" : "Every step the till took"}, in order. Add up the amounts from the top and you get the sum beside them.`;

/** The same for the dialog of the page that it was asked on. `page` is where it can be printed. */
export function WhyPart({ why, from, page }: Omit<Props, "shell"> & { readonly page: string }) {
  return (
    <div class="stack">
      <h2 id="why-h" tabindex="-1" autofocus safe>
        {why.title}
      </h2>
      <WhyPaper why={why} />
      <form method="dialog" class="row">
        <button class="button quiet slim">Close</button>
        <a href={page}>On a page to print</a>
        {why.isPart ? (
          <a href={from.why} data-why="">
            How the whole sum came about
          </a>
        ) : null}
      </form>
    </div>
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
              <th scope="row" safe>
                {why.label}
              </th>
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
  return `${said} The shop worked this out itself: no figure of it came from the browser.`;
}

/** Where the way back leads from the cart's own, and from a checkout's. */
export const fromCart: WhyPlace = { title: "Your cart", href: paths.cart, why: paths.cartWhy };
export const fromCheckout: WhyPlace = { title: "Checkout", href: paths.checkout, why: paths.checkoutWhy };
