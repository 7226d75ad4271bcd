import type { Tx } from "#db/open.ts";
import { pickupPoints, products, shippingMethods, taxRates, taxZones, variants } from "#db/schema.ts";
import { keepProducts } from "#src/catalog/keep.ts";
import { toCents, zero, type Cents } from "#src/pricing/money.ts";
import type { ShopSettings } from "#src/settings/shop.ts";
import { saveShop } from "#src/settings/store.ts";

export type VariantSpec = {
  readonly options: readonly string[];
  readonly price?: number;
  readonly stock?: number;
  readonly sku?: string;
};

/** A product in one line; all that is not said is as plain as can be. Ids are the handle and `<handle>-<n>`. */
export type ProductSpec = {
  readonly title: string;
  /** Minor units. */
  readonly price: number;
  readonly stock?: number;
  readonly handle?: string;
  readonly sku?: string;
  readonly compareAt?: number;
  readonly weight?: number;
  readonly tracked?: boolean;
  readonly backorder?: boolean;
  readonly digital?: boolean;
  readonly maxPerOrder?: number;
  readonly taxClass?: string;
  readonly status?: "draft" | "active" | "archived";
  readonly description?: string;
  readonly vendor?: string;
  readonly tags?: readonly string[];
  readonly options?: readonly { readonly name: string; readonly values: readonly string[] }[];
  readonly variants?: readonly VariantSpec[];
};

export type World = {
  readonly products?: readonly ProductSpec[];
  readonly settings?: Partial<ShopSettings>;
  /** Rates in millionths by country, for the class "standard". None: no tax anywhere. */
  readonly tax?: readonly {
    readonly country: string;
    readonly rate: number;
    readonly region?: string;
    readonly taxClass?: string;
  }[];
  /** What the parcel costs, in minor units; 500 where nothing is said. */
  readonly shipping?: number;
};

export const handleOf = (spec: ProductSpec) =>
  spec.handle ??
  spec.title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "") ??
  "thing";

/** The id that `makeWorld` gives to the n-th variant of a product. */
export const variantId = (handle: string, nth = 0) => `${handle}-${nth}`;

const bank = { holder: "Test Shop", account: "DE00 1234", routing: "", name: "", daysToPay: 14 };
const moment = new Date("2026-11-01T00:00:00Z");

/** Writes a small shop: what was described, a parcel for 5.00 anywhere, a pick-up point, test mode on. */
export async function makeWorld(tx: Tx, world: World): Promise<void> {
  await saveShop(tx, { name: "Test Shop", testMode: true, bank, ...world.settings });
  await makeDelivery(tx, toCents(world.shipping ?? 500));
  for (const [at, { country, rate, region = "", taxClass = "standard" }] of (world.tax ?? []).entries()) {
    await tx.insert(taxZones).values({ id: `zone-${at}`, name: region || country, country, region });
    await tx.insert(taxRates).values({ id: `rate-${at}`, zoneId: `zone-${at}`, name: "Tax", rate, taxClass });
  }
  for (const spec of world.products ?? []) await makeProduct(tx, spec);
  const ids = (world.products ?? []).map(handleOf);
  if (ids.length > 0) await keepProducts(tx, ids);
}

async function makeDelivery(tx: Tx, price: Cents): Promise<void> {
  const anywhere = { countries: [], regions: [], postcodes: [], byWeight: [], excludes: { tags: [], handles: [] } };
  await tx.insert(pickupPoints).values({
    id: "mill",
    name: "The Old Mill",
    street: "14 Mill Street",
    city: "Harrow Mills",
    country: "US",
    hours: ["Mon to Fri 9 to 4"],
  });
  await tx.insert(shippingMethods).values([
    { ...anywhere, id: "parcel", name: "Parcel", type: "delivery", price, pickupPointIds: [] },
    { ...anywhere, id: "pickup", name: "Pick up", type: "pickup", price: zero, pickupPointIds: ["mill"], position: 1 },
  ]);
}

async function makeProduct(tx: Tx, spec: ProductSpec): Promise<void> {
  const handle = handleOf(spec);
  const { title, status = "active", description = "", vendor = "", digital = false, taxClass = "standard" } = spec;
  await tx.insert(products).values({
    ...{ id: handle, handle, title, status, description, vendor, digital, taxClass },
    tags: spec.tags ?? [],
    attributes: [],
    options: spec.options ?? [],
    createdAt: moment,
    updatedAt: moment,
    priceFrom: zero,
    priceTo: zero,
  });
  const each: readonly VariantSpec[] = spec.variants ?? [{ options: [] }];
  for (const [position, variant] of each.entries()) {
    const [option1 = "", option2 = "", option3 = ""] = variant.options;
    await tx.insert(variants).values({
      ...{ id: variantId(handle, position), productId: handle, position, option1, option2, option3 },
      sku: variant.sku ?? spec.sku ?? "",
      price: toCents(variant.price ?? spec.price),
      compareAt: spec.compareAt === undefined ? null : toCents(spec.compareAt),
      weight: spec.weight ?? 0,
      stock: variant.stock ?? spec.stock ?? 10,
      tracked: spec.tracked ?? true,
      backorder: spec.backorder ?? false,
      maxPerOrder: spec.maxPerOrder ?? 99,
    });
  }
}
