import { plainMoney, type Cents } from "#src/pricing/money.ts";
import { meanRating } from "#views/ui/rating.tsx";

export type ProductFactsProps = {
  readonly origin: string;
  /** Path of the page. */
  readonly path: string;
  readonly title: string;
  readonly description: string;
  readonly vendor: string;
  readonly sku: string;
  readonly barcode?: string | undefined;
  /** Paths. */
  readonly images: readonly string[];
  readonly currency: string;
  readonly priceFrom: Cents;
  readonly priceTo: Cents;
  readonly offers: number;
  readonly available: boolean;
  readonly rating: { readonly sum: number; readonly count: number };
  readonly trail: readonly { readonly title: string; readonly href: string }[];
};

const schema = "https://schema.org";

/** What search engines are told of a product, as schema.org has it. */
export function productFacts(facts: ProductFactsProps): object[] {
  const { origin, path, title, vendor, rating, trail } = facts;
  const product = {
    "@context": schema,
    "@type": "Product",
    name: title,
    url: origin + path,
    description: facts.description,
    image: facts.images.map((image) => origin + image),
    ...(facts.sku === "" ? {} : { sku: facts.sku }),
    ...(vendor === "" ? {} : { brand: { "@type": "Brand", name: vendor } }),
    offers: offersOf(facts),
    ...(rating.count === 0
      ? {}
      : {
          aggregateRating: { "@type": "AggregateRating", ratingValue: meanRating(rating), reviewCount: rating.count },
        }),
  };
  const crumbs = [...trail, { title, href: path }].map((crumb, at) => ({
    "@type": "ListItem",
    position: at + 1,
    name: crumb.title,
    item: origin + crumb.href,
  }));
  return [product, { "@context": schema, "@type": "BreadcrumbList", itemListElement: crumbs }];
}

function offersOf({ priceFrom, priceTo, currency, available, offers }: ProductFactsProps): object {
  const shared = { priceCurrency: currency, availability: `${schema}/${available ? "InStock" : "OutOfStock"}` };
  if (priceFrom === priceTo) return { "@type": "Offer", price: plainMoney(priceFrom, currency), ...shared };
  return {
    "@type": "AggregateOffer",
    lowPrice: plainMoney(priceFrom, currency),
    highPrice: plainMoney(priceTo, currency),
    offerCount: offers,
    ...shared,
  };
}
