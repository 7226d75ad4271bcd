import type { LetterShop } from "#src/mail/order-facts.ts";
import { LetterFrame, styles } from "./letter-frame.tsx";

type Props = {
  readonly shop: LetterShop;
  readonly heading: string;
  readonly sentences: readonly string[];
  readonly link: string;
  /** What the button says. */
  readonly label: string;
};

/** A letter about the letters: a few sentences and a button. */
export function NewsletterLetter({ shop, heading, sentences, link, label }: Props) {
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
      <p style="margin:24px 0">
        <a href={link} style={styles.button} safe>
          {label}
        </a>
      </p>
    </LetterFrame>
  );
}
