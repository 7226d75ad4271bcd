import { toCents } from "../pricing/money.ts";
import {
  changedLetter,
  erasedLetter,
  newAddressLetter,
  resetLetter,
  takenLetter,
  verifyLetter,
} from "./account-letters.tsx";
import { backLetter } from "./back-letter.tsx";
import { inviteLetter } from "./invite-letter.tsx";
import type { Letter } from "./letter.ts";
import { newsletterLetter, welcomeLetter } from "./newsletter-letter.tsx";
import type { LetterShop, OrderFacts } from "./order-facts.ts";
import { canceledLetter, paidLetter, placedLetter, shippedLetter } from "./order-letters.tsx";

/** Somebody who does not exist, and an order that nobody placed: what previews show. */
const to = "odile@example.com";

const orderFacts = (shop: LetterShop, currency: string): OrderFacts => ({
  shop,
  to,
  number: "P-1001",
  firstName: "Odile",
  link: `${shop.url}/orders/this-is-a-preview`,
  why: `${shop.url}/orders/this-is-a-preview/why`,
  currency,
  lines: [
    { title: "Stoneware mug", options: "Oat", quantity: 2, amount: toCents(5998) },
    { title: "Linen towel", options: "", quantity: 1, amount: toCents(1450) },
  ],
  sums: [
    { name: "Goods", value: "74.48" },
    { name: "Ten percent", value: "−7.45", kind: "less" },
    { name: "Delivery", value: "4.90", note: "Parcel" },
    { name: "Total", value: "71.93", kind: "total" },
  ],
  goes: { heading: "Goes to", lines: ["Odile Bernard", "231 Warren Street", "Hudson, NY 12534"] },
  comes: "Parcel, 2 to 4 days",
  pay: { sentence: "Please send 71.93 within 7 days.", details: [["Reference", "P-1001"]], there: false },
  tracking: "RR 123 456 789",
  note: "Leave it with the baker, please.",
});

/** One of every letter that the shop writes, as it would look today. */
export function sampleLetters(shop: LetterShop, currency: string): readonly Letter[] {
  const facts = orderFacts(shop, currency);
  const link = `${shop.url}/this-is-a-preview`;
  const whom = { to, shop };
  return [
    placedLetter(facts),
    paidLetter(facts),
    shippedLetter(facts),
    canceledLetter(facts, "You asked us to cancel it."),
    verifyLetter(whom, link),
    resetLetter(whom, link),
    newAddressLetter(whom, link),
    takenLetter(whom, link),
    changedLetter(whom, "Your password was changed", link),
    newsletterLetter({ to, shop, link, days: 7 }),
    welcomeLetter({ to, shop, leave: link }),
    backLetter({ to, shop, name: "Linen towel, Oat", link, leave: link }),
    erasedLetter(whom, 2),
    inviteLetter({ to, shop, role: "Packer", link, hours: 48 }),
  ];
}
