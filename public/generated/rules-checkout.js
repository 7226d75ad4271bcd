// Written by `bun scripts/generate.ts`: what can be wrong with the form "checkout", from src/checkout/contact-troubles.ts. Change that, then run it.
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

var countryNames = new Intl.DisplayNames(["en"], { type: "region", fallback: "code" });
function countryInWords(country) {
  return /^[A-Z]{2}$/.test(country) ? countryNames.of(country) ?? country : country;
}

var all = "AD AE AF AG AI AL AM AO AR AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GT GW GY HK HN HR HT HU ID IE IL IM IN IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VG VN VU WF WS YE YT ZA ZM ZW".split(" ");
var codes = new Set(all);

var pairs = (text) => text.split("|").map((pair) => [pair.slice(0, pair.indexOf(" ")), pair.slice(pair.indexOf(" ") + 1)]), states = pairs("AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|DE Delaware|DC District of Columbia|FL Florida|GA Georgia|HI Hawaii|ID Idaho|IL Illinois|IN Indiana|IA Iowa|KS Kansas|KY Kentucky|LA Louisiana|ME Maine|MD Maryland|MA Massachusetts|MI Michigan|MN Minnesota|MS Mississippi|MO Missouri|MT Montana|NE Nebraska|NV Nevada|NH New Hampshire|NJ New Jersey|NM New Mexico|NY New York|NC North Carolina|ND North Dakota|OH Ohio|OK Oklahoma|OR Oregon|PA Pennsylvania|PR Puerto Rico|RI Rhode Island|SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|UT Utah|VT Vermont|VA Virginia|WA Washington|WV West Virginia|WI Wisconsin|WY Wyoming"), provinces = pairs("AB Alberta|BC British Columbia|MB Manitoba|NB New Brunswick|NL Newfoundland and Labrador|NS Nova Scotia|NT Northwest Territories|NU Nunavut|ON Ontario|PE Prince Edward Island|QC Quebec|SK Saskatchewan|YT Yukon"), australian = pairs("ACT Australian Capital Territory|NSW New South Wales|NT Northern Territory|QLD Queensland|SA South Australia|TAS Tasmania|VIC Victoria|WA Western Australia"), fourDigits = { label: "Postcode", digits: !0, looks: /^\d{4}$/, example: "1010" }, fiveDigits = { label: "Postcode", digits: !0, looks: /^\d{5}$/, example: "10115" }, anyPostcode = { label: "Postcode", digits: !1, looks: /^[A-Z0-9]{2,12}$/, example: "" }, special = {
  US: {
    region: { label: "State", options: states },
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

function isMailbox(address) {
  return address.length <= 254 && /^[^\s\p{Cc}@<>()[\],;:"\\]{1,64}@[^\s\p{Cc}@<>()[\],;:"\\]+$/u.test(address);
}

var form = (looks, example) => ({ looks, example }), british = form(/^(\d{9}|\d{12}|GD[0-4]\d{2}|HA[5-9]\d{2})$/, "123456789"), forms = {
  AT: form(/^U\d{8}$/, "U12345678"),
  BE: form(/^[01]\d{9}$/, "0123456789"),
  BG: form(/^\d{9,10}$/, "123456789"),
  CY: form(/^[0-59]\d{7}[A-Z]$/, "12345678L"),
  CZ: form(/^\d{8,10}$/, "12345678"),
  DE: form(/^[1-9]\d{8}$/, "123456789"),
  DK: form(/^[1-9]\d{7}$/, "12345678"),
  EE: form(/^10\d{7}$/, "101234567"),
  EL: form(/^\d{9}$/, "123456789"),
  ES: form(/^([A-Z]\d{7}[A-Z0-9]|\d{8}[A-Z])$/, "B12345678"),
  FI: form(/^\d{8}$/, "12345678"),
  FR: form(/^[A-HJ-NP-Z0-9]{2}\d{9}$/, "12345678901"),
  HR: form(/^\d{11}$/, "12345678901"),
  HU: form(/^[1-9]\d{7}$/, "12345678"),
  IE: form(/^(\d{7}[A-W][A-I]?|[7-9][A-Z*+]\d{5}[A-W])$/, "1234567T"),
  IT: form(/^\d{11}$/, "12345678901"),
  LT: form(/^(\d{7}1\d|\d{10}1\d)$/, "123456715"),
  LU: form(/^\d{8}$/, "12345678"),
  LV: form(/^\d{11}$/, "12345678901"),
  MT: form(/^[1-9]\d{7}$/, "12345678"),
  NL: form(/^\d{9}B\d{2}$/, "123456789B01"),
  PL: form(/^\d{10}$/, "1234567890"),
  PT: form(/^[1-9]\d{8}$/, "123456789"),
  RO: form(/^[1-9]\d{1,9}$/, "1234567890"),
  SE: form(/^\d{10}01$/, "123456789001"),
  SI: form(/^[1-9]\d{7}$/, "12345678"),
  SK: form(/^[1-9]\d{9}$/, "1234567890"),
  XI: british,
  GB: british,
  CH: form(/^E\d{9}(MWST|TVA|IVA)?$/, "E123456789"),
  NO: form(/^\d{9}(MVA)?$/, "123456789MVA")
}, outsideUnion = /* @__PURE__ */ new Set(["GB", "CH", "NO"]), countryOf = (letters) => letters === "EL" ? "GR" : letters === "XI" ? "GB" : letters, union = new Set(Object.keys(forms).filter((letters) => letters !== "XI" && !outsideUnion.has(letters)).map(countryOf));
function readVatNumber(typed) {
  let text = typed.toUpperCase().replaceAll(/[\s.\-/]/g, ""), letters = text.slice(0, 2) === "GR" ? "EL" : text.slice(0, 2), known = Object.hasOwn(forms, letters) ? forms[letters] : void 0;
  if (!known)
    return { wrong: "Write the VAT number with its country's letters first, such as DE123456789" };
  if (known.looks.test(text.slice(2)))
    return { text: `${letters}${text.slice(2)}`, letters };
  return { wrong: `Check the VAT number: one of ${letters} looks like ${letters}${known.example}` };
}

function checkContact(draft, { address, countries, vatNumber }) {
  let errors = {}, wrong = (field, say) => {
    if (say !== void 0)
      errors[field] = say;
  };
  if (wrong("email", emailError(draft.email ?? "")), wrong("name", nameError(draft.name)), address)
    Object.assign(errors, placeErrors(draft, countries, "the delivery address"));
  if (address && vatNumber)
    wrong("vatNumber", vatNumberError(draft.vatNumber ?? ""));
  if (draft.elsewhere === "yes") {
    let { billCountry = "" } = draft;
    wrong("billName", required(draft.billName, "Enter the name on the bill")), wrong("billStreet", required(draft.billStreet, "Enter the street and number of the bill's address")), wrong("billCity", required(draft.billCity, "Enter the town of the bill's address")), wrong("billPostcode", postcodeError(billCountry, draft.billPostcode ?? "", "the bill's address"));
    for (let field of ["billCompany", "billRegion"])
      wrong(field, tooLong(draft[field]));
    if (!/^[A-Z]{2}$/.test(billCountry))
      wrong("billCountry", "Choose the country of the bill's address");
  }
  return errors;
}
function emailError(email) {
  if (email === "")
    return "Enter your email address";
  if (!email.includes("@"))
    return "Enter an email address with an @ in it";
  return isMailbox(email) ? void 0 : "Check the email address: no letter could reach it";
}
function vatNumberError(typed) {
  let read = typed === "" ? void 0 : readVatNumber(typed);
  return read && "wrong" in read ? read.wrong : void 0;
}

var draftFields = [
  "email",
  ...addressFields,
  "vatNumber",
  "elsewhere",
  "billName",
  "billCompany",
  "billStreet",
  "billCity",
  "billRegion",
  "billPostcode",
  "billCountry",
  "ship",
  "pay",
  "note",
  "keep"
], longest = 1000;
function cleaned(typed) {
  let kept = draftFields.flatMap((field) => {
    let value = typed[field];
    return value === void 0 ? [] : [[field, cleanedField(field, value)]];
  });
  return Object.fromEntries(kept);
}
function cleanedField(field, value) {
  if (field !== "note")
    return typedLine(value, longest);
  return maskCards(value.replaceAll(`\r
`, `
`).replace(/[^\P{Cc}\n]+/gu, " ").trim().slice(0, longest));
}

function draftOf(typed) {
  let { bill, same, keeping, keep } = typed;
  return cleaned({ ...typed, elsewhere: bill === "asked" && same !== "yes" ? "yes" : "", keep: keeping === "asked" && keep !== "yes" ? "" : keep });
}
var contactTroubles = (typed, asked) => checkContact(draftOf(typed), asked);

var asked = [];
export {
  asked,
  contactTroubles as troubles
};
