import { paths } from "../paths.ts";
import { GoElsewhere } from "../web/shop-error.ts";
import type { VisitorRow } from "./visitor-store.ts";

type InShop = { load(): Promise<VisitorRow> };

/**
 * Whether who presses is signed in to the account that a link is about. Anybody can make an account with somebody else's
 * address: were its letter enough, one press of theirs would hand that account all that they ever ordered with it.
 * @throws GoElsewhere to sign in first, and back.
 */
export async function isTheirs(visitor: InShop, accountId: string, here: string): Promise<boolean> {
  const { customer } = await visitor.load();
  if (!customer) throw new GoElsewhere(`${paths.login}?next=${encodeURIComponent(here)}`);
  return customer.id === accountId;
}

/** What is said to who is signed in to another one. */
export const othersLink = {
  title: "This link is for another account",
  sentences: [
    "You are signed in to another one. Sign out, open the link again, and sign in to the account it is about.",
  ],
  goOn: { href: paths.account, label: "Go to your account" },
};
