import type { LetterShop } from "#src/mail/order-facts.ts";
import { LetterFrame, styles } from "./letter-frame.tsx";

type Props = {
  readonly shop: LetterShop;
  readonly heading: string;
  readonly sentences: readonly string[];
  readonly button?: { readonly label: string; readonly link: string } | undefined;
};

/** A letter about an account: what happened, and at most one thing to press. */
export function AccountLetter({ shop, heading, sentences, button }: Props) {
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
    </LetterFrame>
  );
}
