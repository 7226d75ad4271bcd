import { ShortLetter } from "#views/mail/short-letter.tsx";
import type { Letter } from "./letter.ts";
import type { LetterShop } from "./order-facts.ts";

type Inviting = {
  readonly to: string;
  readonly shop: LetterShop;
  /** As it is called: "Packer". */
  readonly role: string;
  readonly link: string;
  readonly hours: number;
};

/** Asks somebody to the desk. The link makes their account, once. */
export function inviteLetter({ to, shop, role, link, hours }: Inviting): Letter {
  const heading = `Come to the desk of ${shop.name}`;
  const sentences = [
    `You are asked to work at ${shop.name}, in the role “${role}”. Choose a password, and the desk is open to you.`,
    `The link works once, for ${hours} hours. If you expected nothing of the kind, leave it alone.`,
  ];
  const button = { label: "Choose a password", link };
  const html = `<!doctype html>${(<ShortLetter shop={shop} heading={heading} sentences={sentences} button={button} />) as string}`;
  const text = [heading, "", ...sentences, "", link, ""].join("\n");
  return { kind: "staff_invite", to, subject: `Your place at the desk of ${shop.name}`, html, text };
}
