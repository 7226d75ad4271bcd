import { escapeHtml } from "@kitajs/html";
import { link, paths } from "#src/paths.ts";
import type { Cents } from "#src/pricing/money.ts";
import { Picture } from "#views/ui/picture.tsx";
import { RatingInShort } from "#views/ui/rating.tsx";
import { Ticket } from "#views/ui/ticket.tsx";
import { LikeForm } from "./like.tsx";

/** One product in a list, as the catalogue keeps it. */
export type ProductCardProps = {
  readonly handle: string;
  readonly title: string;
  /** One line below the title: "Stoneware, 350 ml". */
  readonly subtitle: string;
  readonly priceFrom: Cents;
  readonly priceTo: Cents;
  /** What the cheapest cost before, where it is reduced. */
  readonly compareAt: Cents | null;
  readonly available: boolean;
  /** Name of a file below /pictures; "" for none. */
  readonly picture: string;
  readonly ratingSum: number;
  readonly ratingCount: number;
};

type Level = "h2" | "h3";
type CardProps = {
  readonly card: ProductCardProps;
  readonly currency: string;
  readonly level: Level;
  readonly focus: boolean;
  /** Seen at once, without scrolling: its picture is fetched first. */
  readonly first: boolean;
};

const folder = link(paths.product, { handle: "" });

/** The address of a product's page. */
export const productAddress = (handle: string) => folder + encodeURIComponent(handle);

/** One product: the whole card is one link, the heart lies above it; buying happens on the product's own page. */
function ProductCard({ card, currency, level, focus, first }: CardProps) {
  const { handle, title, subtitle, priceFrom, priceTo, compareAt, available } = card;
  return (
    <li class="product-card">
      <div class="name">
        {heading(level, card, focus) as "safe"}
        {subtitle === "" ? null : <p safe>{subtitle}</p>}
        {card.ratingCount === 0 ? null : (
          <p>
            <RatingInShort sum={card.ratingSum} count={card.ratingCount} />
          </p>
        )}
      </div>
      <div class="picture">
        <Picture
          file={card.picture}
          alt=""
          width={400}
          height={500}
          sizes="(width < 56rem) 46vw, 18rem"
          seed={handle}
          eager={first}
        />
      </div>
      <p class="price-line">
        <Ticket price={priceFrom} currency={currency} was={compareAt} from={priceTo > priceFrom} soldOut={!available} />
      </p>
      <LikeForm handle={handle} title={title} />
    </li>
  );
}

const heading = (level: Level, { handle, title }: ProductCardProps, focus: boolean) =>
  `<${level}><a href="${escapeHtml(productAddress(handle))}"${focus ? " autofocus" : ""}>${escapeHtml(title)}</a></${level}>`;

type CardsProps = {
  readonly cards: readonly ProductCardProps[];
  readonly currency: string;
  /** Which heading a card has: h2 where the page's title stands right above. */
  readonly level?: Level | undefined;
  /** How many are seen without scrolling, where the list stands at the top of its page. */
  readonly atOnce?: number | undefined;
};

/** The cards alone; `focusFirst` where they are put below others and whoever asked shall go on from there. */
export function ProductCards({
  cards,
  currency,
  level = "h3",
  atOnce = 0,
  focusFirst = false,
}: CardsProps & { focusFirst?: boolean }) {
  return (
    <>
      {cards.map((card, at) => (
        <ProductCard card={card} currency={currency} level={level} focus={focusFirst && at === 0} first={at < atOnce} />
      ))}
    </>
  );
}

type GridProps = CardsProps & {
  readonly id?: string | undefined;
  /** Four in a line where there is room; six where there are just six. */
  readonly four?: boolean | undefined;
};

export function ProductGrid({ cards, currency, level, atOnce, id, four = false }: GridProps) {
  const wide = cards.length === 6 ? " six" : " four";
  return (
    <ul class={four ? `product-grid${wide}` : "product-grid"} id={id} role="list">
      <ProductCards cards={cards} currency={currency} level={level} atOnce={atOnce} />
    </ul>
  );
}
