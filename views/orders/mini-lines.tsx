import { formatMoney, type Cents } from "#src/pricing/money.ts";
import { Picture } from "#views/ui/picture.tsx";
import { WhyLink } from "#views/ui/why-link.tsx";

export type SummaryLine = {
  readonly id: string;
  readonly handle: string;
  readonly title: string;
  readonly options: string;
  readonly picture: string;
  readonly quantity: number;
  readonly amount: Cents;
};

type Props = {
  readonly lines: readonly SummaryLine[];
  readonly currency: string;
  /** Where the amounts are explained. */
  readonly why: string;
};

/** Goods in short: picture, name, how many, what they cost. */
export function MiniLines({ lines, currency, why }: Props) {
  return (
    <ul class="mini-lines" role="list">
      {lines.map(({ id, handle, title, options, picture, quantity, amount }) => (
        <li>
          <div class="picture">
            <Picture file={picture} alt="" width={400} height={500} seed={handle} />
          </div>
          <span>
            <span safe>{title}</span>
            <small safe>{[String(quantity), options].filter((part) => part !== "").join(", ")}</small>
          </span>
          <span class="figures">
            <WhyLink value={formatMoney(amount, currency)} at={why} of={`line.${id}`} />
          </span>
        </li>
      ))}
    </ul>
  );
}
