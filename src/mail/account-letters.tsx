import { ShortLetter } from "#views/mail/short-letter.tsx";
import { farewell, type Letter } from "./letter.ts";
import type { LetterShop } from "./order-facts.ts";

type Said = {
  readonly kind: string;
  readonly subject: string;
  readonly heading: string;
  readonly sentences: readonly string[];
  readonly button?: { readonly label: string; readonly link: string };
};

/** Whom a letter about an account goes to, and who writes it. */
export type Addressed = { readonly to: string; readonly shop: LetterShop };

function written({ to, shop }: Addressed, { kind, subject, ...said }: Said): Letter {
  const html = `<!doctype html>${(<ShortLetter shop={shop} {...said} />) as string}`;
  const press = said.button ? ["", `${said.button.label}: ${said.button.link}`] : [];
  const text = [said.heading, "", ...said.sentences, ...press, "", "-- ", `${shop.name} · ${shop.url}`, ""].join("\n");
  return { kind, to, subject, html, text };
}

const notYou = "If it was not you, do nothing: your password stays as it is.";

/** The way back in for whoever forgot the password. */
export const resetLetter = (whom: Addressed, link: string): Letter =>
  written(whom, {
    kind: "password_reset",
    subject: `A new password for ${whom.shop.name}`,
    heading: "Choose a new password",
    sentences: ["Somebody asked for a new password for your account. The link works once, for 30 minutes.", notYou],
    button: { label: "Choose a new password", link },
  });

/** Asks whether the address of a new account is right. */
export const verifyLetter = (whom: Addressed, link: string): Letter =>
  written(whom, {
    kind: "email_verify",
    subject: `Is this your address? ${whom.shop.name}`,
    heading: "Is this your address?",
    sentences: [
      `Somebody made an account at ${whom.shop.name} with this address. If it was you, sign in and say so here within a day.`,
      "Orders that you placed with this address before come into your account then.",
      "If it was not you, do nothing.",
    ],
    button: { label: "Yes, this is my address", link },
  });

/** To the new address of an account: it takes effect when somebody there says so. */
export const newAddressLetter = (whom: Addressed, link: string): Letter =>
  written(whom, {
    kind: "email_change",
    subject: `Your new address at ${whom.shop.name}`,
    heading: "Is this your new address?",
    sentences: [
      "Somebody wants to move an account to this address. If it was you, sign in and say so here within a day.",
      "If it was not you, do nothing: the account stays where it is.",
    ],
    button: { label: "Yes, move my account here", link },
  });

/** To an address that cannot be taken, because it has an account. Only who reads its letters learns that. */
export const takenLetter = (whom: Addressed, link: string): Letter =>
  written(whom, {
    kind: "email_taken",
    subject: `Your account at ${whom.shop.name}`,
    heading: "You have an account already",
    sentences: [
      "Somebody wanted to move another account to this address, which has one. Nothing was changed.",
      "If it was you, sign in with this address. If it was not you, do nothing.",
    ],
    button: { label: "Sign in", link },
  });

/** Something about the account is another now: to whoever should know if it was not they. `link`: the way back in. */
export const changedLetter = (whom: Addressed, what: string, link: string): Letter =>
  written(whom, {
    kind: "account_changed",
    subject: `Your account at ${whom.shop.name} was changed`,
    heading: what,
    sentences: [
      "Everybody else who was signed in to your account was signed out.",
      "If it was you, there is nothing to do. If it was not, choose a new password at once, and write to us.",
    ],
    button: { label: "It was not me", link },
  });

/** The last one: the account is gone. `kept`: orders whose bills the law wants kept. */
export const erasedLetter = (whom: Addressed, kept: number): Letter =>
  written(whom, {
    kind: farewell,
    subject: `What ${whom.shop.name} knew of you is deleted`,
    heading: "It is done",
    sentences: [
      `What ${whom.shop.name} knew of you was deleted, and every device is signed out.`,
      kept === 0
        ? "There was no order whose bill the law wants us to keep."
        : `${kept === 1 ? "One order stays" : `${kept} orders stay`} in our books with name and address, because tax law wants the bills kept. An order that is on its way still comes.`,
      "If it was not you, write to us at once. This is the last letter.",
    ],
  });
