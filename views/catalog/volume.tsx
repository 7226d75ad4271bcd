import type { Reckoning, Tier } from "#src/catalog/reckoning.ts";
import { link, paths } from "#src/paths.ts";
import { formatMoney } from "#src/pricing/money.ts";
import { Ledger } from "#views/ui/ledger.tsx";
import type { BuyProps } from "./buy-box.tsx";

type Props = { readonly buy: BuyProps };

/** What one costs of how many: each a link that asks for so many, with htmx or without. */
export function Tiers({ buy }: Props) {
  const { reckoning, currency } = buy;
  if (!reckoning || reckoning.tiers.length === 0) return null;
  return (
    <div class="tiers">
      <p id="tiers-h">The more, the cheaper</p>
      <ul role="list" aria-labelledby="tiers-h">
        {reckoning.tiers.map((tier) => (
          <li>
            <TierLink tier={tier} buy={buy} />
          </li>
        ))}
      </ul>
      <p class="small soft" id="next-tier" safe>
        {hintOf(reckoning, currency)}
      </p>
    </div>
  );
}

function TierLink({ tier, buy }: Props & { readonly tier: Tier }) {
  const { handle, options, currency } = buy;
  const asked = new URLSearchParams([
    ...options.map((option, at) => [`option${at + 1}`, option.values.find((value) => value.isChosen)?.value ?? ""]),
    ["quantity", String(tier.from)],
  ]);
  return (
    <a
      id={`tier-${tier.from}`}
      href={`${link(paths.product, { handle })}?${asked}`}
      hx-get={`${link(paths.productPreview, { handle })}?${asked}`}
      hx-target="#choosing"
      hx-swap="outerHTML settle:0"
      hx-sync="#choosing:replace"
      hx-push-url="false"
      aria-current={tier.isReached ? "true" : undefined}
    >
      <span safe>{spanOf(tier)}</span> <b safe>{eachOf(tier, currency)}</b>
    </a>
  );
}

const spanOf = ({ from, to }: Tier) => (to === undefined ? `${from}+` : to === from ? `${from}` : `${from}–${to}`);

const eachOf = ({ each, isRounded }: Tier, currency: string) =>
  `${isRounded ? "about " : ""}${formatMoney(each, currency)}`;

function hintOf({ next }: Reckoning, currency: string): string {
  return next ? `${next.more} more and each costs ${eachOf(next.tier, currency)}.` : "";
}

/** What promotions take off so many of it. */
export function Saving({ buy: { reckoning, currency } }: Props) {
  if (!reckoning || reckoning.saved === 0) return null;
  return (
    <span class="small saving" id="saving" safe>
      {`${reckoning.savedBy.join(", ")}: you save ${formatMoney(reckoning.saved, currency)}`}
    </span>
  );
}

/** The sum that a cart with nothing else in it would show. It stays folded open while one types. */
export function ComesTo({ buy: { reckoning, currency } }: Props) {
  return <div id="comes-to">{reckoning ? <Sum reckoning={reckoning} currency={currency} /> : null}</div>;
}

function Sum({ reckoning, currency }: { readonly reckoning: Reckoning; readonly currency: string }) {
  const { heading, total, rows, placeWords, placeIsGuess } = reckoning;
  return (
    <details class="comes-to">
      <summary>
        <span safe>{`${heading}: `}</span>
        <b class="figures" safe>
          {formatMoney(total, currency)}
        </b>
      </summary>
      <Ledger rows={rows} small />
      <p class="small soft" safe>
        {placeIsGuess
          ? `Worked out for this alone, and for ${placeWords}, where the shop is. Say in the cart where it goes.`
          : `Worked out for this alone, going to ${placeWords}.`}
      </p>
    </details>
  );
}
