import type { Place } from "./place.ts";

/** States of the USA and the first three digits of their postcodes, as "from-to". */
const states: Readonly<Record<string, readonly [name: string, postcodes: string]>> = {
  AL: ["Alabama", "350-369"],
  AK: ["Alaska", "995-999"],
  AZ: ["Arizona", "850-865"],
  AR: ["Arkansas", "716-729"],
  CA: ["California", "900-961"],
  CO: ["Colorado", "800-816"],
  CT: ["Connecticut", "060-069"],
  DE: ["Delaware", "197-199"],
  DC: ["Washington, D.C.", "200-200 202-205 569-569"],
  FL: ["Florida", "320-349"],
  GA: ["Georgia", "300-319 398-399"],
  HI: ["Hawaii", "967-968"],
  ID: ["Idaho", "832-838"],
  IL: ["Illinois", "600-629"],
  IN: ["Indiana", "460-479"],
  IA: ["Iowa", "500-528"],
  KS: ["Kansas", "660-679"],
  KY: ["Kentucky", "400-427"],
  LA: ["Louisiana", "700-714"],
  ME: ["Maine", "039-049"],
  MD: ["Maryland", "206-219"],
  MA: ["Massachusetts", "010-027 055-055"],
  MI: ["Michigan", "480-499"],
  MN: ["Minnesota", "550-567"],
  MS: ["Mississippi", "386-397"],
  MO: ["Missouri", "630-658"],
  MT: ["Montana", "590-599"],
  NE: ["Nebraska", "680-693"],
  NV: ["Nevada", "889-898"],
  NH: ["New Hampshire", "030-038"],
  NJ: ["New Jersey", "070-089"],
  NM: ["New Mexico", "870-884"],
  NY: ["New York", "005-005 100-149"],
  NC: ["North Carolina", "270-289"],
  ND: ["North Dakota", "580-588"],
  OH: ["Ohio", "430-459"],
  OK: ["Oklahoma", "730-732 734-749"],
  OR: ["Oregon", "970-979"],
  PA: ["Pennsylvania", "150-196"],
  PR: ["Puerto Rico", "006-007 009-009"],
  RI: ["Rhode Island", "028-029"],
  SC: ["South Carolina", "290-299"],
  SD: ["South Dakota", "570-577"],
  TN: ["Tennessee", "370-385"],
  TX: ["Texas", "733-733 750-799 885-885"],
  UT: ["Utah", "840-847"],
  VT: ["Vermont", "050-054 056-059"],
  VA: ["Virginia", "201-201 220-246"],
  WA: ["Washington", "980-994"],
  WV: ["West Virginia", "247-268"],
  WI: ["Wisconsin", "530-549"],
  WY: ["Wyoming", "820-831"],
};

const holds = (postcodes: string, digits: string) =>
  postcodes.split(" ").some((range) => digits >= range.slice(0, 3) && digits <= range.slice(4));

/** The region that a postcode lies in, where postcodes tell: in the USA. "" elsewhere. */
export function regionOf(country: string, postcode: string): string {
  const digits = /^(\d{3})\d{2}(?:\D?\d{4})?$/.exec(postcode.trim())?.[1];
  if (country !== "US" || digits === undefined) return "";
  return Object.entries(states).find(([, [, postcodes]]) => holds(postcodes, digits))?.[0] ?? "";
}

const countryNames = new Intl.DisplayNames(["en"], { type: "region", fallback: "code" });

export function countryInWords(country: string): string {
  return /^[A-Z]{2}$/.test(country) ? (countryNames.of(country) ?? country) : country;
}

/** "Wisconsin" or "Germany": as near as the place is known by name. */
export function placeInWords({ country, region }: Place): string {
  const state = country === "US" ? states[region.toUpperCase()] : undefined;
  return state?.[0] ?? countryInWords(country);
}
