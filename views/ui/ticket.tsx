import { formatMoney, zero, type Cents } from "#src/pricing/money.ts";

type Props = {
  readonly price: Cents;
  readonly currency: string;
  /** What it cost before, where it is reduced. */
  readonly was?: Cents | null | undefined;
  /** There are dearer ones as well. */
  readonly from?: boolean | undefined;
  readonly soldOut?: boolean | undefined;
  readonly big?: boolean | undefined;
};

/** The price on its ticket, and beside it what it was: goes into a `.price-line`. */
export function Ticket({ price, currency, was, from = false, soldOut = false, big = false }: Props) {
  const shown = price === zero && !from ? "Free" : formatMoney(price, currency);
  const size = big ? " big" : "";
  if (soldOut)
    return (
      <>
        <span class={`ticket gone${size}`}>Sold out</span>
        <span class="was" safe>
          {shown}
        </span>
      </>
    );
  if (was === undefined || was === null || was <= price)
    return (
      <span class={`ticket${size}`} safe>
        {from ? `from ${shown}` : shown}
      </span>
    );
  return (
    <>
      <span class={`ticket sale${size}`}>
        <span class="visually-hidden">Now </span>
        <span safe>{from ? `from ${shown}` : shown}</span>
      </span>
      <s class="was">
        <span class="visually-hidden">Before </span>
        <span safe>{formatMoney(was, currency)}</span>
      </s>
    </>
  );
}
