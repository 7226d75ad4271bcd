import { NewsletterLetter } from "#views/mail/newsletter-letter.tsx";
import type { Letter } from "./letter.ts";
import type { LetterShop } from "./order-facts.ts";

type Asking = { readonly to: string; readonly shop: LetterShop; readonly link: string; readonly days: number };

/** Asks somebody to confirm that letters may come to this address. Nothing is sent there before. */
export function newsletterLetter({ to, shop, link, days }: Asking): Letter {
  const heading = "One press, and it comes on Fridays";
  const sentences = [
    `Somebody put this address down for the letter of ${shop.name}. If it was you, say so here.`,
    `If it was not, do nothing: after ${days} days the link is dead, and no letter will come.`,
  ];
  const html = `<!doctype html>${(<NewsletterLetter shop={shop} heading={heading} sentences={sentences} link={link} />) as string}`;
  const text = [heading, "", ...sentences, "", link, ""].join("\n");
  return { kind: "newsletter_confirm", to, subject: `Please confirm: the letter of ${shop.name}`, html, text };
}
