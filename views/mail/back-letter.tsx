import type { LetterShop } from "#src/mail/order-facts.ts";
import { LetterFrame, styles } from "./letter-frame.tsx";

type Press = { readonly label: string; readonly link: string };
type Props = {
  readonly shop: LetterShop;
  readonly heading: string;
  readonly sentences: readonly string[];
  readonly see: Press;
  readonly stop: Press;
};

/** A letter that something is there again: where it is, and how such letters end. */
export function BackLetter({ shop, heading, sentences, see, stop }: Props) {
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
        <a href={see.link} style={styles.button} safe>
          {see.label}
        </a>
      </p>
      <p style={`margin:0;${styles.soft}`}>
        <a href={stop.link} style={styles.link} safe>
          {stop.label}
        </a>
      </p>
    </LetterFrame>
  );
}
