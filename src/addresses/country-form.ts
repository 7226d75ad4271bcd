import { countriesServed, type Country } from "#src/shipping/countries.ts";
import { countryInWords } from "#src/shipping/regions.ts";

type Methods = Parameters<typeof countriesServed>[0];

/** How an address of a country is asked for. */
export type CountryForm = {
  readonly code: string;
  readonly name: string;
  readonly city: string;
  /** With `options` one of them, by code; without, free text that may be left out. Undefined where addresses have none. */
  readonly region: { readonly label: string; readonly options: readonly (readonly [string, string])[] } | undefined;
  readonly postcode: PostcodeForm | undefined;
};

type PostcodeForm = {
  readonly label: string;
  readonly digits: boolean;
  /** What one must look like, without spaces and hyphens, in capitals. */
  readonly looks: RegExp;
  readonly example: string;
};

const pairs = (text: string) =>
  text.split("|").map((pair) => [pair.slice(0, pair.indexOf(" ")), pair.slice(pair.indexOf(" ") + 1)] as const);

const states = pairs(
  "AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|DE Delaware|DC District of Columbia|FL Florida|GA Georgia|HI Hawaii|ID Idaho|IL Illinois|IN Indiana|IA Iowa|KS Kansas|KY Kentucky|LA Louisiana|ME Maine|MD Maryland|MA Massachusetts|MI Michigan|MN Minnesota|MS Mississippi|MO Missouri|MT Montana|NE Nebraska|NV Nevada|NH New Hampshire|NJ New Jersey|NM New Mexico|NY New York|NC North Carolina|ND North Dakota|OH Ohio|OK Oklahoma|OR Oregon|PA Pennsylvania|PR Puerto Rico|RI Rhode Island|SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|UT Utah|VT Vermont|VA Virginia|WA Washington|WV West Virginia|WI Wisconsin|WY Wyoming",
);
const provinces = pairs(
  "AB Alberta|BC British Columbia|MB Manitoba|NB New Brunswick|NL Newfoundland and Labrador|NS Nova Scotia|NT Northwest Territories|NU Nunavut|ON Ontario|PE Prince Edward Island|QC Quebec|SK Saskatchewan|YT Yukon",
);
const australian = pairs(
  "ACT Australian Capital Territory|NSW New South Wales|NT Northern Territory|QLD Queensland|SA South Australia|TAS Tasmania|VIC Victoria|WA Western Australia",
);

type Special = Partial<Pick<CountryForm, "city" | "region" | "postcode">>;

const fourDigits: PostcodeForm = { label: "Postcode", digits: true, looks: /^\d{4}$/, example: "1010" };
const fiveDigits: PostcodeForm = { label: "Postcode", digits: true, looks: /^\d{5}$/, example: "10115" };
const anyPostcode: PostcodeForm = { label: "Postcode", digits: false, looks: /^[A-Z0-9]{2,12}$/, example: "" };

const special: Readonly<Record<string, Special>> = {
  US: {
    region: { label: "State", options: states },
    postcode: { label: "ZIP code", digits: true, looks: /^\d{5}(\d{4})?$/, example: "12534" },
  },
  CA: {
    region: { label: "Province", options: provinces },
    postcode: { label: "Postal code", digits: false, looks: /^[A-Z]\d[A-Z]\d[A-Z]\d$/, example: "K1A 0B1" },
  },
  AU: { city: "Suburb", region: { label: "State", options: australian }, postcode: fourDigits },
  GB: {
    region: undefined,
    postcode: { ...anyPostcode, looks: /^[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}$/, example: "SW1A 1AA" },
  },
  IE: { region: { label: "County", options: [] }, postcode: undefined },
  ...Object.fromEntries("AT BE BG CH CY DK HU LI LU NO SI".split(" ").map((code) => [code, plain(fourDigits)])),
  ...Object.fromEntries("DE EE ES FI FR HR IT LT".split(" ").map((code) => [code, plain(fiveDigits)])),
  ...Object.fromEntries("AE HK PA QA AG BS BZ FJ GH JM UG ZW".split(" ").map((code) => [code, plain(undefined)])),
};

function plain(postcode: PostcodeForm | undefined): Special {
  return { region: undefined, postcode };
}

/** How an address of that country is asked for; of an unknown one: with a region that may be left out, and any postcode. */
export function countryForm(code: string): CountryForm {
  const free = { label: "Region (optional)", options: [] };
  return { code, name: countryInWords(code), city: "Town", region: free, postcode: anyPostcode, ...special[code] };
}

/** Countries to choose from, by name, the shop's own first. */
export function countryChoices(methods: Methods, own: string): readonly Country[] {
  return countriesServed(methods).toSorted((a, b) => Number(b.code === own) - Number(a.code === own));
}
