// Written by `bun scripts/generate.ts`: what can be wrong with the form "address", from src/addresses/address-troubles.ts. Change that, then run it.
var states = {
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
  WY: ["Wyoming", "820-831"]
}, holds = (postcodes, digits) => postcodes.split(" ").some((range) => digits >= range.slice(0, 3) && digits <= range.slice(4));
function regionOf(country, postcode) {
  let digits = /^(\d{3})\d{2}(?:\D?\d{4})?$/.exec(postcode.trim())?.[1];
  if (country !== "US" || digits === void 0)
    return "";
  return Object.entries(states).find(([, [, postcodes]]) => holds(postcodes, digits))?.[0] ?? "";
}
var countryNames = new Intl.DisplayNames(["en"], { type: "region", fallback: "code" });
function countryInWords(country) {
  return /^[A-Z]{2}$/.test(country) ? countryNames.of(country) ?? country : country;
}

function passesLuhn(digits) {
  let total = 0;
  for (let place = 0;place < digits.length; place++) {
    let digit = Number(digits[digits.length - 1 - place]), doubled = place % 2 === 1 ? digit * 2 : digit;
    total += doubled > 9 ? doubled - 9 : doubled;
  }
  return total % 10 === 0;
}
var run = /(?<![\d+])\d(?:[ -]?\d){12,18}(?!\d)/g;
function maskCards(text) {
  return text.replace(run, (found) => {
    let digits = found.replace(/\D/g, "");
    return /^[2-6]/.test(digits) && passesLuhn(digits) ? `•••• ${digits.slice(-4)}` : found;
  });
}

var all = "AD AE AF AG AI AL AM AO AR AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GT GW GY HK HN HR HT HU ID IE IL IM IN IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VG VN VU WF WS YE YT ZA ZM ZW".split(" ");
var codes = new Set(all);

var pairs = (text) => text.split("|").map((pair) => [pair.slice(0, pair.indexOf(" ")), pair.slice(pair.indexOf(" ") + 1)]), states2 = pairs("AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|DE Delaware|DC District of Columbia|FL Florida|GA Georgia|HI Hawaii|ID Idaho|IL Illinois|IN Indiana|IA Iowa|KS Kansas|KY Kentucky|LA Louisiana|ME Maine|MD Maryland|MA Massachusetts|MI Michigan|MN Minnesota|MS Mississippi|MO Missouri|MT Montana|NE Nebraska|NV Nevada|NH New Hampshire|NJ New Jersey|NM New Mexico|NY New York|NC North Carolina|ND North Dakota|OH Ohio|OK Oklahoma|OR Oregon|PA Pennsylvania|PR Puerto Rico|RI Rhode Island|SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|UT Utah|VT Vermont|VA Virginia|WA Washington|WV West Virginia|WI Wisconsin|WY Wyoming"), provinces = pairs("AB Alberta|BC British Columbia|MB Manitoba|NB New Brunswick|NL Newfoundland and Labrador|NS Nova Scotia|NT Northwest Territories|NU Nunavut|ON Ontario|PE Prince Edward Island|QC Quebec|SK Saskatchewan|YT Yukon"), australian = pairs("ACT Australian Capital Territory|NSW New South Wales|NT Northern Territory|QLD Queensland|SA South Australia|TAS Tasmania|VIC Victoria|WA Western Australia"), fourDigits = { label: "Postcode", digits: !0, looks: /^\d{4}$/, example: "1010" }, fiveDigits = { label: "Postcode", digits: !0, looks: /^\d{5}$/, example: "10115" }, anyPostcode = { label: "Postcode", digits: !1, looks: /^[A-Z0-9]{2,12}$/, example: "" }, special = {
  US: {
    region: { label: "State", options: states2 },
    postcode: { label: "ZIP code", digits: !0, looks: /^\d{5}(\d{4})?$/, example: "12534" }
  },
  CA: {
    region: { label: "Province", options: provinces },
    postcode: { label: "Postal code", digits: !1, looks: /^[A-Z]\d[A-Z]\d[A-Z]\d$/, example: "K1A 0B1" }
  },
  AU: { city: "Suburb", region: { label: "State", options: australian }, postcode: fourDigits },
  GB: {
    region: void 0,
    postcode: { ...anyPostcode, looks: /^[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}$/, example: "SW1A 1AA" }
  },
  IE: { region: { label: "County", options: [] }, postcode: void 0 },
  ...Object.fromEntries("AT BE BG CH CY DK HU LI LU NO SI".split(" ").map((code) => [code, plain(fourDigits)])),
  ...Object.fromEntries("DE EE ES FI FR HR IT LT".split(" ").map((code) => [code, plain(fiveDigits)])),
  ...Object.fromEntries("AE HK PA QA AG BS BZ FJ GH JM UG ZW".split(" ").map((code) => [code, plain(void 0)]))
};
function plain(postcode) {
  return { region: void 0, postcode };
}
function countryForm(code) {
  let free = { label: "Region (optional)", options: [] };
  return { code, name: countryInWords(code), city: "Town", region: free, postcode: anyPostcode, ...special[code] };
}

