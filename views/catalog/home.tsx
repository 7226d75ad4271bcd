import { escapeHtml } from "@kitajs/html";
import { link, paths } from "#src/paths.ts";
import { formatMoney, type Cents } from "#src/pricing/money.ts";
import { Layout } from "#views/layout.tsx";
import type { PageShell } from "#views/shell.ts";
import { Icon, type IconName } from "#views/ui/icon.tsx";
import { pictureAddress, sharedPicture } from "#views/ui/picture.tsx";
import { things } from "./list.ts";
import { ProductGrid, type ProductCardProps } from "./product-card.tsx";
import { StallHero, type HeroProps } from "./stall-hero.tsx";

export type HomeProps = {
  readonly currency: string;
  readonly seoTitle: string;
  readonly seoDescription: string;
  readonly hero: HeroProps;
  /** What buying here costs and takes: "Free delivery from $75". */
  readonly trust: readonly string[];
  readonly rows: readonly {
    readonly title: string;
    readonly cards: readonly ProductCardProps[];
    readonly more?: { readonly label: string; readonly href: string } | undefined;
  }[];
  readonly collections: readonly {
    readonly handle: string;
    readonly title: string;
    readonly productCount: number;
    readonly priceFrom: Cents | null;
  }[];
  readonly story?: StoryProps | undefined;
};

type StoryProps = {
  readonly picture: string;
  readonly heading: string;
  readonly text: string;
  readonly more: { readonly label: string; readonly href: string };
};

/** More shelves than this make a wall, not a table of contents. */
const mostShelves = 60;

export function HomePage({ shell, home }: { readonly shell: PageShell; readonly home: HomeProps }) {
  const { rows, collections, story, currency } = home;
  const [first, ...others] = rows.filter((row) => row.cards.length > 0);
  return (
    <Layout
      shell={shell}
      title={home.seoTitle || shell.shop.name}
      description={home.seoDescription}
      canonical={paths.home}
      og={{ type: "website", image: sharedPicture(home.hero.picture) }}
    >
      <StallHero hero={home.hero} currency={currency} />
      <Trust trust={home.trust} />
      {first ? <Row row={first} at={0} currency={currency} /> : null}
      {collections.length > 0 ? <Contents collections={collections} currency={currency} /> : null}
      {story ? <Story story={story} /> : null}
      {others.map((row, at) => (
        <Row row={row} at={at + 1} currency={currency} />
      ))}
      {first === undefined && collections.length === 0 ? <OpeningSoon /> : null}
    </Layout>
  );
}

const icons: readonly (readonly [RegExp, IconName])[] = [
  [/within|hours|working day/i, "package"],
  [/deliver|ship|sent|post/i, "truck"],
  [/return|mind|back/i, "undo-2"],
  [/pick|fetch|collect/i, "map-pin"],
  [/mend|repair|life/i, "hammer"],
  [/pay|safe|secure/i, "shield-check"],
];
const iconFor = (words: string): IconName => icons.find(([about]) => about.test(words))?.[1] ?? "check";

/** "Free delivery from $75: in 2 to 3 days" has a second line after its colon. */
function Trust({ trust }: Pick<HomeProps, "trust">) {
  if (trust.length === 0) return null;
  return (
    <div class="wrap">
      <ul class="facts" role="list" aria-label="Buying here">
        {trust.map((words) => {
          const [told = "", more = ""] = words.split(/:\s+/, 2);
          return (
            <li>
              <Icon name={iconFor(words)} />
              <strong safe>{told}</strong>
              {more === "" ? null : <span safe>{more}</span>}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

type RowProps = { readonly row: HomeProps["rows"][number]; readonly at: number; readonly currency: string };

function Row({ row, at, currency }: RowProps) {
  const { title, cards, more } = row;
  return (
    <section class="wrap section" aria-labelledby={`row-${at}`}>
      <div class="section-head">
        <h2 id={`row-${at}`} safe>
          {title}
        </h2>
        {more ? (
          <a href={more.href} safe>
            {more.label}
          </a>
        ) : null}
      </div>
      <ProductGrid cards={wholeRows(cards)} currency={currency} four />
    </section>
  );
}

/** Four stand in a row: what would begin another without filling it stays on its shelf. */
const wholeRows = <T,>(cards: readonly T[]): readonly T[] =>
  cards.length < 4 ? cards : cards.slice(0, cards.length - (cards.length % 4));

function Contents({ collections, currency }: Pick<HomeProps, "collections" | "currency">) {
  return (
    <section class="wrap section" aria-labelledby="where">
      <div class="section-head">
        <h2 id="where">Where to look</h2>
        <p class="small soft">{(collections.length === 1 ? "One shelf" : `${collections.length} shelves`) as "safe"}</p>
      </div>
      <ul class="contents" role="list">
        {collections.slice(0, mostShelves).map(({ handle, title, productCount, priceFrom }) => (
          <li>
            <a href={link(paths.collection, { handle })}>
              {escapeHtml(title)}
              <span safe>{things(productCount) + (priceFrom ? `, from ${formatMoney(priceFrom, currency)}` : "")}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Story({ story }: { readonly story: StoryProps }) {
  const { picture, heading, text, more } = story;
  return (
    <section class="wrap section" aria-labelledby="story">
      <div class="story">
        <div class="picture">
          <img src={pictureAddress(picture, 960)} alt="" width="1000" height="800" loading="lazy" />
        </div>
        <div class="words">
          <h2 id="story" safe>
            {heading}
          </h2>
          <p safe>{text}</p>
          <p>
            <a href={more.href} safe>
              {more.label}
            </a>
          </p>
        </div>
      </div>
    </section>
  );
}

function OpeningSoon() {
  return (
    <section class="wrap section stack">
      <h2>Opening soon</h2>
      <p>The cart is still being loaded. Come back in a little while.</p>
    </section>
  );
}
