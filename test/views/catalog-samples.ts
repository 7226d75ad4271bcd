import { toCents } from "#src/pricing/money.ts";
import type { BuyProps } from "#views/catalog/buy-box.tsx";
import type { ListProps } from "#views/catalog/list.ts";
import type { ProductCardProps } from "#views/catalog/product-card.tsx";
import type { ProductProps } from "#views/catalog/product.tsx";

export function card(given: Partial<ProductCardProps> = {}): ProductCardProps {
  return {
    ...{ handle: "round-teapot", title: "Round Teapot", subtitle: "Stoneware", picture: "round-teapot.svg" },
    ...{ priceFrom: toCents(2999), priceTo: toCents(2999), compareAt: null, available: true },
    ...{ ratingSum: 9, ratingCount: 2 },
    ...given,
  };
}

export function list(given: Partial<ListProps> = {}): ListProps {
  return {
    ...{ path: "/collections/ceramics", cards: [card()], currency: "USD", groups: [], sort: "featured" },
    ...{ sorts: [{ value: "featured", label: "What we like" }], chips: [], clearHref: "/collections/ceramics" },
    ...{ total: 1, page: 1, perPage: 24, hrefOf: (page: number) => `/collections/ceramics?page=${page}` },
    ...given,
  };
}

const value = (text: string, given: object = {}) => ({
  ...{ value: text, isChosen: false, isMissing: false, isSoldOut: false, difference: toCents(0), picture: "" },
  ...given,
});

export function buy(given: Partial<BuyProps> = {}): BuyProps {
  const glaze = [
    value("Bottle green", { isChosen: true }),
    value("Oat", { difference: toCents(700) }),
    value("Oxblood", { isMissing: true }),
  ];
  return {
    ...{ handle: "round-teapot", currency: "USD", price: toCents(2999), compareAt: null, shelf: "in" as const },
    options: [
      { name: "Glaze", isPictured: true, values: glaze },
      {
        name: "Size",
        isPictured: false,
        values: [value("0.9 l", { isChosen: true }), value("1.4 l", { isSoldOut: true })],
      },
    ],
    ...{ priceNotes: ["plus tax"], shelfWords: "12 in bottle green, 0.9 l" },
    preview: { field: "2", total: "$59.98", isOn: true },
    ...given,
  };
}

export function product(given: Partial<ProductProps> = {}): ProductProps {
  const pictures = [
    { file: "round-teapot.svg", alt: "A green teapot.", width: 800, height: 1000 },
    { file: "round-teapot--oat.svg", alt: "", width: 0, height: 0 },
  ];
  return {
    ...{ handle: "round-teapot", title: "Round Teapot", summary: "Four good cups.", descriptionHtml: "<p>Turned.</p>" },
    ...{ vendor: "Tolliver", sku: "TEA-1", attributes: [{ name: "Holds", value: "0.9 l" }] },
    trail: [
      { title: "Stall", href: "/" },
      { title: "Ceramics", href: "/collections/ceramics" },
    ],
    gallery: {
      handle: "round-teapot",
      title: "Round Teapot",
      pictures,
      shown: 0,
      hrefOf: (at) => `?picture=${at + 1}`,
    },
    buy: buy(),
    delivery: [{ name: "Standard parcel", value: "$6.95" }],
    reviews: {
      ...{ sum: 9, count: 2, stars: [1, 1, 0, 0, 0] },
      list: [
        {
          ...{
            author: "Odile",
            place: "",
            rating: 5,
            title: "Pours",
            body: "No drip.",
            reply: "",
            when: "October 2026",
          },
          ...{ picture: "", pictureAlt: "", pictureWidth: 0, pictureHeight: 0 },
        },
      ],
    },
    ...{ related: [card({ handle: "mug", title: "Mug" })], priceFrom: toCents(2999), priceTo: toCents(2999) },
    ...{ variantCount: 1, available: true },
    ...given,
  };
}