var addressFields = [
  "name",
  "country",
  "street",
  "extra",
  "company",
  "city",
  "region",
  "postcode",
  "phone"
], longestLine = 200, typedLine = (value, longest = 1000) => maskCards(value.replace(/[\p{Cc}\s]+/gu, " ").trim().slice(0, longest)), nameError = (name) => required(name, "Enter your full name");
function placeErrors(typed, countries, whose = "the address") {
  let { country = "" } = typed, found = {
    country: countryError(country, countries),
    street: required(typed.street, "Enter the street and number"),
    extra: tooLong(typed.extra),
    company: tooLong(typed.company),
    phone: tooLong(typed.phone),
    city: required(typed.city, "Enter the town"),
    region: regionError(country, typed.region ?? ""),
    postcode: postcodeError(country, typed.postcode ?? "", whose)
  };
  return Object.fromEntries(Object.entries(found).filter(([, sentence]) => sentence !== void 0));
}
function countryError(country, countries) {
  if (!/^[A-Z]{2}$/.test(country))
    return "Choose the country";
  if (countries === void 0 || countries.includes(country))
    return;
  return `We do not deliver to ${countryForm(country).name}`;
}
var tooLong = (value = "") => value.length > longestLine ? `Shorten this to ${longestLine} characters` : void 0, required = (value, say) => value ? tooLong(value) : say;
function regionError(country, region) {
  let asked = countryForm(country).region;
  if (!asked || asked.options.length === 0)
    return tooLong(region);
  if (asked.options.some(([code]) => code === region))
    return;
  return `Choose the ${asked.label.toLowerCase()}`;
}
function postcodeError(country, postcode, whose) {
  let asked = countryForm(country).postcode;
  if (!asked)
    return tooLong(postcode);
  let label = asked.label === "ZIP code" ? asked.label : asked.label.toLowerCase();
  if (postcode === "")
    return `Enter the ${label} of ${whose}`;
  return asked.looks.test(postcode.toUpperCase().replace(/[\s-]/g, "")) ? void 0 : `Enter a ${label}${asked.example === "" ? "" : ` like ${asked.example}`}`;
}

function addressOf(typed) {
  let kept = addressFields.flatMap((name) => {
    let value = typed[name];
    return value === void 0 ? [] : [[name, typedLine(value)]];
  }), address = Object.fromEntries(kept), region = address.region || regionOf(address.country ?? "", address.postcode ?? "");
  return { ...address, region };
}
function addressTroubles(typed, { countries }) {
  let address = addressOf(typed), name = nameError(address.name), place = placeErrors(address, countries);
  return { ...name !== void 0 && { name }, ...place };
}

var asked = [];
export {
  asked,
  addressTroubles as troubles
};
