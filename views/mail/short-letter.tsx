import type { LetterShop } from "#src/mail/order-facts.ts";
import { LetterFrame, styles } from "./letter-frame.tsx";

/** Something to press, and the whole address it leads to. */
type Press = { readonly label: string; readonly link: string };
type Props = {
  readonly shop: LetterShop;
  readonly heading: string;
  readonly sentences: readonly string[];
  readonly button?: Press | undefined;
  /** How such letters end. */
  readonly stop?: Press | undefined;
};

/** A letter of a few sentences: what happened, and at most one thing to press. */
export function ShortLetter({ shop, heading, sentences, button, stop }: Props) {
  return (
    <LetterFrame shop={shop} title={heading} preview={sentences[0] ?? heading}>
      <h1 style={styles.heading} safe>
        {heading}
      </h1>
      {sentences.map((sentence) => (
        <p style="margin:12px 0 0" safe>
          {sentence}
        </p>
      ))}
      {button ? (
        <p style="margin:24px 0">
          <a href={button.link} style={styles.button} safe>
            {button.label}
          </a>
        </p>
      ) : null}
      {stop ? (
        <p style={`margin:0;${styles.soft}`}>
          <a href={stop.link} style={styles.link} safe>
            {stop.label}
          </a>
        </p>
      ) : null}
    </LetterFrame>
  );
}
