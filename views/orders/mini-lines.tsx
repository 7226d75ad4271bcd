import { formatMoney, type Cents } from "#src/pricing/money.ts";
import { Picture } from "#views/ui/picture.tsx";

export type SummaryLine = {
  readonly handle: string;
  readonly title: string;
  readonly options: string;
  readonly picture: string;
  readonly quantity: number;
  readonly amount: Cents;
};

/** Goods in short: picture, name, how many, what they cost. */
export function MiniLines({ lines, currency }: { readonly lines: readonly SummaryLine[]; readonly currency: string }) {
  return (
    <ul class="mini-lines" role="list">
      {lines.map(({ handle, title, options, picture, quantity, amount }) => (
        <li>
          <div class="picture">
            <Picture file={picture} alt="" width={400} height={500} seed={handle} />
          </div>
          <span>
            <span safe>{title}</span>
            <small safe>{[String(quantity), options].filter((part) => part !== "").join(", ")}</small>
          </span>
          <span class="figures" safe>
            {formatMoney(amount, currency)}
          </span>
        </li>
      ))}
    </ul>
  );
}
