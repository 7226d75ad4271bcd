import { formatMoney } from "#src/pricing/money.ts";
import { Icon } from "#views/ui/icon.tsx";
import { pictureAddress } from "#views/ui/picture.tsx";
import { productAddress, type ProductCardProps } from "./product-card.tsx";

export type HeroProps = {
  readonly heading: string;
  readonly text: string;
  /** Name of a file below /pictures; "" for words alone. */
  readonly picture: string;
  readonly alt: string;
  readonly action: { readonly label: string; readonly href: string } | undefined;
  /** The goods in the picture that carry their tickets, in the order of `stallGoods`. */
  readonly goods: readonly ProductCardProps[];
};

/** Handles of the goods that stand on a drawn stall, where their tickets hang: round, left, right above, right below. */
export const stallGoods: Readonly<Record<string, readonly string[]>> = {
  "hero-stall.svg": ["round-teapot", "cherry-cutting-board", "market-scale", "berry-bowl"],
};

const places = ["tag-a", "tag-b", "tag-c", "tag-d"];

/** The stall in front of its wall: words, and the goods with their tickets on. */
export function StallHero({ hero, currency }: { readonly hero: HeroProps; readonly currency: string }) {
  const { heading, text, picture, action } = hero;
  if (heading === "" && picture === "") return null;
  return (
    <section class={picture in stallGoods ? "stall-hero" : "stall-hero pictured"} aria-labelledby="hello">
      <div class="wrap inner">
        <div class="words">
          <h1 id="hello" safe>
            {heading}
          </h1>
          {text === "" ? null : <p safe>{text}</p>}
          {action === undefined ? null : (
            <p>
              <a class="button" href={action.href}>
                <span safe>{action.label}</span>
                <Icon name="arrow-right" />
              </a>
            </p>
          )}
        </div>
        {picture === "" ? null : <Scene hero={hero} currency={currency} />}
      </div>
    </section>
  );
}

function Scene({ hero, currency }: { readonly hero: HeroProps; readonly currency: string }) {
  const { picture, alt, goods } = hero;
  const isStall = picture in stallGoods;
  return (
    <div class="scene">
      <img
        src={pictureAddress(picture)}
        alt={alt}
        width={isStall ? "1290" : "1600"}
        height={isStall ? "648" : "800"}
        fetchpriority="high"
      />
      {tagged(picture, goods).map(({ card, place }) => (
        <Tag card={card} currency={currency} place={place} />
      ))}
    </div>
  );
}

const tagged = (picture: string, goods: HeroProps["goods"]) =>
  (stallGoods[picture] ?? []).flatMap((handle, at) => {
    const card = goods.find((each) => each.handle === handle);
    return card ? [{ card, place: places[at] ?? "" }] : [];
  });

type TagProps = { readonly card: ProductCardProps; readonly currency: string; readonly place: string };

function Tag({ card, currency, place }: TagProps) {
  const isReduced = card.compareAt !== null && card.compareAt > card.priceFrom;
  return (
    <a class={`tag ${place}`} href={productAddress(card.handle)}>
      <span class="visually-hidden" safe>{`${card.title}${isReduced ? ", reduced to" : ""} `}</span>
      <span class={isReduced ? "ticket sale" : "ticket"} safe>
        {formatMoney(card.priceFrom, currency)}
      </span>
    </a>
  );
}
