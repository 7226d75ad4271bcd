import type { Reader } from "#db/open.ts";
import { rateText } from "../../pricing/rate.ts";
import { listMethods, listPoints } from "../../shipping/method-store.ts";
import { priceInWords, reachInWords } from "../../shipping/method-words.ts";
import { countryInWords } from "../../shipping/regions.ts";
import { listTaxes, type StoredTax } from "../../shipping/tax-store.ts";
import type { DeskShipping, DeskTax } from "#views/admin/shipping-tables.tsx";

/** A file may name ten thousand taxes: so many are shown. */
const mostShown = 200;

/** Ways, places and taxes in words. Three queries. */
export async function loadDeskShipping(db: Reader, currency: string): Promise<DeskShipping> {
  const [methods, points, taxes] = [await listMethods(db), await listPoints(db), await listTaxes(db)];
  const names = new Map(points.map(({ id, name }) => [id, name]));
  return {
    ways: methods.map((method) => ({
      id: method.id,
      name: method.name,
      price: priceInWords(method, currency),
      reach: reachInWords(method),
      more: [
        method.time,
        method.pickupPointIds.map((id) => names.get(id) ?? id).join(", "),
        except(method.excludes),
      ].filter((part) => part !== ""),
      taxClass: method.taxClass,
      active: method.active,
    })),
    points: points.map(({ id, name, street, city, region, postcode, hours, active }) => ({
      id,
      name,
      address: [street, [city, region, postcode].filter((part) => part !== "").join(" ")].join(", "),
      hours,
      active,
    })),
    taxes: taxes.slice(0, mostShown).map(taxShown),
    moreTaxes: Math.max(0, taxes.length - mostShown),
    classes: [...new Set(["standard", ...taxes.map(({ tax }) => tax.taxClass)])],
  };
}

function except({ tags, handles }: { readonly tags: readonly string[]; readonly handles: readonly string[] }): string {
  const named = [...tags, ...handles];
  return named.length === 0 ? "" : `not for ${named.join(", ")}`;
}

function taxShown({ id, zone, tax }: StoredTax): DeskTax {
  const { country, region, postcodes, cities, rate, name, taxClass, priority, compound, onShipping } = tax;
  const narrowed = [region, cities.join(", "), postcodes.join(", ")].filter((part) => part !== "");
  return {
    id,
    zone,
    place: country === "*" ? "Everywhere else" : [countryInWords(country), ...narrowed].join(", "),
    rate: `${rateText(rate)}%`,
    name,
    taxClass,
    more: [
      ...(priority === 1 ? [] : [`priority ${priority}`]),
      ...(compound ? ["on top of the others"] : []),
      ...(onShipping ? [] : ["not on delivery"]),
    ].join(", "),
  };
}
