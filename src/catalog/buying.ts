import type { ProductOption } from "#db/schema.ts";
import { zero, type Cents } from "#src/pricing/money.ts";
import { chooseVariant, type OptionChoice } from "./choose-variant.ts";
import { previewQuantity, steppedQuantity, type QuantityPreview } from "./quantity.ts";
import type { Goods, Reckon, Reckoning } from "./reckoning.ts";

export type StoredVariant = {
  readonly id: string;
  readonly option1: string;
  readonly option2: string;
  readonly option3: string;
  readonly price: Cents;
  readonly compareAt: Cents | null;
  readonly stock: number;
  readonly tracked: boolean;
  readonly backorder: boolean;
  readonly maxPerOrder: number;
  /** Grams of one. */
  readonly weight: number;
  readonly pictureId: string | null;
};

export type Buyable = {
  readonly handle: string;
  readonly options: readonly ProductOption[];
  readonly variants: readonly StoredVariant[];
  readonly leadTime: string;
  readonly digital: boolean;
  /** What the till is told of it. */
  readonly goods?: Goods;
};

/** What of the shop's settings says how a price and a shelf are told. */
export type Telling = {
  readonly currency: string;
  readonly pricesIncludeTax: boolean;
  readonly lowStock: number;
};

/** What can be bought just now: a variant and so many of it, and everything that is said of it. */
export type Buying = {
  readonly handle: string;
  readonly currency: string;
  readonly options: readonly OptionChoice[];
  readonly price: Cents;
  readonly compareAt: Cents | null;
  readonly priceNotes: readonly string[];
  readonly shelf: "in" | "low" | "none" | "missing";
  readonly shelfWords: string;
  readonly preview: QuantityPreview;
  readonly variant: StoredVariant | undefined;
  /** There are kinds of it that are sold out: one may wait for them. */
  readonly runsOut: boolean;
  /** The id of what is chosen, where it is sold out. */
  readonly soldOut: string | undefined;
  /** What the cart will say to so many; undefined where nothing is chosen that there is. */
  readonly reckoning: Reckoning | undefined;
};

type Asked = Readonly<Record<string, string | undefined>>;

/** Whether it can be bought at all: not counted, there, or made when it is ordered. */
export const isSellable = ({ tracked, backorder, stock }: Pick<StoredVariant, "tracked" | "backorder" | "stock">) =>
  !tracked || backorder || stock > 0;

/**
 * Reads what an address asks of a product: `?option1=Oat&quantity=2`, with `op=inc` or `dec` where a button was pressed
 * without scripts.
 */
export function buyingOf(product: Buyable, asked: Asked, shop: Telling, reckon?: Reckon): Buying {
  const { handle, options, variants } = product;
  const choosable = variants.map((variant) => ({
    ...variant,
    options: [variant.option1, variant.option2, variant.option3].slice(0, options.length),
    isSellable: isSellable(variant),
    picture: variant.pictureId ?? "",
  }));
  const { variant, chosen, options: choices } = chooseVariant(options, choosable, asked);
  const priced = variant ?? choosable.toSorted((a, b) => a.price - b.price)[0];
  const unit = priced?.price ?? zero;
  const { currency } = shop;
  const { goods } = product;
  const till = variant && goods && reckon && once((units: number) => reckon(goods, variant, units));
  const preview = previewQuantity(steppedQuantity(asked["quantity"] ?? "1", asked["op"]), {
    unit,
    currency,
    most: priced?.maxPerOrder ?? 99,
    costOf: till && ((units) => till(units).line),
  });
  return {
    handle,
    currency,
    options: choices,
    price: unit,
    variant,
    runsOut: choosable.some((each) => !each.isSellable),
    soldOut: variant && !variant.isSellable ? variant.id : undefined,
    compareAt: priced?.compareAt ?? null,
    priceNotes: unit === zero ? [] : [shop.pricesIncludeTax ? "tax included" : "plus tax, where there is any"],
    ...shelfOf(variant, { product, chosen, shop }),
    preview,
    reckoning: till?.(preview.isOn ? Number.parseInt(preview.field, 10) : 0),
  };
}

/** Asked again for the same, it answers what it found before. */
function once(work: (units: number) => Reckoning): (units: number) => Reckoning {
  const known = new Map<number, Reckoning>();
  return (units) => {
    const found = known.get(units) ?? work(units);
    known.set(units, found);
    return found;
  };
}

type Shelved = { readonly product: Buyable; readonly chosen: readonly string[]; readonly shop: Telling };

function shelfOf(
  variant: StoredVariant | undefined,
  { product, chosen, shop }: Shelved,
): Pick<Buying, "shelf" | "shelfWords"> {
  const named = chosen
    .map((value) => value.toLowerCase())
    .filter(Boolean)
    .join(", ");
  const of = named === "" ? "" : ` in ${named}`;
  if (!variant)
    return named === ""
      ? { shelf: "none", shelfWords: "Sold out" }
      : { shelf: "missing", shelfWords: `There is none${of}` };
  if (!isSellable(variant)) return { shelf: "none", shelfWords: `Sold out${of}` };
  if (product.digital) return { shelf: "in", shelfWords: "Sent by email at once" };
  const { tracked, stock } = variant;
  if (!tracked) return { shelf: "in", shelfWords: product.leadTime || `In stock${of}` };
  if (stock <= 0) return { shelf: "in", shelfWords: product.leadTime || "Made to order" };
  const briefly = named.length > 24 ? "" : of;
  return stock <= shop.lowStock
    ? { shelf: "low", shelfWords: `Only ${stock} left${briefly}` }
    : { shelf: "in", shelfWords: `${stock}${briefly || " in stock"}` };
}
