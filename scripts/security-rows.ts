/** A row of the security checks: what is tried, and which tests show it beside those that carry its id. */
export type Row = {
  readonly id: string;
  readonly tried: string;
  /** Tests without the id in their name: a file, and what their names hold. */
  readonly also?: readonly (readonly [file: string, name: string])[];
  /** What of the row there is nothing to try on yet. */
  readonly notYet?: string;
};

const money = "test/pricing/properties.test.ts";
const noHooks =
  "No payment provider that calls back is built in: there is the built-in test card, and ways without one.";

export const rows: readonly Row[] = [
  { id: "A01", tried: "passwords: too short, long, common, odd characters" },
  { id: "A02", tried: "how passwords are stored, and that weak hashes are renewed" },
  { id: "A05", tried: "sign-in guesses by account and by address" },
  { id: "A07", tried: "a storm of sign-ins, and huge passwords" },
  { id: "A09", tried: "reset links: used twice, run out, replaced, bent" },
  { id: "A10", tried: "letters asked for on and on; codes guessed and used twice" },
  { id: "A11", tried: "change of password and address, and what it ends" },
  { id: "A12", tried: "the first start: no default account, one owner of twenty" },
  { id: "S01", tried: "attributes of every cookie" },
  { id: "S02", tried: "planted session and cart cookies" },
  { id: "S03", tried: "cookies replayed after sign-out" },
  { id: "S04", tried: "tokens of another algorithm, type, audience, issuer, time" },
  { id: "S06", tried: "no, a short and a sample secret" },
  { id: "S08", tried: "idle and absolute end of sessions" },
  { id: "S09", tried: "another secret; broken, doubled and huge cookies" },
  { id: "Z01", tried: "every route by everybody who lacks its permission" },
  { id: "Z02", tried: "orders, lines and addresses of others" },
  { id: "Z03", tried: "order links and numbers, guessed" },
  { id: "Z07", tried: "fields that no form asks for" },
  { id: "Z09", tried: "other spellings of the desk's addresses" },
  { id: "Z10", tried: "staff who raise themselves, or take the last owner away" },
  { id: "B01", tried: "prices, totals and states sent by the browser" },
  { id: "B02", tried: "quantities that are none" },
  {
    id: "B03",
    tried: "10,000 random carts: whole cents that add up",
    also: [
      [money, "discounts are shares"],
      [money, "taxes add up"],
      [money, "the total is zero or more"],
      [money, "given back unit by unit"],
    ],
  },
  { id: "B04", tried: "a code for one order, pressed by many at once" },
  { id: "B06", tried: "200 buyers of the last ten", also: [["test/checkout/races.test.ts", "of 200 buyers"]] },
  { id: "B07", tried: "double click, Back, two tabs" },
  {
    id: "B09",
    tried: "steps left out; price, stock and cart changed meanwhile",
    also: [["test/checkout/races.test.ts", "409 with"]],
  },
  { id: "B10", tried: "refunds above what was paid, twice, by others" },
  { id: "P01", tried: "webhooks: signature wrong or missing", notYet: noHooks },
  { id: "P02", tried: "webhooks: too old, too new", notYet: noHooks },
  { id: "P03", tried: "webhooks: the same event again", notYet: noHooks },
  { id: "P05", tried: "webhooks: the books locked meanwhile", notYet: noHooks },
  { id: "I01", tried: "markup in every text, in shop, desk and letters" },
  { id: "I03", tried: "rich text that is cleaned", also: [["test/catalog/rich-text.test.ts", ""]] },
  { id: "I05", tried: "SQL and search syntax in every field and query" },
  { id: "I06", tried: "long texts that make patterns run on" },
  { id: "I07", tried: "line breaks, NUL and other signs in headers and names" },
  { id: "I08", tried: "header and recipient injection, by a real mail server" },
  { id: "I09", tried: "cells that a spreadsheet would run" },
  { id: "I10", tried: "where to go next: only own paths" },
  { id: "I12", tried: "__proto__ and its like" },
  { id: "C01", tried: "every change, sent by another site; looking changes nothing" },
  { id: "C03", tried: "other content types, preflights, CORS" },
  { id: "C04", tried: "headers of every answer, refusals and files included" },
  { id: "C06", tried: "page and part of one address, and caches" },
  { id: "F01", tried: "uploads that are no pictures, with odd names" },
  { id: "F02", tried: "pictures that are small as files and huge as pictures" },
  { id: "F05", tried: "ways out of the folders of files" },
  { id: "F06", tried: "uploads opened directly; quota" },
  { id: "D01", tried: "requests smuggled behind broken ones" },
  { id: "D03", tried: "250 headers, 20 KB of header or address, TRACE, HEAD" },
  { id: "D04", tried: "300 slow connections" },
  { id: "D05", tried: "100 MB to every form" },
  { id: "D06", tried: "thousands of fields, bodies nested without end" },
  { id: "D08", tried: "costly pages in a loop; sizes of pictures" },
  { id: "E01", tried: "faults in every layer, and how they are told" },
  { id: "E02", tried: "the audit log: sign-ins, denials, prices, stock, roles, states" },
  { id: "E03", tried: "pages for those who build it" },
  { id: "E05", tried: "pinned packages, install scripts, nothing evaluated" },
  { id: "E06", tried: "numbers of cards in the books and in the log" },
];
