import { formatMoney, type Cents } from "#src/pricing/money.ts";

type Props = { readonly amount: Cents; readonly currency: string };

/** An amount as people write it: $2,969.01. */
export function Money({ amount, currency }: Props) {
  return (
    <span class="figures" safe>
      {formatMoney(amount, currency)}
    </span>
  );
}
