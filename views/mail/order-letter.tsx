import type { OrderFacts, SumLine } from "#src/mail/order-facts.ts";
import { formatMoney } from "#src/pricing/money.ts";
import { LetterFrame, styles } from "./letter-frame.tsx";

type Props = {
  readonly facts: OrderFacts;
  readonly heading: string;
  readonly intro: readonly string[];
  readonly button: string;
  /** Whether to say how it is paid. */
  readonly pay: boolean;
};

/** A letter about an order: what happened, the button to its page, and the receipt. */
export function OrderLetter({ facts, heading, intro, button, pay }: Props) {
  return (
    <LetterFrame shop={facts.shop} title={heading} preview={intro[0] ?? heading}>
      <h1 style={styles.heading} safe>
        {heading}
      </h1>
      {intro.map((sentence) => (
        <p style="margin:12px 0 0" safe>
          {sentence}
        </p>
      ))}
      {pay ? <Pay facts={facts} /> : null}
      <p style="margin:24px 0">
        <a href={facts.link} style={styles.button} safe>
          {button}
        </a>
      </p>
      <Receipt facts={facts} />
      <Goes facts={facts} />
    </LetterFrame>
  );
}

function Pay({ facts }: { readonly facts: OrderFacts }) {
  const { sentence, details } = facts.pay;
  return (
    <>
      <p style="margin:12px 0 0" safe>
        {sentence}
      </p>
      {details.length === 0 ? null : (
        <table role="presentation" cellpadding="0" cellspacing="0" style="margin:12px 0 0">
          {details.map(([name, value]) => (
            <tr>
              <td style={`padding:2px 16px 2px 0;${styles.soft}`} safe>
                {name}
              </td>
              <td style={styles.text} safe>
                {value}
              </td>
            </tr>
          ))}
        </table>
      )}
    </>
  );
}

function Receipt({ facts: { number, lines, sums, currency, why } }: { readonly facts: OrderFacts }) {
  return (
    <>
      <h2 style={`${styles.second};padding-top:20px;border-top:4px double #1f1a17`} safe>
        {`Receipt ${number}`}
      </h2>
      <table width="100%" cellpadding="0" cellspacing="0" style="margin:8px 0 0">
        {lines.map(({ title, options, quantity, amount }) => (
          <tr>
            <td style={`padding:6px 16px 6px 0;${styles.text}`}>
              <span safe>{title}</span>
              <br />
              <span style={styles.soft} safe>
                {[String(quantity), options].filter((part) => part !== "").join(", ")}
              </span>
            </td>
            <td valign="top" style={`padding:6px 0;${styles.text};${styles.amount}`} safe>
              {formatMoney(amount, currency)}
            </td>
          </tr>
        ))}
        {sums.map((row) => (
          <Sum row={row} />
        ))}
      </table>
      <p style={`margin:8px 0 0;${styles.soft}`}>
        <a href={why}>Why this price?</a>
      </p>
    </>
  );
}

function Sum({ row: { name, note, value, kind } }: { readonly row: SumLine }) {
  const look =
    kind === "total" ? "font:400 20px/1.3 'Young Serif',Georgia,serif;border-top:4px double #1f1a17" : styles.text;
  return (
    <tr>
      <td style={`padding:6px 16px 6px 0;${look}`}>
        <span safe>{name}</span>
        {note === undefined ? null : (
          <span style={styles.soft} safe>
            {` ${note}`}
          </span>
        )}
      </td>
      <td valign="top" style={`padding:6px 0;${look};${styles.amount}`} safe>
        {value}
      </td>
    </tr>
  );
}

function Goes({ facts: { goes, comes, note } }: { readonly facts: OrderFacts }) {
  return (
    <>
      {goes ? (
        <>
          <h2 style={`${styles.second};padding-top:24px`} safe>
            {goes.heading}
          </h2>
          {goes.lines.map((line) => (
            <div safe>{line}</div>
          ))}
        </>
      ) : null}
      {comes === "" ? null : (
        <p style={`margin:8px 0 0;${styles.soft}`} safe>
          {comes}
        </p>
      )}
      {note === "" ? null : (
        <p style={`margin:8px 0 0;${styles.soft}`} safe>
          {`Your note: ${note}`}
        </p>
      )}
    </>
  );
}
