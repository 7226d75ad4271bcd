import { formatMoney, minus, type Cents } from "#src/pricing/money.ts";

type Props = {
  readonly id: string;
  readonly from: Cents;
  readonly goods: Cents;
  readonly currency: string;
};

/** How far the goods are from free delivery. */
export function FreeMeter({ id, from, goods, currency }: Props) {
  const there = goods >= from;
  const amount = formatMoney(from, currency);
  const message = there
    ? `Delivery is free from ${amount}. You are there.`
    : `Delivery is free from ${amount}: ${formatMoney(minus(from, goods), currency)} to go.`;
  return (
    <div class="free-meter">
      <label for={id} safe>
        {message}
      </label>
      <meter id={id} min="0" max={String(from)} value={String(there ? from : goods)}></meter>
    </div>
  );
}
