import { type Cents, zero } from "#src/pricing/money.ts";
import { isAmong, isRegion, type Place } from "./place.ts";

export type ShippingMethod = {
  readonly id: string;
  readonly name: string;
  readonly type: "delivery" | "pickup" | "digital";
  readonly price: Cents;
  readonly byWeight: readonly (readonly [number, Cents])[];
  /** Steps of [goods from, price], least first; null: not by value. */
  readonly byValue?: readonly (readonly [Cents, Cents])[] | null;
  readonly freeFrom: Cents | null;
  readonly countries: readonly string[];
  readonly regions: readonly string[];
  readonly postcodes: readonly string[];
  readonly excludes: { readonly tags: readonly string[]; readonly handles: readonly string[] };
  readonly taxClass: string;
  readonly time: string;
  readonly minDays: number | null;
  readonly maxDays: number | null;
  readonly pickupPointIds: readonly string[];
};

export type PickupPoint = {
  readonly id: string;
  readonly name: string;
  readonly street: string;
  readonly city: string;
  readonly region: string;
  readonly postcode: string;
  readonly country: string;
  readonly hours: readonly string[];
  readonly note: string;
  /** Millionths of a degree. */
  readonly latitude: number | null;
  readonly longitude: number | null;
};

/** One kind of thing in the parcel. */
export type ParcelItem = {
  readonly handle: string;
  readonly title: string;
  readonly tags: readonly string[];
  /** Grams of all its units. */
  readonly weight: number;
  readonly digital: boolean;
};

export type Parcel = {
  readonly items: readonly ParcelItem[];
  /** What the goods come to before any discount: what "free from" looks at, so that a code never takes it away. */
  readonly goods: Cents;
};

export type ShippingOffer = {
  readonly method: ShippingMethod;
  /** Before promotions; zero where `freeFrom` is reached. */
  readonly price: Cents;
  /** What it would cost without `freeFrom`. */
  readonly fullPrice: Cents;
};

/** A way that exists there, but not for these goods. */
export type ShippingRefusal = { readonly method: ShippingMethod; readonly why: string };

export type ShippingChoices = {
  readonly offers: readonly ShippingOffer[];
  readonly refusals: readonly ShippingRefusal[];
};

export const needsNoDelivery = (parcel: Parcel): boolean =>
  parcel.items.length > 0 && parcel.items.every((item) => item.digital);

const weightOf = (parcel: Parcel) => parcel.items.reduce((grams, item) => grams + (item.digital ? 0 : item.weight), 0);

/** Which ways these goods can go to that place and what each costs, in the shop's order. */
export function shippingChoices(methods: readonly ShippingMethod[], place: Place, parcel: Parcel): ShippingChoices {
  const digital = needsNoDelivery(parcel);
  const there = methods.filter((method) => (method.type === "digital") === digital && reaches(method, place));
  const asked = there.map((method) => ({ method, why: refusalOf(method, parcel), price: priceFor(method, parcel) }));
  return {
    offers: asked.flatMap(({ method, why, price }) =>
      why === undefined && typeof price === "number" ? [offer(method, price, parcel)] : [],
    ),
    refusals: asked.flatMap(({ method, why, price }) => {
      const said = why ?? (typeof price === "string" ? price : undefined);
      return said === undefined ? [] : [{ method, why: said }];
    }),
  };
}

/** Goods are fetched by whoever comes, so a place to pick up asks for no postcode and no region. */
function reaches(method: ShippingMethod, place: Place): boolean {
  if (method.countries.length > 0 && !method.countries.includes(place.country)) return false;
  if (method.type !== "delivery") return true;
  if (method.regions.length > 0 && !method.regions.some((region) => isRegion(place.region, region))) return false;
  return method.postcodes.length === 0 || isAmong(place.postcode, method.postcodes);
}

function refusalOf({ excludes }: ShippingMethod, parcel: Parcel): string | undefined {
  const kept = parcel.items.filter(
    (item) => excludes.handles.includes(item.handle) || item.tags.some((tag) => excludes.tags.includes(tag)),
  );
  return kept.length === 0 ? undefined : `${listed(kept.map((item) => item.title))} cannot go this way.`;
}

/** Why not, in words, where the parcel is heavier than the method takes, or worth less. By weight goes before by value. */
function priceFor(method: ShippingMethod, parcel: Parcel): Cents | string {
  const { byWeight, byValue } = method;
  if (byWeight.length > 0) {
    const weight = weightOf(parcel);
    return byWeight.find(([upTo]) => weight <= upTo)?.[1] ?? "These goods are too heavy to go this way.";
  }
  if (!byValue || byValue.length === 0) return method.price;
  return byValue.findLast(([from]) => parcel.goods >= from)?.[1] ?? "These goods are worth too little to go this way.";
}

function offer(method: ShippingMethod, fullPrice: Cents, parcel: Parcel): ShippingOffer {
  const free = method.freeFrom !== null && parcel.goods >= method.freeFrom;
  return { method, fullPrice, price: free ? zero : fullPrice };
}

/**
 * The one that was chosen where it is still offered, else the cheapest delivery, else the cheapest. `isFree` says which
 * a promotion makes free.
 */
export function chosenOffer(
  offers: readonly ShippingOffer[],
  methodId: string | null,
  isFree: (method: ShippingMethod) => boolean = () => false,
): ShippingOffer | undefined {
  const chosen = offers.find((each) => each.method.id === methodId);
  const costs = (offer: ShippingOffer) => (isFree(offer.method) ? zero : offer.price);
  const byPrice = offers.toSorted((a, b) => costs(a) - costs(b));
  return chosen ?? byPrice.find((each) => each.method.type === "delivery") ?? byPrice[0];
}

function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}
