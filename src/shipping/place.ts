/** Where to, as far as it is known; "" is unknown. Country and region are codes. */
export type Place = {
  readonly country: string;
  readonly region: string;
  readonly postcode: string;
  /** Known once there is an address; few taxes ask for it. */
  readonly city?: string | undefined;
};

/** A postcode as it is compared: capitals, without spaces and hyphens. */
export const postcodeKey = (typed: string): string => typed.toUpperCase().replace(/[^A-Z0-9]/g, "");

/** Postcodes that begin alike, or lie from one to another, as `postcodeKey` writes them. */
export type PostcodeSpan = { readonly low: string; readonly high: string; readonly single: boolean };

/** Reads "54694-54699", "5469" or "5469*". */
export function readPostcodes(entry: string): PostcodeSpan {
  const [from = "", to = from] = entry.split(/\s*[-–]\s*/);
  const [low, high] = [postcodeKey(from), postcodeKey(to)];
  return { low, high, single: low === high && !entry.includes("*") };
}

/** Whether a postcode, as `postcodeKey` writes it, lies there. An unknown postcode lies nowhere. */
export function isInSpan(key: string, { low, high }: PostcodeSpan): boolean {
  if (key.length < low.length || low === "") return false;
  return key.slice(0, low.length) >= low && key.slice(0, high.length) <= high;
}

/** Whether a postcode is among entries like "54694-54699", "5469" or "5469*". */
export const isAmong = (postcode: string, entries: readonly string[]): boolean =>
  entries.some((entry) => isInSpan(postcodeKey(postcode), readPostcodes(entry)));

/** Regions are compared without regard to capitals: "wi" is "WI". */
export const isRegion = (typed: string, region: string): boolean =>
  typed.trim().toUpperCase() === region.trim().toUpperCase();

/** A town as it is compared: capitals, without accents. */
export const cityKey = (typed: string): string =>
  typed
    .trim()
    .normalize("NFD")
    .replaceAll(/\p{Diacritic}/gu, "")
    .toUpperCase();
