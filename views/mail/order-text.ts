import type { OrderFacts } from "#src/mail/order-facts.ts";
import { formatMoney } from "#src/pricing/money.ts";

type Said = {
  readonly heading: string;
  readonly intro: readonly string[];
  readonly button: string;
  readonly pay: boolean;
};

const width = 64;

/** A name on the left, an amount on the right, dots between them. */
function ruled(name: string, amount: string): string {
  const dots = Math.max(2, width - name.length - amount.length - 2);
  return `${name} ${".".repeat(dots)} ${amount}`;
}

/** The same letter for whoever reads plain text. */
export function orderText(facts: OrderFacts, { heading, intro, button, pay }: Said): string {
  const { lines, currency, goes, comes, note, shop, link, why } = facts;
  const goods = lines.map(({ title, options, quantity, amount }) =>
    ruled([`${quantity} x ${title}`, options].filter((part) => part !== "").join(", "), formatMoney(amount, currency)),
  );
  const sums = facts.sums.map(({ name, note = "", value }) => ruled(note === "" ? name : `${name}, ${note}`, value));
  const paying = pay ? [facts.pay.sentence, ...facts.pay.details.map(([name, value]) => `${name}: ${value}`)] : [];
  const going = goes ? [goes.heading, ...goes.lines] : [];
  const foot = [shop.name, shop.place, shop.phone, shop.email].filter((part) => part !== "").join(" · ");
  const paragraphs = [
    [heading],
    intro,
    paying,
    [`${button}: ${link}`],
    [`Receipt ${facts.number}`],
    goods,
    sums,
    [`Why this price? ${why}`],
    going,
    [comes, note === "" ? "" : `Your note: ${note}`].filter((line) => line !== ""),
    ["-- ", foot, shop.url],
  ];
  return paragraphs
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n");
}
