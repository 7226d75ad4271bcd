import { paths } from "#src/paths.ts";
import { Layout } from "#views/layout.tsx";
import { Listen } from "#views/news/listen.tsx";
import type { PageShell } from "#views/shell.ts";
import { Crumbs } from "#views/ui/crumbs.tsx";
import { Ledger, type LedgerRow } from "#views/ui/ledger.tsx";
import { pictureAddress, sharedPicture } from "#views/ui/picture.tsx";
import { Rating } from "#views/ui/rating.tsx";
import { BuyBar, BuyForm, PriceLine, Shelf, type BuyProps } from "./buy-box.tsx";
import { Gallery, type GalleryProps } from "./gallery.tsx";
import { LikeForm } from "./like.tsx";
import { productAddress, ProductGrid, type ProductCardProps } from "./product-card.tsx";
import { productFacts } from "./product-facts.ts";
import { Reviews, type ReviewsProps } from "./reviews.tsx";
import { TellMe } from "./tell-me.tsx";
import { ComesTo } from "./volume.tsx";

export type ProductProps = {
  readonly handle: string;
  readonly title: string;
  readonly seoTitle?: string | undefined;
  readonly seoDescription?: string | undefined;
  /** A sentence below the price, as plain text. */
  readonly summary: string;
  /** Already sanitised: goes into the page as it is. */
  readonly descriptionHtml: string;
  readonly vendor: string;
  /** Of the chosen variant. */
  readonly sku: string;
  /** Measures and the like, the number on the label last. */
  readonly attributes: readonly LedgerRow[];
  /** From the stall down to the shelf it stands on; the last one is where related things are looked for. */
  readonly trail: readonly { readonly title: string; readonly href: string }[];
  readonly gallery: GalleryProps;
  readonly buy: BuyProps;
  /** "Delivery to New York": "$4.90, 24 or 25 Nov", and so on. */
  readonly delivery: readonly LedgerRow[];
  /** There is a place where it can be fetched. */
  readonly picksUp?: boolean | undefined;
  readonly reviews: ReviewsProps;
  readonly related: readonly ProductCardProps[];
  readonly priceFrom: BuyProps["price"];
  readonly priceTo: BuyProps["price"];
  readonly variantCount: number;
  readonly available: boolean;
};

type PageProps = { readonly shell: PageShell; readonly product: ProductProps };

export function ProductPage({ shell, product }: PageProps) {
  const { title, gallery, buy, trail, related } = product;
  const refused = buy.refusal === undefined ? "" : "Error: ";
  const [first] = gallery.pictures;
  return (
    <Layout
      shell={shell}
      title={refused + (product.seoTitle || title)}
      description={product.seoDescription || product.summary}
      canonical={productAddress(product.handle)}
      og={{ type: "product", image: sharedPicture(first?.file) }}
      jsonLd={factsOf(shell, product)}
      scripts={buy.runsOut ? ["news.js"] : []}
    >
      <div class="wrap page">
        <Crumbs trail={trail} here={title} />
        <div class="product">
          <Gallery {...gallery} />
          <BuyBox product={product} />
        </div>
        <div class="after-buy">
          <About product={product} />
          <Reviews handle={product.handle} reviews={product.reviews} />
          {related.length > 0 ? <Related product={product} /> : null}
          <BuyBar buy={buy} />
        </div>
        {buy.runsOut ? <Listen /> : null}
      </div>
    </Layout>
  );
}

function factsOf(shell: PageShell, product: ProductProps): object[] {
  const { gallery, summary, seoDescription, reviews } = product;
  return productFacts({
    ...product,
    origin: shell.origin,
    path: productAddress(product.handle),
    description: seoDescription || summary,
    images: gallery.pictures.map(({ file }) => pictureAddress(file)),
    currency: product.buy.currency,
    offers: product.variantCount,
    rating: reviews,
  });
}

/** Name, price, what to choose, and what buying it here takes. */
function BuyBox({ product }: { readonly product: ProductProps }) {
  const { handle, title, summary, buy, reviews } = product;
  return (
    <div class="buy-box" id="buy-box">
      <div class="top">
        <h1 safe>{title}</h1>
        <LikeForm handle={handle} title={title} id="like" />
        {reviews.count === 0 ? null : (
          <p>
            <a href="#reviews">
              <Rating sum={reviews.sum} count={reviews.count} />
            </a>
          </p>
        )}
        <PriceLine buy={buy} />
        {summary === "" ? null : <p safe>{summary}</p>}
      </div>
      <BuyForm buy={buy} />
      {buy.runsOut ? <TellMe handle={handle} variant={buy.soldOut} /> : null}
      <ComesTo buy={buy} />
      <Ledger rows={product.delivery} facts small>
        <div>
          <dt>On the shelf</dt>
          <dd>
            <Shelf buy={buy} />
          </dd>
        </div>
      </Ledger>
      {product.picksUp ? (
        <p class="small">
          <a href={`${paths.pickup}?${new URLSearchParams({ product: handle })}`}>Where you can pick it up</a>
        </p>
      ) : null}
    </div>
  );
}

function About({ product }: { readonly product: ProductProps }) {
  const { descriptionHtml, attributes } = product;
  if (descriptionHtml === "" && attributes.length === 0) return null;
  const isDescribed = descriptionHtml !== "";
  return (
    <div class="section sided">
      <section class="stack" aria-labelledby="about">
        <h2 id="about">About it</h2>
        {isDescribed ? (
          <div class="description stack">{descriptionHtml as "safe"}</div>
        ) : (
          <Ledger rows={attributes} facts small />
        )}
      </section>
      {isDescribed && attributes.length > 0 ? (
        <section class="aside stack" aria-labelledby="specs">
          <h2 id="specs" class="visually-hidden">
            Measures
          </h2>
          <Ledger rows={attributes} facts small />
        </section>
      ) : null}
    </div>
  );
}

function Related({ product }: { readonly product: ProductProps }) {
  const shelf = product.trail.at(1); // the widest: what stands beside comes from there
  return (
    <section class="section" aria-labelledby="beside">
      <div class="section-head">
        <h2 id="beside">Stands well beside</h2>
        {shelf ? (
          <a href={shelf.href} safe>
            {shelf.title}
          </a>
        ) : null}
      </div>
      <ProductGrid cards={product.related} currency={product.buy.currency} four />
    </section>
  );
}
