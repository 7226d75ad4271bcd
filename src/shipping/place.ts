/** Where to, as far as it is known; "" is unknown. Country and region are codes. */
export type Place = { readonly country: string; readonly region: string; readonly postcode: string };

/** A postcode as it is compared: capitals, without spaces and hyphens. */
export const postcodeKey = (typed: string): string => typed.toUpperCase().replace(/[^A-Z0-9]/g, "");

/** Whether a postcode begins with `from`, or lies from `from` to `to`. An unknown postcode lies nowhere. */
export function isWithin(postcode: string, from: string, to: string): boolean {
  const [key, low, high] = [postcodeKey(postcode), postcodeKey(from), postcodeKey(to || from)];
  if (key.length < low.length || low === "") return false;
  return key.slice(0, low.length) >= low && key.slice(0, high.length) <= high;
}

/** Whether a postcode is among entries like "54694-54699" or "5469". */
export function isAmong(postcode: string, entries: readonly string[]): boolean {
  return entries.some((entry) => {
    const [from = "", to = ""] = entry.split(/\s*[-–]\s*/);
    return isWithin(postcode, from, to);
  });
}

/** Regions are compared without regard to capitals: "wi" is "WI". */
export const isRegion = (typed: string, region: string): boolean =>
  typed.trim().toUpperCase() === region.trim().toUpperCase();
