import { countryInWords } from "./regions.ts";
import type { ShippingMethod } from "./shipping-method.ts";

/** ISO 3166: where a shop may send to that names no countries itself. */
const all =
  "AD AE AF AG AI AL AM AO AR AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GT GW GY HK HN HR HT HU ID IE IL IM IN IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VG VN VU WF WS YE YT ZA ZM ZW".split(
    " ",
  );

export const countryCodes: readonly string[] = all;
const codes = new Set(all);
export const isCountryCode = (code: string): boolean => codes.has(code);

export type Country = { readonly code: string; readonly name: string };

let sorted: readonly Country[] | undefined;
/** All countries by name. */
export const everyCountry = (): readonly Country[] => (sorted ??= byName(all));

type Methods = readonly Pick<ShippingMethod, "type" | "countries">[];

/** Sorting two hundred names takes longer than drawing a page: the list is kept for as long as its methods are. */
const served = new WeakMap<Methods, readonly Country[]>();

/** Countries that goods can be sent to, or fetched in, by name; all where a method is for everywhere. */
export function countriesServed(methods: Methods): readonly Country[] {
  const known = served.get(methods) ?? listCountries(methods);
  served.set(methods, known);
  return known;
}

function listCountries(methods: Methods): Country[] {
  const sending = methods.filter((method) => method.type !== "digital");
  const everywhere = sending.length === 0 || sending.some((method) => method.countries.length === 0);
  const codes = everywhere ? all : [...new Set(sending.flatMap((method) => method.countries))];
  return byName(codes);
}

const byName = (codes: readonly string[]): Country[] =>
  codes.map((code) => ({ code, name: countryInWords(code) })).toSorted((a, b) => a.name.localeCompare(b.name, "en"));
