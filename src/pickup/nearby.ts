import { fold } from "../catalog/words.ts";
import type { PickupPoint } from "../shipping/shipping-method.ts";
import { knownPlaces, type KnownPlace } from "./places.ts";

/** Degrees; north and east are positive. */
export type Position = { readonly latitude: number; readonly longitude: number };

export type NearPoint = { readonly point: PickupPoint; readonly metres: number | undefined };

const earthRadius = 6_371_000;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Metres along the surface of a ball as large as the earth (haversine): off by half a percent at most. */
export function metresBetween(from: Position, to: Position): number {
  const [lat1, lat2] = [radians(from.latitude), radians(to.latitude)];
  const halfHeight = Math.sin((lat2 - lat1) / 2) ** 2;
  const halfWidth = Math.sin(radians(to.longitude - from.longitude) / 2) ** 2;
  return 2 * earthRadius * Math.asin(Math.min(1, Math.sqrt(halfHeight + Math.cos(lat1) * Math.cos(lat2) * halfWidth)));
}

const positionOf = ({ latitude, longitude }: PickupPoint): Position | undefined =>
  latitude === null || longitude === null
    ? undefined
    : { latitude: latitude / 1_000_000, longitude: longitude / 1_000_000 };

/** The nearest first; those of which nobody knows where they are come last, in the shopkeeper's order. */
export function byDistance(points: readonly PickupPoint[], from: Position): NearPoint[] {
  const measured = points.map((point) => {
    const there = positionOf(point);
    return { point, metres: there && metresBetween(from, there) };
  });
  return measured.toSorted((a, b) => (a.metres ?? Infinity) - (b.metres ?? Infinity) || 0);
}

const codeOf = (text: string) =>
  fold(text)
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, "");

/** The points themselves are places that are known, and exactly. */
const placesOf = (points: readonly PickupPoint[]): KnownPlace[] =>
  points.flatMap((point) => {
    const at = positionOf(point);
    return at ? [{ ...at, country: point.country, postcode: point.postcode, town: point.city }] : [];
  });

/** How many letters and digits two postcodes share from the left. */
function shared(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length += 1;
  return length;
}

/**
 * Where a town or a postcode is, as far as it is known: a town by its name or how it begins, a postcode by the longest
 * beginning that it shares with one that is known in that country. Undefined where it says nothing to us.
 */
export function placeNamed(
  typed: string,
  points: readonly PickupPoint[],
  country: string,
): (Position & { readonly town: string }) | undefined {
  const all = [...placesOf(points), ...knownPlaces].filter((place) => place.country === country);
  const [word, code] = [fold(typed).trim(), codeOf(typed)];
  if (word === "") return undefined;
  if (/\d/.test(code)) return byPostcode(code, all);
  const name = word.split(",")[0]?.trim() ?? word;
  const towns = (test: (town: string) => boolean) => all.find(({ town }) => test(fold(town)));
  return (
    towns((town) => town === name || town === word) ??
    (name.length < 3 ? undefined : towns((town) => town.startsWith(name) || town.includes(` ${name}`)))
  );
}

function byPostcode(code: string, all: readonly KnownPlace[]): KnownPlace | undefined {
  if (code.length < 2) return undefined;
  const ranked = all
    .map((place) => ({ place, length: shared(code, codeOf(place.postcode)) }))
    .filter(({ place, length }) => length >= Math.min(3, codeOf(place.postcode).length, code.length) && length > 0)
    .toSorted((a, b) => b.length - a.length);
  return ranked[0]?.place;
}

const miles = new Set(["US", "GB", "LR", "MM"]);

/** "3.4 miles" or "420 m", as one says it in that country; "right there" where it is no way at all. */
export function sayDistance(metres: number, country: string, locale: string): string {
  if (metres < 150) return "right there";
  const isMiles = miles.has(country);
  const amount = metres / (isMiles ? 1609.344 : 1000);
  if (!isMiles && metres < 950) return `${Math.round(metres / 10) * 10} m`;
  const figure = new Intl.NumberFormat(locale, { maximumFractionDigits: amount < 10 ? 1 : 0 }).format(amount);
  return isMiles ? `${figure} ${figure === "1" ? "mile" : "miles"}` : `${figure} km`;
}
