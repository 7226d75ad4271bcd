import { ShortLetter } from "#views/mail/short-letter.tsx";
import type { Letter } from "./letter.ts";
import type { LetterShop } from "./order-facts.ts";

type Asking = { readonly to: string; readonly shop: LetterShop; readonly link: string; readonly days: number };

const yes = "Yes, send me the letter";
const stop = "Stop these letters";

/** Asks somebody to confirm that letters may come to this address. Nothing is sent there before. */
export function newsletterLetter({ to, shop, link, days }: Asking): Letter {
  const heading = "One press, and it comes on Fridays";
  const sentences = [
    `Somebody put this address down for the letter of ${shop.name}. If it was you, say so here.`,
    `If it was not, do nothing: after ${days} days the link is dead, and no letter will come.`,
  ];
  const html = `<!doctype html>${(<ShortLetter shop={shop} heading={heading} sentences={sentences} button={{ label: yes, link }} />) as string}`;
  const text = [heading, "", ...sentences, "", link, ""].join("\n");
  return { kind: "newsletter_confirm", to, subject: `Please confirm: the letter of ${shop.name}`, html, text };
}

type Welcoming = { readonly to: string; readonly shop: LetterShop; readonly leave: string };

/** The first of the letters: says that they come, and how they stop. */
export function welcomeLetter({ to, shop, leave }: Welcoming): Letter {
  const heading = "See you on Friday";
  const sentences = [
    `The letter of ${shop.name} comes to this address on Fridays: what came in, and what is reduced.`,
    "One press stops it, here and in every letter.",
  ];
  const html = `<!doctype html>${(<ShortLetter shop={shop} heading={heading} sentences={sentences} button={{ label: stop, link: leave }} />) as string}`;
  const text = [heading, "", ...sentences, "", `${stop}: ${leave}`, ""].join("\n");
  return { kind: "newsletter_welcome", to, subject: `The letter of ${shop.name}`, html, text, leave };
}
